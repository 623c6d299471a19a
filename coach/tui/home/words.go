package home

import (
	"fmt"
	"time"

	"uncramp/coach/record"
)

const (
	title        = "uncramp"
	subtitle     = "   stretch and relief for leg cramps"
	nowHeading   = "Now"
	nothingFound = "Nothing found. esc: all again"
	askAbout     = "Which moves suit you? Eleven questions."
	leftOut      = "left out for you"
	blocked      = "A red flag stands. Press ! to check."
)

func stoppedHalfWay(routine string) string { return fmt.Sprintf("%s was stopped half-way.", routine) }

// lastNight names a cramp of last night.
func lastNight(e record.Episode) string {
	lasted := "less than a minute"
	if e.Length >= time.Minute {
		lasted = record.Minutes(e.Length)
	}
	return fmt.Sprintf("Last night: %s, %s.", e.At.Format("15:04"), lasted)
}
