package library

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/lipgloss/v2"

	"uncramp/coach/theme"
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
	t := env.Theme
	switch {
	case m.help:
		return widget.KeyPage(m.Keys(), env.Width, env.Height, t)
	case !m.reading.Ready: // nothing is known yet
		return m.framed("", m.listKeys().list(), func(high int) widget.Block { return widget.Block{Lines: make([]string, high)} }, t)
	case m.ticking:
		return m.causesView(t)
	case m.beside():
		return m.bothView(t)
	case len(m.trail) > 0:
		return m.cardView(t)
	}
	return m.listView(t)
}

// beside reports whether list and card stand side by side: not over a routine
// that waits, where there is no way to the list.
func (m Model) beside() bool {
	return m.w >= wideColumns && (!m.fromRoutine || len(m.trail) == 0)
}

// listKeys and cardKeys leave out what does nothing here.
func (m Model) listKeys() keyMap {
	keys := m.keys
	keys.Clear.SetEnabled(m.search.Value() != "")
	keys.Leave.SetEnabled(m.search.Value() == "")
	keys.Open.SetEnabled(len(m.found) > 0)
	keys.Move.SetEnabled(len(m.found) > 1)
	return keys
}

func (m Model) cardKeys() keyMap {
	keys := m.keys.reading()
	c, _ := m.current()
	links := len(m.links(c))
	most, _ := m.scrolls(c)
	if links > 1 {
		keys.Follow.SetHelp(fmt.Sprintf("1–%d", links), "follow")
	} else {
		keys.Follow.SetHelp("1", "follow")
	}
	keys.Follow.SetEnabled(links > 0)
	keys.Tick.SetEnabled(m.tickable(c))
	keys.Move.SetEnabled(most > 0)
	keys.PageUp.SetEnabled(most > 0)
	keys.PageDown.SetEnabled(most > 0)
	keys.Home.SetEnabled(most > 0)
	keys.End.SetEnabled(most > 0)
	return keys
}

// cardView is one card alone.
func (m Model) cardView(t theme.Theme) widget.Frame {
	c, _ := m.current()
	return m.framed("", m.cardKeys().card(), func(int) widget.Block { return m.card(c, t) }, t)
}

// bothView is the list, and beside it the card the cursor is on, or the one
// that is open.
func (m Model) bothView(t theme.Theme) widget.Frame {
	keys := m.listKeys().list()
	if len(m.trail) > 0 {
		keys = m.cardKeys().card()
	}
	return m.framed(m.title(widget.Room(m.w), t), keys, func(high int) widget.Block {
		c, ok := m.current()
		at := m.index(c.ID)
		if at < 0 {
			at = m.cursor // a link led to a card that was not found
		}
		b := layOut(m.rows(listColumns, high, t), at, listColumns, high, t)
		if !ok {
			return b
		}
		right := m.card(c, t)
		for y, l := range right.Lines {
			if l != "" {
				space := strings.Repeat(" ", listColumns+gap-widget.Columns(b.Lines[y]))
				b.Lines[y] += t.Blank.Render(space) + l
			}
		}
		for _, tap := range right.Targets {
			tap.X += listColumns + gap
			b.Targets = append(b.Targets, tap)
		}
		return b
	}, t)
}

// framed puts a title above a body and the keys below it; the body is told how
// many rows it has, and takes all of them.
func (m Model) framed(title string, keys []key.Binding, body func(high int) widget.Block, t theme.Theme) widget.Frame {
	b := body(m.between(title != ""))
	b.Rank = rankBody
	head := widget.Block{Lines: []string{title}, Rank: rankTitle}
	if m.h >= airy {
		head.Lines = append(head.Lines, "")
	}
	return widget.Stack(widget.Choose([]widget.Block{head, b, m.foot(keys, t)}, m.h), m.w, m.h, t)
}

// between is how many rows are left under a title, if there is one, and above
// the keys.
func (m Model) between(titled bool) int {
	rows := m.h - 1 - len(widget.Notice(m.notice, widget.Room(m.w)))
	if m.h >= airy {
		rows--
	}
	if titled {
		rows--
		if m.h >= airy {
			rows--
		}
	}
	return max(rows, 1)
}

// foot is what went wrong, and the keys.
func (m Model) foot(keys []key.Binding, t theme.Theme) widget.Block {
	line := widget.KeyLine(keys, widget.Room(m.w), t)
	var above []string
	if m.h >= airy {
		above = []string{""}
	}
	above = append(above, widget.Paint(widget.Notice(m.notice, widget.Room(m.w)), t.Alert.Render)...)
	for i := range line.Targets {
		line.Targets[i].Y += len(above)
	}
	line.Lines = append(above, line.Lines...)
	line.Rank, line.Foot = rankKeys, true
	return line
}

// ends puts two texts at the ends of a line, each in its style; the right one,
// which may be empty, goes where both have no room.
func ends(left, right string, room int, l, r lipgloss.Style) string {
	line := strings.TrimRight(widget.Ends(left, right, room), " ")
	rest, whole := strings.CutPrefix(line, left)
	if !whole {
		return l.Render(line)
	}
	return l.Render(left) + painted(rest, r)
}
