package library

import (
	"fmt"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	cards "uncramp/coach/library"
	"uncramp/coach/theme"
	"uncramp/coach/tui/widget"
	"uncramp/routines"
)

// kind is what a line of a card says.
type kind int

const (
	textLine kind = iota
	nameLine
	headLine
	linkLine
	warningLine
	creditLine
)

// line is one line of a card, before it is drawn.
type line struct {
	kind            kind
	lead, text, end string // end stands at the right, quietly
	press           string // what a tap on it presses; empty: nothing
}

// column is a card laid out: what always stands on top, and below it what is
// scrolled, of which so many lines are shown.
type column struct {
	top, body []line
	shown     int
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
			called := m.names[id]
			if called == "" {
				called = id
			}
			out = append(out, goal{label: fmt.Sprintf(startFormat, called), routine: id})
		}
	}
	for _, id := range c.See {
		if other, ok := m.shelf.Card(id); ok {
			out = append(out, goal{label: fmt.Sprintf(readFormat, other.Name), card: other})
		}
	}
	return out[:min(len(out), mostLinks)]
}

// cardSize is the room for a card: all between the edges or, on a wide screen,
// what the list beside it leaves.
func (m Model) cardSize() (wide, high int) {
	room := widget.Room(m.w)
	if m.beside() {
		return min(room-listColumns-gap, textColumns), m.between(true)
	}
	return min(room, textColumns), m.between(false)
}

// tickable reports whether a card can be ticked here: it is a cause, and there
// is room to say that this is no diagnosis.
func (m Model) tickable(c cards.Card) bool {
	const leastRows = 8
	_, high := m.cardSize()
	return c.Cause != "" && high >= leastRows
}

// column lays a card out.
func (m Model) column(c cards.Card) column {
	wide, high := m.cardSize()
	col := column{top: m.top(c, wide, high), body: m.body(c, wide)}
	col.shown = max(high-len(col.top), 1)
	if len(col.body) > col.shown && col.shown > 1 {
		col.shown-- // where more is said to be
	}
	return col
}

// most is how far a column can be scrolled.
func (c column) most() int { return max(len(c.body)-c.shown, 0) }

// scrolls is how far a card can be scrolled, and how far a page of it is.
func (m Model) scrolls(c cards.Card) (most, page int) {
	col := m.column(c)
	return col.most(), max(col.shown-1, 1)
}

// matchAt is how far a card is to be scrolled until something that was searched
// for is in sight.
func (m Model) matchAt(c cards.Card) int {
	words := m.words()
	if len(words) == 0 {
		return 0
	}
	col := m.column(c)
	for i, l := range col.body {
		if holds(l.text, words) {
			if i < col.shown {
				return 0
			}
			return min(i, col.most())
		}
	}
	return 0
}

// top is a card's name, its group, and whether its cause applies.
func (m Model) top(c cards.Card, wide, high int) []line {
	lines := wrapped(line{kind: nameLine, text: c.Name}, "", wide)
	switch {
	case len(lines) == 1 && widget.Columns(c.Name)+gap/2+widget.Columns(c.Group) <= wide:
		lines[0].end = widget.Pad("", wide-widget.Columns(c.Name)-widget.Columns(c.Group)) + c.Group
	case high >= airy:
		lines = append(lines, wrapped(line{kind: creditLine, text: c.Group}, "", wide)...)
	}
	if m.tickable(c) {
		lines = append(lines, m.ticks(c, wide, high)...)
	}
	const roomy = 10
	if high >= roomy {
		lines = append(lines, line{})
	}
	return lines
}

// ticks says by word and mark whether a cause applies to the person.
func (m Model) ticks(c cards.Card, wide, high int) []line {
	mark, answer := "[ ] ", appliesNot
	if m.applies(c) {
		mark, answer = "[x] ", applies
	}
	first := line{kind: textLine, lead: mark}
	if len(m.trail) > 0 {
		key := m.keys.Tick.Keys()[0]
		first.lead, first.press = key+"  "+mark, key
	}
	said := []string{answer + " " + disclaimer}
	if len(first.lead)+len(said[0]) > wide {
		said = []string{answer, disclaimer}
	}
	if high >= airy {
		said = append([]string{c.Cause}, said...)
	}
	var out []line
	for _, s := range said {
		first.text = s
		out = append(out, wrapped(first, widget.Pad("", len(first.lead)), wide)...)
		first.lead = widget.Pad("", len(first.lead))
	}
	return out
}

