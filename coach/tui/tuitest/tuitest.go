// Package tuitest is what the tests of all screens need: keys by their names,
// instants, sizes, what a screen asked for, and the page of its keys.
package tuitest

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"uncramp/coach/figure"
	"uncramp/coach/session"
	"uncramp/coach/theme"
	"uncramp/coach/triage"
	"uncramp/coach/tui/gallery"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/widget"
)

// Start is the moment from which instants count: a night, at 03:12.
var Start = time.Date(2026, 11, 22, 3, 12, 0, 0, time.UTC)

// figures are those that [LoadFigures] has read; all screens of a test share them.
var figures = gallery.New(figure.Library{})

// LoadFigures reads figures, so that they are drawn at once.
func LoadFigures(names ...string) {
	if load := figures.Load(names...); load != nil {
		load()
	}
}

// At is an instant that far from Start.
func At(d time.Duration) session.Instant { return session.Instant{Wall: Start.Add(d), Mono: d} }

// Env is a screen of 80 by 24 in mono, at Start.
func Env() screen.Env { return Sized(80, 24) }

// Sized is Env at another size.
func Sized(w, h int) screen.Env {
	call := triage.Call{Number: "112", Region: "IE"}
	return screen.Env{Now: At(0), Width: w, Height: h, Theme: theme.Mono(), Emergency: call, Figures: figures}
}

// Tell hands messages to a screen, and returns what the last one made it ask
// for.
func Tell[S screen.Screen](s S, env screen.Env, msgs ...tea.Msg) (S, screen.Effect) {
	var effect screen.Effect
	for _, msg := range msgs {
		var next screen.Screen
		next, effect = s.Update(env, msg)
		s, _ = next.(S)
	}
	return s, effect
}

// Press presses keys by their names.
func Press[S screen.Screen](s S, env screen.Env, keys ...string) (S, screen.Effect) {
	var effect screen.Effect
	for _, k := range keys {
		s, effect = Tell(s, env, screen.Press(k))
	}
	return s, effect
}

// Asked returns the request of a kind among those of an effect.
func Asked[R screen.Request](e screen.Effect) (r R, ok bool) {
	for _, request := range e.Requests {
		if r, ok = request.(R); ok {
			return r, true
		}
	}
	return r, false
}

// Looks are the themes that have colours, on a terminal whose ground is known.
func Looks() map[string]theme.Theme {
	return map[string]theme.Theme{
		"dark":  theme.Day(theme.Surface{Background: theme.DarkBackground}),
		"light": theme.Day(theme.Surface{Background: theme.LightBackground}),
		"night": theme.Night(theme.Surface{}),
	}
}

// GoldenColours holds a screen of 80 by 24 in each of the [Looks] against the files in
// testdata, each in a subtest named after the scene and the theme.
func GoldenColours(t *testing.T, scene string, s screen.Screen) {
	for name, look := range Looks() {
		t.Run(fmt.Sprintf("%s-%s", scene, name), func(t *testing.T) {
			env := Env()
			env.Theme = look
			golden.RequireEqual(t, s.View(env).Content)
		})
	}
}

// RequireDrawn fails unless a frame fills a screen of w by h cells, has something
// on it, has no line that is wider, and nothing to be tapped that lies outside.
func RequireDrawn(t testing.TB, scene string, f widget.Frame, w, h int) {
	t.Helper()
	lines := strings.Split(ansi.Strip(f.Content), "\n")
	if len(lines) != h || strings.TrimSpace(strings.Join(lines, "")) == "" {
		t.Fatalf("%s at %dx%d: %d lines", scene, w, h, len(lines))
	}
	for _, l := range lines {
		if ansi.StringWidth(l) > w {
			t.Fatalf("%s at %dx%d: %q is too wide", scene, w, h, l)
		}
	}
	for _, tap := range f.Targets {
		if tap.X < 0 || tap.Y < 0 || tap.Y+tap.H > h {
			t.Fatalf("%s at %dx%d: %+v lies outside", scene, w, h, tap)
		}
	}
}

// RequireSteady fails unless a screen that tells what went wrong differs from the one
// before in so many rows that follow each other, and no more.
func RequireSteady(t testing.TB, scene string, before, after widget.Frame, rows int) {
	t.Helper()
	was, is := strings.Split(ansi.Strip(before.Content), "\n"), strings.Split(ansi.Strip(after.Content), "\n")
	first, last := len(was), -1
	for y := range was {
		if strings.TrimRight(was[y], " ") != strings.TrimRight(is[y], " ") {
			first, last = min(first, y), y
		}
	}
	if last < 0 || last-first >= rows {
		t.Errorf("%s: rows %d to %d change, want %d at most:\n%s", scene, first, last, rows, ansi.Strip(after.Content))
	}
}

// GoldenKeys holds the page of a screen's keys, at sizes, against the files in
// testdata, each in a subtest named after the scene and the size.
func GoldenKeys(t *testing.T, scene string, s screen.Screen, sizes ...[2]int) {
	for _, size := range sizes {
		t.Run(fmt.Sprintf("%s-%dx%d", scene, size[0], size[1]), func(t *testing.T) {
			f, _ := widget.KeyPage(screen.KeyGroups(s), 0, size[0], size[1], theme.Mono())
			golden.RequireEqual(t, ansi.Strip(f.Content))
		})
	}
}

// GoldenViews holds scenes of a screen, at sizes, against the files in testdata, each in
// a subtest named after the scene and the size.
func GoldenViews[S screen.Screen](t *testing.T, scenes map[string]S, sizes ...[2]int) {
	for name, s := range scenes {
		for _, size := range sizes {
			t.Run(fmt.Sprintf("%s-%dx%d", name, size[0], size[1]), func(t *testing.T) {
				golden.RequireEqual(t, ansi.Strip(s.View(Sized(size[0], size[1])).Content))
			})
		}
	}
}

// RequireEverySizeDrawn fails where a scene of a screen doesn't fit a size, from the
// smallest to the largest there is.
func RequireEverySizeDrawn[S screen.Screen](t testing.TB, scenes map[string]S) {
	t.Helper()
	for name, s := range scenes {
		for _, w := range []int{1, 2, 8, 16, 24, 40, 120, 250} {
			for _, h := range []int{1, 2, 3, 4, 6, 12, 13, 80} {
				RequireDrawn(t, name, s.View(Sized(w, h)), w, h)
			}
		}
	}
}
