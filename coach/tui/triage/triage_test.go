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

// TestEveryQuestionIsInSight goes through the pages of every group with n, and
// back with ←, and looks for every line of every question: each page has a heading,
// and the emergencies are one page from 40 by 12 on.
func TestEveryQuestionIsInSight(t *testing.T) {
	for _, s := range [][2]int{{40, 12}, {80, 24}, {24, 8}} {
		m := New(check.Finding{})
		for _, g := range check.Groups() {
			var pages []string
			for here, ok := m.check.Group(); ok && here.Level == g.Level; here, ok = m.check.Group() {
				pages = append(pages, ansi.Strip(m.draw(s[0], s[1], theme.Mono()).Content))
				m, _ = pressAt(m, s, 'n')
			}
			if s[1] >= 12 && (len(pages) > 1 && (s[1] > 12 || g.Level == check.Emergency) || !strings.Contains(pages[len(pages)-1], g.Ask)) {
				t.Errorf("%s at %v takes %d pages, the last of which is\n%s", g.Level, s, len(pages), pages[len(pages)-1])
			}
			seen := strings.Join(pages, "")
			for n, q := range g.Questions {
				for i, l := range widget.Wrap(q.Text, widget.Room(s[0])-3) {
					if lead := []string{fmt.Sprintf("%d  ", n+1), "   "}[min(i, 1)]; !strings.Contains(seen, lead+l) {
						t.Errorf("%v does not show %q of %q", s, l, q.ID)
					}
				}
			}
		}
	}
}

// TestBackIsThePageBefore, down to the first question of all.
func TestBackIsThePageBefore(t *testing.T) {
	small := [2]int{40, 12}
	m, _ := pressAt(New(check.Finding{}), small, 'n')
	first := m.draw(40, 12, theme.Mono()).Content
	m, _ = pressAt(m, small, 'n')
	second := m.draw(40, 12, theme.Mono()).Content
	m, _ = pressAt(m, small, 'n', 'p')
	if m.draw(40, 12, theme.Mono()).Content != second || first == second {
		t.Error("back from the third page of a group does not show its second")
	}
	if m, _ = pressAt(m, small, 'p'); m.draw(40, 12, theme.Mono()).Content != first {
		t.Error("back from the second page of a group does not show its first")
	}
	m, _ = pressAt(m, small, 'p')
	if g, _ := m.check.Group(); g.Level != check.Emergency {
		t.Error("back from the first page of a group does not lead to the group before")
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
