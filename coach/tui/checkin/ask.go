package checkin

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"uncramp/coach/record"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/widget"
)

// whileAsking takes a key of a question.
func (m Model) whileAsking(env screen.Env, press tea.KeyPressMsg) (Model, screen.Effect) {
	switch {
	case m.form.Brief:
		return m.atNight(env, press)
	case m.typing:
		return m.whileTyping(env, press)
	}
	var took bool
	switch m.question().Kind {
	case record.Where:
		z := stageOf(env).answers
		m.legs, took = m.legs.Pressed(press, z.W, z.H)
	case record.When, record.Length:
		m, took = m.turned(env, press)
	default:
		if answer, is := m.picked(press); is {
			return m.pick(env, answer)
		}
	}
	if took {
		return m, screen.Effect{}
	}
	return m.aroundAnswers(env, press)
}

// aroundAnswers takes a key that every question has.
func (m Model) aroundAnswers(env screen.Env, press tea.KeyPressMsg) (Model, screen.Effect) {
	switch {
	case key.Matches(press, nextKey) && m.option >= 0:
		return m.answered(env, m.options()[m.option])
	case key.Matches(press, nextKey) && m.question().Kind == record.Where && m.legs.Spot() != m.spot():
		return m.answered(env, m.legs.Spot().Name())
	case key.Matches(press, nextKey):
		return m.next(env)
	case key.Matches(press, endKey):
		return m.escaped(env)
	case key.Matches(press, clearKey):
		m, _ = m.taken(env, "")
		return m.ask(m.at), screen.Effect{}
	case key.Matches(press, onKey) && m.option < len(m.options())-1:
		m.option++
	case key.Matches(press, overKey) && m.option >= 0:
		m.option--
	case key.Matches(press, backKey):
		return m.before(), screen.Effect{}
	}
	return m, screen.Effect{}
}

// escaped ends the questions; in an entry of long ago that one is as it was.
func (m Model) escaped(env screen.Env) (Model, screen.Effect) {
	if m.form.Edit {
		return m.before(), screen.Effect{}
	}
	return m.ended(env)
}

// atNight takes the number, and then the way out. Another number puts the first
// one right.
func (m Model) atNight(env screen.Env, press tea.KeyPressMsg) (Model, screen.Effect) {
	answer, is := m.picked(press)
	switch {
	case is:
		return m.pick(env, answer)
	case key.Matches(press, endKey):
		return m.left()
	case m.state() == unsaved && key.Matches(press, againKey):
		return m.save()
	case m.state() == saved && key.Matches(press, doneKey):
		return m, screen.Ask(screen.Back{})
	}
	return m, screen.Effect{}
}

// whileClosing takes a key of the page that says what was kept.
func (m Model) whileClosing(_ screen.Env, press tea.KeyPressMsg) (Model, screen.Effect) {
	switch {
	case m.state() == unsaved && key.Matches(press, againKey):
		return m.save()
	case key.Matches(press, doneKey):
		return m, screen.Ask(screen.Back{})
	case key.Matches(press, endKey):
		return m.left()
	case key.Matches(press, furtherKey) && m.rest() > 0:
		return m.ask(m.passed), screen.Effect{}
	case key.Matches(press, backKey) && m.form.Edit:
		m.page = listing
	case key.Matches(press, backKey):
		return m.ask(m.at), screen.Effect{}
	}
	return m, screen.Effect{}
}

// rest is how many questions were not gone through yet.
func (m Model) rest() int {
	if m.form.Edit {
		return 0
	}
	return len(m.questions) - m.passed
}

// inList takes a key of the list.
func (m Model) inList(env screen.Env, press tea.KeyPressMsg) (Model, screen.Effect) {
	if to, ok := steps.Stepped(press, m.at, widget.PageRows); ok {
		m.at = min(max(to, 0), len(m.questions)-1)
		return m, screen.Effect{}
	}
	answer, is := m.picked(press)
	switch {
	case is:
		return m.pick(env, answer)
	case key.Matches(press, clearKey):
		m, _ = m.taken(env, "")
	case key.Matches(press, openKey):
		return m.ask(m.at), screen.Effect{}
	case key.Matches(press, saveKey) && m.state() == unsaved:
		return m.save()
	case key.Matches(press, endKey):
		return m.ended(env)
	}
	return m, screen.Effect{}
}
