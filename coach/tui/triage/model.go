// Package triage is the screen that asks about the red flags, and that stands
// in the way of every routine after an answer that does not allow one.
package triage

import (
	"slices"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	check "uncramp/coach/triage"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/widget"
)

// Model is the screen. Make it with [New] or [Standing].
type Model struct {
	check    check.Check
	finding  check.Finding
	found    bool
	standing check.Finding // the latest that allows nothing
	scroll   int           // first question that is shown, where they don't all fit
	notice   string
	began    time.Time // when the check did
}

// New asks from the first question on. A finding of an earlier check stands
// until another one comes to something else.
func New(standing check.Finding) (m Model) {
	if standing.Blocks() {
		m.standing = standing
	}
	return m
}

// Standing shows a finding of an earlier check.
func Standing(f check.Finding) Model {
	m := New(f)
	m.finding, m.found = f, true
	return m
}

// Finding returns what the check came to; false while it is still asked.
func (m Model) Finding() (check.Finding, bool) { return m.finding, m.found }

// Keys implements [screen.Screen].
func (m Model) Keys() []widget.Binding {
	if m.found {
		return []widget.Binding{widget.When(!m.finding.Blocks(), goOnKey), leaveKey, againKey, widget.Help()}
	}
	return []widget.Binding{yesKey, noneKey, scrollKey, leaveKey, backKey, widget.Help()}
}

// Update implements [screen.Screen]. No answer is taken for questions that were
// not in sight.
func (m Model) Update(env screen.Env, msg tea.Msg) (screen.Screen, screen.Effect) {
	if m.began.IsZero() && !m.found {
		m.began = env.Now.Wall
	}
	switch msg := msg.(type) {
	case screen.NoticeMsg:
		m.notice = string(msg)
	case tea.KeyPressMsg:
		if m.found {
			return m.after(env, msg)
		}
		return m.answered(env, msg)
	}
	return m, screen.Effect{}
}

func (m Model) answered(env screen.Env, press tea.KeyPressMsg) (Model, screen.Effect) {
	g, _ := m.check.Group()
	seen := m.inSight(env, m.scroll)
	switch {
	case key.Matches(press, leaveKey) && m.standing.Blocks(): // an earlier answer still stands
		return Standing(m.standing), screen.Effect{}
	case key.Matches(press, leaveKey):
		return m, screen.Ask(screen.Back{})
	case key.Matches(press, scrollKey):
		m.scroll = min(max(m.scroll+widget.Scrolled(press), 0), max(len(g.Questions)-seen, 0))
	case key.Matches(press, backKey) && m.scroll > 0:
		m.scroll = m.pageBefore(env)
	case key.Matches(press, backKey):
		m.check, m.scroll = m.check.Back(), 0
	case key.Matches(press, noneKey) && m.scroll+seen < len(g.Questions):
		m.scroll += seen
	case key.Matches(press, noneKey):
		m.check, m.scroll = m.check.Answer(), 0
	case key.Matches(press, yesKey):
		if i := slices.Index(yesKey.Keys(), press.String()); i >= m.scroll && i < m.scroll+seen {
			m.check = m.check.Answer(g.Questions[i].ID)
		}
	}
	if !m.check.Over() {
		return m, screen.Effect{}
	}
	f := m.check.Finding()
	kept := f
	kept.At, kept.Began = env.Now.Wall, m.began
	if kept.Blocks() {
		f = kept // when it was found is shown, too
	}
	return Standing(f), screen.Ask(screen.KeepFinding{Finding: kept})
}

func (m Model) after(env screen.Env, press tea.KeyPressMsg) (Model, screen.Effect) {
	switch {
	case key.Matches(press, againKey):
		m = New(m.standing)
		m.began = env.Now.Wall
		return m, screen.Effect{}
	case key.Matches(press, leaveKey) && m.finding.Blocks():
		return m, screen.Ask(screen.Withdraw{})
	case key.Matches(press, goOnKey, leaveKey) && !m.finding.Blocks():
		return m, screen.Ask(screen.Back{})
	}
	return m, screen.Effect{}
}
