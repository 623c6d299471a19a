package tui

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/session"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/widget"
)

// bounceTime is how long the key that changed what is shown does nothing more: it
// bounced, or is held down.
const bounceTime = 300 * time.Millisecond

// lastKey is the key, or the tap, that did something last: what was shown then, and when
// it came, or bounced, last.
type lastKey struct {
	by    string
	shown any
	at    session.Instant
}

// tapped stands for a tap, wherever it was.
const tapped = "tap"

// mayRepeat are the keys that move about in what is shown: they may be held down.
var mayRepeat = widget.NewSteps().Move.Keys()

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
// once more. What it led to may have been read, and shown, only after a while.
func (m root) bounces(by string, repeats bool) bool {
	last := m.lastKey
	return by == last.by && !slices.Contains(mayRepeat, by) && m.shown() != last.shown &&
		(repeats || m.config.Clock.Real(m.env.Now.Mono-last.at.Mono) < bounceTime)
}

// once has something done by a key or a tap, unless that bounces. However long a key
// is held down, it has to be let go before it acts again.
func (m root) once(by string, repeats bool, do func(root) (root, tea.Cmd)) (root, tea.Cmd) {
	if m.bounces(by, repeats) {
		m.lastKey.at = m.env.Now
		return m, nil
	}
	m.lastKey = lastKey{by, m.shown(), m.env.Now}
	return do(m)
}
