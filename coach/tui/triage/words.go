package triage

import check "uncramp/coach/triage"

// What is said of a check, beside what package triage says of a finding.
const (
	whenFormat      = "You said so on %s." // the day and the time
	dayAndTime      = "2 January, 15:04"   // as package time writes it
	yearAndTime     = "2 January 2006, 15:04"
	moreFormat      = "not these: %d more" // how many questions are out of sight
	shortMoreFormat = "%d more"
	placeFormat     = "%d of %d" // which group of questions, of how many
	notSo           = "not so?"  // then check again
	callWord        = "call"
)

// comesOf says what comes of a yes, by the group of the question; %s is the number
// to call.
var comesOf = map[check.Level]string{
	check.Emergency:   "If one is, call %s at once.",
	check.Today:       "If one is, get medical advice today.",
	check.Appointment: "If one is, book an appointment.",
}

// words stand in block letters above what a finding comes to.
var words = map[check.Level]string{
	check.Today: "today", check.Appointment: "appointment", check.Clear: "go on", check.Unreadable: "check again",
}
