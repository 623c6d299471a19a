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
	blocked      = "A red flag stands. Press ! to check."
)

func stoppedHalfWay(routine string) string { return fmt.Sprintf("%s was stopped half-way.", routine) }

// lastNight names a cramp of last night.
func lastNight(e record.Episode) string {
	return fmt.Sprintf("Last night: %s, %s.", e.At.Format("15:04"), Lasted(e.Length))
}

// Lasted is how long a cramp lasted, in words.
func Lasted(d time.Duration) string {
	if d < time.Minute {
		return "less than a minute"
	}
	if n := int(d.Round(time.Minute) / time.Minute); n != 1 {
		return fmt.Sprintf("%d minutes", n)
	}
	return "1 minute"
}
