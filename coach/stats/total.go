package stats

import (
	"slices"
	"time"
)

// Totals are what nights add up to.
type Totals struct {
	Known     int `json:"known"`                      // nights: With and Without
	With      int `json:"with_cramp"`                 // known nights with a cramp at night
	Without   int `json:"without_cramp"`              // known nights
	Unknown   int `json:"not_told"`                   // nights that are not known
	AtNight   int `json:"cramps_at_night"`            // cramps, of any night
	ByDay     int `json:"cramps_by_day"`              // cramps, of any day
	Stretched int `json:"bedtime_stretch_done"`       // known nights, see [Stretched]
	OnlyBegun int `json:"bedtime_stretch_only_begun"` // known nights
	Tonight   int `json:"-"`                          // of AtNight, cramps of a night that is not over
	OnKnown   int `json:"-"`                          // cramps of known nights, by day too
}

// Sum adds nights up.
func Sum(nights []Night) (t Totals) {
	for _, n := range nights {
		t.AtNight += n.Cramps
		t.ByDay += n.ByDay
		if !n.Over {
			t.Tonight += n.Cramps
		}
		if !n.Known {
			continue
		}
		t.Known++
		t.OnKnown += n.Cramps + n.ByDay
		if n.Cramps > 0 {
			t.With++
		}
		if n.Stretched {
			t.Stretched++
		}
		if n.OnlyBegun {
			t.OnlyBegun++
		}
	}
	t.Without, t.Unknown = t.Known-t.With, len(nights)-t.Known
	return t
}

// Cramps are all of them, by day too.
func (t Totals) Cramps() int { return t.AtNight + t.ByDay }

// PerWeek returns how many cramps a week there were in known nights, by day
// too. Less than a week says nothing of a week: then it is false.
func (t Totals) PerWeek() (float64, bool) {
	if t.Known < WeekNights {
		return 0, false
	}
	return float64(t.OnKnown) * WeekNights / float64(t.Known), true
}

// WeekNights is how many nights are a week.
const WeekNights = 7

// Period is some nights in a row, counted: a week or a month.
type Period struct {
	Nights   []Night
	Totals   Totals
	Severity Spread // of all its cramps that were rated, 0 to 10
}

// From returns the evening of its first night, at midnight UTC.
func (p Period) From() time.Time { return p.Nights[0].Evening.Date() }

// Weeks divides the window in sevens, counted back from its end, so that each
// but the first one is whole.
func (s Summary) Weeks() []Period {
	return s.periods(func(i int) bool { return (len(s.Nights)-i)%WeekNights == 0 })
}

// Months divides the window by the months of the calendar.
func (s Summary) Months() []Period {
	return s.periods(func(i int) bool { return s.Nights[i].Evening.Date().Day() == 1 })
}

// maxWeeks is how many weeks are told apart before they become months.
const maxWeeks = 26

// Periods are the weeks of the window, or its months where there are many.
func (s Summary) Periods() []Period {
	if s.ByMonth() {
		return s.Months()
	}
	return s.Weeks()
}

// ByMonth reports whether the periods are months.
func (s Summary) ByMonth() bool { return len(s.Nights) > maxWeeks*WeekNights }

// periods divides the window before each night that begins one.
func (s Summary) periods(begins func(i int) bool) (list []Period) {
	from := 0
	for i := 1; i <= len(s.Nights); i++ {
		if i == len(s.Nights) || begins(i) {
			list = append(list, period(s.Nights[from:i]))
			from = i
		}
	}
	return list
}

// period counts some nights.
func period(nights []Night) Period {
	var severity []float64
	for _, n := range nights {
		severity = append(severity, n.Severity...)
	}
	return Period{Nights: nights, Totals: Sum(nights), Severity: spread(severity)}
}

// NeverKept reports whether the diary has no cramp and no routine at all, of any time.
func (s Summary) NeverKept() bool { return s.First.IsZero() && len(s.Future) == 0 }

// Empty reports whether a window has neither a cramp nor a bedtime stretch that
// was done.
func (s Summary) Empty() bool {
	return len(s.Cramps) == 0 && !slices.ContainsFunc(s.Nights, func(n Night) bool { return n.Stretched })
}
