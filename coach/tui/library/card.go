package library

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	cards "uncramp/coach/library"
	"uncramp/coach/text"
	"uncramp/coach/tui/widget"
)

// line is one line of a card.
type line struct {
	lead, text, end string // end stands at the right
	style, beside   lipgloss.Style
	press           string // what a tap on it presses; empty: nothing
}

// page is lines of at most so many columns.
type page struct {
	wide  int
	lines []line
}

// add breaks a line where it is too long. What follows stands under its text.
func (p *page) add(l line) {
	indent := widget.Columns(l.lead)
	for _, part := range widget.Wrap(text.Clean(l.text), max(p.wide-indent, 1)) {
		l.text = part
		p.lines = append(p.lines, l)
		l.lead = widget.Pad("", indent)
	}
}

// blank adds a line without text.
func (p *page) blank() { p.lines = append(p.lines, line{}) }

// column is a card laid out: what always stands on top, and below it what is
// scrolled, of which so many lines are shown.
type column struct {
	top, body  []line
	shown      int
	wide, high int
}

// goal is where a link leads: a routine's id, or a card.
type goal struct {
	label, routine string
	card           cards.Card
}

// mostLinks is how many links there are keys for.
const mostLinks = 9

// links are what a card leads to, routines first where they may be started.
func (m Model) links(c cards.Card) (out []goal) {
	if !m.barred && !m.fromRoutine {
		for _, id := range c.Routines {
			out = append(out, goal{label: fmt.Sprintf(startFormat, cmp.Or(m.names[id], id)), routine: id})
		}
	}
	for _, id := range c.See {
		if other, ok := m.shelf.Card(id); ok {
			out = append(out, goal{label: fmt.Sprintf(readFormat, other.Name), card: other})
		}
	}
	return out[:min(len(out), mostLinks)]
}

// tickable reports whether a card can be ticked here: it is a cause, and there
// is room to say that this is no diagnosis.
func (m Model) tickable(c cards.Card) bool {
	const leastHigh = 8
	z, _ := m.parted(m.cardZone(), c)
	return c.Cause != "" && z.H >= leastHigh
}

// column lays a card out.
func (m Model) column(c cards.Card) column {
	z, _ := m.parted(m.cardZone(), c)
	wide, high := max(z.W, 1), max(z.H, 1)
	col := column{top: m.top(c, wide, high), body: m.body(c, wide), wide: wide, high: high}
	col.shown = max(high-len(col.top), 1)
	if len(col.body) > col.shown && col.shown > 1 {
		col.shown-- // where more is said to be
	}
	return col
}

// most is how far a column can be scrolled.
func (c column) most() int { return max(len(c.body)-c.shown, 0) }

// matchAt is how far a column is to be scrolled until one of the words is in
// sight; not at all for a move, which is found by what it is called.
func (m Model) matchAt(card cards.Card) int {
	c, words := m.column(card), m.words()
	if card.Move != "" {
		return 0
	}
	i := slices.IndexFunc(c.body, func(l line) bool { return holds(l.text, words) })
	if i < c.shown {
		return 0
	}
	return min(i, c.most())
}

// top is a card's name, its group, and whether its cause applies.
func (m Model) top(c cards.Card, wide, high int) []line {
	const roomy = 10
	p := page{wide: wide}
	p.add(line{text: c.Name, style: m.t.Strong, beside: m.t.Quiet})
	space := wide - widget.Columns(c.Name) - widget.Columns(c.Group)
	switch {
	case space >= gap/2:
		p.lines[0].end = widget.Pad("", space) + c.Group
	case high >= airy:
		p.add(line{text: c.Group, style: m.t.Quiet})
	}
	if m.tickable(c) {
		m.addTick(&p, c, high)
	}
	if high >= roomy {
		p.blank()
	}
	return p.lines
}

// addTick says by word and mark whether a cause applies to the person.
func (m Model) addTick(p *page, c cards.Card, high int) {
	l, answer := line{lead: "[ ] ", style: m.t.Text, beside: m.t.Quiet}, appliesNot
	if m.applies(c) {
		l.lead, answer = "[x] ", applies
	}
	if len(m.trail) > 0 {
		l.press = tickKey.Keys()[0]
		l.lead, l.beside = l.press+"  "+l.lead, m.t.Accent
	}
	said := []string{answer + " " + disclaimer}
	if len(l.lead)+len(said[0]) > p.wide {
		said = []string{answer, disclaimer}
	}
	if high >= airy {
		said = append([]string{c.Cause}, said...)
	}
	for _, l.text = range said {
		p.add(l)
		l.lead = widget.Pad("", len(l.lead))
	}
}

