package triage

// What is said of a check, beside what package triage says of a finding.
const (
	whenFormat  = "You said so on %s." // the day and the time
	dayAndTime  = "2 January, 15:04"   // as package time writes it
	yearAndTime = "2 January 2006, 15:04"
	takeAgain   = "Not so? Press c and check again."
	moreFormat  = "not these: %d more" // how many questions are out of sight
)
