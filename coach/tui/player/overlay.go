package player

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"

	"uncramp/coach/session"
	"uncramp/coach/theme"
	"uncramp/coach/tui/widget"
	"uncramp/routines"
)

// askView asks what speaks against the routine, before any time passes.
func (m Model) askView(w, h int, t theme.Theme) widget.Frame {
	room := widget.Room(w)
	blocks := []widget.Block{
		{Lines: []string{t.Quiet.Render(widget.Fit(m.Session().Plan().Name, room))}, Rank: 3},
		{Lines: widget.Paint(widget.Wrap(askUnfit, room), t.Strong.Render), Rank: 1, Gap: true},
	}
	var list []string
	for _, n := range m.Session().Plan().NotIf {
		list = append(list, widget.Paint(widget.Wrap("· "+n, room), t.Text.Render)...)
	}
	if len(list) >= h { // closer together, rather than not all of them
		list = widget.Paint(widget.Wrap(strings.Join(m.Session().Plan().NotIf, "; ")+"?", room), t.Text.Render)
	}
	blocks = append(blocks, widget.Block{Lines: list, Rank: 0})
	for i, c := range m.cautions() {
		blocks = append(blocks, widget.Block{Lines: widget.Paint(widget.Wrap(c, room), t.Quiet.Render), Rank: 4, Gap: i == 0})
	}
	blocks = append(blocks, widget.KeyLine(pick(m.visit.Actions(), askingLine), room, t).AtFoot(0))
	return widget.Stack(widget.Choose(blocks, h), w, h, t)
}

// whyView says what the step on screen rests on: the article and heading, the
// source of each figure, and where the sources disagree.
func (m Model) whyView(w, h int, t theme.Theme) widget.Frame {
	room := widget.Room(w)
	ph := m.Session().Phase()
	var body []string
	for _, source := range ph.Sources {
		body = append(body, widget.Wrap(moveFrom(m.sources.Name(source.Document), source.Heading), room)...)
	}
	body = append(body, widget.Wrap(m.timing(ph), room)...)
	for _, c := range slices.Concat(m.Session().Plan().Adapted, ph.Adapted) {
		if c.Source != "" {
			body = append(body, widget.Wrap(fmt.Sprintf(aboutYou, c.Text, m.sources.Name(c.Source)), room)...)
		}
	}
	if ph.Note != "" {
		body = append(append(body, ""), widget.Wrap(m.sources.NameArticles(ph.Note), room)...)
	}
	body = widget.Paint(body, t.Text.Render)
	shown := max(h-5, 1)
	first := min(max(m.scroll, 0), max(len(body)-shown, 0))
	scroll := scrollKey
	scroll.SetEnabled(len(body) > shown)
	lines := append([]string{t.Strong.Render(widget.Fit("Why: "+ph.Name, room)), ""}, body[first:min(first+shown, len(body))]...)
	return widget.Stack([]widget.Block{
		{Lines: lines},
		widget.KeyLine([]key.Binding{closeKey, readKey, scroll}, room, t).AtFoot(0),
	}, w, h, t)
}

// timing says where the phase's length comes from.
func (m Model) timing(ph session.Phase) string {
	source := m.sources.Name(ph.Timing)
	if ph.Timing == routines.Default {
		source = ownChoice
	}
	if ph.Length > 0 {
		return fmt.Sprintf(sourceOfTime, shortTime(ph.Length), source)
	}
	return fmt.Sprintf(sourceOfChecks, source)
}
