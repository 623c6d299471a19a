// Package me is the screen that asks what about a person decides which moves
// suit, shows what each answer changes, and takes all of it back.
package me

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"uncramp/coach/text"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/widget"
	"uncramp/routines"
)

// Store is where it is kept what a person said.
type Store interface {
	// Read returns what she said. With an error it is what can't be read.
	Read() (routines.Profile, error)
	// Change keeps what she says now, made of what she said before.
	Change(func(routines.Profile) routines.Profile) error
	// Decline keeps that she was asked.
	Decline() error
	// Forget forgets everything but that.
	Forget() error
}

// Model is the screen. Make it with [New].
type Model struct {
	store   Store
	reading screen.Reading[answers]
	answers answers
	asked   bool // it is kept that she was
	cursor  int
	notice  string
}

// answers are what was read.
type answers struct {
	profile routines.Profile
	fault   string // why it can't be read
}

// New asks; what was said before is read as the screen is shown.
func New(s Store) Model { return Model{store: s} }

// at puts the cursor on a question.
func (m Model) at(row int) Model {
	m.cursor = min(max(row, 0), len(routines.Conditions())-1)
	return m
}

// condition is what the question under the cursor is about.
func (m Model) condition() routines.Condition { return routines.Conditions()[m.cursor] }

// Keys implements [screen.Screen].
func (m Model) Keys() []widget.Binding {
	return []widget.Binding{steps.Move, changeKey, yesKey, noKey, forgetKey, widget.Flags(), widget.Help(), leaveKey}
}

// Update implements [screen.Screen].
func (m Model) Update(_ screen.Env, msg tea.Msg) (screen.Screen, screen.Effect) {
	switch msg := msg.(type) {
	case screen.ShowMsg, screen.WritesDoneMsg:
		return m.read()
	case screen.Read[answers]:
		return m.took(msg)
	case screen.NoticeMsg:
		m.notice = string(msg)
	case screen.RowMsg:
		return m.at(int(msg)).pressed(screen.Press("space"))
	case tea.KeyPressMsg:
		return m.pressed(msg)
	}
	return m, screen.Effect{}
}

// took shows what was read, and keeps that she was asked, once it is in sight. That
// this can't be kept only has her asked again.
func (m Model) took(read screen.Read[answers]) (Model, screen.Effect) {
	effect, ok := m.reading.Take(read)
	if !ok {
		return m, effect
	}
	m.answers = read.Value
	if m.asked {
		return m, effect
	}
	m.asked = true
	store := m.store
	return m, effect.And(screen.Ask(screen.Write{Do: func() error {
		_ = store.Decline()
		return nil
	}}))
}

func (m Model) read() (Model, screen.Effect) {
	store := m.store
	effect := m.reading.Begin(func() (a answers, _ error) {
		var err error
		if a.profile, err = store.Read(); err != nil {
			a.fault = text.Clean(err.Error())
		}
		return a, nil
	})
	return m, effect
}

func (m Model) pressed(press tea.KeyPressMsg) (Model, screen.Effect) {
	if to, ok := steps.Stepped(press, m.cursor, widget.PageRows); ok {
		return m.at(to), screen.Effect{}
	}
	switch store := m.store; {
	case key.Matches(press, leaveKey):
		return m, screen.Ask(screen.Back{})
	case key.Matches(press, changeKey):
		return m.say(!m.holds(m.condition()))
	case key.Matches(press, yesKey):
		return m.say(true)
	case key.Matches(press, noKey):
		return m.say(false)
	case key.Matches(press, forgetKey):
		m.answers = answers{}
		return m.write(store.Forget)
	}
	return m, screen.Effect{}
}

// holds reports whether she said that it is so.
func (m Model) holds(c routines.Condition) bool {
	return !m.answers.profile.Unreadable() && m.answers.profile.Has(c)
}

// say answers the question under the cursor. What can't be read stays as it is.
func (m Model) say(yes bool) (Model, screen.Effect) {
	c, store := m.condition(), m.store
	if !m.answers.profile.Unreadable() {
		m.answers.profile = m.answers.profile.With(c, yes)
	}
	return m.write(func() error {
		return store.Change(func(p routines.Profile) routines.Profile { return p.With(c, yes) })
	})
}

// write writes; what is read meanwhile may not hold it yet. What it comes to is
// read once it is done.
func (m Model) write(do func() error) (Model, screen.Effect) {
	m.notice = ""
	m.reading.Cancel()
	return m, screen.Ask(screen.Write{Do: do})
}
