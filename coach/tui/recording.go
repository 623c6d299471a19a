package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/record"
	"uncramp/coach/session"
)

// recordKept is the answer of the diary.
type recordKept struct {
	id  record.ID
	err error
}

// recorded hands what has just ended to the diary. What it has not answered for
// when the program ends is written then.
func (m root) recorded(now session.Instant) (root, tea.Cmd) {
	next, r, ok := m.visit.Entry(now)
	if m.visit = next; !ok || m.config.Record == nil {
		return m, nil
	}
	m.cramp, m.ended = r.Episode, r.Session.ID
	m.unkept = append(slices.Clone(m.unkept), r)
	c := m.config
	return m, m.writes(func() error { return c.Record(r) }, func(err error) tea.Msg { return recordKept{r.Session.ID, err} })
}

// recordKept says so where it ended, now that it is on disk; or why it is not.
func (m root) recordKept(msg recordKept) root {
	if msg.err != nil {
		return m.wrong(msg.err)
	}
	m.unkept = slices.DeleteFunc(slices.Clone(m.unkept), func(r record.Entry) bool { return r.Session.ID == msg.id })
	if msg.id == m.ended {
		m.player = m.player.Saved("Saved in your diary.")
	}
	return m
}
