package triage

import "fmt"

// unreadable says what to do while nobody can tell what the latest check found.
var unreadable = Group{
	Level:   Unreadable,
	Advice:  "Your latest check can't be read. Take it again before you go on.",
	Because: "It may hold a warning sign, so nothing is played until then.",
}

// readBack asks whether a number was pressed on purpose: the number, and the
// question that it stands for.
const readBack = "You pressed %d: %s. Yes, or no and back?"

// ReadBack asks whether the number of a question was pressed on purpose.
func ReadBack(number int, q Question) string { return fmt.Sprintf(readBack, number, q.Text) }
