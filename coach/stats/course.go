package stats

import (
	"cmp"
	"slices"
	"time"

	"uncramp/coach/record"
)

// Course is a programme as a person follows it, or followed it.
type Course struct {
	Name     string // what is followed: a routine's id, or that of a form of one
	From     Day    // the first day of its practice
	Weeks    int
	Baseline int // days of diary before From; 0: there are none
	Until    Day // when it was stopped, or another one begun in its place; 0: it goes on
}

// CoursesOf are the programmes that marks tell of: those that were stopped, in the order
// in which that was written down, and then those that were not, of which the one begun
// last is followed.
func CoursesOf(marks []record.Tally) (list []Course) {
	begun, stopped := map[Course]time.Time{}, map[Course]time.Time{} // when that was written down
	for _, m := range marks {
		day, ok := markedDay(m)
		if !ok || m.Kind != record.Programme {
			continue
		}
		c := Course{Name: m.Name, From: day, Weeks: m.Count}
		c.Baseline = baselineBefore(c, marks)
		stop := stopOf(c, marks)
		c.Until, _ = markedDay(stop)
		if stop.Count == 0 {
			c.Until = 0
		}
		begun[c], stopped[c] = m.Edited, stop.Edited
		list = append(list, c)
	}
	slices.SortStableFunc(list, func(a, b Course) int {
		return cmp.Or(compareStopped(a, b), stopped[a].Compare(stopped[b]), cmp.Compare(a.Until, b.Until), cmp.Compare(a.From, b.From),
			begun[a].Compare(begun[b]), cmp.Compare(a.Name, b.Name))
	})
	for i := range list[:max(len(list)-1, 0)] {
		if list[i].Until == 0 {
			list[i].Until = max(list[i+1].Begun(), 1)
		}
	}
	return list
}

// compareStopped puts what was stopped before what was not.
func compareStopped(a, b Course) int {
	switch {
	case (a.Until == 0) == (b.Until == 0):
		return 0
	case b.Until == 0:
		return -1
	}
	return 1
}

// markedDay is the day of a mark that was not taken away.
func markedDay(m record.Tally) (Day, bool) {
	date, err := time.Parse(time.DateOnly, m.Day)
	return DayOf(date), err == nil && m.Count > 0
}

func baselineBefore(c Course, marks []record.Tally) int {
	for _, m := range marks {
		if day, ok := markedDay(m); ok && m.Kind == record.Baseline && m.Name == c.Name && day+Day(m.Count) == c.From {
			return m.Count
		}
	}
	return 0
}

// stopOf is the mark of the first day on which a programme was stopped; the zero value
// where it was not.
func stopOf(c Course, marks []record.Tally) (first record.Tally) {
	for _, m := range marks {
		day, ok := markedDay(m)
		stops := ok && m.Kind == record.Stopped && m.Name == c.Name && day >= c.Begun()
		if stops && (first.Count == 0 || m.Day < first.Day) {
			first = m
		}
	}
	return first
}

// Current is the programme that is followed; false: none is.
func Current(courses []Course) (Course, bool) {
	if n := len(courses); n > 0 && courses[n-1].Until == 0 {
		return courses[n-1], true
	}
	return Course{}, false
}

// Begun is the first day of all, that of the baseline where there is one.
func (c Course) Begun() Day { return c.From - Day(c.Baseline) }

// Days is how many days the practice lasts.
func (c Course) Days() int { return c.Weeks * WeekNights }

// Nightly reports whether it is done for a night, rather than on a calendar day.
func (c Course) Nightly() bool { return c.Name == Bedtime }

// Today is the day of the programme at a moment. For one that is done for nights it is
// the evening of the night that is not over, or the coming one. Before the first day, as
// the clock of a journey or one that was set back may show, it is that.
func (c Course) Today(now time.Time) Day {
	if c.Nightly() {
		return max(LatestOver(now)+1, c.Begun())
	}
	return max(DayOf(now), c.Begun())
}

// Day is which day of the practice it is at a moment, from 1 on; below, the practice has not
// begun, and beyond [Course.Days] it is over.
func (c Course) Day(now time.Time) int { return int(c.Today(now)-c.From) + 1 }

// Week is which week of the practice it is at a moment: 0 before the practice, and the last
// one once it is over.
func (c Course) Week(now time.Time) int {
	day := c.Day(now)
	if day < 1 {
		return 0
	}
	return min((day-1)/WeekNights+1, c.Weeks)
}

// sixWeeks finds the place of now in the six weeks of bedtime stretches: those of the
// programme where it is followed, else those of [SixWeeksOf].
func sixWeeks(now time.Time, rows Rows) SixWeeks {
	c, follows := Current(rows.Courses)
	if !follows || !c.Nightly() {
		return SixWeeksOf(now, rows.Sessions)
	}
	if c.Day(now) < 1 {
		return SixWeeks{}
	}
	return sixWeeksFrom(c.From, c.Day(now), stretchNights(now, rows.Sessions))
}

// Followed is what the diary holds of the latest programme.
type Followed struct {
	Summary                   // from four weeks before it on, or from its baseline
	Sessions []record.Session // all that was followed since it began
}

// Between counts the nights from a first one to before another.
func (s Summary) Between(first, before Day) Period {
	var nights []Night
	for _, n := range s.Nights {
		if first <= n.Evening && n.Evening < before {
			nights = append(nights, n)
		}
	}
	return period(nights)
}

// BeforeNights are how many nights before a programme count as before it, where no
// baseline does.
const BeforeNights = RecentNights

// FollowedSince is the first day that a [Followed] of some programmes reads, and how
// many nights it has; false: there is no programme.
func FollowedSince(now time.Time, courses []Course) (first Day, nights int, ok bool) {
	if len(courses) == 0 {
		return 0, 0, false
	}
	c := courses[len(courses)-1]
	first = min(c.Begun(), c.From-BeforeNights)
	return c.Begun(), max(int(LatestBegun(now)-first)+1, 1), true
}
