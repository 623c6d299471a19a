package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/tui/screen"
)

// turn is what the time of day decides: what is done first, the colours, which
// night and which day it is. It is another one once the hour has turned.
type turn struct {
	day, hour int
	night     bool
}

// minuteMsg says that a minute is over.
type minuteMsg struct{}

// turnNow is the turn that it is.
func (m root) turnNow() turn {
	return turn{m.env.Now.Wall.YearDay(), m.env.Now.Wall.Hour(), m.env.Night}
}

// awaitMinute wakes when the minute is over: night may begin at any. A clock that
// was set, or a machine that slept, is noticed then, too.
func (m root) awaitMinute() tea.Cmd {
	if m.leaving {
		return nil
	}
	return tea.Tick(m.config.Clock.Real(restOfMinute(m.env.Now.Wall)), func(time.Time) tea.Msg { return minuteMsg{} })
}

// restOfMinute is how long a minute lasts on a clock on the wall, which in some
// zones goes some seconds apart from others.
func restOfMinute(wall time.Time) time.Duration {
	return time.Minute - time.Duration(wall.Second())*time.Second - time.Duration(wall.Nanosecond())
}

// turned tells the screen on top if the hour has turned. The others look for
// themselves when they are shown again.
func (m root) turned() (root, tea.Cmd) {
	now := m.turnNow()
	if now == m.turn {
		return m, nil
	}
	m.turn = now
	return m.step(m.top().id, screen.TurnMsg{})
}
