package journal

import (
	"context"
	"fmt"
	"time"

	"uncramp/coach/diary"
	"uncramp/coach/record"
	"uncramp/coach/stats"
)

// Ticked returns the causes that the person ticked: the ids of their cards, in
// alphabetical order.
func (j *Journal) Ticked() (causes []string, err error) {
	err = j.read(func(ctx context.Context, d *diary.DB) error {
		ticked, err := all(d.Tallies(ctx, record.Cause, record.Days{}, false))
		for _, t := range ticked {
			causes = append(causes, t.Name)
		}
		return err
	})
	return causes, err
}

// Tick ticks a cause, or takes the tick away.
func (j *Journal) Tick(cause string, on bool) error {
	if on {
		return j.TickAll([]string{cause}, nil)
	}
	return j.TickAll(nil, []string{cause})
}

// TickAll ticks causes and takes the ticks of others away, all or nothing. What
// is in both is ticked.
func (j *Journal) TickAll(on, off []string) error {
	var b record.Batch
	for _, id := range off {
		b.Tallies = append(b.Tallies, record.Tally{Kind: record.Cause, Name: id})
	}
	for _, id := range on {
		b.Tallies = append(b.Tallies, record.Tally{Kind: record.Cause, Name: id, Count: 1})
	}
	if b.Len() == 0 {
		return nil
	}
	return j.Merge(b)
}

// AddGlasses counts glasses of water on a day, or takes some back with a number
// below 0, as far as the diary counts. It returns how many there are then. No
// diary is made to take some back.
func (j *Journal) AddGlasses(day stats.Day, by int) (n int, err error) {
	if by <= 0 && !j.Exists() {
		return 0, nil
	}
	err = j.write(rowTimeout, func(ctx context.Context, d *diary.DB) (err error) {
		n, err = d.AddTally(ctx, record.Tally{Kind: record.Water, Day: day.String(), Name: j.Device(), Count: by})
		return err
	})
	return n, err
}

// glasses returns those of water from one day to another; a day without any is
// not there.
func glasses(ctx context.Context, d *diary.DB, first, last stats.Day) (map[stats.Day]int, error) {
	counts := map[stats.Day]int{}
	for t, err := range d.Tallies(ctx, record.Water, record.Days{First: first.String(), Last: last.String()}, false) {
		if err != nil {
			return nil, err
		}
		date, err := time.Parse(time.DateOnly, t.Day)
		if err != nil {
			return nil, fmt.Errorf("glasses of water in the diary: %w", err)
		}
		counts[stats.DayOf(date)] += t.Count
	}
	return counts, nil
}
