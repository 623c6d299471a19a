package stats

import (
	"time"

	"uncramp/coach/record"
)

// Day is a date, counted in days since 1970-01-01. A night goes by the day of
// its evening.
type Day int

// A night by the clock on the wall: the hour in which it begins, the hour in
// which it is over, and the hour between two of them.
const (
	dusk = 20
	dawn = 8
	noon = 12
)

const day = 24 * time.Hour

// farEast is how far a clock can be ahead of UTC.
const farEast = 14 * time.Hour

// DayOf returns the date of a moment, by the clock on its own wall.
func DayOf(at time.Time) Day {
	y, m, d := at.Date()
	return Day(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / int64(day/time.Second))
}

// NightOf returns the night that a moment belongs to: from noon to noon, by the
// clock on its own wall. A cramp at three is of the same night as the stretch
// before it.
func NightOf(at time.Time) Day {
	if at.Hour() < noon {
		return DayOf(at) - 1
	}
	return DayOf(at)
}

// Date returns the day at midnight UTC.
func (d Day) Date() time.Time { return time.Unix(int64(d)*int64(day/time.Second), 0).UTC() }

// String is the day as 2026-11-21.
func (d Day) String() string { return d.Date().Format(time.DateOnly) }

// MarshalText writes what [Day.String] says.
func (d Day) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// Since returns the moment from which on a diary is read to find all of a day,
// of its night and of what came after, in whatever zone it was written. What is
// too old can be among it.
func (d Day) Since() time.Time { return d.Date().Add(-farEast) }

// LatestBegun returns the latest night that has begun: one begins at 20:00.
func LatestBegun(now time.Time) Day {
	if now.Hour() < dusk {
		return DayOf(now) - 1
	}
	return DayOf(now)
}

// LatestOver returns the latest night that is over: one is at 08:00.
func LatestOver(now time.Time) Day {
	if now.Hour() < dawn {
		return DayOf(now) - 2
	}
	return DayOf(now) - 1
}

// AtNight reports whether a cramp counts for the night rather than for the day
// around it: it began from 20:00 to 08:00, or in sleep.
func AtNight(e record.Episode) bool {
	hour := e.At.Hour()
	return e.Asleep == record.Yes || hour >= dusk || hour < dawn
}

// Night is one night with the day around it, from noon to noon.
type Night struct {
	Evening Day  `json:"evening"`
	Over    bool `json:"-"` // it has gone by
	// Known reports whether it is counted: it is over, the diary had been begun,
	// and something was written down in the window.
	Known     bool          `json:"known"`
	Cramps    int           `json:"cramps_at_night"`            // see [AtNight]
	ByDay     int           `json:"cramps_by_day"`              // the others
	Worst     record.Rating `json:"-"`                          // the severest cramp at night of those that were rated
	Severity  []float64     `json:"-"`                          // of each cramp that was rated, by day too
	Stretched bool          `json:"bedtime_stretch_done"`       // see [Stretched]
	OnlyBegun bool          `json:"bedtime_stretch_only_begun"` // and not done
}

// All is how many cramps there were, by day too.
func (n Night) All() int { return n.Cramps + n.ByDay }

func (n *Night) add(e record.Episode) {
	n.Severity = appendRating(n.Severity, e.Severity)
	if !AtNight(e) {
		n.ByDay++
		return
	}
	n.Cramps++
	if e.Severity.Given && (!n.Worst.Given || e.Severity.Value > n.Worst.Value) {
		n.Worst = e.Severity
	}
}

// nightAt returns the night that a moment of the past counts for. What only the
// clock of a journey shows as ahead counts for the present night.
func nightAt(now, at time.Time) Day { return min(NightOf(at), NightOf(now)) }
