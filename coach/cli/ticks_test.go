package cli

import (
	"context"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"uncramp/coach/diary"
	"uncramp/coach/record"
	"uncramp/coach/stats"
)

// onDisk is an App with a diary in a folder of its own, and where that is.
func onDisk(t *testing.T) (*App, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "uncramp", "diary.db")
	return &App{
		Diary: func() (diary.Store, error) {
			d, err := diary.Open(t.Context(), path, func() time.Time { return morning })
			if err != nil {
				return nil, err
			}
			return d, nil
		},
		HasDiary: func() bool {
			_, err := os.Stat(path)
			return err == nil
		},
	}, path
}

func ticked(t *testing.T, a *App, want ...string) {
	t.Helper()
	got, err := a.ticked()
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("%q are ticked (%v), want %q", got, err, want)
	}
}

func glasses(t *testing.T, a *App, first, last stats.Day, want map[stats.Day]int) {
	t.Helper()
	var got map[stats.Day]int
	err := a.ifThere(func(ctx context.Context, s diary.Store) (err error) {
		got, err = glassesIn(ctx, s, first, last)
		return err
	})
	if err != nil || !maps.Equal(got, want) {
		t.Errorf("there were %v glasses (%v), want %v", got, err, want)
	}
}

func TestTicksAreKept(t *testing.T) {
	a, _ := onDisk(t)
	for _, step := range []struct {
		cause string
		on    bool
		want  string
	}{
		{"shoes", true, "shoes"}, {"age", true, "age shoes"}, {"age", true, "age shoes"},
		{"shoes", false, "age"}, {"heat", false, "age"}, {"shoes", true, "age shoes"},
	} {
		if err := a.tick(step.cause, step.on); err != nil {
			t.Fatal(err)
		}
		ticked(t, a, strings.Fields(step.want)...)
	}
}

func TestGlassesAreKept(t *testing.T) {
	a, _ := onDisk(t)
	today := stats.DayOf(morning)
	for day, n := range map[stats.Day]int{today: 3, today - 1: 6, today - 6: 1, today - 7: 99} {
		if err := a.setGlasses(day, n); err != nil {
			t.Fatal(err)
		}
	}
	glasses(t, a, today-6, today, map[stats.Day]int{today: 3, today - 1: 6, today - 6: 1})
	for _, n := range []int{4, 0} {
		if err := a.setGlasses(today, n); err != nil {
			t.Fatal(err)
		}
	}
	glasses(t, a, today, today, nil)
	ticked(t, a)
}

// TestReadingMakesNoDiary where there is none yet.
func TestReadingMakesNoDiary(t *testing.T) {
	a, path := onDisk(t)
	ticked(t, a)
	glasses(t, a, 0, stats.DayOf(morning), nil)
	if _, err := os.Stat(filepath.Dir(path)); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the diary's folder was made: %v", err)
	}
	if err := a.tick("age", true); err != nil {
		t.Fatal(err)
	}
	ticked(t, a, "age")
}

// full is a diary on a disk without space, and how often it was closed.
type full struct {
	*diary.Memory
	closed *int
}

var errFull = errors.New("not saved: the disk is full; free some space")

func (full) PutMark(context.Context, record.Tally) error        { return errFull }
func (full) AddMark(context.Context, record.Tally) (int, error) { return 0, errFull }

func (f full) Close() error {
	*f.closed++
	return nil
}

func TestTicksThatAreNotKeptAreErrors(t *testing.T) {
	a, _ := onDisk(t)
	for name, put := range map[string]func() error{
		"a name":            func() error { return a.tick("a\x1b[2J\n", true) },
		"too many":          func() error { return a.setGlasses(stats.DayOf(morning), 100) },
		"less than none":    func() error { return a.setGlasses(stats.DayOf(morning), -1) },
		"a day before 1970": func() error { return a.setGlasses(-1, 1) },
	} {
		if err := put(); err == nil || !strings.Contains(err.Error(), "can't be kept") || strings.ContainsAny(err.Error(), "\n\x1b") {
			t.Errorf("%s: %v", name, err)
		}
	}
	ticked(t, a)
	closed := 0
	a.Diary = func() (diary.Store, error) { return full{diary.NewMemory(a.Now), &closed}, nil }
	if err := a.tick("age", true); err == nil || !strings.Contains(err.Error(), "disk is full") || closed != 1 {
		t.Errorf("a full disk: %v; closed %d times", err, closed)
	}
	a.Diary = func() (diary.Store, error) { return nil, errors.New("the diary can't be opened") }
	for name, read := range map[string]func() error{
		"causes": func() error { _, err := a.ticked(); return err },
		"a week": func() error { _, err := a.week(morning); return err },
	} {
		if err := read(); err == nil || !strings.Contains(err.Error(), "can't be opened") {
			t.Errorf("%s of a diary that can't be opened: %v", name, err)
		}
	}
}
