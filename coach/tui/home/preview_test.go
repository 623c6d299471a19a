package home

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"uncramp/coach/theme"
	"uncramp/coach/tui/gallery"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/tuitest"
)

// TestTheFigureGoesThroughTheMovesAndRests: each move twice, in few pictures, and
// then nothing changes by itself.
func TestTheFigureGoesThroughTheMovesAndRests(t *testing.T) {
	env := at(11)
	m := settled(home(t, 11), env, screen.ShowMsg{})
	seen, pictures := []int{}, 0
	for {
		wait, ok := m.Wake()
		if !ok {
			break
		}
		if wait < gallery.PoseTime/2 && pictures > 0 || pictures > 1000 {
			t.Fatalf("picture %d comes %v after the one before", pictures, wait)
		}
		env.Now.Mono += wait
		m, _ = tuitest.Tell(m, env, screen.WakeMsg{})
		pictures++
		if i, moved := m.preview().at(m.now - m.since); len(seen) == 0 || seen[len(seen)-1] != i && moved > 0 {
			seen = append(seen, i)
		}
	}
	want := []int{0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0}
	if !slices.Equal(seen, want) || env.Now.Mono > longest {
		t.Errorf("the moves are %v, want %v; it rests after %v", seen, want, env.Now.Mono)
	}
}

// TestNothingMoves under reduced motion, or at night.
func TestNothingMoves(t *testing.T) {
	still, night := at(11), at(3)
	still.Still, night.Night = true, true
	for _, env := range []screen.Env{still, night} {
		m := settled(home(t, env.Now.Wall.Hour()), env, screen.ShowMsg{})
		env.Now.Mono += time.Second
		m, _ = tuitest.Tell(m, env, screen.WakeMsg{})
		if wait, ok := m.Wake(); ok {
			t.Errorf("at %v it wakes in %v", env.Now.Wall, wait)
		}
		if i, moved := (drawing{Model: m}).shownMove(); i != 0 || moved != 1 {
			t.Errorf("at %v move %d has come %v far", env.Now.Wall, i, moved)
		}
	}
}

// TestNothingIsShownOfARoutine while a red flag stands, but why.
func TestNothingIsShownOfARoutine(t *testing.T) {
	m := settled(home(t, 11), at(11), screen.ShowMsg{})
	for _, s := range [][2]int{{45, 25}, {60, 20}, {80, 24}, {200, 60}} {
		env := tuitest.Sized(s[0], s[1])
		env.Blocked = true
		var pane []string
		for _, l := range strings.Split(ansi.Strip(m.View(env).Content), "\n") {
			parts := strings.Split(l, "│")
			pane = append(pane, strings.Fields(parts[len(parts)-1])...)
		}
		view := strings.Join(pane, " ")
		if strings.Contains(view, "Easy moves") || strings.Contains(view, "March") || !strings.Contains(view, blocked[false]) {
			t.Errorf("at %v: %s", s, view)
		}
	}
}

// TestThePaneStaysWhereItIs as the cursor goes from one routine to the next: its
// edge, its figure's foot, its start.
func TestThePaneStaysWhereItIs(t *testing.T) {
	for _, s := range [][2]int{{60, 20}, {80, 24}, {100, 30}, {120, 40}, {200, 60}} {
		m := settled(home(t, 11), at(11), screen.ShowMsg{})
		var first [2]int
		for range m.rows() {
			shown := m
			if m = pressed(m, at(11), "down"); shown.preview().fault != "" { // it can't be started
				continue
			}
			lines := strings.Split(ansi.Strip(shown.draw(s[0], s[1], theme.Mono()).Content), "\n")
			y := slices.IndexFunc(lines, func(l string) bool { return strings.Contains(l, "enter start") })
			if y < 0 {
				t.Fatalf("at %v there is no start:\n%s", s, strings.Join(lines, "\n"))
			}
			place := [2]int{ansi.StringWidth(lines[y][:strings.Index(lines[y], "enter start")]), y}
			if first == [2]int{} {
				first = place
			}
			if place != first {
				t.Errorf("at %v on %s the start is at %v, before at %v", s, shown.looksAt, place, first)
			}
		}
	}
}

// TestNothingMovesUnderANotice: what stands above and below it stays.
func TestNothingMovesUnderANotice(t *testing.T) {
	for name, m := range scenes(t) {
		for _, s := range append(slices.Clone(sizes), [2]int{60, 20}, [2]int{200, 60}) {
			m.notice = ""
			before := strings.Split(ansi.Strip(m.draw(s[0], s[1], theme.Mono()).Content), "\n")
			m.notice = "bad.yaml:3:1: unknown field"
			after := strings.Split(ansi.Strip(m.draw(s[0], s[1], theme.Mono()).Content), "\n")
			changed := 0
			for y := range before {
				if before[y] != after[y] {
					changed++
				}
			}
			if changed > 2 {
				t.Errorf("%s at %v: %d rows change under a notice:\n%s", name, s, changed, strings.Join(after, "\n"))
			}
		}
	}
}
