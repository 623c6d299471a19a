package library

import (
	"fmt"
	"slices"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"uncramp/coach/theme"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/tuitest"
)

func sizes() [][2]int { return [][2]int{{40, 12}, {45, 25}, {80, 24}, {120, 40}} }

// letters are the keys that type a text.
func letters(text string) (keys []string) {
	for _, c := range text {
		if c == ' ' {
			keys = append(keys, "space")
		} else {
			keys = append(keys, string(c))
		}
	}
	return keys
}

func after(m Model, keys ...string) Model {
	m, _ = press(m, keys...)
	return m
}

// scenes are the screens that matter, on a screen of a size.
func scenes(t testing.TB, w, h int) map[string]Model {
	t.Helper()
	m := named(t, shelved(small(), []string{"exercise", "magnesium"}, w, h))
	return map[string]Model{
		"list": m, "far": after(m, "pgdown"), "search": after(m, letters("water")...), "words": after(m, letters("charley")...),
		"nothing": after(m, letters("zinc tablets")...), "card": m.openAt("fluid"), "scrolled": after(m.openAt("fluid"), "space"), "ticked": m.openAt("magnesium"),
		"long": m.openAt("sitting"), "found": after(m, append(letters("urine"), "enter")...), "from-routine": m.openAt("fluid").overARoutine(), "barred": m.openAt("exercise").behindAFlag(),
		"causes": after(m, "tab", "down", "down"),
		"notice": m.openAt("fluid").noticed("The tick is not kept: the disk is full."),
	}
}

func TestViews(t *testing.T) {
	tuitest.LoadFigures(figureNames(slices.Concat(small().Cards, taught(t).Cards))...)
	open := named(t, shelved(taught(t), []string{"medicines"}, 80, 24))
	tuitest.GoldenColours(t, "taught-list", open)
	tuitest.GoldenColours(t, "taught-card", open.openAt("stretching"))
	for _, s := range append(sizes(), [2]int{24, 6}) {
		m := named(t, shelved(small(), []string{"exercise", "magnesium"}, s[0], s[1]))
		tuitest.GoldenKeys(t, "keys", m, s)
		tuitest.GoldenKeys(t, "card-keys", m.openAt("fluid"), s)
	}
	for _, s := range sizes() {
		for name, m := range scenes(t, s[0], s[1]) {
			t.Run(fmt.Sprintf("%s-%dx%d", name, s[0], s[1]), func(t *testing.T) {
				golden.RequireEqual(t, ansi.Strip(m.draw(s[0], s[1], theme.Mono()).Content))
			})
		}
	}
	for name, m := range scenes(t, 24, 6) {
		t.Run(name+"-24x6", func(t *testing.T) {
			golden.RequireEqual(t, ansi.Strip(m.draw(24, 6, theme.Mono()).Content))
		})
	}
	for _, s := range sizes() {
		m := named(t, shelved(taught(t), []string{"medicines"}, s[0], s[1]))
		for name, m := range map[string]Model{"list": m, "search": after(m, letters("pill")...), "card": m.openAt("medicines"), "stretching": m.openAt("stretching"), "causes": after(m, "tab")} {
			t.Run(fmt.Sprintf("taught-%s-%dx%d", name, s[0], s[1]), func(t *testing.T) {
				golden.RequireEqual(t, ansi.Strip(m.draw(s[0], s[1], theme.Mono()).Content))
			})
		}
	}
	t.Run("night-120x40", func(t *testing.T) {
		golden.RequireEqual(t, scenes(t, 120, 40)["search"].draw(120, 40, theme.Night(theme.Surface{})).Content)
	})
}

func TestEverySizeIsDrawn(t *testing.T) {
	for name, m := range scenes(t, 80, 24) {
		for _, w := range []int{1, 2, 8, 24, 40, 99, 100, 250} {
			for _, h := range []int{1, 2, 3, 6, 12, 15, 16, 80} {
				tuitest.RequireDrawn(t, name, m.draw(w, h, theme.Mono()), w, h)
			}
		}
	}
}

// TestNothingMovesUnderAMessage on any screen that is not a slice of one.
func TestNothingMovesUnderAMessage(t *testing.T) {
	for _, s := range [][2]int{{45, 25}, {60, 20}, {80, 24}, {120, 40}, {200, 60}} {
		for name, m := range scenes(t, s[0], s[1]) {
			env := m.env(s[0], s[1], theme.Mono())
			told, _ := tuitest.Tell(m, env, screen.NoticeMsg("It is not kept: the disk is full."))
			tuitest.RequireSteady(t, fmt.Sprint(name, " at ", s), m.View(env), told.View(env), 2)
		}
	}
}
