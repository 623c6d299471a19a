package library

import (
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/widget"
)

const (
	wideColumns = 100 // a screen this wide shows the card beside the list
	listColumns = 34  // of which the list takes so many
	gap         = 4   // between the list, the card and a figure
	airy        = 16  // rows from which on there are blank lines
	wideMargin  = 4   // of a wide screen
)

// View implements [screen.Screen].
func (m Model) View(env screen.Env) widget.Frame {
	m = m.in(env)
	switch {
	case !m.reading.Ready: // nothing is known yet
		c, _ := m.framed("")
		return c.Frame()
	case m.ticking:
		return m.causesView()
	case m.beside():
		return m.bothView(env)
	case len(m.trail) > 0:
		return m.cardView(env)
	}
	return m.listView()
}

// beside reports whether list and card stand side by side: not over a routine
// that waits, where there is no way to the list.
func (m Model) beside() bool {
	return m.w >= wideColumns && (!m.fromRoutine || len(m.trail) == 0)
}

// room is the place for all there is.
func (m Model) room() widget.Zone {
	margin := widget.Margin(m.w)
	if m.w > wideColumns {
		margin = max((m.w-listColumns-2*gap-widget.TextColumns-mostFigure)/2, wideMargin)
	}
	return widget.Zone{W: m.w, H: m.h}.Inset(margin, 0)
}

// bothView is the list, and beside it the card the cursor is on, or the one
// that is open.
func (m Model) bothView(env screen.Env) widget.Frame {
	at := m.cursor
	c, ok := m.current()
	if i := m.index(c.ID); i >= 0 { // a link may lead to a card that was not found
		at = i
	}
	canvas, z := m.framed(m.title(m.room().W))
	left, right := z.Left(listColumns, gap)
	canvas.Put(left, m.list(listColumns, z.H, at))
	if ok {
		rule := widget.Zone{X: left.X + left.W + gap/2 - 1, Y: z.Y, W: 1, H: z.H}
		canvas.Lines(rule, slices.Repeat([]string{m.t.Quiet.Render("│")}, z.H)...)
		m.putCard(canvas, right, c, env)
	}
	return canvas.Frame()
}

// cardView is an open card alone.
func (m Model) cardView(env screen.Env) widget.Frame {
	c, _ := m.current()
	canvas, z := m.framed("")
	m.putCard(canvas, z, c, env)
	return canvas.Frame()
}

// framed puts a title on a screen and, at its foot, what went wrong and the keys. It
// returns the zone between.
func (m Model) framed(title string) (*widget.Canvas, widget.Zone) {
	c, room := widget.NewCanvas(m.w, m.h, m.t), m.room()
	z, high := room, m.between(title != "")
	if title != "" && m.h > 1 {
		var head widget.Zone
		head, z = room.Top(1, min(m.h/airy, 1))
		c.Lines(head, title)
	}
	z.H = min(high, z.H)
	keys, _ := m.keys()
	line, rest := room.Bottom(1, 0)
	foot, _ := rest.Bottom(min(m.h-1, m.messageRows()), 0)
	c.Put(line, widget.KeyLine(keys, line.W, m.t))
	said := widget.Notice(m.notice, room.W)
	_, foot = foot.Top(foot.H-len(said), 0)
	c.Lines(foot, widget.Paint(said, m.t.Alert.Render)...)
	return c, z
}

// messageRows are the rows above the keys where what went wrong stands: nothing moves
// for it but on a small screen.
func (m Model) messageRows() int {
	if m.h < airy {
		return len(widget.Notice(m.notice, m.room().W))
	}
	return 2
}

// between is how many rows are left under a title, if there is one, and above
// what went wrong and the keys.
func (m Model) between(titled bool) int {
	head := 0
	if titled {
		head = 1 + min(m.h/airy, 1)
	}
	return max(m.h-head-m.messageRows()-1, 1)
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
