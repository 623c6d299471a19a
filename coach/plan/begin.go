package plan

import (
	"time"

	"uncramp/coach/record"
	"uncramp/coach/stats"
)

// Begin are the marks that begin a programme at a moment, after a week of diary if
// that is asked for. One in its diary, which this takes the place of, is taken away; any
// other stays on record, and ends where this begins.
func Begin(p Programme, now time.Time, diaryFirst bool, instead Course) (marks []record.Tally) {
	if instead.Stage == Diary {
		marks = []record.Tally{
			mark(record.Baseline, instead.Begun(), instead.Name, 0), mark(record.Programme, instead.From, instead.Name, 0),
		}
	}
	today := stats.Course{Name: p.ID}.Today(now)
	from := today
	if diaryFirst {
		from += BaselineDays
		marks = withMark(marks, mark(record.Baseline, today, p.ID, BaselineDays))
	}
	marks = withMark(marks, mark(record.Programme, from, p.ID, p.Weeks))
	return append(marks, mark(record.Stopped, today, p.ID, 0))
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

// Stop are the marks that stop a programme at a moment.
func Stop(c Course, now time.Time) []record.Tally {
	return []record.Tally{mark(record.Stopped, c.Today(now), c.Name, 1)}
}

// GoOn are the marks that take the stop of a programme back.
func GoOn(c Course) []record.Tally {
	return []record.Tally{mark(record.Stopped, c.Until, c.Name, 0)}
}

func mark(kind record.TallyKind, day stats.Day, name string, count int) record.Tally {
	return record.Tally{Kind: kind, Day: day.String(), Name: name, Count: count}
}
