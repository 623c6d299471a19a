package composer

import (
	"fmt"
	"time"
)

// What the pages are called, and what stands on them.
const (
	title      = "Routines of your own"
	about      = "Pick moves, and say how much of each, or see uncramp routine new."
	none       = "There is none yet. Press Enter to make one, or see uncramp routine new."
	ownGroup   = "Yours"
	doGroup    = "What to do"
	newRoutine = "A new routine"
	addMove    = "Add a move"
	tryAll     = "Try all of it"
	tryIt      = "Try it once"
	keepIt     = "Keep it"
	goOn       = "Go on changing it"
	keepThem   = "Keep the changes"
	dropIt     = "Drop the changes"
	doneWord   = "Done with this move"
	earlier    = "Do it earlier"
	later      = "Do it later"
	takeOut    = "Take it out"

	nameAsk   = "What is it called?"
	nameHint  = "For example: Knees, Mrs Brown"
	noName    = "Give it a name with a letter or a number."
	pickTitle = "Which move?"
	searchFor = "Find: "
	nothing   = "No move is called that. Try one word: calf, towel, heel."
	leaveAsk  = "You changed this routine. Keep the changes?"
	empty     = "It has no moves yet. Press Enter to add the first one."
	asLong    = "as long as it takes"
)

func taken(id string) string {
	return fmt.Sprintf("There is a routine %s already. Give it another name.", id)
}

// keptAs says where a routine was kept, why not where it was read, and how its weeks
// are begun, if it has any.
func keptAs(id, beside string, overWeeks bool) string {
	if beside != "" {
		return fmt.Sprintf("Something else changed %s meanwhile. Yours is kept beside it, as %s.", beside, id)
	}
	if overWeeks {
		return fmt.Sprintf("Kept. Begin its weeks: uncramp plan begin %s", id)
	}
	return fmt.Sprintf("Kept. Start it from home, or: uncramp start %s", id)
}

// minutes is how long a routine takes.
func minutes(d time.Duration) string {
	if d < time.Minute {
		return fmt.Sprintf("%d s in all", int(d/time.Second))
	}
	return fmt.Sprintf("%d:%02d in all", int(d/time.Minute), int(d%time.Minute/time.Second))
}
