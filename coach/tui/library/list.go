package library

import (
	"fmt"
	"strings"

	cards "uncramp/coach/library"
	"uncramp/coach/theme"
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
func (m Model) listView(t theme.Theme) widget.Frame {
	room := widget.Room(m.w)
	return m.framed(m.title(room, t), m.listKeys().list(), func(high int) widget.Block {
		about := m.about(room, high, t)
		b := layOut(m.rows(room, high, t), m.cursor, room, high-len(about), t)
		b.Lines = append(b.Lines, about...)
		return b
	}, t)
}

// about is the summary of the card under the cursor, or what was found in it,
// always on as many lines.
func (m Model) about(room, high int, t theme.Theme) []string {
	const leastRows = 5
	c, ok := m.current()
	if !ok || room >= aboutColumns || high < leastRows+1+aboutLines {
		return nil
	}
	out := make([]string, 1+aboutLines)
	words := m.words()
	for i, l := range widget.Wrap(why(c, words), room) {
		if i < aboutLines {
			out[1+i] = marked(l, words, t.Quiet)
		}
	}
	return out
}

// title is where one is, or what is searched for and how much of it was found.
func (m Model) title(room int, t theme.Theme) string {
	if m.search.Value() == "" {
		hint := "type to search"
		if !m.listed() {
			hint = ""
		}
		return ends("Library", hint, room, t.Strong, t.Quiet)
	}
	const label = "find "
	count := fmt.Sprintf("%d found", len(m.found))
	left := max(room-len(label)-len(count)-2, 1)
	return t.Accent.Render(label) + ends(m.typing(left), count, room-len(label), t.Text, t.Quiet)
}

// typing is what is searched for, on w columns, with the place of the next
// letter in sight where one can be typed.
func (m Model) typing(w int) string {
	text := m.search.Value()
	if m.listed() {
		text = widget.Typed(text, m.search.Position(), w)
	}
	return widget.Fit(text, w)
}

// rows are the groups and their cards; what a search found stands in the order
// of how well it fits, without groups.
func (m Model) rows(room, high int, t theme.Theme) (out []row) {
	if len(m.found) == 0 {
		nothing := fmt.Sprintf(nothingFormat, m.search.Value())
		return []row{{widget.Paint(widget.Wrap(nothing, room), t.Text.Render), heading}}
	}
	words := m.words()
	for i, c := range m.found {
		if len(words) == 0 && (i == 0 || m.found[i-1].Group != c.Group) {
			if i > 0 && high >= airy {
				out = append(out, row{[]string{""}, heading})
			}
			out = append(out, row{widget.Paint(widget.Wrap(c.Group, room), t.Quiet.Render), heading})
		}
		out = append(out, row{m.entry(c, words, room, t), i})
	}
	return out
}

// entry is a card's name, with a mark where it was ticked, and where there is
// room what it is about.
func (m Model) entry(c cards.Card, words []string, room int, t theme.Theme) []string {
	current, ok := m.current()
	here := ok && current.ID == c.ID
	mark, style := widget.Chosen(here, t)
	if !here && len(m.trail) > 0 {
		style = t.Quiet
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
			mark = t.Blank.Render(widget.Pad("", 2*indent))
		}
		return lines
	}
	space := widget.Pad("", max(nameColumns-widget.Columns(name), 0)+between)
	left := room - indent - widget.Columns(name) - len(space)
	return []string{mark + marked(name, words, style) + t.Blank.Render(space) + marked(cut(why(c, words), words, left), words, t.Quiet)}
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
