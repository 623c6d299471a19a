package widget

import (
	"fmt"
	"math"
	"slices"

	"charm.land/bubbles/v2/key"
	"charm.land/lipgloss/v2"

	"uncramp/coach/theme"
)

// PageRows is how far a page key goes in a list.
const PageRows = 10

// Steps are the keys that move a cursor in a list.
type Steps struct {
	Move, Up, Down   key.Binding // Move is what is shown of Up and Down
	PageUp, PageDown key.Binding
	Home, End        key.Binding // none where PageUp and PageDown have these keys
}

// NewSteps are the keys where no letter is typed.
func NewSteps() Steps {
	return Steps{
		Move:     Bind("↑↓", "choose", "up", "down", "k", "j"),
		Up:       Bind("↑", "up", "up", "k"),
		Down:     Bind("↓", "down", "down", "j"),
		PageUp:   Bind("pgup", "a page up", "pgup", "home"),
		PageDown: Bind("pgdn", "a page down", "pgdown", "end"),
	}
}

// Stepped is where a key leads from a row, in a list of which a page has so
// many: there may be no such row. False: it is none of these keys.
func (s Steps) Stepped(press fmt.Stringer, at, page int) (to int, ok bool) {
	leads := []struct {
		by key.Binding
		to int
	}{{s.Up, at - 1}, {s.Down, at + 1}, {s.PageUp, at - page}, {s.PageDown, at + page}, {s.Home, 0}, {s.End, math.MaxInt}}
	for _, l := range leads {
		if key.Matches(press, l.by) {
			return l.to, true
		}
	}
	return at, false
}

// Step is where a key leads from a row, or that row.
func (s Steps) Step(press fmt.Stringer, at int) int {
	to, _ := s.Stepped(press, at, PageRows)
	return to
}

// List shows as many of n rows as fit on h lines, around the one at, and how
// many more there are. Each row and that can be tapped; row draws one.
func List(n, at, room, h int, t theme.Theme, row func(i int) string) (b Block) {
	first, shown := part(n, at, h)
	for y := range shown {
		b.Lines = append(b.Lines, row(first+y))
		b.Targets = append(b.Targets, Target{Y: y, W: room, H: 1, Row: first + y})
	}
	if shown == h {
		return b
	}
	return b.more(first, n-first-shown, room, t)
}

// Row is an entry of a list on one or more lines, or a heading, which the
// cursor does not stand on.
type Row struct {
	Lines   []string
	Heading bool
}

// Rows shows as many rows as fit on h lines, around the entry at, and how many
// more entries there are. Each entry, counted without headings, can be tapped.
// None is shown without its beginning or end, if that can be.
func Rows(rows []Row, at, room, h int, t theme.Theme) (b Block) {
	var lines []string
	var of []int // the entry that a line belongs to; a heading has a number below 0
	top, bottom, entries := 0, 0, 0
	for i, r := range rows {
		entry := -1 - i
		if !r.Heading {
			entry = entries
			entries++
		}
		if entry == at {
			top, bottom = len(lines), len(lines)+len(r.Lines)
		}
		for _, l := range r.Lines {
			lines, of = append(lines, l), append(of, entry)
		}
	}
	first, shown := part(len(lines), top, h)
	if at == 0 {
		first = 0
	}
	last := first + shown
	if shown < len(lines) {
		for first > 0 && first < top && (of[first] == of[first-1] || lines[first] == "") {
			first++ // a row without its beginning, or nothing
		}
		for last > max(bottom, first+1) && last < len(lines) && (of[last] == of[last-1] || of[last-1] < 0) {
			last-- // a row without its end, or a heading without its rows
		}
	}
	above, below := 0, entries
	b.Lines = slices.Clip(lines[first:last])
	for y, entry := range of[first:last] {
		if entry >= 0 {
			b.Targets = append(b.Targets, Target{Y: y, W: room, H: 1, Row: entry})
			above, below = b.Targets[0].Row, entries-1-entry
		}
	}
	if shown == min(len(lines), h) {
		return b
	}
	return b.more(above, below, room, t)
}

// part returns which of n lines are in sight on h, around the one at. Where not
// all of them are, one is left for [Block.more], if there are two.
func part(n, at, h int) (first, shown int) {
	if n <= h {
		return 0, n
	}
	shown = max(h-1, 1)
	return min(max(at-shown/2, 0), n-shown), shown
}

// more adds the line that tells how many more rows there are below, or above
// once the last is in sight. A tap on it is a page in that direction.
func (b Block) more(above, below, room int, t theme.Theme) Block {
	text, way := fmt.Sprintf(moreBelow[!t.ASCII], below), "pgdown"
	switch {
	case above == 0 && below == 0:
		return b
	case below == 0:
		text, way = fmt.Sprintf(moreAbove[!t.ASCII], above), "pgup"
	}
	b.Targets = append(b.Targets, Target{Y: len(b.Lines), W: room, H: 1, Press: way})
	b.Lines = append(b.Lines, t.Quiet.Render(Fit(text, room)))
	return b
}

// Chosen is how a row begins and how its text looks: the one the cursor is on
// has a bar before it.
func Chosen(here bool, t theme.Theme) (mark string, style lipgloss.Style) {
	if here {
		return t.Accent.Render("▌ "), t.Strong
	}
	return t.Blank.Render("  "), t.Text
}

// Entry draws a row of a list on w columns: a name, and a text from a column on in a
// style. The one the cursor is on has a bar before it, and a ground of its own.
func Entry(name, about string, at, w int, here bool, style lipgloss.Style, t theme.Theme) string {
	name = Fit(Pad(name, at), max(w-2, 0))
	about = Fit(about, max(w-2-Columns(name), 0))
	if here {
		return t.Accent.Render("▌") + t.RaisedKey.Render(" "+name) + t.Raised.Render(Pad(about, max(w-2-Columns(name), 0)))
	}
	return t.Blank.Render("  ") + t.Text.Render(name) + style.Render(about)
}
