package diary

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"uncramp/coach/diary/exchange"
	"uncramp/coach/record"
)

// What the issue asks for: 100,000 sessions and 20,000 cramps; and marks of ten
// years.
const (
	manySessions = 100_000
	manyCramps   = 20_000
	manyMarks    = 4_000
)

// atTheSize is a diary as large as it may get, made once for all benchmarks.
var atTheSize = sync.OnceValues(func() (string, error) {
	folder, err := os.MkdirTemp("", "uncramp-bench-*")
	if err != nil {
		return "", err
	}
	path := filepath.Join(folder, "diary.db")
	d, err := Open(context.Background(), path, clock)
	if err != nil {
		return "", err
	}
	if _, err := d.Merge(context.Background(), record.Batch{Episodes: several(manyCramps, crampOften), Sessions: several(manySessions, followedTwice), Tallies: several(manyMarks, marked)}); err != nil {
		return "", err
	}
	return path, d.Close()
})

// crampOften are examples that lie close enough for tens of thousands.
func crampOften(n int) record.Episode {
	e := cramp(n)
	e.At, e.Edited = evening.Add(-time.Duration(n)*5*time.Hour), evening.UTC()
	return e
}

// followedTwice are examples that lie close enough for tens of thousands.
func followedTwice(n int) record.Session {
	v := followed(n)
	v.At, v.Edited = evening.Add(-time.Duration(n)*time.Hour), evening.UTC()
	return v
}

func large(b *testing.B) *DB {
	b.Helper()
	path, err := atTheSize()
	must(b, err)
	return open(b, path)
}

// BenchmarkHistory reads what the history screen's first frame needs.
func BenchmarkHistory(b *testing.B) {
	for name, within := range map[string]record.Span{"42 days": {From: evening.AddDate(0, 0, -42)}, "all": {}} {
		b.Run(name, func(b *testing.B) {
			d := large(b)
			for b.Loop() {
				cramps := collect(b, d.BriefEpisodes(b.Context(), within))
				slept := collect(b, d.SessionsByNight(b.Context(), record.Span{}, "bedtime"))
				if len(cramps) == 0 || len(slept) < manySessions/24-1 {
					b.Fatal(len(cramps), len(slept))
				}
			}
		})
	}
}

// BenchmarkYear reads a year of cramps, and of sessions, with all that was
// told.
func BenchmarkYear(b *testing.B) {
	d, year := large(b), record.Span{From: evening.AddDate(-1, 0, 0)}
	b.Run("cramps", func(b *testing.B) {
		for b.Loop() {
			if n := len(collect(b, d.Episodes(b.Context(), year, false))); n < 365*24/5-5 {
				b.Fatal(n)
			}
		}
	})
	b.Run("sessions", func(b *testing.B) {
		for b.Loop() {
			if n := len(collect(b, d.Sessions(b.Context(), year, false))); n < 365*24-5 {
				b.Fatal(n)
			}
		}
	})
}

// BenchmarkMarks reads what a list of causes and a week of glasses need.
func BenchmarkMarks(b *testing.B) {
	d, week := large(b), record.Days{First: evening.AddDate(0, 0, -6).Format(time.DateOnly)}
	for b.Loop() {
		ticked, glasses := collect(b, d.Tallies(b.Context(), record.Cause, record.Days{}, false)), collect(b, d.Tallies(b.Context(), record.Water, week, false))
		if len(ticked) != manyMarks*2/5 || len(glasses) != 2 {
			b.Fatal(len(ticked), len(glasses))
		}
	}
}

func BenchmarkInsert(b *testing.B) {
	d := large(b)
	for b.Loop() {
		v := followedTwice(0)
		v.ID = record.NewID(v.At)
		must(b, d.PutSession(b.Context(), v))
	}
}

func BenchmarkDelete(b *testing.B) {
	d := large(b)
	for b.Loop() {
		e := crampOften(0)
		e.ID, e.Deleted = record.NewID(e.At), true
		must(b, d.PutEpisode(b.Context(), e))
	}
}

func BenchmarkOpen(b *testing.B) {
	path, err := atTheSize()
	must(b, err)
	small := diaryIn(b)
	d := open(b, small)
	_, err = d.Merge(b.Context(), record.Batch{Episodes: several(1000, crampOften), Sessions: several(4000, followedTwice), Tallies: several(manyMarks, marked)}) // ten years
	must(b, err)
	closed(b, d)
	for name, path := range map[string]string{"ten years": small, "largest": path, "none yet": ""} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				at := path
				if at == "" {
					at = diaryIn(b)
				}
				d, err := Open(b.Context(), at, clock)
				must(b, err)
				closed(b, d)
			}
		})
	}
}

func BenchmarkExchange(b *testing.B) {
	d := large(b)
	for _, f := range []exchange.Format{exchange.JSON, exchange.CSV} {
		b.Run(string(f), func(b *testing.B) {
			for b.Loop() {
				must(b, exchange.Write(io.Discard, f, rowsOf(b, d)))
			}
		})
	}
}

func BenchmarkBackup(b *testing.B) {
	d := large(b)
	to := filepath.Join(b.TempDir(), "backup.db")
	for b.Loop() {
		must(b, d.Backup(b.Context(), to))
	}
}
