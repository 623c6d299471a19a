package term

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// resizeDelay is how long after the start the size is looked at once more: the
// framework asks for it before it listens for changes, and one in between, such
// as by a window manager that has just opened the window, is lost.
const resizeDelay = 150 * time.Millisecond

// sizeMsg is what the terminal's size is then.
type sizeMsg struct{ width, height int }

// isPlausible reports whether a terminal can be of a size: the framework takes
// memory for every cell, and heeds no change to another size.
func isPlausible(width, height int) bool {
	const most, mostCells = 4096, 1 << 20
	return width > 0 && height > 0 && width <= most && height <= most && width*height <= mostCells
}

// lookAgain looks at the size once more.
func (h *host) lookAgain() tea.Cmd {
	return tea.Tick(resizeDelay, func(time.Time) tea.Msg {
		width, height, err := h.size()
		if err != nil || !isPlausible(width, height) {
			return nil
		}
		return sizeMsg{width, height}
	})
}

// resized tells the framework where the size is another one. It is not asked to
// look itself: it would race with its own listening. What was seen may be old by
// now, so it is looked at until nothing changed.
func (h *host) resized(seen sizeMsg) tea.Cmd {
	if seen == (sizeMsg{h.width, h.height}) {
		return nil
	}
	return tea.Batch(func() tea.Msg { return tea.WindowSizeMsg{Width: seen.width, Height: seen.height} }, h.lookAgain())
}
