package library

import (
	"strings"

	"charm.land/lipgloss/v2"

	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/widget"
)

const (
	wideColumns = 100 // a screen this wide shows the card beside the list
	listColumns = 34  // of which the list takes so many
	textColumns = 72  // no sentence is wider
	gap         = 4   // between the list and the card
	airy        = 16  // rows from which on there are blank lines
)

const (
	rankBody = iota
	rankKeys
	rankTitle
)

// View implements [screen.Screen].
func (m Model) View(env screen.Env) widget.Frame {
	m = m.in(env)
	switch {
	case !m.reading.Ready: // nothing is known yet
		return m.framed("", widget.Block{})
	case m.ticking:
		return m.causesView()
	case m.beside():
		return m.bothView()
	case len(m.trail) > 0:
		c, _ := m.current()
		return m.framed("", m.card(c))
	}
	return m.listView()
}

// beside reports whether list and card stand side by side: not over a routine
// that waits, where there is no way to the list.
func (m Model) beside() bool {
	return m.w >= wideColumns && (!m.fromRoutine || len(m.trail) == 0)
}

// bothView is the list, and beside it the card the cursor is on, or the one
// that is open.
func (m Model) bothView() widget.Frame {
	at := m.cursor
	c, ok := m.current()
	if i := m.index(c.ID); i >= 0 { // a link may lead to a card that was not found
		at = i
	}
	b := m.list(listColumns, m.between(true), at)
	if ok {
		b = widget.SideBySide(b, m.card(c), listColumns+gap, m.t)
	}
	return m.framed(m.title(widget.Room(m.w)), b)
}

// framed puts a title above a body, which takes all rows between, and the keys
// below it.
func (m Model) framed(title string, body widget.Block) widget.Frame {
	body.Lines = append(body.Lines, make([]string, max(m.between(title != "")-len(body.Lines), 0))...)
	head := widget.Block{Lines: []string{title}, Rank: rankTitle}
	above := widget.Paint(widget.Notice(m.notice, widget.Room(m.w)), m.t.Alert.Render)
	if m.h >= airy {
		head.Lines = append(head.Lines, "")
		above = append([]string{""}, above...)
	}
	keys, _ := m.keys()
	foot := widget.KeyLine(keys, widget.Room(m.w), m.t).Under(above...)
	foot.Rank, foot.Foot = rankKeys, true
	return widget.Stack(widget.Choose([]widget.Block{head, body, foot}, m.h), m.w, m.h, m.t)
}

// between is how many rows are left under a title, if there is one, and above
// what went wrong and the keys.
func (m Model) between(titled bool) int {
	head, spaces := 0, 1
	if titled {
		head, spaces = 1, 2
	}
	if m.h < airy {
		spaces = 0
	}
	return max(m.h-head-spaces-len(widget.Notice(m.notice, widget.Room(m.w)))-1, 1)
}

// ends puts two texts at the ends of a line, each in its style; the right one,
// which may be empty, goes where both have no room.
func ends(left, right string, room int, l, r lipgloss.Style) string {
	line := strings.TrimRight(widget.Ends(left, right, room), " ")
	if rest, whole := strings.CutPrefix(line, left); whole {
		return l.Render(left) + marked(rest, nil, r)
	}
	return l.Render(line)
}