// body is what is said on a card: its blocks with air between them, where it
// leads, and last where it comes from.
func (m Model) body(c cards.Card, wide int) []line {
	out := wrapped(line{kind: textLine, text: c.Summary}, "", wide)
	out = append(out, wrapped(line{kind: creditLine, text: foundBy(c, m.words())}, "", wide)...)
	for _, b := range c.Blocks {
		out = append(out, line{})
		out = append(out, wrapped(line{kind: headLine, text: b.Head}, "", wide)...)
		out = append(out, wrapped(line{kind: textLine, text: strings.Join(b.Say, " ")}, "", wide)...)
		for _, p := range b.Points {
			out = append(out, wrapped(line{kind: textLine, lead: "· ", text: p}, "  ", wide)...)
		}
	}
	if leads := m.leads(c, wide); len(leads) > 0 {
		out = append(append(out, line{}), leads...)
	}
	out = append(out, line{}, line{kind: creditLine, text: sourcesTitle})
	for _, s := range c.Credits(m.sources) {
		out = append(out, wrapped(line{kind: creditLine, lead: "· ", text: s}, "  ", wide)...)
	}
	return out
}

// leads are the links as they stand on a card: with their keys once it is open.
func (m Model) leads(c cards.Card, wide int) (out []line) {
	if m.barred && len(c.Routines) > 0 {
		flag := m.keys.Flags.Keys()[0]
		why := fmt.Sprintf(barredFormat, flag)
		out = wrapped(line{kind: warningLine, text: why, press: m.whenOpen(flag)}, "", wide)
	}
	for i, l := range m.links(c) {
		number := strconv.Itoa(i + 1)
		lead := number + " "
		if len(m.trail) == 0 {
			lead = "· "
		}
		out = append(out, wrapped(line{kind: linkLine, lead: lead, text: l.label, press: m.whenOpen(number)}, "  ", wide)...)
	}
	return out
}

// whenOpen is a key that does something on an open card alone: in the list it
// would be a letter.
func (m Model) whenOpen(key string) string {
	if len(m.trail) == 0 {
		return ""
	}
	return key
}

// wrapped breaks a line; what follows its first part begins with then, which is
// as wide as its lead or wider.
func wrapped(l line, then string, wide int) (out []line) {
	for _, part := range widget.Wrap(routines.Clean(l.text), max(wide-max(widget.Columns(l.lead), widget.Columns(then)), 1)) {
		l.text = part
		out = append(out, l)
		l.lead = then
	}
	return out
}

// card draws the card that is open, or the one the cursor is on, on all of its
// room.
func (m Model) card(c cards.Card, t theme.Theme) widget.Block {
	wide, high := m.cardSize()
	col := m.column(c)
	scroll := m.matchAt(c)
	if n := len(m.trail); n > 0 {
		scroll = min(m.trail[n-1].scroll, col.most())
	}
	b := widget.Block{Lines: make([]string, high)}
	words := m.words()
	for y, l := range append(col.top, col.body[scroll:min(scroll+col.shown, len(col.body))]...) {
		if y >= high {
			break
		}
		b.Lines[y] = l.drawn(words, t)
		if l.press != "" {
			b.Targets = append(b.Targets, widget.Target{Y: y, W: wide, H: 1, Press: l.press})
		}
	}
	if hint := high - 1; col.most() > 0 && hint >= len(col.top)+col.shown {
		text, targets := m.hint(scroll, col.most())
		b.Lines[hint] = t.Quiet.Render(widget.Fit(text, wide))
		for _, tap := range targets {
			tap.Y = hint
			b.Targets = append(b.Targets, tap)
		}
	}
	if len(m.trail) == 0 {
		b.Targets = []widget.Target{{W: wide, H: high, Press: m.keys.Open.Keys()[0]}}
	}
	return b
}

// hint says in words that there is more of a card, and where.
func (m Model) hint(scroll, most int) (string, []widget.Target) {
	const more, above, below, space = "more ", "above ↑", "below ↓", "   "
	up := widget.Target{W: widget.Columns(more + above), H: 1, Press: "pgup"}
	down := widget.Target{W: widget.Columns(more + below), H: 1, Press: "pgdown"}
	switch {
	case len(m.trail) == 0:
		return readOn, nil
	case scroll == 0:
		return more + below, []widget.Target{down}
	case scroll == most:
		return more + above, []widget.Target{up}
	}
	down.X, down.W = up.W+len(space), widget.Columns(below)
	return more + above + space + below, []widget.Target{up, down}
}

// drawn is a line in its styles, with what was searched for underlined.
func (l line) drawn(words []string, t theme.Theme) string {
	if l.text == "" {
		return ""
	}
	lead, style := t.Quiet, t.Text
	switch l.kind {
	case nameLine, headLine:
		style = t.Strong
	case linkLine:
		lead = t.Accent
	case warningLine:
		style = t.Alert
	case creditLine:
		style = t.Quiet
	case textLine:
		if l.press != "" {
			lead = t.Accent
		}
	}
	return painted(l.lead, lead) + marked(l.text, words, style) + painted(l.end, t.Quiet)
}

func painted(s string, style lipgloss.Style) string {
	if s == "" {
		return ""
	}
	return style.Render(s)
}