// body is what is said on a card: its blocks with air between them, where it
// leads, and last where it comes from.
func (m Model) body(c cards.Card, wide int) []line {
	p := page{wide: wide}
	say := func(style lipgloss.Style, lead, text string) {
		p.add(line{lead: lead, text: text, style: style, beside: m.t.Quiet})
	}
	say(m.t.Text, "", c.Summary)
	say(m.t.Quiet, "", foundBy(c, m.words()))
	for _, b := range c.Blocks {
		p.blank()
		say(m.t.Strong, "", b.Head)
		say(m.t.Text, "", strings.Join(b.Say, " "))
		for _, point := range b.Points {
			say(m.t.Text, widget.Item, point)
		}
	}
	m.addLinks(&p, c)
	p.blank()
	say(m.t.Quiet, "", sourcesTitle)
	for _, s := range c.Credits(m.sources) {
		say(m.t.Quiet, widget.Item, s)
	}
	return p.lines
}

// addLinks adds where a card leads. The keys for that do something on an open
// card alone: in the list they would be letters.
func (m Model) addLinks(p *page, c cards.Card) {
	links, barred, open := m.links(c), m.barred && len(c.Routines) > 0, len(m.trail) > 0
	if barred || len(links) > 0 {
		p.blank()
	}
	if flag := flagsKey.Keys()[0]; barred {
		l := line{text: fmt.Sprintf(barredFormat, flag), style: m.t.Alert}
		if open {
			l.press = flag
		}
		p.add(l)
	}
	for i, to := range links {
		l := line{lead: widget.Item, text: to.label, style: m.t.Text, beside: m.t.Accent}
		if open {
			l.press = strconv.Itoa(i + 1)
			l.lead = l.press + " "
		}
		p.add(l)
	}
}

// card draws the card that is open, or the one the cursor is on, on all of its
// room.
func (m Model) card(c cards.Card) widget.Block {
	col, words, open := m.column(c), m.words(), len(m.trail) > 0
	scroll := m.matchAt(c)
	if open {
		scroll = min(m.trail[len(m.trail)-1].scroll, col.most())
	}
	var b widget.Block
	shown := slices.Concat(col.top, col.body[scroll:min(scroll+col.shown, len(col.body))])
	for y, l := range shown[:min(len(shown), col.high)] {
		b.Lines = append(b.Lines, marked(l.lead, nil, l.beside)+marked(l.text, words, l.style)+marked(l.end, nil, l.beside))
		if l.press != "" {
			b.Targets = append(b.Targets, widget.Target{Y: y, W: col.wide, H: 1, Press: l.press})
		}
	}
	b.Lines = append(b.Lines, make([]string, col.high-len(b.Lines))...)
	if col.most() > 0 && col.high > len(col.top)+col.shown {
		b = m.withHint(b, scroll, col)
	}
	if !open {
		b.Targets = []widget.Target{{W: col.wide, H: col.high, Press: openKey.Keys()[0]}}
	}
	return b
}

// withHint says on the last line that there is more of a card, and where.
func (m Model) withHint(b widget.Block, scroll int, col column) widget.Block {
	y := col.high - 1
	up := widget.Target{Y: y, W: widget.Columns(moreAbove), H: 1, Press: "pgup"}
	down := widget.Target{Y: y, W: widget.Columns(moreBelow), H: 1, Press: "pgdown"}
	hint := moreAbove + alsoBelow
	switch {
	case len(m.trail) == 0:
		hint = readOn
	case scroll == 0:
		hint = moreBelow
		b.Targets = append(b.Targets, down)
	case scroll == col.most():
		hint = moreAbove
		b.Targets = append(b.Targets, up)
	default:
		down.X, down.W = up.W, widget.Columns(alsoBelow)
		b.Targets = append(b.Targets, up, down)
	}
	b.Lines[y] = m.t.Quiet.Render(widget.Fit(hint, col.wide))
	return b
}
