package plan

import (
	"slices"
	"time"

	"uncramp/coach/record"
)

// Day is a date, counted in days since 1970-01-01. A night is the day of its
// evening.
type Day int

// The night by the clock on the wall.
const (
	dusk = 20 // the hour in which it begins
	dawn = 8  // and in which it is over
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
func NightOf(at time.Time) Day { return Day(record.NightOf(at)) }

// Date is the day at midnight UTC.
func (d Day) Date() time.Time { return time.Unix(int64(d)*int64(day/time.Second), 0).UTC() }

// Since is what to read from a diary to find all of a day, of its night and of
// what came after, whatever the zone it was told in. What is too old can be
// among it.
func (d Day) Since() record.Span { return record.Span{From: d.Date().Add(-farEast)} }

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

// AtNight reports whether a cramp counts to the night rather than to the day
// around it: it began from 20:00 to 08:00, or in sleep.
func AtNight(e record.Episode) bool {
	hour := e.At.Hour()
	return e.Asleep == record.Yes || hour >= dusk || hour < dawn
}

// Nights returns the nights of some moments, each once, in order. What lies
// ahead of now, by a journey or a clock, counts for the present night.
func Nights(now time.Time, moments []time.Time) []Day {
	last := NightOf(now)
	nights := make([]Day, len(moments))
	for i, at := range moments {
		nights[i] = min(NightOf(at), last)
	}
	slices.Sort(nights)
	return slices.Compact(nights)
}
