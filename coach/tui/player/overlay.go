package player

import (
	"fmt"

	"charm.land/bubbles/v2/key"

	"uncramp/coach/session"
	"uncramp/coach/theme"
	"uncramp/coach/tui/widget"
)

// keysView lists every key.
func (m Model) keysView(w, h int, t theme.Theme) string {
	keys := m.keys.all()
	if m.session.State() == session.Over {
		keys = m.endKeys()
	}
	lines := append([]string{t.Strong.Render("Keys"), ""}, widget.KeyTable(keys, widget.Room(w), max(h-3, 1), t)...)
	return widget.Stack([]widget.Block{{Lines: lines}}, w, h, t)
}

// whyView says what the step on screen rests on: the article and heading, the
// source of each figure, and where the sources disagree.
func (m Model) whyView(w, h int, t theme.Theme) string {
	room := widget.Room(w)
	ph := m.session.Phase()
	var body []string
	add := func(style func(...string) string, text string) {
		body = append(body, widget.Paint(widget.Wrap(text, room), style)...)
	}
	for _, s := range ph.Sources {
		add(t.Text.Render, fmt.Sprintf("The move: %s, under “%s”.", m.sources.Document(s.Document), s.Heading))
	}
	add(t.Text.Render, m.timing(ph))
	if ph.Note != "" {
		body = append(body, "")
		add(t.Text.Render, m.sources.Spell(ph.Note))
	}
	shown := max(h-5, 1)
	first := min(max(m.scroll, 0), max(len(body)-shown, 0))
	scroll := m.keys.Scroll
	scroll.SetEnabled(len(body) > shown)
	shut := m.keys.Why
	shut.SetHelp("i", "close")
	lines := append([]string{t.Strong.Render(widget.Fit("Why: "+ph.Name, room)), ""}, body[first:min(first+shown, len(body))]...)
	return widget.Stack([]widget.Block{
		{Lines: lines},
		{Lines: []string{widget.KeyLine([]key.Binding{shut, scroll}, room, t)}, Gap: true, Foot: true},
	}, w, h, t)
}

// timing says where the phase's length comes from.
func (m Model) timing(ph session.Phase) string {
	length := "The time between two checks"
	if ph.Length > 0 {
		length = "The " + spoken(ph.Length)
	}
	if ph.Timing == defaultSource {
		return length + ": our own choice; no published figure was found."
	}
	return fmt.Sprintf("%s: %s.", length, m.sources.Timing(ph.Timing))
}
