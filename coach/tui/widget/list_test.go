package widget

import (
	"testing"

	tea "charm.land/bubbletea/v2"
)

func TestStepped(t *testing.T) {
	const at, page = 20, 7
	for _, c := range []struct {
		press tea.KeyPressMsg
		to    int
		ok    bool
	}{
		{tea.KeyPressMsg{Code: tea.KeyUp}, 19, true}, {tea.KeyPressMsg{Code: 'k', Text: "k"}, 19, true},
		{tea.KeyPressMsg{Code: tea.KeyDown}, 21, true}, {tea.KeyPressMsg{Code: 'j', Text: "j"}, 21, true},
		{tea.KeyPressMsg{Code: tea.KeyPgUp}, 13, true}, {tea.KeyPressMsg{Code: tea.KeyPgDown}, 27, true},
		{tea.KeyPressMsg{Code: tea.KeyEnter}, 20, false},
	} {
		if to, ok := NewSteps().Stepped(c.press, at, page); to != c.to || ok != c.ok {
			t.Errorf("%s leads to %d, %v, want %d, %v", c.press, to, ok, c.to, c.ok)
		}
	}
	if to, ok := (Steps{}).Stepped(tea.KeyPressMsg{Code: tea.KeyUp}, at, page); ok {
		t.Errorf("without keys up leads to %d", to)
	}
}
