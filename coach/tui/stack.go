package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/session"
	"uncramp/coach/term"
	"uncramp/coach/tui/checkin"
	"uncramp/coach/tui/player"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/triage"
)

// entry is a screen on the stack.
type entry struct {
	screen.Screen
	id   int
	page string
}

// top is the screen that is shown; before there is one it has no id.
func (m root) top() entry {
	if len(m.stack) == 0 {
		return entry{}
	}
	return m.stack[len(m.stack)-1]
}

// index is where a screen stands on the stack; -1: it is gone.
func (m root) index(id int) int {
	return slices.IndexFunc(m.stack, func(e entry) bool { return e.id == id })
}

// step hands a message to a screen and does what it asks for. A screen that is
// gone is told nothing.
func (m root) step(id int, msg tea.Msg) (root, tea.Cmd) {
	at := m.index(id)
	if at < 0 || msg == nil {
		return m, nil
	}
	next, effect := m.stack[at].Update(m.env, msg)
	m.stack = slices.Clone(m.stack)
	m.stack[at].Screen = next
	m, cmd := m.do(id, effect)
	if m.top().id != id {
		return m, cmd
	}
	m, wake := m.scheduleWake()
	return m, tea.Batch(cmd, wake)
}

// do does what a screen asks for, in order, and starts its command.
func (m root) do(id int, e screen.Effect) (root, tea.Cmd) {
	cmds := []tea.Cmd{answering(id, e.Cmd)}
	for _, r := range e.Requests {
		var cmd tea.Cmd
		m, cmd = m.obey(id, r)
		cmds = append(cmds, cmd)
	}
	return m, tea.Batch(cmds...)
}

// answering has the answer of a command come back to the screen that asked.
func answering(id int, cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return term.Safely(func() tea.Msg {
		switch msg := cmd().(type) {
		case nil:
			return nil
		case tea.BatchMsg:
			for i := range msg {
				msg[i] = answering(id, msg[i])
			}
			return msg
		default:
			return answerMsg{id, msg}
		}
	})
}

// handleAnswer hands an answer to the screen that asked. What it asks for is
// done, if that screen is still on top.
func (m root) handleAnswer(a answerMsg) (root, tea.Cmd) {
	e, asks := a.msg.(screen.Effect)
	switch {
	case !asks:
		return m.step(a.to, a.msg)
	case m.top().id == a.to:
		return m.do(a.to, e)
	}
	return m, nil
}

// obey does one thing that a screen asks for. Only the screen on top leads
// anywhere.
func (m root) obey(id int, r screen.Request) (root, tea.Cmd) {
	switch r := r.(type) {
	case screen.Write:
		return m.write(id, r)
	case screen.KeepFinding:
		return m.keepFinding(id, r)
	case screen.ReadFinding:
		return m, m.readFinding()
	case screen.SetLook:
		var ask tea.Cmd
		m.look, ask = m.look.Use(r)
		m.env.Emergency = m.config.EmergencyCall() // it is a setting, too
		return m.restyled(), ask
	case screen.Notify:
		return m, m.notify(r)
	case screen.ShowError:
		return m.complain(r.Err)
	}
	if m.top().id != id || m.leaving {
		return m, nil
	}
	return m.navigate(id, r)
}

// navigate goes where the screen on top leads.
func (m root) navigate(id int, r screen.Request) (root, tea.Cmd) {
	switch r := r.(type) {
	case screen.Back:
		return m.back()
	case screen.GoOn:
		return m.goOn()
	case screen.Withdraw:
		return m.withdraw(r.Stay)
	case screen.AskFlags:
		return m.push(flagsPage, triage.New(m.gate.finding))
	case screen.Open:
		return m.open(r)
	case screen.OpenForm:
		return m.push(formPage, checkin.New(m.config.Journal, r))
	case screen.Play:
		return m.play(id, r)
	}
	return m, nil
}

// push puts a screen on top of the others.
func (m root) push(page string, s screen.Screen) (root, tea.Cmd) {
	m, covered := m.step(m.top().id, screen.CoverMsg{})
	m.ids++
	m.stack = append(slices.Clip(m.stack), entry{s, m.ids, page})
	m, shown := m.step(m.ids, screen.ShowMsg{})
	return m, tea.Batch(covered, shown)
}

// close tells screens that they are gone, the last one first.
func (m root) close(gone ...entry) (root, tea.Cmd) {
	return m.tell(screen.CloseMsg{}, gone...)
}

// tell tells screens how they end, the last one first.
func (m root) tell(end tea.Msg, gone ...entry) (root, tea.Cmd) {
	var cmds []tea.Cmd
	for _, e := range slices.Backward(gone) {
		last, effect := e.Update(m.env, end)
		if p, ok := last.(player.Model); ok {
			m.latest = latest{true, p.Visit().Kept()}
		}
		var cmd tea.Cmd
		m, cmd = m.do(e.id, effect)
		cmds = append(cmds, cmd)
	}
	return m, tea.Batch(cmds...)
}

// closeTop takes the screen on top away.
func (m root) closeTop() (root, tea.Cmd) {
	gone := m.top()
	m.stack = m.stack[:len(m.stack)-1]
	return m.close(gone)
}

// back shows the screen below; with the last one the program ends.
func (m root) back() (root, tea.Cmd) {
	if len(m.stack) == 1 {
		return m.leave()
	}
	m, closed := m.closeTop()
	m, shown := m.step(m.top().id, screen.ShowMsg{})
	return m, tea.Batch(closed, shown)
}

// leave ends the program. The screens stay until it has; a routine that a red
// flag stands against is out of sight.
func (m root) leave() (root, tea.Cmd) {
	m.leaving = true
	m, closed := m.close(m.stack...)
	if m.gate.finding.Blocks() && m.top().page == playerPage {
		m.stack = append(slices.Clip(m.stack), entry{triage.Standing(m.gate.finding), 0, flagsPage})
	}
	return m, tea.Batch(closed, tea.Quit)
}

// breakOff is the program as a signal or ctrl-c ended it.
func (m root) breakOff(now session.Instant) root {
	if m.leaving {
		return m
	}
	m.env.Now, m.leaving = now, true
	m, _ = m.tell(screen.BreakOffMsg{}, m.stack...) // what is asked for is written when the program has ended
	return m
}

// withdraw closes what leads to a routine, down to the first screen. What is
// being told in a form, or put together, is not left. Where nothing else is below it may
// stay.
func (m root) withdraw(stay bool) (root, tea.Cmd) {
	stack, last := m.stack, len(m.stack)-1
	from := last
	for from > 1 && !slices.Contains([]string{formPage, screen.Composer}, stack[from-1].page) {
		from--
	}
	if stay && (from == 0 || stack[from-1].page == playerPage) {
		return m, nil
	}
	m.stack = slices.Delete(slices.Clone(stack), from, last)
	m, closed := m.close(stack[from:last]...)
	m, back := m.back()
	return m, tea.Batch(closed, back)
}
