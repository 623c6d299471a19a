// Package triage is the screen that asks about the red flags, and that stands
// in the way of every routine after an answer that does not allow one.
package triage

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	check "uncramp/coach/triage"
	"uncramp/coach/tui/widget"
)

// Wish is what the person wants that the screen can't do by itself.
type Wish struct {
	Leave bool           // away, without an answer or after a finding that allows nothing
	GoOn  bool           // back to where she came from
	Found *check.Finding // the check came to this: it is to be kept
}

// Model is the screen. Make it with [New] or [Standing].
type Model struct {
	check   check.Check
	finding check.Finding
	found   bool
	help    bool
	scroll  int // first question that is shown, where they don't all fit
	w, h    int
	keys    keyMap
}

// New asks from the first question on, on w by h cells: no answer is taken for
// questions that were not in sight.
func New(w, h int) Model { return Model{keys: newKeyMap(), w: w, h: h} }

// Standing shows a finding of an earlier check.
func Standing(f check.Finding, w, h int) Model {
	m := New(w, h)
	m.finding, m.found = f, true
	return m
}

// Sized says that the screen has another size.
func (m Model) Sized(w, h int) Model {
	m.w, m.h = w, h
	return m
}

// Finding returns what the check came to; false while it is still asked.
func (m Model) Finding() (check.Finding, bool) { return m.finding, m.found }

// Update takes a message. Nothing here happens by itself.
func (m Model) Update(msg tea.Msg) (Model, Wish) {
	press, ok := msg.(tea.KeyPressMsg)
	switch {
	case !ok:
		return m, Wish{}
	case key.Matches(press, m.keys.Keys):
		m.help = !m.help
		return m, Wish{}
	case m.help:
		m.help = false
		return m, Wish{}
	case m.found:
		return m.after(press)
	}
	return m.asked(press)
}

func (m Model) asked(press tea.KeyPressMsg) (Model, Wish) {
	g, _ := m.check.Group()
	switch {
	case key.Matches(press, m.keys.Leave):
		return m, Wish{GoOn: true}
	case key.Matches(press, m.keys.Scroll):
		m.scroll = min(max(m.scroll+widget.Scrolled(press), 0), max(len(g.Questions)-m.inSight(), 0))
	case key.Matches(press, m.keys.Back):
		m.check, m.scroll = m.check.Back(), 0
	case key.Matches(press, m.keys.None) && m.scroll+m.inSight() < len(g.Questions):
		m.scroll += m.inSight()
	case key.Matches(press, m.keys.None):
		m.check, m.scroll = m.check.Answer(), 0
	case key.Matches(press, m.keys.Yes):
		if i := int(press.Code - '1'); i >= m.scroll && i < m.scroll+m.inSight() {
			m.check = m.check.Answer(g.Questions[i].ID)
		}
	}
	if !m.check.Over() {
		return m, Wish{}
	}
	m.finding, m.found = m.check.Finding(), true
	f := m.finding
	return m, Wish{Found: &f}
}

func (m Model) after(press tea.KeyPressMsg) (Model, Wish) {
	switch {
	case key.Matches(press, m.keys.Again):
		return New(m.w, m.h), Wish{}
	case key.Matches(press, m.keys.Leave) && m.finding.Blocks():
		return m, Wish{Leave: true}
	case key.Matches(press, m.keys.GoOn, m.keys.Leave) && !m.finding.Blocks():
		return m, Wish{GoOn: true}
	}
	return m, Wish{}
}
