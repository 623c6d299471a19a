package history

import (
	"time"

	"uncramp/coach/diary"
)

// Night is one night: from noon to noon, by the clock on the wall where the
// person was. A cramp at three belongs to the same night as the stretch before
// it.
type Night struct {
	Date      time.Time // of its evening, at midnight UTC
	Cramps    int
	Stretched bool        // the bedtime stretch was done
	Worst     diary.Scale // the severest of its cramps that were rated
}

const (
	noon      = 12
	daySecond = 24 * 60 * 60
)

// nightOf numbers the nights, one after the other.
func nightOf(at time.Time) int {
	y, m, d := at.Date()
	if at.Hour() < noon {
		d--
	}
	return int(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / daySecond)
}

func dateOf(night int) time.Time { return time.Unix(int64(night)*daySecond, 0).UTC() }

// Span is what to read from a diary for so many days before now; 0 is all. It
// begins a day early, for what was told in another zone: [Gather] leaves out
// what is too old.
func Span(now time.Time, days int) diary.Span {
	if days == 0 {
		return diary.Span{}
	}
	first := dateOf(nightOf(now) - days)
	return diary.Span{From: time.Date(first.Year(), first.Month(), first.Day(), noon, 0, 0, 0, now.Location())}
}
