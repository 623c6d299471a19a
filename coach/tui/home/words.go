package home

import (
	"fmt"

	"uncramp/coach/record"
)

const (
	title        = "uncramp"
	subtitle     = "   stretch and relief for leg cramps"
	nowHeading   = "Now"
	nothingFound = "Nothing found. esc: all again"
	askAbout     = "Which moves suit you? Eleven questions."
	seeList      = "uncramp list says what is wrong with %s"
	leftOut      = "left out for you"
)

func stoppedHalfWay(routine string) string { return fmt.Sprintf("%s was stopped half-way.", routine) }

// lastNight names a cramp of last night.
func lastNight(e record.Episode) string { return fmt.Sprintf("Last night %s.", e.NightSummary()) }

// blocked is why nothing is played, by whether the latest check can't be read.
var blocked = map[bool]string{
	false: "You reported a warning sign. Press ! to check.",
	true:  "Your latest check can't be read. Press ! to take it again.",
}
