package session

import (
	"fmt"

	"uncramp/routines"
)

// What is said of a routine that is changed for a person.
const (
	refusedRoutine = "%s is left out for you. %s"
	lookAtIt       = "uncramp me says why."
	leftOutNote    = "Left out: %s." // the move
	notStanding    = "Cramp in both legs: don't stand on them."
	worseLegFirst  = "Both legs: the worse one first."
	unreadableNote = "What you said about yourself can't be read: seated or lying, no heat, no ice."
)

// What a rest is called, and what is said of one between two sets.
const (
	restWord        = "rest"
	restBetweenSets = "Let the muscle go. The next set follows."
)

// positionInstead says which position is taken in place of another one.
var positionInstead = map[routines.Position]string{
	routines.Standing: "So you stand, with a hand on something.",
	routines.Seated:   "So you sit: on a steady chair or the edge of the bed.",
	routines.Lying:    "So you lie down.",
}

// titled is what a routine is called in a week of its programme: "Strengthen, week 3
// of 6"; outside one its name.
func titled(r routines.Routine, week routines.Week) string {
	if r.Programme == nil || week < 1 {
		return r.Name
	}
	return fmt.Sprintf("%s, week %d of %d", r.Name, min(int(week), int(r.Programme.Weeks)), r.Programme.Weeks)
}
