package home

import (
	"errors"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"uncramp/coach/theme"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/tuitest"
	"uncramp/coach/tui/widget"
)

// first is home at an hour, at the first start, and the write that it asks for.
func first(t testing.TB, hour int, keep func() error) (Model, screen.Write) {
	t.Helper()
	m, effect := tuitest.Tell(homeOf(t, hour, Services{Greet: keep}), at(hour), screen.ShowMsg{})
	w, asks := tuitest.Asked[screen.Write](effect)
	if !asks {
		t.Fatal("it is kept nowhere")
	}
	return done(m, at(hour), effect.Cmd), w
}

func kept() error { return nil }

func TestTheFirstStartIsGreeted(t *testing.T) {
	m, _ := first(t, 3, kept)
	tuitest.GoldenViews(t, map[string]Model{"greeted": m}, append(sizes, [2]int{60, 20}, [2]int{100, 30})...)
	for name, look := range tuitest.Looks() {
		for _, hour := range []int{3, 11} {
			m, _ := first(t, hour, kept)
			for _, s := range append(sizes, [2]int{60, 20}, [2]int{100, 30}) {
				view := ansi.Strip(m.draw(s[0], s[1], look).Content)
				top := strings.Join(strings.Split(view, "\n")[:2], " ")
				for _, want := range []string{"uncramp now", "? ", "! ", "uncramp --plain"} {
					if !strings.Contains(top, want) {
						t.Errorf("%s at %d on %v: no %q on top of\n%s", name, hour, s, want, view)
					}
				}
			}
		}
	}
}

// TestTheGreetingStandsAsLongAsHomeDoes from the first frame on: no key takes it away, and
// none does anything else than at another start.
func TestTheGreetingStandsAsLongAsHomeDoes(t *testing.T) {
	usual := home(t, 3)
	greeted := homeOf(t, 3, Services{Greet: kept})
	for _, s := range sizes {
		before := topOf(greeted, s)
		for _, k := range []string{"down", "x", "z", "+", "a", "h"} {
			m, did := press(greeted, k)
			if _, want := press(usual, k); did != want || topOf(m, s) != before {
				t.Errorf("%s on %v: %+v, want %+v, below\n%s", k, s, did, want, topOf(m, s))
			}
		}
		m, _ := press(greeted, "/", "z")
		_, second, _ := strings.Cut(before, "\n")
		if found := topOf(m, s); !strings.Contains(found, findWord+"z") || !strings.HasSuffix(found, "\n"+second) {
			t.Errorf("on %v something is looked for below\n%s", s, found)
		}
	}
	for _, k := range []string{"enter", "n", "b", "q"} {
		_, did := press(greeted, k)
		if _, want := press(usual, k); did != want {
			t.Errorf("%s: %+v, want %+v", k, did, want)
		}
	}
}

func topOf(m Model, s [2]int) string {
	lines := strings.Split(ansi.Strip(m.draw(s[0], s[1], theme.Mono()).Content), "\n")
	return lines[0] + "\n" + lines[1]
}

// TestItIsGreetedOnce in a program, and in the next one where that can't be kept, without
// a word about it.
func TestItIsGreetedOnce(t *testing.T) {
	m, w := first(t, 11, func() error { return errors.New("the disk is full") })
	if told := w.Done(w.Do()); told != nil {
		t.Errorf("it tells %v", told)
	}
	m, effect := tuitest.Tell(m, at(11), screen.ShowMsg{})
	if _, again := tuitest.Asked[screen.Write](effect); again {
		t.Error("it is kept twice")
	}
	if !strings.Contains(topOf(m, sizes[0]), "uncramp now") {
		t.Error("it is gone as another page was looked at")
	}
	m, _ = tuitest.Press(m, at(11), "n")
	m, _ = tuitest.Tell(m, at(11), screen.ShowMsg{})
	if strings.Contains(topOf(m, sizes[0]), "uncramp now") {
		t.Error("it stays after a routine")
	}
	if m, effect := tuitest.Tell(home(t, 11), at(11), screen.ShowMsg{}); len(effect.Requests) > 0 || m.greets {
		t.Error("another start is greeted")
	}
}

// TestNothingIsGreetedBehindARedFlag: it is when there is none any more.
func TestNothingIsGreetedBehindARedFlag(t *testing.T) {
	env := at(3)
	env.Blocked = true
	m, effect := tuitest.Tell(homeOf(t, 3, Services{Greet: kept}), env, screen.ShowMsg{})
	if _, asks := tuitest.Asked[screen.Write](effect); asks || strings.Contains(ansi.Strip(m.View(env).Content), "uncramp now") {
		t.Error("it is greeted")
	}
	if _, effect = tuitest.Tell(m, at(3), screen.ShowMsg{}); len(effect.Requests) != 1 {
		t.Errorf("then it asks for %v", effect.Requests)
	}
	if got := widget.Columns(greetings[len(greetings)-1][0]); got > 38 {
		t.Errorf("the shortest needs %d columns", got)
	}
}
