package player

import "fmt"

// What the player says.
const (
	takeYourTime    = "Take your time. Press space to go on."
	timeWentBy      = "Time went by unseen. Press space to go on from here."
	itLasts         = "It has lasted a while. If it isn't over soon, get medical advice."
	pressFlags      = " Press !"
	callForTheWorst = "%s Call %s, the emergency services. Press !" // the worst, the number
	callForHelp     = "Call %s, the emergency services, with one of these. Press ! to go through them all."
	askUnfit        = "Does one of these fit you?"

	nextIsEnd      = "next   the end"
	nextIsSaid     = "next   when you say so"
	theMove        = "The move: %s."
	theMoveUnder   = "The move: %s, under “%s”."
	ownChoice      = "our own choice; no published figure was found"
	sourceOfTime   = "The %s: %s."
	sourceOfChecks = "The time between two checks: %s."

	aboutYou = "About you: %s (%s)" // what is changed for the person, and the source of that

	youWorked     = "You worked %s: %s."
	sinceItBegan  = "%s since it began. "
	goesWell      = "Goes well with it"
	offerLine     = "  %s, %d min%s"
	doneMark      = "  ✓ done"
	savedWords    = "Saved in your diary."
	heldSome      = "You did %d of %d holds."
	timeWentOn    = "Time went by unseen. Is it the same cramp? Press space to go on. Press a if it is a new one."
	pressToUndo   = "Press u to take it back."
	sinceItsStart = " since it began"
	soFar         = " so far"
	shortUndo     = "u takes it back."
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
