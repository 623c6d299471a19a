package tui

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"uncramp/coach/record"
	"uncramp/coach/session"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/tuitest"
	"uncramp/routines"
)

// stages are screens that can be tapped, by what shows them.
func stages(t *testing.T) map[string]rig {
	t.Helper()
	start := begun(t, func(c *Config) {
		c.Routines = []routines.Head{session.Head(find(t, "ease")), session.Head(find(t, "bedtime"))}
	})
	relief := start.press("n")
	return map[string]rig{
		"home": start, "relief": relief, "keys": relief.press("?"), "check": relief.press("!"),
		"pressed": begun(t).press("!", "1"), "finding": begun(t).press("!", "1", "y"), "end": relief.press("e"), "prepare": start.press("b"),
		"week": start.press("p"), "settings": start.press("s"), "history": cramped(t).press("h", "c"), "library": start.press("l"),
		"form": cramped(t).press("h", "c", "enter"), "asks": asking(t), "me": start.press("a"),
	}
}

// asking is the first question about a cramp that has just ended.
func asking(t *testing.T) rig {
	t.Helper()
	return begun(t, func(c *Config) {
		c.Begin = screen.OpenForm{Episode: record.Episode{ID: "new", At: tuitest.Start}, Fresh: true}
	})
}

func click(x, y int) tea.MouseReleaseMsg {
	return tea.MouseReleaseMsg{X: x, Y: y, Button: tea.MouseLeft}
}

// TestATapIsAKey taps everything that can be tapped and presses the key that
// is named there.
func TestATapIsAKey(t *testing.T) {
	for name, r := range stages(t) {
		taps := 0
		for _, at := range r.frame().Targets {
			tapped, pressed := r.tell(click(at.X+at.W/2, at.Y+at.H/2)), r
			if at.Press != "" {
				if name == "keys" && !slices.Contains([]string{"?", "q", "esc", "up", "down"}, at.Press) { // what is tapped there is done
					pressed = r.press("?")
				}
				pressed = pressed.press(at.Press)
			} else {
				for range at.Row {
					pressed = pressed.press("down")
				}
				if name != "week" { // what it says below starts it
					pressed = pressed.press("enter")
				}
			}
			if place(tapped.root) != place(pressed.root) {
				t.Errorf("%s: a tap at %+v leads to %s, the key to %s", name, at, place(tapped.root), place(pressed.root))
			}
			taps++
		}
		if taps < 1 {
			t.Errorf("%s: nothing can be tapped", name)
		}
	}
}

// TestWhatIsTappedIsWhatIsRead finds keys by the words on the screen.
func TestWhatIsTappedIsWhatIsRead(t *testing.T) {
	tests := []struct{ stage, words, press string }{
		{"home", "leave", "q"}, {"home", "learn", "l"}, {"relief", "pause", "space"}, {"relief", "e eased", "e"}, {"relief", "s same", "s"},
		{"relief", "w worse", "w"}, {"relief", "t stretch", "t"}, {"check", "hard to breathe", "1"}, {"keys", "back", "?"}, {"prepare", "next ", "right"},
	}
	all := stages(t)
	for _, tt := range tests {
		m := all[tt.stage]
		found := false
		for y, line := range strings.Split(ansi.Strip(m.frame().Content), "\n") {
			before, _, ok := strings.Cut(line, tt.words)
			if !ok {
				continue
			}
			if at, ok := m.frame().At(ansi.StringWidth(before), y); ok && at.Press == tt.press {
				found = true
			}
		}
		if !found {
			t.Errorf("%s: no %q that stands for %q:\n%s", tt.stage, tt.words, tt.press, ansi.Strip(m.frame().Content))
		}
	}
}

func TestAnswersAreBigEnoughForAThumb(t *testing.T) {
	m := stages(t)["relief"]
	for _, size := range [][2]int{{44, 26}, {80, 24}, {120, 40}} {
		next, _ := m.Update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		big := 0
		for _, at := range next.(root).frame().Targets {
			if strings.Contains("esw", at.Press) && at.H >= 3 && at.W >= 10 {
				big++
			}
		}
		if big != 3 {
			t.Errorf("at %v: %d of the three answers are big enough", size, big)
		}
	}
}

func TestOnlyTheMainButtonPresses(t *testing.T) {
	m := stages(t)["relief"]
	for _, at := range m.frame().Targets {
		if got := m.tell(tea.MouseReleaseMsg{X: at.X, Y: at.Y, Button: tea.MouseRight}); place(got.root) != place(m.root) {
			t.Errorf("another button presses %s", at.Press)
		}
	}
	if got := m.tell(click(79, 12)); place(got.root) != place(m.root) {
		t.Error("a tap beside everything does something")
	}
}

// TestTheMouseIsReleasedWhileTextIsTyped, so that a tap opens the keyboard of a phone.
// Keys lead out of the field, and taps count again.
func TestTheMouseIsReleasedWhileTextIsTyped(t *testing.T) {
	for name, tt := range map[string]struct {
		at        rig
		into, out string
	}{
		"home's find":      {stages(t)["home"], "/", "esc"},
		"home's, found":    {stages(t)["home"], "/ e a s e", "enter"},
		"library's search": {stages(t)["library"], "c a l f", "esc"},
		"library's, found": {stages(t)["library"], "c a l f", "enter"},
		"a routine's name": {begun(t).press("c", "enter"), "", "esc"},
		"a note":           {stages(t)["form"], "end enter", "esc"},
		"a time":           {asking(t), "2", "esc"},
		"a number to call": {stages(t)["settings"], "pgdown end enter", "esc"},
	} {
		r := tt.at.press(strings.Fields(tt.into)...)
		if got := r.View().MouseMode; got != tea.MouseModeNone {
			t.Errorf("%s: the mouse is not released:\n%s", name, ansi.Strip(r.frame().Content))
		}
		if got := r.press(strings.Fields(tt.out)...).View().MouseMode; got != tea.MouseModeCellMotion {
			t.Errorf("%s: it stays released after %s", name, tt.out)
		}
	}
}

func TestTheWheelMovesTheCursor(t *testing.T) {
	m := stages(t)["home"]
	down := m.tell(tea.MouseWheelMsg{Button: tea.MouseWheelDown})
	if place(down.root) == place(m.root) || place(down.tell(tea.MouseWheelMsg{Button: tea.MouseWheelUp}).root) != place(m.root) {
		t.Error("the wheel does not go down and up again")
	}
}
