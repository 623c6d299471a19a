package triage

import (
	"fmt"

	"uncramp/coach/theme"
	check "uncramp/coach/triage"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/widget"
)

// View implements [screen.Screen].
func (m Model) View(env screen.Env) widget.Frame {
	switch {
	case m.found:
		return m.findingView(env)
	case m.pressed > 0:
		return m.readBackView(env)
	}
	return m.askView(env)
}

// inSight is how many questions fit below the heading, from a first one on.
func (m Model) inSight(env screen.Env, first int) int {
	g, _ := m.check.Group()
	room := widget.Room(env.Width)
	left := env.Height - 1 - len(widget.Wrap(g.Ask, room)) // the keys take the other row
	for i, q := range g.Questions[first:] {
		if left -= len(question(0, q.Text, room, env.Theme)); left < 0 {
			return max(i, 1)
		}
	}
	return len(g.Questions) - first
}

// pageBefore is the first question of the page that leads on to this one.
func (m Model) pageBefore(env screen.Env) int {
	first := 0
	for next := 0; next < m.scroll; next += m.inSight(env, next) {
		first = next
	}
	return first
}

// askView shows one group, or as much of it as fits; then it says that there
// is more.
func (m Model) askView(env screen.Env) widget.Frame {
	t, room := env.Theme, widget.Room(env.Width)
	g, _ := m.check.Group()
	last := m.scroll + m.inSight(env, m.scroll)
	none := noneKey
	if rest := len(g.Questions) - last; rest > 0 {
		none.SetHelp("n", fmt.Sprintf(moreFormat, rest))
	}
	keys := []widget.Binding{
		widget.Bind(fmt.Sprintf("%d–%d", m.scroll+1, last), "yes", "1"), none,
		widget.When(m.scroll > 0 || last < len(g.Questions), scrollKey), leaveKey,
		widget.When(m.scroll > 0 || g.Level != check.Emergency, backKey), widget.Help(),
	}
	blocks := []widget.Block{{Lines: widget.Paint(widget.Wrap(g.Ask, room), t.Strong.Render), Rank: 2, Gap: true}}
	for i, q := range g.Questions[m.scroll:last] {
		lines := question(m.scroll+i, q.Text, room, t)
		row := widget.Target{W: room, H: len(lines), Press: fmt.Sprint(m.scroll + i + 1)}
		blocks = append(blocks, widget.Block{Lines: lines, Rank: 1, Gap: i == 0, Targets: []widget.Target{row}})
	}
	blocks = append(blocks, m.said(room, t), widget.KeyLine(keys, room, t).AtFoot(0))
	return widget.Stack(widget.Choose(blocks, env.Height), env.Width, env.Height, t)
}

// readBackView asks whether the number was pressed on purpose.
func (m Model) readBackView(env screen.Env) widget.Frame {
	t, room := env.Theme, widget.Room(env.Width)
	g, _ := m.check.Group()
	asked := check.ReadBack(m.pressed, g.Questions[m.pressed-1])
	blocks := []widget.Block{
		{Lines: widget.Paint(widget.Wrap(asked, room), t.Strong.Render), Rank: 0, Gap: true},
		m.said(room, t),
		widget.KeyLine(m.Keys(), room, t).AtFoot(0),
	}
	return widget.Stack(widget.Choose(blocks, env.Height), env.Width, env.Height, t)
}

func question(i int, text string, room int, t theme.Theme) []string {
	lines := widget.Wrap(text, max(room-3, 1))
	for j, l := range lines {
		lead := "   "
		if j == 0 {
			lead = t.Accent.Render(fmt.Sprintf("%d  ", i+1))
		}
		lines[j] = lead + t.Text.Render(l)
	}
	return lines
}

// findingView says what to do, and why, and never what it might be.
func (m Model) findingView(env screen.Env) widget.Frame {
	t, room := env.Theme, widget.Room(env.Width)
	advice, because, style := clearAdvice, clearBecause, t.Strong
	if g, ok := m.finding.Group(); ok {
		advice, because = g.Advice, g.Because
		if m.finding.Blocks() {
			style = t.Alert.Bold(true)
		}
	}
	blocks := []widget.Block{
		{Lines: widget.Paint(widget.Wrap(advice, room), style.Render), Rank: 0, Gap: true},
		{Lines: widget.Paint(widget.Wrap(because, room), t.Text.Render), Rank: 1, Gap: true},
		{Lines: m.reasons(room, t), Rank: 2, Gap: true},
		{Lines: widget.Paint(widget.Wrap(disclaimer, room), t.Quiet.Render), Rank: 3, Gap: true},
		m.said(room, t),
		widget.KeyLine(m.Keys(), room, t).AtFoot(0),
	}
	return widget.Stack(widget.Choose(blocks, env.Height), env.Width, env.Height, t)
}

// said is what went wrong.
func (m Model) said(room int, t theme.Theme) widget.Block {
	if m.notice == "" {
		return widget.Block{}
	}
	return widget.Block{Lines: widget.Paint(widget.Notice(m.notice, room), t.Alert.Render), Rank: 2, Gap: true, Foot: true}
}

// reasons are the answers a finding rests on, and when they were given.
func (m Model) reasons(room int, t theme.Theme) (lines []string) {
	for _, q := range m.finding.Reasons() {
		lines = append(lines, widget.Paint(widget.Wrap(fmt.Sprintf(reasonFormat, q.Text), room), t.Text.Render)...)
	}
	if !m.finding.At.IsZero() && len(lines) > 0 {
		when := fmt.Sprintf(sinceFormat, m.finding.At.Format(dayAndTime))
		lines = append(lines, widget.Paint(widget.Wrap(when, room), t.Quiet.Render)...)
	}
	return lines
}
