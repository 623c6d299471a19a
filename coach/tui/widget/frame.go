// Package widget draws without state: letters and digits in blocks, a bar, lines of
// keys, lists, text that fits. Everything is a function of its arguments.
package widget

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// Frame is what a screen shows, and where it can be tapped.
type Frame struct {
	Content string
	Targets []Target
}

// Target is a place that can be clicked or tapped instead of pressing a key.
// Its place is that on the screen, or within the block it belongs to.
type Target struct {
	X, Y, W, H int
	Press      string // the key it stands for; empty: a row of a list
	Row        int    // which row
}

// MouseMode is none while text is typed, so that a tap opens the keyboard of a phone;
// else clicks and taps are told.
func (f Frame) MouseMode() tea.MouseMode {
	if strings.Contains(f.Content, Cursor) {
		return tea.MouseModeNone
	}
	return tea.MouseModeCellMotion
}

// At returns what stands at a cell.
func (f Frame) At(x, y int) (Target, bool) {
	for _, t := range f.Targets {
		if x >= t.X && x < t.X+t.W && y >= t.Y && y < t.Y+t.H {
			return t, true
		}
	}
	return Target{}, false
}
