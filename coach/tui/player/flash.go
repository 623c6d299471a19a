package player

import (
	"strings"
	"time"

	"charm.land/lipgloss/v2"

	"uncramp/coach/cue"
	"uncramp/coach/session"
)

// A flash stands for a tone, for who can't hear: it is short, and there is one a second
// at most.
const (
	flashLength = 200 * time.Millisecond
	flashEvery  = time.Second - 50*time.Millisecond // the one before may have come a little late
)

// flashAt begins a flash where a tone is heard of events, if that is wanted. At night
// there is none, and none too soon after the one before.
func (m Model) flashAt(events []session.Event) Model {
	soon := m.flash > 0 && m.now.Mono-m.flash < flashEvery
	if m.visit.Switches().Flash && !m.night && !soon && cue.Rings(m.Session(), events) {
		m.flash = max(m.now.Mono, 1)
	}
	return m
}

// untilFlashed is how long the screen is still reversed; 0: it is not.
func (m Model) untilFlashed() time.Duration {
	if m.flash == 0 || m.night {
		return 0
	}
	return max(m.flash+flashLength-m.now.Mono, 0)
}

// reversed is what is shown with its colours turned about, over so many columns.
func reversed(content string, w int) string {
	const on, off, off0 = "\x1b[7m", "\x1b[m", "\x1b[0m"
	again := strings.NewReplacer(off, off+on, off0, off0+on)
	lines := strings.Split(content, "\n")
	for i, l := range lines {
		lines[i] = on + again.Replace(l) + strings.Repeat(" ", max(w-lipgloss.Width(l), 0)) + off
	}
	return strings.Join(lines, "\n")
}
