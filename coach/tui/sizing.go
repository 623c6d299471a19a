package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// settled is how long after the start the size is looked at once more: the
// framework asks for it before it listens for changes, and one in between, such
// as by a window manager that has just opened the window, is lost.
const settled = 150 * time.Millisecond

// sizeSeen is what the terminal's size is then.
type sizeSeen struct{ width, height int }

// lookAgain looks at the size once more.
func (c Config) lookAgain() tea.Cmd {
	if c.size == nil {
		return nil
	}
	return tea.Tick(settled, func(time.Time) tea.Msg {
		w, h, err := c.size()
		if err != nil {
			return nil
		}
		return sizeSeen{w, h}
	})
}

// resized tells the framework where the size is another one. It is not asked to
// look itself: it would race with its own listening. What was seen may be old by
// now, so it is looked at until nothing changed.
func (m root) resized(seen sizeSeen) tea.Cmd {
	if seen == (sizeSeen{m.width, m.height}) {
		return nil
	}
	return tea.Batch(func() tea.Msg { return tea.WindowSizeMsg{Width: seen.width, Height: seen.height} }, m.config.lookAgain())
}
