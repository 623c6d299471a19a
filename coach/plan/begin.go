package plan

import (
	"fmt"
	"time"

	"uncramp/coach/record"
	"uncramp/coach/stats"
)

// Begin are the marks that begin a programme at a moment, after a week of diary if
// that is asked for. The latest, which this takes the place of, is taken away if it is in
// its week of diary; any other stays on record, and is stopped. The error says that it is
// followed already.
func (c Course) Begin(p Programme, now time.Time, diaryFirst bool) (marks []record.Tally, err error) {
	switch {
	case c.Stage == Running && c.Name == p.ID, c.Stage == Diary && c.Name == p.ID && diaryFirst:
		return nil, fmt.Errorf(followedAlready, ErrFollowed, c.Texts()[0])
	case c.Stage == Running || c.Stage == Over && c.Name != p.ID:
		marks = []record.Tally{mark(record.Stopped, c.Today(now), c.Name, 1)}
	case c.Stage == Diary:
		marks = []record.Tally{mark(record.Baseline, c.Begun(), c.Name, 0), mark(record.Programme, c.From, c.Name, 0)}
	}
	today := stats.Course{Name: p.ID}.Today(now)
	from := today
	if diaryFirst {
		from += BaselineDays
		marks = withMark(marks, mark(record.Baseline, today, p.ID, BaselineDays))
	}
	marks = withMark(marks, mark(record.Programme, from, p.ID, p.Weeks))
	return append(marks, mark(record.Stopped, today, p.ID, 0)), nil
}

// withMark adds a mark to others, in place of one about the same.
func withMark(marks []record.Tally, m record.Tally) (list []record.Tally) {
	for _, other := range marks {
		if other.ID() != m.ID() {
			list = append(list, other)
		}
	}
	return append(list, m)
}

// Stop are the marks that stop the programme at a moment. The error says that none is
// followed.
func (c Course) Stop(now time.Time) ([]record.Tally, error) {
	if c.Stage == NotBegun || c.Stage == Stopped {
		return nil, errNotFollowed
	}
	return []record.Tally{mark(record.Stopped, c.Today(now), c.Name, 1)}, nil
}

// Replaced is the programme in whose place this one was begun, on the day that it is;
// false: there is none, or it was on another day.
func (c Course) Replaced() (Earlier, bool) {
	n := len(c.Past)
	if n == 0 || c.Stage != Running && c.Stage != Diary || c.Today(c.Now) != c.Begun() {
		return Earlier{}, false
	}
	apart := c.Begun() - c.Past[n-1].Until // after midnight a night is of another day
	return c.Past[n-1], -1 <= apart && apart <= 1
}

// GoOn are the marks that take the stop of the programme back; of one that took the place
// of another today, its beginning, so that the other goes on. The error says that there
// is neither.
func (c Course) GoOn(time.Time) ([]record.Tally, error) {
	if c.Stage == Stopped {
		return []record.Tally{mark(record.Stopped, c.Until, c.Name, 0)}, nil
	}
	before, replaced := c.Replaced()
	if !replaced {
		return nil, errNotStopped
	}
	marks := []record.Tally{mark(record.Programme, c.From, c.Name, 0), mark(record.Stopped, before.Until, before.Name, 0)}
	if c.Baseline > 0 {
		marks = append(marks, mark(record.Baseline, c.Begun(), c.Name, 0))
	}
	return marks, nil
}

func mark(kind record.TallyKind, day stats.Day, name string, count int) record.Tally {
	return record.Tally{Kind: kind, Day: day.String(), Name: name, Count: count}
}
