package library

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"uncramp/coach/theme"
)

func sizes() [][2]int { return [][2]int{{40, 12}, {80, 24}, {120, 40}} }

// keyNamed is the press of a key by its name; any other text is typed.
func keyNamed(name string) tea.KeyPressMsg {
	codes := map[string]rune{"enter": tea.KeyEnter, "esc": tea.KeyEscape, "up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
		"pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "home": tea.KeyHome, "end": tea.KeyEnd, "tab": tea.KeyTab, "backspace": tea.KeyBackspace}
	if code, ok := codes[name]; ok {
		return tea.KeyPressMsg{Code: code}
	}
	switch name {
	case "space":
		return tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}
	case "ctrl+t":
		return tea.KeyPressMsg{Code: 't', Mod: tea.ModCtrl}
	}
	return tea.KeyPressMsg{Code: []rune(name)[0], Text: name}
}

func press(m Model, keys ...string) (Model, Wish) {
	var wish Wish
	for _, k := range keys {
		m, wish = m.Update(keyNamed(k))
	}
	return m, wish
}

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
	m := named(t, New(small(), []string{"exercise", "magnesium"}, w, h))
	return map[string]Model{
		"list": m, "far": after(m, "pgdown"), "search": after(m, letters("water")...), "words": after(m, letters("charley")...),
		"nothing": after(m, letters("zinc tablets")...), "card": m.At("fluid"), "scrolled": after(m.At("fluid"), "space"), "ticked": m.At("magnesium"),
		"long": m.At("sitting"), "found": after(m, append(letters("urine"), "enter")...), "from-routine": m.At("fluid").FromRoutine(), "barred": m.At("exercise").Barred(),
		"causes": after(m, "tab", "down", "down"), "keys": after(m, "?"), "card-keys": after(m.At("fluid"), "?"),
		"notice": m.At("fluid").WithNotice("The tick is not kept: the disk is full."),
	}
}

func TestViews(t *testing.T) {
	for _, s := range sizes() {
		for name, m := range scenes(t, s[0], s[1]) {
			t.Run(fmt.Sprintf("%s-%dx%d", name, s[0], s[1]), func(t *testing.T) {
				golden.RequireEqual(t, ansi.Strip(m.View(s[0], s[1], theme.Mono()).Content))
			})
		}
	}
	for name, m := range scenes(t, 24, 6) {
		t.Run(name+"-24x6", func(t *testing.T) {
			golden.RequireEqual(t, ansi.Strip(m.View(24, 6, theme.Mono()).Content))
		})
	}
	for _, s := range sizes() {
		m := named(t, New(taught(t), []string{"medicines"}, s[0], s[1]))
		for name, m := range map[string]Model{"list": m, "search": after(m, letters("pill")...), "card": m.At("medicines"), "causes": after(m, "tab")} {
			t.Run(fmt.Sprintf("taught-%s-%dx%d", name, s[0], s[1]), func(t *testing.T) {
				golden.RequireEqual(t, ansi.Strip(m.View(s[0], s[1], theme.Mono()).Content))
			})
		}
	}
	t.Run("night-120x40", func(t *testing.T) {
		golden.RequireEqual(t, scenes(t, 120, 40)["search"].View(120, 40, theme.Night(theme.Surface{})).Content)
	})
}

func TestEverySizeIsDrawn(t *testing.T) {
	for name, m := range scenes(t, 80, 24) {
		for _, w := range []int{1, 2, 8, 24, 40, 99, 100, 250} {
			for _, h := range []int{1, 2, 3, 6, 12, 15, 16, 80} {
				screen := m.View(w, h, theme.Mono())
				lines := strings.Split(ansi.Strip(screen.Content), "\n")
				if len(lines) != h || strings.TrimSpace(strings.Join(lines, "")) == "" {
					t.Fatalf("%s at %dx%d: %d lines", name, w, h, len(lines))
				}
				for _, l := range lines {
					if ansi.StringWidth(l) > w {
						t.Fatalf("%s at %dx%d: %q is too wide", name, w, h, l)
					}
				}
				for _, tap := range screen.Targets {
					if tap.X < 0 || tap.Y < 0 || tap.Y+tap.H > h {
						t.Fatalf("%s at %dx%d: %+v lies outside", name, w, h, tap)
					}
				}
			}
		}
	}
}
