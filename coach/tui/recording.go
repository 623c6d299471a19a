package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/diary"
	"uncramp/coach/session"
	"uncramp/routines"
)

// recordKept is the answer of the diary.
type recordKept struct {
	id     diary.ID
	notice string
	err    error
}

// recorded hands what has just ended to the diary. What it has not answered for
// when the program ends is written then.
func (m root) recorded(now session.Instant) (root, tea.Cmd) {
	next, r, ok := m.visit.Record(now)
	if m.visit = next; !ok || m.config.Record == nil {
		return m, nil
	}
	m.cramp, m.ended = r.Episode, r.Session.ID
	m.unkept = append(slices.Clone(m.unkept), r)
	c := m.config
	return m, safely(func() tea.Msg {
		kept := recordKept{id: r.Session.ID}
		kept.err = c.pen.write(func() (err error) {
			kept.notice, err = c.Record(r)
			return err
		})
		return kept
	})
}

// recordKept says so where it ended, now that it is on disk; or why it is not.
func (m root) recordKept(msg recordKept) root {
	if msg.err != nil {
		return m.wrong(msg.err)
	}
	m.unkept = slices.DeleteFunc(slices.Clone(m.unkept), func(r diary.Record) bool { return r.Session.ID == msg.id })
	if msg.id == m.ended {
		m.player = m.player.Saved(strings.TrimSpace("Saved in your diary. " + routines.Clean(msg.notice)))
	}
	return m
}
