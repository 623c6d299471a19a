package history

import (
	"slices"

	"uncramp/coach/tui/widget"
)

// page is what is on the screen at one time: panels in columns, or the list of
// cramps, which has no panels and is all there is where there is nothing.
type page struct {
	first   int // its first panel, by number; the list comes after all panels
	columns [][]panel
}

// The room of a screen: two columns where each is as wide as the smallest
// screen that is composed for.
const (
	columnGap  = 4
	twoColumns = 72
	airy       = 16 // rows from which on there is a blank line around the page
)

func columnsFor(w int) (n, wide int) {
	room := widget.Room(w)
	if room < twoColumns {
		return 1, room
	}
	return 2, (room - columnGap) / 2
}

// pageHigh is how many rows are left for a page under the title and above the
// keys.
func pageHigh(h int) int {
	if h < airy {
		return max(h-2, 1)
	}
	return h - 4
}

// pages lays the panels out, as many on a page as fit, and the list after them.
func (m Model) pages() []page {
	n, wide := columnsFor(m.w)
	high := pageHigh(m.h)
	if m.history.Empty() {
		return []page{{}}
	}
	var columns [][]panel
	left := -1 // rows in the last column
	for _, p := range panels() {
		p.high = min(p.rows(m.history, wide), high)
		if left < p.high+1 { // with a blank line above it
			columns = append(columns, nil)
			left = high + 1
		}
		last := &columns[len(columns)-1]
		*last = append(*last, p)
		left -= p.high + 1
	}
	var out []page
	first := 0
	for some := range slices.Chunk(columns, n) {
		out = append(out, page{first, some})
		for _, c := range some {
			grow(c, high, wide)
			first += len(c)
		}
	}
	return append(out, page{first: first})
}

// grow gives panels of a column what room is left.
func grow(column []panel, high, wide int) {
	left := high - len(column) + 1
	for _, p := range column {
		left -= p.high
	}
	for i := range column {
		p := &column[i]
		more := min(p.spare(wide), left)
		p.high += more
		left -= more
	}
}

// shown is the number of the page on the screen.
func (m Model) shown(pages []page) int {
	i := slices.IndexFunc(pages, func(p page) bool { return p.first > m.at })
	if i < 0 {
		return len(pages) - 1
	}
	return i - 1
}

// listed reports whether the list of cramps is on the screen.
func (m Model) listed() bool {
	pages := m.pages()
	return m.shown(pages) == len(pages)-1
}

// turned goes on by a page, or back.
func (m Model) turned(by int) Model {
	pages := m.pages()
	m.at = pages[min(max(m.shown(pages)+by, 0), len(pages)-1)].first
	return m
}
