package cli

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"uncramp/coach/diary"
	"uncramp/coach/record"
	"uncramp/coach/session"
	"uncramp/coach/stats"
	"uncramp/coach/theme"
	"uncramp/coach/tui/history"
	"uncramp/routines"
)

// BenchmarkHistory is the way from a closed file to the history's first frame,
// with 100,000 sessions and 20,000 cramps.
func BenchmarkHistory(b *testing.B) {
	now := time.Date(2026, 11, 21, 22, 30, 0, 0, time.UTC)
	path := filepath.Join(b.TempDir(), "diary.db")
	a := &App{Diary: func() (diary.Store, error) {
		return diary.Open(context.Background(), path, func() time.Time { return now })
	}, HasDiary: func() bool { return true }}
	s, err := a.Diary()
	if err == nil {
		err = fill(s, now)
	}
	if err != nil {
		b.Fatal(err)
	}
	for _, days := range []int{28, 0} {
		b.Run(fmt.Sprint(days, "days"), func(b *testing.B) {
			for b.Loop() {
				h, err := a.summary(now, days)
				if err != nil || h.Empty() {
					b.Fatal(err)
				}
				history.New(h, 80, 24).View(80, 24, theme.Day(theme.Surface{}))
			}
		})
	}
}

// fill writes ten span, and closes the diary.
func fill(s diary.Store, now time.Time) error {
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
	_, err := s.(diary.Merger).Merge(context.Background(), record.Batch{Episodes: cramped, Sessions: followed})
	if err != nil {
		return err
	}
	return s.Close()
}
