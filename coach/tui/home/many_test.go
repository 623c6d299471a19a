package home

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"uncramp/coach/theme"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/tuitest"
	"uncramp/routines"
)

// thousand is a folder of very many routines of one's own, one of them faulty.
func thousand() (heads []routines.Head, faults []string) {
	for i := range 1000 {
		id := fmt.Sprintf("own-%03d", i)
		heads = append(heads, routines.Head{ID: id, Name: "My own " + id, Summary: "Mine.", Purpose: routines.Day, Minutes: 3})
	}
	return heads, []string{"bad.yaml:1:1: a tab; indent with spaces"}
}

// TestOwnRoutinesComeBesideTheLoop: what can be done now waits for none of them, the
// cursor stays where it is, and what is wrong among them is told once.
func TestOwnRoutinesComeBesideTheLoop(t *testing.T) {
	m, shown := tuitest.Tell(homeOf(t, 11, Services{Own: thousand}), at(11), screen.ShowMsg{})
	m = pressed(m, at(11), slices.Repeat([]string{"down"}, 5)...)
	was := m.selected()
	if n := len(m.rows()); n != len(routines.BuiltinHeads()) || strings.Contains(m.notice, "bad.yaml") {
		t.Fatalf("%d routines are there before any is read, and it says %q", n, m.notice)
	}
	m = done(m, at(11), shown.Cmd)
	if n := len(m.rows()); n != len(routines.BuiltinHeads())+1000 || m.selected() != was || m.notice != "bad.yaml:1:1: a tab; indent with spaces" {
		t.Errorf("then %d are there, the cursor is on %s, not on %s, and it says %q", n, m.selected(), was, m.notice)
	}
	if m = settled(m, at(11), screen.ShowMsg{}); m.notice != "" {
		t.Errorf("it says once more %q", m.notice)
	}
}

// TestAThousandRoutinesCanBeGoneThrough, by keys and by their names: the row that the
// cursor is on is always in sight, between the two before it and after it.
func TestAThousandRoutinesCanBeGoneThrough(t *testing.T) {
	for _, size := range sizes {
		m := settled(homeOf(t, 11, Services{Own: thousand}), at(11), screen.ShowMsg{})
		for range len(m.rows())/7 + 1 {
			rows := m.rows()
			seen := ansi.Strip(m.draw(size[0], size[1], theme.Mono()).Content)
			for i := max(m.cursor-1, 0); i <= min(m.cursor+1, len(rows)-1); i++ {
				if start, _, _ := strings.Cut(rows[i].Name, ","); !strings.Contains(seen, ansi.Truncate(start, 12, "")) {
					t.Fatalf("at %v, on row %d, %q is out of sight:\n%s", size, m.cursor, rows[i].Name, seen)
				}
			}
			m = m.at(m.cursor + 7)
		}
		if m.selected() != "own-999" {
			t.Errorf("the last row is %s", m.selected())
		}
		m = pressed(m, at(11), "/", "9", "8", "7")
		if rows := m.rows(); len(rows) != 1 || m.selected() != "own-987" {
			t.Errorf("%d are found, the first %s", len(rows), m.selected())
		}
	}
}

// The benchmark is for reading: go test -bench . ./coach/tui/home

func BenchmarkView(b *testing.B) {
	for name, own := range map[string]func() ([]routines.Head, []string){"none": nil, "thousand": thousand} {
		b.Run(name, func(b *testing.B) {
			m := settled(homeOf(b, 11, Services{Own: own}), at(11), screen.ShowMsg{})
			b.ReportAllocs()
			for b.Loop() {
				m.View(tuitest.Sized(120, 40))
			}
		})
	}
}
