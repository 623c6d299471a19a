package triage

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"uncramp/coach/theme"
	check "uncramp/coach/triage"
	"uncramp/coach/tui/widget"
)

func scenes() map[string]Model {
	a := New(check.Finding{})
	b, _ := press(a, 'n')
	c, _ := press(a, 'n', 'n')
	emergency, _ := press(a, '1')
	today, _ := press(a, 'n', '4')
	appointment, _ := press(a, 'n', 'n', '1')
	allClear, _ := press(a, 'n', 'n', 'n')
	return map[string]Model{"a": a, "b": b, "c": c, "emergency": emergency, "today": today, "appointment": appointment, "clear": allClear}
}

func TestViews(t *testing.T) {
	for name, m := range scenes() {
		for _, s := range [][2]int{{40, 12}, {80, 24}, {120, 40}} {
			t.Run(fmt.Sprintf("%s-%dx%d", name, s[0], s[1]), func(t *testing.T) {
				golden.RequireEqual(t, ansi.Strip(m.draw(s[0], s[1], theme.Mono()).Content))
			})
		}
	}
}

// TestEveryQuestionIsInSight looks for every word of every question, from 40
// by 12 on without scrolling, below that with it.
func TestEveryQuestionIsInSight(t *testing.T) {
	for i, g := range check.Groups() {
		for _, s := range [][2]int{{40, 12}, {80, 24}, {24, 8}} {
			m, _ := press(New(check.Finding{}), []rune(strings.Repeat("n", i))...)
			seen := ""
			for range g.Questions {
				seen += ansi.Strip(m.draw(s[0], s[1], theme.Mono()).Content)
				if here, _ := m.check.Group(); s[1] < 12 && here.Level == g.Level {
					m, _ = pressAt(m, s, 'n') // no to those in sight, which leads to the others
				}
			}
			for n, q := range g.Questions {
				if first := widget.Wrap(q.Text, widget.Room(s[0])-3)[0]; !strings.Contains(seen, fmt.Sprintf("%d  %s", n+1, first)) {
					t.Errorf("%dx%d does not show %q", s[0], s[1], q.Text)
				}
			}
		}
	}
}

// TestNoAnswerIsTakenForWhatWasNotInSight counts how often n must be pressed
// where one question is in sight at a time.
func TestNoAnswerIsTakenForWhatWasNotInSight(t *testing.T) {
	m := New(check.Finding{})
	for _, g := range check.Groups() {
		for i := range g.Questions {
			if here, ok := m.check.Group(); !ok || here.Level != g.Level {
				t.Fatalf("%s is left after %d of its questions", g.Level, i)
			}
			m, _ = pressAt(m, [2]int{24, 2}, 'n')
		}
	}
	if f, ok := m.Finding(); !ok || f.Level != check.Clear {
		t.Errorf("finding %+v", f)
	}
}

func TestEverySizeIsDrawn(t *testing.T) {
	for name, m := range scenes() {
		for _, w := range []int{1, 8, 24, 40, 250} {
			for _, h := range []int{1, 2, 5, 12, 80} {
				view := ansi.Strip(m.draw(w, h, theme.Mono()).Content)
				if strings.TrimSpace(view) == "" || strings.Count(view, "\n") != h-1 {
					t.Errorf("%s at %dx%d:\n%s", name, w, h, view)
				}
			}
		}
	}
}
