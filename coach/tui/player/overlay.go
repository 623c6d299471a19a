package player

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"

	"uncramp/coach/outline"
	"uncramp/coach/session"
	"uncramp/coach/theme"
	"uncramp/coach/tui/widget"
	"uncramp/routines"
)

// Columns and rows of the pages that lie over the player.
const (
	pageGap    = 4  // between words and figure
	leastPage  = 24 // columns of a figure at least
	pageFigure = 26 // and where there is room
	pageWords  = 28 // columns of words beside it at least
	pageHigh   = 20 // rows of it at most
	mostFigure = 52 // and columns of it
)

// pageZones are where words stand on a page of the player, and where the figure of the
// step does: right of them or, on an upright phone, above. It may be empty.
func pageZones(z widget.Zone, size widget.Size) (words, picture widget.Zone) {
	switch {
	case size == widget.Upright && z.H >= pageHigh:
		picture, words = z.Top(z.H*2/5, 1)
		return words, picture
	case size >= widget.Usual && z.W >= leastPage+pageGap+pageWords:
		picture, words = z.Right(max(min(z.W-pageWords-pageGap, pageFigure), min(z.W-widget.TextColumns-pageGap, mostFigure)), pageGap)
		words.W = min(words.W, widget.TextColumns)
		picture.X, picture.H = words.X+words.W+pageGap, min(picture.H, pageHigh)
		return words, picture
	}
	z.W = min(z.W, widget.TextColumns)
	return z, widget.Zone{}
}

// pageRoom is the place for all there is on a page of w by h cells.
func pageRoom(w, h int) widget.Zone {
	z := widget.Zone{W: w, H: h}
	if widget.SizeOf(w, h) == widget.Wide {
		return z.Inset(max((w-widget.TextColumns-pageGap-mostFigure)/2, pageGap), h/20)
	}
	return z.Inset(widget.Margin(w), min(h/20, 1))
}

// putFigure draws how the step looks, at the end of its move.
func (m Model) putFigure(c *widget.Canvas, z widget.Zone, t theme.Theme) {
	ph := m.Session().Phase()
	if z.H > 0 && m.figures.Has(ph.Figure) {
		c.Lines(z, m.figures.Lines(ph.Figure, outline.Pose(ph, 1), z.W, z.H, t)...)
	}
}

// askView asks what speaks against the routine, before any time passes: the question,
// and the two answers for a thumb.
func (m Model) askView(w, h int, t theme.Theme) widget.Frame {
	c, z, size := widget.NewCanvas(w, h, t), pageRoom(w, h), widget.SizeOf(w, h)
	actions := m.visit.Actions()
	line, z := z.Bottom(min(h/3, 1), min(h/20, 1))
	if size == widget.Slice {
		c.Put(line, widget.KeyLine(pick(actions, askingLine), line.W, t))
	} else {
		c.Put(line, widget.KeyLine(pick(actions, askingLine[2:]), line.W, t))
		var answers widget.Zone
		answers, z = z.Bottom(1+2*min(h/20, 1), 1)
		c.Put(answers, widget.RaisedButtons(pick(actions, askingLine[:2]), min(answers.W, widget.TextColumns), answers.H, t))
	}
	words, picture := pageZones(z, size)
	m.putFigure(c, picture, t)
	list := widget.Words(words, 0, t.Text.Render, dotted(m.Session().Plan().NotIf)...)
	if len(list.Lines) >= words.H { // closer together, rather than not all of them
		list = widget.Words(words, 0, t.Text.Render, strings.Join(m.Session().Plan().NotIf, "; ")+"?")
	}
	list.Gap = false
	name := widget.Words(words, 3, t.Quiet.Render, m.Session().Plan().Name)
	blocks := []widget.Block{name, widget.Words(words, 1, t.Strong.Render, askUnfit), list}
	for _, caution := range m.cautions() {
		blocks = append(blocks, widget.Words(words, 4, t.Quiet.Render, caution))
	}
	c.Put(words, widget.Flow(words, blocks...))
	return c.Frame()
}

// dotted puts a dot before each of some texts.
func dotted(texts []string) []string {
	out := make([]string, len(texts))
	for i, text := range texts {
		out[i] = widget.Item + text
	}
	return out
}

// whyView says in one sentence why, then what the step on screen rests on: the article
// and heading, the source of each figure, and where the sources disagree.
func (m Model) whyView(w, h int, t theme.Theme) widget.Frame {
	c, z, size := widget.NewCanvas(w, h, t), pageRoom(w, h), widget.SizeOf(w, h)
	keys, z := z.Bottom(min(h/3, 1), min(h/20, 1))
	words, picture := pageZones(z, size)
	m.putFigure(c, picture, t)
	head, words := words.Top(min(h/2, 1), min(h/12, 1))
	c.Lines(head, t.Quiet.Render(whyTitle)+t.Strong.Render(widget.Fit(m.Session().Phase().Name, head.W-widget.Columns(whyTitle))))
	body := m.whyLines(words, t)
	first := min(max(m.scroll, 0), max(len(body)-words.H, 0))
	c.Lines(words, body[first:]...)
	scroll := scrollKey
	scroll.SetEnabled(len(body) > words.H)
	c.Put(keys, widget.KeyLine([]key.Binding{closeKey, readKey, scroll}, keys.W, t))
	return c.Frame()
}

// whyLines are what is said of the step on screen, the plain sentence first.
func (m Model) whyLines(z widget.Zone, t theme.Theme) []string {
	ph := m.Session().Phase()
	var rests []string
	for _, source := range ph.Sources {
		rests = append(rests, moveFrom(m.sources.Name(source.Document), source.Heading))
	}
	rests = append(rests, m.timing(ph))
	for _, c := range slices.Concat(m.Session().Plan().Adapted, ph.Adapted) {
		if c.Source != "" {
			rests = append(rests, fmt.Sprintf(aboutYou, c.Text, m.sources.Name(c.Source)))
		}
	}
	card, _ := m.cards.Explaining(m.Routine().ID, ph.Step)
	lines := widget.Words(z, 0, t.Strong.Render, card.Summary).Lines
	if len(lines) > 0 {
		lines = append(lines, "")
	}
	lines = append(append(lines, t.Quiet.Render(restsTitle)), widget.Words(z, 0, t.Text.Render, dotted(rests)...).Lines...)
	if ph.Note != "" {
		lines = append(append(lines, ""), widget.Words(z, 0, t.Text.Render, m.sources.NameArticles(ph.Note)).Lines...)
	}
	return lines
}

// timing says where the phase's length comes from.
func (m Model) timing(ph session.Phase) string {
	source := m.sources.Name(ph.Timing)
	if ph.Timing == routines.Default {
		source = ownChoice
	}
	if ph.Length > 0 {
		return fmt.Sprintf(sourceOfTime, widget.Length(ph.Length), source)
	}
	return fmt.Sprintf(sourceOfChecks, source)
}
