package cli

import (
	"context"
	"fmt"
	"time"

	"uncramp/coach/diary"
	"uncramp/coach/record"
	"uncramp/coach/stats"
)

// ticked lists the causes that the person ticked: the ids of their cards, in
// alphabetical order. Where there is no diary yet, none is made.
func (a *App) ticked() (causes []string, err error) {
	err = a.ifThere(func(ctx context.Context, s diary.Store) (err error) {
		causes, err = tickedIn(ctx, s)
		return err
	})
	return causes, err
}

func tickedIn(ctx context.Context, s diary.Store) (causes []string, err error) {
	for m, err := range s.Marks(ctx, record.Cause, record.Days{}, false) {
		if err != nil {
			return nil, err
		}
		causes = append(causes, m.Name)
	}
	return causes, nil
}

// tick ticks a cause, or takes the tick away. It returns once that is on disk.
func (a *App) tick(cause string, on bool) error {
	return a.putMark(tickOf(cause, on))
}

func tickOf(cause string, on bool) record.Tally {
	m := record.Tally{Kind: record.Cause, Name: cause}
	if on {
		m.Count = 1
	}
	return m
}

// glassesIn are those of water on some days, from the first to the last; a day
// without any is not there.
func glassesIn(ctx context.Context, s diary.Store, first, last stats.Day) (map[stats.Day]int, error) {
	glasses := map[stats.Day]int{}
	for m, err := range s.Marks(ctx, record.Water, record.Days{First: dateOf(first), Last: dateOf(last)}, false) {
		if err != nil {
			return nil, err
		}
		date, err := time.Parse(time.DateOnly, m.Day)
		if err != nil {
			return nil, fmt.Errorf("glasses of water in the diary: %w", err)
		}
		glasses[stats.DayOf(date)] = m.Count
	}
	return glasses, nil
}

// setGlasses says how many glasses of water there were on a day. It returns
// once that is on disk.
func (a *App) setGlasses(day stats.Day, n int) error {
	return a.putMark(record.Tally{Kind: record.Water, Day: dateOf(day), Count: n})
}

func dateOf(day stats.Day) string { return day.Date().Format(time.DateOnly) }

func (a *App) putMark(m record.Tally) error {
	err := a.inDiary(func(ctx context.Context, s diary.Store) error { return s.PutMark(ctx, m) })
	return err
}
