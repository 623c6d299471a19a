package triage

import (
	"fmt"
	"time"

	"charm.land/lipgloss/v2"

	"uncramp/coach/theme"
	check "uncramp/coach/triage"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/widget"
)

// View implements [screen.Screen].
func (m Model) View(env screen.Env) widget.Frame {
	switch {
	case m.sources:
		return m.sourcesView(env)
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
		numbers(m.scroll+1, last), none,
		widget.When(m.scroll > 0 || last < len(g.Questions), scrollKey), leaveKey,
		widget.When(m.scroll > 0 || g.Level != check.Emergency, backKey), sourcesKey, widget.Help(),
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

// numbers are the keys of the questions in sight.
func numbers(first, last int) widget.Binding {
	if first == last {
		return widget.Bind(fmt.Sprint(first), "yes", fmt.Sprint(first))
	}
	return widget.Bind(fmt.Sprintf("%d–%d", first, last), "yes", fmt.Sprint(first))
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

// findingView says what to do, whom to call, and why, and never what it might be.
func (m Model) findingView(env screen.Env) widget.Frame {
	t, room := env.Theme, widget.Room(env.Width)
	p, style, own := m.finding.Page(env.Emergency), t.Strong, t.Text
	if m.finding.Blocks() {
		style, own = t.Alert.Bold(true), t.Strong
	}
	block := func(rank int, style lipgloss.Style, texts ...string) widget.Block {
		b := widget.Block{Rank: rank, Gap: true}
		for _, text := range texts {
			b.Lines = append(b.Lines, widget.Paint(widget.Wrap(text, room), style.Render)...)
		}
		return b
	}
	blocks := []widget.Block{
		block(0, style, p.Advice, p.Call),
		block(1, t.Text, p.Until, p.Because),
		block(1, own, p.Own...),
		block(2, t.Text, p.Reasons...),
		block(1, t.Quiet, m.correction()),
		block(3, t.Quiet, m.when(env.Now.Wall)),
		block(4, t.Quiet, p.Number...),
		block(5, t.Quiet, check.Disclaimer),
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
	return widget.Block{Lines: widget.Paint(widget.Notice(m.notice, room), t.Alert.Render), Rank: 1, Gap: true, Foot: true}
}

// correction is how a mistake is put right, where one has consequences.
func (m Model) correction() string {
	if !m.finding.Blocks() {
		return ""
	}
	return takeAgain
}

// when is when the answers were given, with the year where that isn't this one.
func (m Model) when(now time.Time) string {
	if m.finding.At.IsZero() || len(m.finding.Reasons()) == 0 {
		return ""
	}
	form := dayAndTime
	if m.finding.At.Year() != now.Year() {
		form = yearAndTime
	}
	return fmt.Sprintf(whenFormat, m.finding.At.Format(form))
}
