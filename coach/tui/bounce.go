package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/session"
	"uncramp/coach/tui/screen"
)

// bounceTime is how long the key that changed what is shown does nothing more: it
// bounced, or is held down.
const bounceTime = 300 * time.Millisecond

// turning is the key, or the tap, that changed what is shown last, and when.
type turning struct {
	by string
	at session.Instant
}

// tapped stands for a tap, wherever it was.
const tapped = "tap"

// shown tells what is shown: which screen, which page of it, and whether the page
// of keys lies over it.
func (m root) shown() any {
	var page any
	if p, ok := m.top().Screen.(screen.Paged); ok {
		page = p.Page()
	}
	return [3]any{m.top().id, page, m.helps()}
}

// bounces reports whether a key or a tap is the one that changed what is shown,
// once more.
func (m root) bounces(by string, repeats bool) bool {
	return by == m.turning.by && (repeats || m.config.Clock.Real(m.env.Now.Mono-m.turning.at.Mono) < bounceTime)
}

// once has something done by a key or a tap, unless that bounces.
func (m root) once(by string, repeats bool, do func(root) (root, tea.Cmd)) (root, tea.Cmd) {
	if m.bounces(by, repeats) {
		return m, nil
	}
	next, cmd := do(m)
	if next.shown() != m.shown() {
		next.turning = turning{by, m.env.Now}
	}
	return next, cmd
}
