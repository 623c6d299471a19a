package triage

import (
	"fmt"

	"charm.land/bubbles/v2/key"

	"uncramp/coach/theme"
	check "uncramp/coach/triage"
	"uncramp/coach/tui/widget"
)

// View draws the screen on w by h cells.
func (m Model) View(w, h int, t theme.Theme) string {
	room := widget.Room(w)
	switch {
	case m.help:
		lines := append([]string{t.Strong.Render("Keys"), ""}, widget.KeyTable(m.keys.all(), room, max(h-3, 1), t)...)
		return widget.Stack([]widget.Block{{Lines: lines}}, w, h, t)
	case m.found:
		return m.findingView(w, h, room, t)
	}
	return m.askView(w, h, room, t)
}

// askView shows one group. Where it does not fit, it can be scrolled, and says so.
func (m Model) askView(w, h, room int, t theme.Theme) string {
	g, _ := m.check.Group()
	ask := widget.Block{Lines: widget.Paint(widget.Wrap(g.Ask, room), t.Strong.Render), Rank: 2, Gap: true}
	questions := make([]widget.Block, len(g.Questions))
	for i, q := range g.Questions {
		questions[i] = widget.Block{Lines: question(i, q.Text, room, t), Rank: 1, Gap: i == 0}
	}
	keys := m.keys
	keys.Yes.SetHelp(fmt.Sprintf("1–%d", len(g.Questions)), "yes")
	keys.Back.SetEnabled(g.Level != check.Emergency)
	fits := widget.Height(questions) < h
	keys.Scroll.SetEnabled(!fits)
	if !fits {
		questions = questions[m.scroll:]
	}
	blocks := append([]widget.Block{ask}, questions...)
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
	return widget.Block{Lines: []string{widget.KeyLine(keys, room, t)}, Rank: 0, Gap: true, Foot: true}
}

// findingView says what to do, and why, and never what it might be.
func (m Model) findingView(w, h, room int, t theme.Theme) string {
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
		{Lines: widget.Paint(widget.Wrap("This is a coach, not a doctor. It can't tell what is wrong.", room), t.Quiet.Render), Rank: 3, Gap: true},
		m.foot(keys.found(), room, t),
	}
	return widget.Stack(widget.Choose(blocks, h), w, h, t)
}
