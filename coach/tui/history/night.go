package history

import (
	"time"

	"uncramp/coach/plan"
	"uncramp/coach/record"
)

// Night is one night, see [plan.NightOf].
type Night struct {
	Date      time.Time // of its evening, at midnight UTC
	Cramps    int
	Stretched bool          // the bedtime stretch was done
	Worst     record.Rating // the severest of its cramps that were rated
	Before    bool          // the diary was begun: nothing is known of it
}

// Span is what to read from a diary for so many days before now; 0 is all.
// [Gather] leaves out what is too old.
func Span(now time.Time, days int) record.Span {
	if days == 0 {
		return record.Span{}
	}
	return firstOf(now, days).Since()
}

// firstOf is the first night of a window that ends with the present one.
func firstOf(now time.Time, days int) plan.Day { return plan.NightOf(now) + 1 - plan.Day(days) }
