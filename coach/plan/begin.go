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

// GoOn are the marks that take the stop of the programme back. The error says that none
// was stopped.
func (c Course) GoOn(time.Time) ([]record.Tally, error) {
	if c.Stage != Stopped {
		return nil, errNotStopped
	}
	return []record.Tally{mark(record.Stopped, c.Until, c.Name, 0)}, nil
}

func mark(kind record.TallyKind, day stats.Day, name string, count int) record.Tally {
	return record.Tally{Kind: kind, Day: day.String(), Name: name, Count: count}
}
