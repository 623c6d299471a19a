package library

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"

	cards "uncramp/coach/library"
	"uncramp/coach/tui/widget"
)

const (
	aboutColumns = 60 // a list this wide has room for summaries
	aboutLines   = 3  // of a summary under a list that has not
	nameColumns  = 32 // and a longer name takes from them
	between      = 2  // a name and its summary
	tickMark     = " [x]"
)

// listView is the list alone, and where it is narrow the summary of the card
// under the cursor below it.
func (m Model) listView() widget.Frame {
	canvas, z := m.framed(m.title(m.room().W))
	about := m.about(z.W, z.H)
	below, list := z.Bottom(len(about), 0)
	canvas.Put(list, m.list(z.W, max(list.H, 1), m.cursor))
	canvas.Lines(below, about...)
	return canvas.Frame()
}

// list puts as many cards as fit on exactly so many lines.
func (m Model) list(room, high, at int) widget.Block {
	b := widget.Rows(m.rows(room), at, room, high, m.t)
	b.Lines = append(b.Lines, make([]string, max(high, 1)-len(b.Lines))...)
	return b
}

// about is the summary of the card under the cursor, or what was found in it,
// always on as many lines.
func (m Model) about(room, high int) []string {
	const leastRows = 5
	c, ok := m.current()
	if !ok || room >= aboutColumns || high < leastRows+1+aboutLines {
		return nil
	}
	out := make([]string, 1+aboutLines)
	words := m.words()
	for i, l := range widget.Wrap(why(c, words), room) {
		if i < aboutLines {
			out[1+i] = marked(l, words, m.t.Quiet)
		}
	}
	return out
}

// title is where one is, or what is searched for and how much of it was found.
func (m Model) title(room int) string {
	if m.search.Value() == "" {
		hint := searchHint
		if !m.listed() {
			hint = ""
		}
		title := titleWord
		if m.moving {
			title = movesTitle
		}
		return widget.Heading(title, hint, room, m.t)
	}
	count := fmt.Sprintf(foundFormat, len(m.found))
	left := max(room-len(findWord)-len(count)-2, 1)
	text := m.search.Value()
	if m.listed() { // with the place of the next letter in sight
		text = widget.Typed(text, m.search.Position(), left)
	}
	return m.t.Accent.Render(findWord) + ends(widget.Fit(text, left), count, room-len(findWord), m.t.Text, m.t.Quiet)
}

// rows are the groups and their cards; what a search found stands in the order
// of how well it fits, without groups.
func (m Model) rows(room int) (out []widget.Row) {
	if len(m.found) == 0 {
		return []widget.Row{m.heading(fmt.Sprintf(nothingFormat, m.search.Value()), room, m.t.Text)}
	}
	words := m.words()
	for i, c := range m.found {
		if len(words) == 0 && (i == 0 || m.found[i-1].Group != c.Group) {
			if i > 0 && m.between(true) >= airy {
				out = append(out, widget.Row{Lines: []string{""}, Heading: true})
			}
			out = append(out, m.heading(c.Group, room, m.t.Quiet))
		}
		out = append(out, widget.Row{Lines: m.entry(c, words, room)})
	}
	return out
}

func (m Model) heading(text string, room int, style lipgloss.Style) widget.Row {
	return widget.Row{Lines: widget.Paint(widget.Wrap(text, room), style.Render), Heading: true}
}

// entry is a card's name, with a mark where it was ticked, and where there is
// room what it is about.
func (m Model) entry(c cards.Card, words []string, room int) []string {
	current, ok := m.current()
	here := ok && current.ID == c.ID
	look := rowLook{m.t.Blank, m.t.Text, m.t.Quiet}
	mark := m.t.Blank.Render("  ")
	switch {
	case here:
		look = rowLook{m.t.Raised, m.t.RaisedKey, m.t.RaisedQuiet}
		mark = m.t.Accent.Render("▌") + m.t.Raised.Render(" ")
	case len(m.trail) > 0:
		look.name = m.t.Quiet
	}
	const indent = 2
	name := c.Name
	if m.applies(c) {
		name += tickMark
	}
	if room < aboutColumns {
		lines := widget.Wrap(name, max(room-2*indent, 1))
		for i, l := range lines {
			end := widget.Pad("", max(room-indent*min(i+1, 2)-widget.Columns(l), 0))
			lines[i] = mark + marked(l, words, look.name) + look.blank.Render(end)
			mark = look.blank.Render(widget.Pad("", 2*indent))
		}
		return lines
	}
	space := widget.Pad("", max(nameColumns-widget.Columns(name), 0)+between)
	left := room - indent - widget.Columns(name) - len(space)
	said := cut(why(c, words), words, left)
	return []string{mark + marked(name, words, look.name) + look.blank.Render(space) + marked(said, words, look.about) +
		look.blank.Render(widget.Pad("", max(left-widget.Columns(said), 0)))}
}

// rowLook is what a row of the list looks like.
type rowLook struct{ blank, name, about lipgloss.Style }

// cut is as much of a sentence as fits: its beginning or, where that lacks what
// was searched for, as much of it as leads there.
func cut(s string, words []string, w int) string {
	if widget.Columns(s) <= w {
		return s
	}
	const dots = "…"
	start := widget.Wrap(s, max(w-1, 1))[0] + dots
	if holds(start, words) {
		return start
	}
	for _, rest, more := strings.Cut(s, " "); more; _, rest, more = strings.Cut(rest, " ") {
		part := widget.Wrap(rest, max(w-2, 1))[0]
		if !holds(part, words) {
			continue
		}
		if part != rest {
			part += dots
		}
		return dots + part
	}
	return start
}
