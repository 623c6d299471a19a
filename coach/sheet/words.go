package sheet

import (
	"fmt"
	"time"

	"uncramp/coach/record"
	"uncramp/coach/session"
)

// What a sheet says of a step that only an answer leads to.
const (
	ifWorse = "Only if it gets worse"
	ifSame  = "Only if it stays the same"
	ifEased = "Only if it eases"
)

// The legs that a step is done with.
const (
	eachLeg   = "one leg, then the other"
	turnAbout = "each leg, in turn"
	leftLeg   = "left leg"
	rightLeg  = "right leg"
	bothLegs  = "both legs"
	soreLeg   = "the sore leg"
)

// What stands below a drawing; the last is said where both are the same.
const (
	begins = "start"
	leads  = "end"
	stays  = "all the time"
)

// lasts says how long a phase lasts: "hold 10 seconds".
func lasts(ph session.Phase) string {
	switch {
	case ph.Kind == session.Open && ph.Most > 0:
		return fmt.Sprintf("%s until it eases, %s at most", ph.Word, record.Lasting(ph.Most))
	case ph.Kind == session.Open:
		return fmt.Sprintf("%s until it eases", ph.Word)
	}
	return fmt.Sprintf("%s for %s", ph.Word, record.Lasting(ph.Length))
}

func times(n int) string { return fmt.Sprintf("%d times", n) }

func sets(n int) string { return fmt.Sprintf("%d sets", n) }

func restsBetween(d time.Duration) string { return fmt.Sprintf("rest %s between", record.Lasting(d)) }

func restsBetweenSets(d time.Duration) string {
	return fmt.Sprintf("rest %s between sets", record.Lasting(d))
}

// takes says how long a routine takes.
func takes(d time.Duration) string { return fmt.Sprintf("About %s", record.Minutes(d)) }

// said of a week of boxes: its number and, where a routine grows, how much it asks for.
const (
	weekNumber = "%d"
	weekDose   = "%d: %s"
)

// pageNumber says which sheet of a routine it is, of how many.
const pageNumber = "sheet %d of %d"
