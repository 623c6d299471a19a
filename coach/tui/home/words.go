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
	leftOut      = "left out for you"
	blocked      = "You reported a warning sign. Press ! to check."
)

func stoppedHalfWay(routine string) string { return fmt.Sprintf("%s was stopped half-way.", routine) }

// lastNight names a cramp of last night.
func lastNight(e record.Episode) string { return fmt.Sprintf("Last night %s.", e.NightSummary()) }
