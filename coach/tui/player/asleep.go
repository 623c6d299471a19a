package player

import (
	"time"

	"uncramp/coach/theme"
	"uncramp/coach/tui/widget"
	"uncramp/coach/visit"
)

// asleepTime is how long nobody presses a key on the last page until it dims to
// one line: who eased a cramp at night has fallen asleep.
const asleepTime = 3 * time.Minute

// untilAsleep is how long it takes until the last page dims; 0: it never will,
// or has.
func (m Model) untilAsleep() time.Duration {
	if m.visit.Stage() != visit.Over || m.why {
		return 0
	}
	return max(m.touched+asleepTime-m.now.Mono, 0)
}

// asleep reports whether the last page has dimmed.
func (m Model) asleep() bool {
	return m.visit.Stage() == visit.Over && !m.why && m.untilAsleep() == 0
}

// touch notes that somebody is there.
func (m Model) touch() Model {
	m.touched = m.now.Mono
	return m
}

// asleepView is one quiet line. A tap anywhere brings the page back, as a key
// does.
func (m Model) asleepView(w, h int, t theme.Theme) widget.Frame {
	words := pressAnyKey
	if m.saved {
		words = allKept
	}
	c := widget.NewCanvas(w, h, t)
	line, _ := c.Whole().Inset(widget.Margin(w), 0).Top(1, 0)
	c.Lines(line, t.Quiet.Render(widget.Fit(words, line.W)))
	c.Put(c.Whole(), widget.Block{Targets: []widget.Target{{W: w, H: h, Press: wakeKey.Keys()[0]}}})
	return c.Frame()
}
