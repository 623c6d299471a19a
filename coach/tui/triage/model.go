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
	pressed  int           // the number that is read back; 0: none
	sources  bool          // what the questions rest on lies over them
	line     int           // first line of that which is shown
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
	switch {
	case m.sources:
		return []widget.Binding{closeKey, scrollKey, widget.Help()}
	case m.found:
		return append(m.ways(), widget.When(len(m.questions()) > 0, sourcesKey), widget.Help(), widget.When(m.finding.Blocks(), awayKey))
	case m.pressed > 0:
		return []widget.Binding{confirmKey, denyKey, quitKey, sourcesKey, widget.Help()}
	}
	return []widget.Binding{yesKey, noneKey, scrollKey, leaveKey, backKey, sourcesKey, widget.Help()}
}

// ways are the ways on from a finding, and how a mistake is put right.
func (m Model) ways() []widget.Binding {
	switch {
	case m.finding.Level == check.Unreadable:
		return []widget.Binding{quitKey, againKey}
	case m.finding.Blocks():
		return []widget.Binding{quitKey, notSoKey}
	}
	return []widget.Binding{goOnKey, leaveKey, againKey}
}

// page is what is in sight of the check. No answer is one to anything else.
type page struct {
	level          check.Level
	first, pressed int
	found, sources bool
}

// Page implements [screen.Paged].
func (m Model) Page() any {
	g, _ := m.check.Group()
	return page{g.Level, m.scroll, m.pressed, m.found, m.sources}
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
		return m.take(env, msg)
	}
	return m, screen.Effect{}
}

// take takes a key of what is on screen.
func (m Model) take(env screen.Env, press tea.KeyPressMsg) (Model, screen.Effect) {
	switch {
	case m.sources:
		return m.read(env, press), screen.Effect{}
	case key.Matches(press, sourcesKey) && len(m.questions()) > 0:
		m.sources, m.line = true, 0
		return m, screen.Effect{}
	case m.found:
		return m.after(env, press)
	case m.pressed > 0:
		return m.confirmed(env, press)
	}
	return m.answered(env, press)
}

// answered takes the keys of a group of questions.
func (m Model) answered(env screen.Env, press tea.KeyPressMsg) (Model, screen.Effect) {
	g, _ := m.check.Group()
	seen := m.inSight(env, m.scroll)
	switch {
	case key.Matches(press, leaveKey):
		return m.leave()
	case key.Matches(press, scrollKey):
		m.scroll = min(max(m.scroll+widget.Scrolled(press), 0), max(len(g.Questions)-seen, 0))
	case key.Matches(press, backKey) && m.scroll > 0:
		m.scroll = m.pageBefore(env)
	case key.Matches(press, backKey):
		m.check, m.scroll = m.check.Back(), 0
	case key.Matches(press, noneKey) && m.scroll+seen < len(g.Questions):
		m.scroll += seen
	case key.Matches(press, noneKey):
		return m.answer(env)
	case key.Matches(press, yesKey):
		i := slices.Index(yesKey.Keys(), press.String())
		if i < m.scroll || i >= m.scroll+seen {
			break
		}
		m.pressed = i + 1
		if !g.Level.Blocks() {
			return m.answer(env, g.Questions[i].ID)
		}
	}
	return m, screen.Effect{}
}

// confirmed takes the keys of a question that is read back: y alone is a yes.
func (m Model) confirmed(env screen.Env, press tea.KeyPressMsg) (Model, screen.Effect) {
	switch {
	case key.Matches(press, confirmKey):
		g, _ := m.check.Group()
		return m.answer(env, g.Questions[m.pressed-1].ID)
	case key.Matches(press, denyKey):
		m.pressed = 0
	case key.Matches(press, quitKey):
		return m.leave()
	}
	return m, screen.Effect{}
}

// leave leaves the questions; a finding of an earlier check still stands.
func (m Model) leave() (Model, screen.Effect) {
	if m.standing.Blocks() {
		return Standing(m.standing), screen.Effect{}
	}
	return m, screen.Ask(screen.Back{})
}

// answer answers a group with the ids of what is so, and shows what the check
// came to once it is over.
func (m Model) answer(env screen.Env, yes ...string) (Model, screen.Effect) {
	m.check, m.scroll, m.pressed = m.check.Answer(yes...), 0, 0
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
		again := New(m.standing)
		again.began = env.Now.Wall
		return again, screen.Effect{}
	case key.Matches(press, leaveKey) && m.finding.Blocks():
		return m, screen.Ask(screen.Withdraw{Stay: key.Matches(press, awayKey)})
	case key.Matches(press, goOnKey) && !m.finding.Blocks():
		return m, screen.Ask(screen.GoOn{})
	case key.Matches(press, leaveKey):
		return m, screen.Ask(screen.Back{})
	}
	return m, screen.Effect{}
}
