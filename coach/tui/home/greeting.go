package home

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/widget"
)

// greeted keeps, once, that the first start is greeted. Where that can't be kept the
// next one is, too.
func (m *Model) greeted(env screen.Env) screen.Effect {
	keep := m.services.Greet
	if keep == nil || env.Blocked {
		return screen.Effect{}
	}
	m.services.Greet = nil
	return screen.Ask(screen.Write{Do: keep, Done: func(error) tea.Msg { return nil }})
}

// greeting is what stands on top at the first start, on lines of so many columns; nothing
// at another one, and behind a red flag, which has the last word.
func (d drawing) greeting(room int) []string {
	if !d.greets || d.Blocked {
		return nil
	}
	fits := func(lines [2]string) bool { return max(widget.Columns(lines[0]), widget.Columns(lines[1])) <= room }
	if i := slices.IndexFunc(greetings, fits); i >= 0 {
		return greetings[i][:]
	}
	last := greetings[len(greetings)-1]
	return []string{widget.Fit(last[0], room), widget.Fit(last[1], room)}
}
