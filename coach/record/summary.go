package record

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"uncramp/coach/session"
	"uncramp/coach/text"
	"uncramp/routines"
)

// Summary names a cramp in one line, as far as it is known: "21 November 03:12,
// left calf, 4 minutes, severity 7 of 10"; with its year, where that isn't now's.
func (e Episode) Summary(now time.Time) string {
	parts := []string{e.At.Format(dateForm(e.At, now))}
	if where := e.Where(); where != "" {
		parts = append(parts, where)
	}
	if e.Length > 0 {
		parts = append(parts, Lasting(e.Length))
	}
	if e.Severity.Given {
		parts = append(parts, fmt.Sprintf(severitySaid, e.Severity))
	}
	return strings.Join(parts, ", ")
}

func dateForm(at, now time.Time) string {
	if at.Year() == now.Year() {
		return "2 January 15:04"
	}
	return "2 January 2006 15:04"
}

// Summary names a routine that was followed, by its name, in one line: "21
// November 22:10, Bedtime stretch, 3 minutes".
func (s Session) Summary(name string, now time.Time) string {
	return strings.Join([]string{s.At.Format(dateForm(s.At, now)), cmp.Or(name, s.Routine), Lasting(s.Worked)}, ", ")
}

// Summary names what is ticked or counted in one line: "2026-11-21, water 4".
func (t Tally) Summary() string {
	return text.Clean(fmt.Sprintf(tallySaid, cmp.Or(t.Day, t.Name), t.Kind, t.Count))
}

// Where is the muscle and the side of a cramp, as far as they are known: "left
// calf", "both calves", "calf", "left leg". It is empty where neither was.
func (e Episode) Where() string {
	muscle := e.Muscle
	if e.Side != "" {
		muscle = cmp.Or(muscle, routines.Leg)
	}
	return strings.TrimSpace(text.Clean(session.Phase{Side: e.Side, Muscle: muscle}.Where()))
}

// Lasting is a length to the second: "4 minutes", "40 seconds", "2 min 50 s".
func Lasting(d time.Duration) string {
	d = d.Round(time.Second)
	switch minutes, seconds := d/time.Minute, d%time.Minute/time.Second; {
	case minutes == 0:
		return Plural(int(seconds), "1 second", "%d seconds")
	case seconds > 0:
		return fmt.Sprintf(minutesAndSeconds, minutes, seconds)
	}
	return Minutes(d)
}

// Plural is the text for 1, or the format for any other number.
func Plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return fmt.Sprintf(many, n)
}
