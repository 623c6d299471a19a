package triage

import (
	"fmt"

	"charm.land/bubbles/v2/key"

	"uncramp/coach/theme"
	check "uncramp/coach/triage"
	"uncramp/coach/tui/widget"
)

// View draws the screen on w by h cells.
func (m Model) View(w, h int, t theme.Theme) widget.Screen {
	room := widget.Room(w)
	switch {
	case m.help:
		if m.found {
			keys := m.keys
			keys.GoOn.SetEnabled(!m.finding.Blocks())
			return widget.KeyPage(keys.found(), w, h, t)
		}
		return widget.KeyPage(m.keys.asking(), w, h, t)
	case m.found:
		return m.findingView(w, h, room, t)
	}
	return m.askView(w, h, room, t)
}

// inSight is how many questions fit, from the first one that is shown.
func (m Model) inSight() int {
	g, _ := m.check.Group()
	left := m.h - 1 // the keys
	for i, q := range g.Questions[m.scroll:] {
		if left -= len(widget.Wrap(q.Text, max(widget.Room(m.w)-3, 1))); left < 0 {
			return max(i, 1)
		}
	}
	return len(g.Questions) - m.scroll
}

// askView shows one group, or as much of it as fits; then it says that there
// is more.
func (m Model) askView(w, h, room int, t theme.Theme) widget.Screen {
	g, _ := m.check.Group()
	last := m.scroll + m.Sized(w, h).inSight()
	keys := m.keys
	keys.Yes.SetHelp(fmt.Sprintf("%d–%d", m.scroll+1, last), "yes")
	keys.Back.SetEnabled(g.Level != check.Emergency)
	keys.Scroll.SetEnabled(m.scroll > 0 || last < len(g.Questions))
	if last < len(g.Questions) {
		keys.None.SetHelp("n", fmt.Sprintf("not these: %d more", len(g.Questions)-last))
	}
	blocks := []widget.Block{{Lines: widget.Paint(widget.Wrap(g.Ask, room), t.Strong.Render), Rank: 2, Gap: true}}
	for i, q := range g.Questions[m.scroll:last] {
		lines := question(m.scroll+i, q.Text, room, t)
		row := widget.Target{W: room, H: len(lines), Press: fmt.Sprint(m.scroll + i + 1)}
		blocks = append(blocks, widget.Block{Lines: lines, Rank: 1, Gap: i == 0, Targets: []widget.Target{row}})
	}
	return widget.Stack(widget.Choose(append(blocks, m.foot(keys.asking(), room, t)), h), w, h, t)
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

func (m Model) foot(keys []key.Binding, room int, t theme.Theme) widget.Block {
	return widget.KeyLine(keys, room, t).AtFoot(0)
}

// findingView says what to do, and why, and never what it might be.
func (m Model) findingView(w, h, room int, t theme.Theme) widget.Screen {
	advice, because, style := "None of these. You may go on.", "Stop at any time if one of them comes up.", t.Strong
	if g, ok := m.finding.Group(); ok {
		advice, because = g.Advice, g.Because
		if m.finding.Blocks() {
			style = t.Alert.Bold(true)
		}
	}
	keys := m.keys
	keys.GoOn.SetEnabled(!m.finding.Blocks())
	blocks := []widget.Block{
		{Lines: widget.Paint(widget.Wrap(advice, room), style.Render), Rank: 0, Gap: true},
		{Lines: widget.Paint(widget.Wrap(because, room), t.Text.Render), Rank: 1, Gap: true},
		{Lines: m.reasons(room, t), Rank: 2, Gap: true},
		{Lines: widget.Paint(widget.Wrap("This is a coach, not a doctor. It can't tell what is wrong.", room), t.Quiet.Render), Rank: 3, Gap: true},
		m.foot(keys.found(), room, t),
	}
	return widget.Stack(widget.Choose(blocks, h), w, h, t)
}

// reasons are the answers a finding rests on, and when they were given.
func (m Model) reasons(room int, t theme.Theme) (lines []string) {
	for _, q := range m.finding.Reasons() {
		lines = append(lines, widget.Paint(widget.Wrap("You said yes to: "+q.Text+".", room), t.Text.Render)...)
	}
	if !m.finding.At.IsZero() && len(lines) > 0 {
		when := "On " + m.finding.At.Format("2 January, 15:04") + ". Press c if it is not so."
		lines = append(lines, widget.Paint(widget.Wrap(when, room), t.Quiet.Render)...)
	}
	return lines
}
