package history

import (
	"fmt"
	"time"

	"uncramp/coach/record"
	"uncramp/coach/stats"
	"uncramp/routines"
)

// sunday is the evening on which the histories of the tests end.
func sunday() time.Time { return time.Date(2026, 11, 22, 21, 0, 0, 0, time.UTC) }

func at(day, hour int) time.Time { return time.Date(2026, 11, day, hour, 12, 0, 0, time.UTC) }

// kept is a diary of so many days: about two cramps in three nights, and the
// bedtime stretch on most of the latest thirty.
func kept(days int) (rows stats.Rows) {
	sides := []routines.Side{routines.Left, routines.Right, routines.Left, routines.Both, ""}
	for i := days; i >= 0; i-- {
		day := sunday().AddDate(0, 0, -i)
		for j := range i * 7 % 5 / 2 {
			e := record.Episode{
				ID: record.ID(fmt.Sprintf("%d-%d", i, j)), At: time.Date(day.Year(), day.Month(), day.Day(), 1+(i+2*j)%5, 12, 0, 0, time.UTC),
				Muscle: routines.Muscles()[i/4%3], Side: sides[i%5], Length: time.Duration(60+i%60*5) * time.Second, Relief: time.Duration(30+i%60*8) * time.Second,
			}
			if i%4 != 0 {
				e.Severity = record.Rating{Given: true, Value: 3 + i%6}
			}
			if i%3 == 0 {
				e.Woke, e.Note = record.Yes, "after a long walk"
				e.Tried = []record.Attempt{{Name: "Calf at the wall", Spent: 40 * time.Second, Answer: "eased"}}
			}
			rows.Cramps = append(rows.Cramps, e)
		}
		if i < 30 && i%5 != 2 {
			rows.Sessions = append(rows.Sessions, stretch(day))
		}
	}
	return rows
}

// stretch is a bedtime stretch that was done.
func stretch(at time.Time) record.Session {
	return record.Session{At: at, Routine: stats.Bedtime, Worked: time.Minute}
}

// summed is a window of a diary of a hundred days.
func summed(days int) stats.Summary { return stats.Count(sunday(), days, kept(100)) }

// empty is a window of an empty diary.
func empty(days int) stats.Summary { return stats.Count(sunday(), days, stats.Rows{}) }

// large is twenty thousand cramps in eighty years, and twenty of stretches.
func large() stats.Rows {
	rows := kept(29000)
	for i := 7000; i >= 30; i-- {
		rows.Sessions = append(rows.Sessions, stretch(sunday().AddDate(0, 0, -i)))
	}
	return rows
}
