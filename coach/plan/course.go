package plan

import (
	"time"

	"uncramp/coach/stats"
)

// Stage is where a programme stands.
type Stage int

// The stages.
const (
	NotBegun Stage = iota // none is followed, and none was
	Diary                 // the days of baseline, in which only the diary is kept
	Running               // the practice
	Over                  // its weeks have gone by
	Stopped
)

// Course is a programme as a person follows it, counted.
type Course struct {
	stats.Course
	Programme Programme
	Stage     Stage
	Now       time.Time
	Number    int        // which day of the baseline or of the practice it is, from 1 on
	Week      int        // which week of the practice, from 1 on; 0 before it
	Rows      []WeekDone // the weeks of the practice that there are, in order
	Before    stats.Period
	After     stats.Period // the latest two weeks of the practice, or as much of it as there was
	Past      []Earlier
}

// Earlier is a programme that was followed before the latest one.
type Earlier struct {
	stats.Course
	Title string // what it is called
}

// WeekDone is a week of a programme: what was asked, what was done of it, and the
// cramps.
type WeekDone struct {
	Number int       // from 1 on
	From   stats.Day // its first one
	Cells  [DaysShown]Cell
	Done   int // times; on no day more than are asked on one
	Asked  int
	Cramps stats.Period
}

// AfterNights are how many nights at the end of a programme are compared with those
// before it. Two weeks are our own default.
const AfterNights = 2 * stats.WeekNights

// CourseOf counts the latest programme, which is told by its id.
func CourseOf(now time.Time, f stats.Followed, programme func(id string) Programme) Course {
	n := len(f.Courses)
	if n == 0 {
		return Course{Now: now}
	}
	c := Course{Course: f.Courses[n-1], Now: now}
	for _, past := range f.Courses[:n-1] {
		c.Past = append(c.Past, Earlier{past, programme(past.Name).Name})
	}
	c.Programme = programme(c.Name)
	c.Number, c.Week = c.Day(now), c.Course.Week(now)
	switch {
	case c.Until != 0:
		c.Stage = Stopped
	case c.Number < 1:
		c.Stage, c.Number = Diary, c.Number+c.Baseline
	case c.Number > c.Days():
		c.Stage = Over
	default:
		c.Stage = Running
	}
	c.count(f)
	return c
}

// end is the first day that is no part of the practice any more.
func (c Course) end() stats.Day {
	end := c.From + stats.Day(c.Days())
	if c.Until != 0 {
		end = min(end, max(c.Until, c.From))
	}
	return end
}

// has reports whether a day is one of the practice. That on which it was stopped is one if it
// was done on it.
func (c Course) has(day stats.Day) bool {
	return c.From <= day && (day < c.end() || day == c.Until && day < c.From+stats.Day(c.Days()))
}

// count counts the weeks, and the nights before and at the end.
func (c *Course) count(f stats.Followed) {
	today := c.Today(c.Now)
	for i := range c.Weeks {
		w := WeekDone{Number: i + 1, From: c.From + stats.Day(i*DaysShown)}
		w.Cramps = f.Between(w.From, w.From+DaysShown)
		c.Rows = append(c.Rows, w)
	}
	for _, s := range f.Sessions {
		day := c.dayOf(s.At)
		if follows := s.Routine == c.Programme.Routine && !s.Deleted && s.Worked > 0 && !s.At.After(c.Now); follows && c.has(day) {
			at := int(day - c.From)
			c.Rows[at/DaysShown].Cells[at%DaysShown].add(Item{Share: c.Programme.Share, Times: c.Programme.Times}, s)
		}
	}
	for i := range c.Rows {
		c.Rows[i].sum(*c, today)
	}
	first := c.From - stats.BeforeNights
	if c.Baseline > 0 {
		first = c.Begun()
	}
	c.Before = f.Between(first, c.From)
	last := min(c.end(), stats.LatestOver(c.Now)+1)
	c.After = f.Between(max(last-AfterNights, c.From), last)
}

// dayOf is the day of the programme that a moment belongs to. What only the clock of a
// journey shows as ahead counts for the present.
func (c Course) dayOf(at time.Time) stats.Day {
	if c.Nightly() {
		return min(stats.NightOf(at), stats.NightOf(c.Now))
	}
	return min(stats.DayOf(at), stats.DayOf(c.Now))
}

// sum says how each day stands, and adds them up.
func (w *WeekDone) sum(c Course, today stats.Day) {
	for i := range w.Cells {
		day, cell := w.From+stats.Day(i), &w.Cells[i]
		asked := c.Programme.asks(day) && c.has(day) && (day != c.Until || cell.Times > 0)
		if asked {
			w.Asked += c.Programme.Times
		}
		w.Done += cell.Times
		switch {
		case cell.State != Empty:
		case !asked:
			cell.State = Free
		case day == today && c.Until == 0:
			cell.State = Due
		case day > today:
			cell.State = Ahead
		}
	}
}

// Sum is what was done, and what was asked, in the weeks that have gone by.
func (c Course) Sum() (done, asked int) {
	for _, w := range c.Rows {
		if w.From+DaysShown <= min(c.Today(c.Now), c.end()) || c.Stage == Stopped && w.From < c.end() {
			done, asked = done+w.Done, asked+w.Asked
		}
	}
	return done, asked
}

// WeeksBegun are the weeks of the practice that have begun, as long as it went on.
func (c Course) WeeksBegun() (list []WeekDone) {
	for _, w := range c.Rows {
		if c.Stage != Diary && w.From <= min(c.Today(c.Now), c.end()-1) {
			list = append(list, w)
		}
	}
	return list
}

// IsZero reports whether there is no programme.
func (c Course) IsZero() bool { return c.Stage == NotBegun }

// Present is the week that it is now; false: it is none of the practice.
func (c Course) Present() (WeekDone, bool) {
	if c.Stage != Running {
		return WeekDone{}, false
	}
	return c.Rows[c.Week-1], true
}

// Outcome is what a comparison of the nights before with those at the end comes to.
type Outcome int

// The outcomes.
const (
	Unknown Outcome = iota // a week of diary is missing, before or after
	None                   // there was no cramp in either
	Eased                  // fewer cramps, or less severe ones, and neither more
	NoBetter
)

// Outcome compares. It says nothing of why.
func (c Course) Outcome() Outcome {
	before, known := c.Before.Totals.PerWeek()
	after, knownAfter := c.After.Totals.PerWeek()
	b, a := c.Before.Severity, c.After.Severity
	rated := b.Given > 0 && a.Given > 0
	switch {
	case !known || !knownAfter:
		return Unknown
	case before == 0 && after == 0:
		return None
	case after < before && (!rated || a.Median <= b.Median), after <= before && rated && a.Median < b.Median:
		return Eased
	}
	return NoBetter
}
