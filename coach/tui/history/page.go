package history

import (
	"slices"

	"uncramp/coach/tui/widget"
)

// page is what is on the screen at one time: panels in columns, or the list of
// cramps, which has no panels and is all there is where there is nothing.
type page struct{ columns [][]panel }

// zones are the parts of a screen. They stand where they stand whatever is in them.
type zones struct{ title, answer, body, keys widget.Zone }

// airy are the rows from which on there are blank lines between the zones.
const airy = 16

// little are the rows below which the answer is in brief.
const little = 10

// zonesOf divides the screen for the first of the pages, or for another one: where
// there is little room, the answer stands on the first one alone.
func (m Model) zonesOf(first bool) (z zones) {
	gap, size := 0, widget.SizeOf(m.w, m.h)
	if m.h >= airy {
		gap = 1
	}
	z.body = widget.Zone{W: m.w, H: m.h}.Inset(widget.Edge(m.w), 0)
	if size == widget.Wide {
		_, z.body = z.body.Top(1, 0)
		_, z.body = z.body.Bottom(1, 0)
	}
	if m.h > 1 {
		z.keys, z.body = z.body.Bottom(1, gap)
	}
	if m.h > 2 {
		z.title, z.body = z.body.Top(1, gap)
	}
	if first || size != widget.Slice {
		most := z.body.H / 2
		if m.h < little {
			most = min(most, 2)
		}
		high := m.history.answerRows(size, z.body.W, most)
		z.answer, z.body = z.body.Top(high, min(gap, high))
	}
	return z
}

// The columns of panels: two where there is room for a calendar and a map of the legs
// beside each other.
const (
	twoColumns   = 72
	halves       = 92 // from which on both are as wide
	calendarWide = 36
)

// columnsOn parts a zone into columns of panels.
func columnsOn(z widget.Zone) []widget.Zone {
	const gap, wideGap = 2, 4
	switch {
	case z.W < twoColumns:
		return []widget.Zone{z}
	case z.W < halves:
		left, right := z.Left(calendarWide, gap)
		return []widget.Zone{left, right}
	}
	left, right := z.Left((z.W-wideGap)/2, wideGap)
	return []widget.Zone{left, right}
}

// pages lays out the panels that have something to show, each into the first column
// in which it fits, as many on a page as fit; and the list after them.
func (m Model) pages() (list []page) {
	if m.history.Empty() {
		return []page{{}}
	}
	left := slices.DeleteFunc(panels(), func(p panel) bool { return !p.shows(m.history) })
	for len(left) > 0 {
		var p page
		p, left = m.filled(m.zonesOf(len(list) == 0).body, left)
		list = append(list, p)
	}
	return append(list, page{})
}

// filled is a page with as many of some panels as fit, and those that don't. Each
// goes where most room is left.
func (m Model) filled(body widget.Zone, panels []panel) (p page, rest []panel) {
	zones := columnsOn(body)
	p.columns = make([][]panel, len(zones))
	free := make([]int, len(zones)) // rows of each column, and one for the blank line above a panel
	for i := range free {
		free[i] = body.H + 1
	}
	for _, a := range panels {
		best, high := -1, 0
		for i, z := range zones {
			need := min(a.rows(drawing{charts: m.history, w: z.W, high: body.H - headed(body.H)})+headed(body.H), body.H)
			if need < free[i] && (best < 0 || free[i] > free[best]) {
				best, high = i, need
			}
		}
		if best < 0 {
			rest = append(rest, a)
			continue
		}
		a.high = high
		p.columns[best] = append(p.columns[best], a)
		free[best] -= high + 1
	}
	for i := range p.columns {
		grow(p.columns[i], free[i])
	}
	return p, rest
}

// grow gives the room that is left in a column to its first panel that has a use
// for it.
func grow(column []panel, rows int) {
	if i := slices.IndexFunc(column, func(p panel) bool { return p.grows }); i >= 0 {
		column[i].high += rows
	}
}

// shown is the number of the page on the screen: that of the panel which leads.
func (m Model) shown(pages []page) int {
	i := slices.IndexFunc(pages, func(p page) bool {
		return slices.ContainsFunc(slices.Concat(p.columns...), func(a panel) bool { return a.name == m.at })
	})
	switch {
	case m.at == "" && len(pages) > 0:
		return 0
	case i < 0:
		return len(pages) - 1
	}
	return i
}

// listed reports whether the list of cramps is on the screen.
func (m Model) listed() bool {
	pages := m.pages()
	return m.shown(pages) == len(pages)-1
}

// turned goes on by a page, or back.
func (m Model) turned(by int) Model {
	pages := m.pages()
	return m.to(pages, min(max(m.shown(pages)+by, 0), len(pages)-1))
}

// to shows a page.
func (m Model) to(pages []page, n int) Model {
	m.at = listName
	if columns := slices.Concat(pages[n].columns...); len(columns) > 0 {
		m.at = columns[0].name
	}
	return m
}
