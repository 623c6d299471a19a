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
	room, high := widget.Room(m.w), m.between(true)
	about := m.about(room, high)
	b := m.list(room, high-len(about), m.cursor)
	b.Lines = append(b.Lines, about...)
	return m.framed(m.title(room), b)
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
		hint := "type to search"
		if !m.listed() {
			hint = ""
		}
		return ends("Library", hint, room, m.t.Strong, m.t.Quiet)
	}
	const label = "find "
	count := fmt.Sprintf("%d found", len(m.found))
	left := max(room-len(label)-len(count)-2, 1)
	text := m.search.Value()
	if m.listed() { // with the place of the next letter in sight
		text = widget.Typed(text, m.search.Position(), left)
	}
	return m.t.Accent.Render(label) + ends(widget.Fit(text, left), count, room-len(label), m.t.Text, m.t.Quiet)
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
	mark, style := widget.Chosen(here, m.t)
	if !here && len(m.trail) > 0 {
		style = m.t.Quiet
	}
	indent := widget.Columns(mark)
	name := c.Name
	if m.applies(c) {
		name += tickMark
	}
	if room < aboutColumns {
		lines := widget.Wrap(name, max(room-2*indent, 1))
		for i, l := range lines {
			lines[i] = mark + marked(l, words, style)
			mark = m.t.Blank.Render(widget.Pad("", 2*indent))
		}
		return lines
	}
	space := widget.Pad("", max(nameColumns-widget.Columns(name), 0)+between)
	left := room - indent - widget.Columns(name) - len(space)
	return []string{mark + marked(name, words, style) + m.t.Blank.Render(space) + marked(cut(why(c, words), words, left), words, m.t.Quiet)}
}

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
