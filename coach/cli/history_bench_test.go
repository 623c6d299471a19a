package cli

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"uncramp/coach/diary"
	"uncramp/coach/record"
	"uncramp/coach/session"
	"uncramp/coach/stats"
	"uncramp/coach/theme"
	"uncramp/coach/tui/history"
	"uncramp/coach/tui/screen"
	"uncramp/routines"
)

// BenchmarkHistory is the way from a closed file to the history's first frame,
// with 100,000 sessions and 20,000 cramps.
func BenchmarkHistory(b *testing.B) {
	now := time.Date(2026, 11, 21, 22, 30, 0, 0, time.UTC)
	d := newDisk(b)
	db, err := diary.Open(b.Context(), d.path, func() time.Time { return now })
	must(b, err)
	_, err = db.Merge(b.Context(), tenYears(now))
	must(b, errors.Join(err, db.Close()))
	j := d.journal(func() time.Time { return now })
	for _, days := range []int{28, 0} {
		b.Run(fmt.Sprint(days, "days"), func(b *testing.B) {
			for b.Loop() {
				h, err := j.Summary(now, days)
				if err != nil || h.Empty() {
					b.Fatal(err)
				}
				env := screen.Env{Now: session.Instant{Wall: now}, Width: 80, Height: 24, Theme: theme.Day(theme.Surface{})}
				m, read := history.New(counted{summary: h}).Update(env, screen.ShowMsg{})
				m, _ = m.Update(env, read.Cmd())
				m.View(env)
			}
		})
	}
}

// counted is a diary that was counted before.
type counted struct {
	history.Diary
	summary stats.Summary
}

func (c counted) Summary(time.Time, int) (stats.Summary, error) { return c.summary, nil }

// tenYears is as much as anybody may come to.
func tenYears(now time.Time) record.Batch {
	const sessions, cramps, span = 100_000, 20_000, 10 * 365 * 24 * time.Hour
	var followed []record.Session
	for n := range sessions {
		followed = append(followed, record.Session{
			ID: record.ID(fmt.Sprintf("session-%06d", n)), At: now.Add(-time.Duration(n) * (span / sessions)), Routine: stats.Bedtime,
			Ending: session.Ending(1), Planned: 10 * time.Minute, Worked: 9 * time.Minute,
		})
	}
	var cramped []record.Episode
	for n := range cramps {
		cramped = append(cramped, record.Episode{
			ID: record.ID(fmt.Sprintf("cramp-%06d", n)), At: now.Add(-time.Duration(n) * (span / cramps)), Length: 4 * time.Minute,
			Muscle: routines.Muscles()[n%4], Side: routines.Left, Severity: record.Rating{Given: true, Value: n % 11}, Relief: 95 * time.Second,
		})
	}
	return record.Batch{Episodes: cramped, Sessions: followed}
}
