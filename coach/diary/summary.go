package diary

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"uncramp/coach/session"
	"uncramp/routines"
)

// Summary names a cramp in one line, as far as it was told: "21 November 03:12,
// left calf, 4 minutes".
func (e Episode) Summary() string {
	parts := []string{e.At.Format("2 January 15:04")}
	switch {
	case e.Side != "":
		parts = append(parts, session.Phase{Side: e.Side, Muscle: cmp.Or(e.Muscle, routines.Leg)}.Where())
	case e.Muscle != "":
		parts = append(parts, string(e.Muscle))
	}
	if e.Length > 0 {
		parts = append(parts, spoken(e.Length))
	}
	return routines.Clean(strings.Join(parts, ", "))
}

// spoken is a length in whole minutes, or in seconds where it is shorter.
func spoken(d time.Duration) string {
	n, unit := int(d.Round(time.Minute)/time.Minute), "minute"
	if d < time.Minute {
		n, unit = int(d.Round(time.Second)/time.Second), "second"
	}
	if n == 1 {
		return "1 " + unit
	}
	return fmt.Sprintf("%d %ss", n, unit)
}
