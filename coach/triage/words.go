package triage

import "fmt"

// unreadable says what to do while nobody can tell what the latest check found.
var unreadable = Group{
	Level:   Unreadable,
	Advice:  "Your latest check can't be read. Take it again before you go on.",
	Because: "It may hold a warning sign, so nothing is played until then.",
}

// readBack says which number was pressed, and the question that it stands for.
const readBack = "You pressed %d: %s."

// YesOrBack asks after [ReadBack] whether it was pressed on purpose.
const YesOrBack = "Yes, or no and back?"

// ReadBack reads the number of a question back, since it may not have been pressed on
// purpose.
func ReadBack(number int, q Question) string { return fmt.Sprintf(readBack, number, q.Text) }

// What is told of a finding, beside the words of its group and its questions.
const (
	clearAdvice  = "None of these. You may go on."
	clearBecause = "Stop at any time if one of them comes up."
	forAdults    = "The questions and the routines are for adults. For a child, ask a doctor."
	reason       = "You said yes to: %s." // the question
)

// What is told of the number of the emergency services.
const (
	callNumber   = "Call %s."
	ownNumber    = "It is the number that you set."
	regionNumber = "It is the number of your system's region, %s. Elsewhere, call the local one."
	anyRegion    = "No number is on record for your region. 112 works on most mobile phones."
	changeNumber = "To set another number: uncramp settings set emergency NUMBER."
	untilBasis   = "What to do till help comes is general knowledge."
	numberBasis  = "Numbers are from Google's libphonenumber; which of several is general knowledge."
)

// Disclaimer stands beside every finding.
const Disclaimer = "This is a coach, not a doctor. It can't tell what is wrong."
