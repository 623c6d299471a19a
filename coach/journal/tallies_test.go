package journal

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"uncramp/coach/record"
	"uncramp/coach/stats"
)

func ticked(t *testing.T, j *Journal, want ...string) {
	t.Helper()
	got, err := j.Ticked()
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("%q are ticked (%v), want %q", got, err, want)
	}
}

func glassesFrom(t *testing.T, j *Journal, first stats.Day, want map[stats.Day]int) {
	t.Helper()
	_, got, err := j.Days(morning, first)
	if err != nil || !maps.Equal(got, want) {
		t.Errorf("there were %v glasses (%v), want %v", got, err, want)
	}
}

func TestTicksAreKept(t *testing.T) {
	j := onDisk(t)
	for _, step := range []struct {
		cause string
		on    bool
		want  string
	}{
		{"shoes", true, "shoes"}, {"age", true, "age shoes"}, {"age", true, "age shoes"},
		{"shoes", false, "age"}, {"heat", false, "age"}, {"shoes", true, "age shoes"},
	} {
		must(t, j.Tick(step.cause, step.on))
		ticked(t, j, strings.Fields(step.want)...)
	}
}

// SetGlasses says how many glasses of water there were on a day.
func (j *Journal) SetGlasses(day stats.Day, n int) error {
	return j.Merge(record.Batch{Tallies: []record.Tally{{Kind: record.Water, Day: day.String(), Count: n}}})
}

// TestTicksAreKeptTogether, or none is.
func TestTicksAreKeptTogether(t *testing.T) {
	j := onDisk(t)
	must(t, j.Tick("shoes", true))
	if err := j.TickAll([]string{"age", "no cause"}, []string{"shoes"}); err == nil || !strings.Contains(err.Error(), "can't be kept") {
		t.Errorf("a cause that is none: %v", err)
	}
	ticked(t, j, "shoes")
	must(t, j.TickAll([]string{"age", "heat"}, []string{"shoes"}))
	ticked(t, j, "age", "heat")
	must(t, j.TickAll(nil, nil))
}

func TestGlassesAreKept(t *testing.T) {
	j := onDisk(t)
	today := stats.DayOf(morning)
	for day, n := range map[stats.Day]int{today: 3, today - 1: 6, today - 6: 1, today - 7: 99} {
		must(t, j.SetGlasses(day, n))
	}
	glassesFrom(t, j, today-6, map[stats.Day]int{today: 3, today - 1: 6, today - 6: 1})
	for _, n := range []int{4, 0} {
		must(t, j.SetGlasses(today, n))
	}
	glassesFrom(t, j, today, nil)
	ticked(t, j)
}

func TestGlassesAreAdded(t *testing.T) {
	j, today := onDisk(t), stats.DayOf(morning)
	for i, step := range []struct{ by, want int }{{-1, 0}, {0, 0}, {2, 2}, {-1, 1}, {-9, 0}, {200, 99}} {
		if n, err := j.AddGlasses(today, step.by); err != nil || n != step.want || i < 2 && j.Exists() {
			t.Errorf("step %d: %d glasses (%v), not %d; there is a diary: %v", i, n, err, step.want, j.Exists())
		}
	}
}

// TestReadingMakesNoDiary where there is none yet.
func TestReadingMakesNoDiary(t *testing.T) {
	j := onDisk(t)
	ticked(t, j)
	glassesFrom(t, j, 0, nil)
	if _, err := os.Stat(filepath.Dir(j.path)); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the diary's folder was made: %v", err)
	}
	must(t, j.Tick("age", true))
	ticked(t, j, "age")
}

func TestTalliesThatAreNotKeptAreErrors(t *testing.T) {
	j := onDisk(t)
	for name, put := range map[string]func() error{
		"a name":            func() error { return j.Tick("a\x1b[2J\n", true) },
		"too many":          func() error { return j.SetGlasses(stats.DayOf(morning), 100) },
		"less than none":    func() error { return j.SetGlasses(stats.DayOf(morning), -1) },
		"a day before 1970": func() error { return j.SetGlasses(-1, 1) },
	} {
		if err := put(); err == nil || !strings.Contains(err.Error(), "can't be kept") || strings.ContainsAny(err.Error(), "\n\x1b") {
			t.Errorf("%s: %v", name, err)
		}
	}
	ticked(t, j)
	fill(t, j, "marks", "name <> 'age'")
	if err := j.Tick("age", true); err == nil || !strings.Contains(err.Error(), "disk is full") {
		t.Errorf("a full disk: %v", err)
	}
	must(t, os.RemoveAll(j.path))
	must(t, os.Mkdir(j.path, 0o700))
	for name, read := range map[string]func() error{
		"causes": func() error { _, err := j.Ticked(); return err },
		"a week": func() error { _, _, err := j.Days(morning, 0); return err },
		"nights": func() error { _, err := j.Summary(morning, 28); return err },
		"a tick": func() error { return j.Tick("age", true) },
	} {
		if err := read(); err == nil || !strings.Contains(err.Error(), "can't be opened") {
			t.Errorf("%s of a diary that can't be opened: %v", name, err)
		}
	}
}
