package triage

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	check "uncramp/coach/triage"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/widget"
)

// questions are those on screen: a group, the one that is read back, or those
// that were answered with yes.
func (m Model) questions() []check.Question {
	g, _ := m.check.Group()
	switch {
	case m.found:
		return m.finding.Reasons()
	case m.pressed > 0:
		return g.Questions[m.pressed-1 : m.pressed]
	}
	return g.Questions
}

// read takes the keys of the page of sources.
func (m Model) read(env screen.Env, press tea.KeyPressMsg) Model {
	switch {
	case key.Matches(press, closeKey):
		m.sources = false
	case key.Matches(press, scrollKey):
		m.line = m.firstLine(env, m.line+widget.Scrolled(press))
	}
	return m
}

// firstLine is the first line of the sources that is shown, if it should be this
// one: the last page is a whole one.
func (m Model) firstLine(env screen.Env, line int) int {
	return max(min(line, len(m.sourceLines(env))-linesInSight(env)), 0)
}

// linesInSight is how many lines of the sources fit above the keys.
func linesInSight(env screen.Env) int { return max(env.Height-2, 1) }

// sourceLines are what the questions on screen rest on, each below its own.
func (m Model) sourceLines(env screen.Env) (lines []string) {
	t, room := env.Theme, widget.Room(env.Width)
	for _, q := range m.questions() {
		lines = append(lines, widget.Paint(widget.Wrap(q.Text, room), t.Strong.Render)...)
		for _, credit := range q.Credits() {
			lines = append(lines, widget.Paint(widget.Wrap(widget.Item+credit, room), t.Text.Render)...)
		}
		lines = append(lines, "")
	}
	if m.found {
		for _, basis := range m.finding.Basis() {
			lines = append(lines, widget.Paint(widget.Wrap(basis, room), t.Text.Render)...)
		}
	}
	return lines
}

// sourcesView shows as many lines of the sources as fit.
func (m Model) sourcesView(env screen.Env) widget.Frame {
	t, all := env.Theme, m.sourceLines(env)
	first := m.firstLine(env, m.line)
	shown := slices.Clone(all[first:min(first+linesInSight(env), len(all))])
	keys := []widget.Binding{closeKey, widget.When(len(all) > linesInSight(env), scrollKey), widget.Help()}
	c := widget.NewCanvas(env.Width, env.Height, t)
	z := c.Whole().Inset(widget.Margin(env.Width), 0)
	line, z := z.Bottom(min(env.Height/2, 1), 0)
	c.Put(line, widget.KeyLine(keys, line.W, t))
	message, z := z.Bottom(min(env.Height/3, 1), 0)
	c.Lines(message, t.Alert.Render(widget.Fit(m.notice, message.W)))
	c.Lines(z, shown...)
	return c.Frame()
}
