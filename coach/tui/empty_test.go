package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/stats"
	"uncramp/routines"
)

// noneOwn is a person's folder of routines, which has none.
type noneOwn struct{ folder }

func (noneOwn) List() ([]routines.Head, error) { return nil, nil }
func (noneOwn) Names() []string                { return nil }

// TestWhereThereIsNothingTheNextStepIsNamed on every page, at every size.
func TestWhereThereIsNothingTheNextStepIsNamed(t *testing.T) {
	for keys, want := range map[string]string{
		"h": stats.EmptyDiary, "p": "Enter starts it", "p p": "Press Enter", "l z u m b a": "Press esc to see all",
		"c": "There is none yet. Press Enter to make one, or see uncramp routine new.", "c enter K enter": "Press Enter to add the first one.", "/ z u m b a": "Esc shows all.",
	} {
		for _, s := range [][2]int{{40, 12}, {45, 25}, {80, 24}, {120, 40}} {
			r := begun(t, func(c *Config) { c.Composer = noneOwn{} }).tell(tea.WindowSizeMsg{Width: s[0], Height: s[1]})
			r = r.press(strings.Fields(keys)...)
			if shown := strings.Join(strings.Fields(drawn(r.root)), " "); !strings.Contains(shown, want) {
				t.Errorf("after %s on %v there is no %q in\n%s", keys, s, want, drawn(r.root))
			}
		}
	}
}
