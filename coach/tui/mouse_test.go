package tui

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"uncramp/coach/session"
	"uncramp/routines"
)

// stages are screens that can be tapped, by what shows them.
func stages(t *testing.T) map[string]root {
	t.Helper()
	now := time.Duration(0)
	c := testConfig(t, handClock{&now})
	c.Routines = []routines.Head{session.Head(playOf(t, "ease").Routine), session.Head(playOf(t, "bedtime").Routine)}
	start := newRoot(c, 80, 24)
	relief := settle(start, pressed('n'))
	return map[string]root{
		"home": start, "relief": relief, "keys": settle(relief, pressed('?')), "check": settle(relief, pressed('!')),
		"finding": settle(settle(start, pressed('!')), pressed('1')), "end": settle(relief, pressed('e')),
		"prepare": settle(start, pressed('b')),
	}
}

func click(x, y int) tea.MouseReleaseMsg {
	return tea.MouseReleaseMsg{X: x, Y: y, Button: tea.MouseLeft}
}

// TestATapIsAKey taps everything that can be tapped and presses the key that
// is named there.
func TestATapIsAKey(t *testing.T) {
	for name, m := range stages(t) {
		taps := 0
		for _, at := range m.screen().Targets {
			tapped, pressed := settle(m, click(at.X+at.W/2, at.Y+at.H/2)), m
			if at.Press != "" {
				pressed = settle(m, keyNamed(at.Press))
			} else {
				for range at.Row {
					pressed = settle(pressed, keyNamed("down"))
				}
				pressed = settle(pressed, keyNamed("enter"))
			}
			if place(tapped) != place(pressed) {
				t.Errorf("%s: a tap at %+v leads to %s, the key to %s", name, at, place(tapped), place(pressed))
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
		for y, line := range strings.Split(ansi.Strip(m.screen().Content), "\n") {
			before, _, ok := strings.Cut(line, tt.words)
			if !ok {
				continue
			}
			if at, ok := m.screen().At(ansi.StringWidth(before), y); ok && at.Press == tt.press {
				found = true
			}
		}
		if !found {
			t.Errorf("%s: no %q that stands for %q:\n%s", tt.stage, tt.words, tt.press, ansi.Strip(m.screen().Content))
		}
	}
}

func TestAnswersAreBigEnoughForAThumb(t *testing.T) {
	m := stages(t)["relief"]
	for _, size := range [][2]int{{44, 26}, {80, 24}, {120, 40}} {
		next, _ := m.Update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		big := 0
		for _, at := range next.(root).screen().Targets {
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
	for _, at := range m.screen().Targets {
		if got := settle(m, tea.MouseReleaseMsg{X: at.X, Y: at.Y, Button: tea.MouseRight}); place(got) != place(m) {
			t.Errorf("another button presses %s", at.Press)
		}
	}
	if got := settle(m, click(79, 12)); place(got) != place(m) {
		t.Error("a tap beside everything does something")
	}
}

func TestTheWheelMovesTheCursor(t *testing.T) {
	m := stages(t)["home"]
	down := settle(m, tea.MouseWheelMsg{Button: tea.MouseWheelDown})
	if place(down) == place(m) || place(settle(down, tea.MouseWheelMsg{Button: tea.MouseWheelUp})) != place(m) {
		t.Error("the wheel does not go down and up again")
	}
}
