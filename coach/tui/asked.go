package tui

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/session"
	"uncramp/routines"
)

// asked says of an answer which screen it is for. One that is gone needs none.
type asked struct{ by screen }

func (a asked) asker() screen { return a.by }

// late reports whether a message answers a screen that is not shown any more.
func (m root) late(msg tea.Msg) bool {
	a, ok := msg.(interface{ asker() screen })
	return ok && a.asker() != m.shown
}

// wrong has what went wrong told in one line, on the screen that is shown, or
// on the next one that can.
func (m root) wrong(err error) root {
	if err != nil {
		m.complaint = errors.Join(m.complaint, err)
	}
	return m
}

// complained tells what went wrong, if the screen that is shown can.
func (m root) complained() root {
	if m.complaint == nil && m.config.Remark != nil {
		if line := m.config.Remark(); line != "" {
			m.complaint = errors.New(line)
		}
	}
	if m.complaint == nil {
		return m
	}
	line := routines.Clean(m.complaint.Error())
	switch m.shown {
	case homeScreen:
		m.home = m.home.WithNotice(line)
	case historyScreen:
		m.history = m.history.WithNotice(line)
	case libraryScreen:
		m.library = m.library.WithNotice(line)
	case weekScreen:
		m.week = m.week.WithNotice(line)
	case settingsScreen:
		m.settings = m.settings.WithNotice(line)
	case playerScreen:
		if m.player.Session().State() == session.Over {
			m.player = m.player.Saved(line)
		} else {
			m.player = m.player.Noting(line)
		}
	case formScreen, triageScreen:
		return m
	}
	m.complaint = nil
	return m
}
