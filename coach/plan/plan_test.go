package plan

import (
	"context"
	"fmt"
	"iter"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"uncramp/coach/diary"
	"uncramp/coach/record"
)

func TestStretched(t *testing.T) {
	half := record.Session{Routine: Bedtime, Planned: 220 * time.Second, Worked: time.Minute}
	for name, tt := range map[string]struct {
		change func(*record.Session)
		want   bool
	}{
		"half of its holds":  {func(*record.Session) {}, true},
		"just enough":        {func(s *record.Session) { s.Worked = 55 * time.Second }, true},
		"a little less":      {func(s *record.Session) { s.Worked = 55*time.Second - 1 }, false},
		"one hold":           {func(s *record.Session) { s.Worked = 10 * time.Second }, false},
		"skipped through":    {func(s *record.Session) { s.Worked, s.Planned = 0, 0 }, false},
		"another routine":    {func(s *record.Session) { s.Routine = "warmup" }, false},
		"no plan was told":   {func(s *record.Session) { s.Planned = 0 }, true},
		"longer than it was": {func(s *record.Session) { s.Worked = time.Hour }, true},
	} {
		s := half
		tt.change(&s)
		if got := Stretched(s); got != tt.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// TestDiariesFindTheSameNights: SQLite has the rules of a night and of what
// counts in words of its own.
func TestDiariesFindTheSameNights(t *testing.T) {
	dice := rand.New(rand.NewPCG(7, 1))
	now := time.Date(2026, 11, 22, 22, 0, 0, 0, time.UTC)
	clock := func() time.Time { return now }
	db, err := diary.Open(t.Context(), filepath.Join(t.TempDir(), "diary.db"), clock)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	var sessions []record.Session
	var moments []time.Time
	for i := range 300 {
		s := record.Session{
			ID: record.ID(fmt.Sprint(i)), At: now.Add(-time.Duration(dice.Int64N(int64(150 * day)))).In(anyZone(dice)), Edited: now,
			Routine: []string{Bedtime, Bedtime, "warmup"}[dice.IntN(3)], Planned: 4 * time.Minute, Worked: time.Duration(dice.IntN(5)) * 30 * time.Second,
		}
		if Stretched(s) {
			moments = append(moments, s.At)
		}
		sessions = append(sessions, s)
	}
	want := Nights(now, moments)
	if len(want) < 50 || len(want) == len(moments) {
		t.Fatalf("%d stretches in %d nights are too tame", len(moments), len(want))
	}
	type store interface {
		diary.Merger
		Nights(ctx context.Context, within record.Span, routine string, share float64) iter.Seq2[time.Time, error]
	}
	for name, s := range map[string]store{"memory": diary.NewMemory(clock), "SQLite": db} {
		if _, err := s.Merge(t.Context(), record.Batch{Sessions: sessions}); err != nil {
			t.Fatal(err)
		}
		var found []time.Time
		for at, err := range s.Nights(t.Context(), record.Span{}, Bedtime, Share) {
			if err != nil {
				t.Fatal(err)
			}
			found = append(found, at)
		}
		if got := Nights(now, found); !slices.Equal(got, want) || len(found) != len(got) {
			t.Errorf("%s finds %v in %d moments, want %v", name, got, len(found), want)
		}
	}
}
