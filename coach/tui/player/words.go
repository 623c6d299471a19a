package player

import "fmt"

// What the player says.
const (
	pausedWord      = "paused"
	takeYourTime    = "Take your time. Press space to go on."
	timeWentBy      = "Time went by unseen. Press space to go on from here."
	itLasts         = "It has lasted a while. If it isn't over soon, get medical advice."
	pressFlags      = " Press !"
	callForTheWorst = "%s Call %s, the emergency services. Press !" // the worst, the number
	callShort       = "Call %s with one of these, and press !"
	callForHelp     = "Call %s, the emergency services, with one of these. Press ! to go through them all."
	whyTitle        = "Why: " // the move
	restsTitle      = "What it rests on"
	askUnfit        = "Does one of these fit you?"

	between        = " · "
	stepOf         = "step %d of %d"
	setOf          = "set %d of %d"
	setOfShort     = "set %d/%d"
	timeOf         = "%d of %d"
	timeOfShort    = "%d/%d"
	left           = " left"
	countsUpTo     = "counts up · up to %s"
	upToOnly       = "up to %s"
	countsUp       = "counts up, until you say so"
	upOnly         = "counts up"
	nextIs         = "Next: %s."
	nextIsEnd      = "Next: the end."
	nextIsSaid     = "Next: when you say so."
	theMove        = "The move: %s."
	theMoveUnder   = "The move: %s, under “%s”."
	ownChoice      = "our own choice; no published figure was found"
	sourceOfTime   = "The %s: %s."
	sourceOfChecks = "The time between two checks: %s."

	aboutYou = "About you: %s (%s)" // what is changed for the person, and the source of that

	easedAfter   = "It eased after %s."
	beganAgo     = "It began %s ago."
	keptAtIt     = "You kept at it for %s."
	heldAll      = "You did all %d holds, %s in all."
	heldSome     = "You did %d of %d holds."
	legendSides  = "%s left   %s right"
	legendPassed = "%s done   %s passed over"

	legendSidesPassed = "%s left   %s right   %s passed over"

	goesWell      = "Goes well with it"
	offerMinutes  = "%d min"
	savedWords    = "Saved in your diary."
	timeWentOn    = "Time went by unseen. Press space if it is the same cramp. Press a if it is new."
	youSaid       = "You said %s · u not so"
	youSaidShort  = "%s · u not so"
	positionIs    = "position: %s"
	sheetHelp     = "leg, muscle"
	sheetDoes     = "the sheet of these keys"
	escapeDoes    = "close, or else pause"
	sinceItsStart = " since it began"
	soFar         = " so far"
	allKept       = "All is kept. Press any key to go on."
	pressAnyKey   = "Press any key to go on."
	windowTitle   = "%s · %s · %s" // the phase, the muscle and leg, the routine
	notifyTitle   = "uncramp"
	notifyText    = "The routine is over."
)

// moveFrom says what a move rests on, and under which heading if it has one.
func moveFrom(name, heading string) string {
	if heading == "" {
		return fmt.Sprintf(theMove, name)
	}
	return fmt.Sprintf(theMoveUnder, name, heading)
}
