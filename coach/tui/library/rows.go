package library

import (
	"uncramp/coach/theme"
	"uncramp/coach/tui/widget"
)

// row is an entry of a list, on one or more lines, or a heading.
type row struct {
	lines []string // as they are drawn
	entry int      // which; negative for a heading
}

const heading = -1

// layOut puts as many rows as fit on exactly h lines of w columns, around the
// entry the cursor is on, and says how many more there are. Each entry can be
// tapped.
func layOut(rows []row, cursor, w, h int, t theme.Theme) widget.Block {
	var all []string
	var of []int // the row each line belongs to
	top, bottom := 0, 0
	for i, r := range rows {
		if r.entry == cursor {
			top, bottom = len(all), len(all)+len(r.lines)
		}
		for _, l := range r.lines {
			all, of = append(all, l), append(of, i)
		}
	}
	first, shown := widget.Part(len(all), top, h)
	if cursor <= 0 {
		first = 0
	}
	last := first + shown
	if shown < len(all) {
		for first > 0 && first < top && (of[first] == of[first-1] || all[first] == "") {
			first++ // a row without its beginning, or nothing
		}
		for last > max(bottom, first+1) && last < len(all) && (of[last] == of[last-1] || rows[of[last-1]].entry < 0) {
			last-- // a row without its end, or a heading without its rows
		}
	}
	var b widget.Block
	for y, l := range all[first:last] {
		b.Lines = append(b.Lines, l)
		if e := rows[of[first+y]].entry; e >= 0 {
			b.Targets = append(b.Targets, widget.Target{Y: y, W: w, H: 1, Row: e})
		}
	}
	if shown < min(len(all), h) {
		b = b.More(entries(rows, 0, of[first]), entries(rows, of[last-1]+1, len(rows)), w, t)
	}
	b.Lines = append(b.Lines, make([]string, max(h, 1)-len(b.Lines))...)
	return b
}

// entries counts those among some of the rows.
func entries(rows []row, from, to int) (n int) {
	for _, r := range rows[from:max(to, from)] {
		if r.entry >= 0 {
			n++
		}
	}
	return n
}
