package checkin

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/record"
	"uncramp/coach/text"
	"uncramp/coach/tui/screen"
)

// state is what became of the answers.
type state int

const (
	untouched state = iota
	unsaved
	saving
	saved
)

func (m Model) state() state {
	switch {
	case m.saving > 0 && m.sent == m.edits:
		return saving
	case m.saving > 0:
		return unsaved
	case m.kept == m.edits:
		return saved
	case m.edits > 0 || m.failed:
		return unsaved
	}
	return untouched
}

// cramp is the cramp as it is kept: one that has just ended began before.
func (m Model) cramp() record.Episode {
	e := m.episode
	if m.fresh {
		e = e.JustEnded(e.At)
	}
	return e
}

func (m Model) save() (Model, screen.Effect) {
	e, edits := m.cramp(), m.edits
	e.Edited = time.Time{} // now
	m.saving, m.sent = m.saving+1, m.edits
	m.notice = ""
	return m, screen.Ask(screen.Write{
		Do:   func() error { return m.diary.SaveEpisode(e) },
		Done: func(err error) tea.Msg { return saveMsg{edits, err} },
	})
}

// afterSave takes the diary's answer.
func (m Model) afterSave(msg saveMsg) Model {
	m.saving--
	m.notice, m.failed = "", msg.err != nil
	if m.failed {
		m.notice = text.Clean(msg.err.Error())
		return m
	}
	m.kept = msg.edits
	return m
}

// ended ends the questions: what was answered is saved, and said. Where there is
// nothing to say of it, the form is left.
func (m Model) ended(env screen.Env) (Model, screen.Effect) {
	m, done := m.settled(env)
	switch {
	case !done:
		return m, screen.Effect{}
	case m.state() == unsaved:
		m.page = closing
		return m.save()
	}
	return m, screen.Ask(screen.Back{})
}

// left goes away. What is not saved is, once more.
func (m Model) left() (Model, screen.Effect) {
	if m.state() != unsaved {
		return m, screen.Ask(screen.Back{})
	}
	m, save := m.save()
	return m, save.And(screen.Ask(screen.Back{}))
}

// leftBehind saves what was answered as the form is taken away, or the program
// ends.
func (m Model) leftBehind(env screen.Env) (Model, screen.Effect) {
	if m.one {
		m, _ = m.taken(env, "1")
	}
	if m, _ = m.settled(env); m.state() != unsaved {
		return m, screen.Effect{}
	}
	return m.save()
}
