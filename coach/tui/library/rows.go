package library

import (
	"fmt"

	"uncramp/coach/theme"
	"uncramp/coach/tui/widget"
)

// row is an entry of a list, on one or more lines, or a heading.
type row struct {
	lines []string // as they are drawn
	entry int      // which; negative for a heading
}

const heading = -1

// lay puts as many rows as fit on exactly h lines of w columns, around the
// entry the cursor is on, and says how many more there are. Each entry can be
// tapped.
func lay(rows []row, cursor, w, h int, t theme.Theme) widget.Block {
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
	first, last, more := 0, len(all), len(all) > h
	if more {
		shown := max(h-1, 1)
		first = min(max(top-shown/2, 0), len(all)-shown)
		if cursor <= 0 {
			first = 0
		}
		last = first + shown
		for first > 0 && first < top && (of[first] == of[first-1] || all[first] == "") {
			first++ // a row without its beginning, or nothing
		}
		for last > max(bottom, first+1) && last < len(all) && (of[last] == of[last-1] || rows[of[last-1]].entry < 0) {
			last-- // a row without its end, or a heading without its rows
		}
	}
	b := widget.Block{Lines: make([]string, max(h, 1))}
	for y, l := range all[first:last] {
		b.Lines[y] = l
		if e := rows[of[first+y]].entry; e >= 0 {
			b.Targets = append(b.Targets, widget.Target{Y: y, W: w, H: 1, Row: e})
		}
	}
	if more && h > 1 {
		text, way := fmt.Sprintf("  ↓ %d more", entries(rows, of[last-1]+1, len(rows))), "pgdown"
		if last == len(all) {
			text, way = fmt.Sprintf("  ↑ %d more", entries(rows, 0, of[first])), "pgup"
		}
		b.Lines[last-first] = t.Quiet.Render(widget.Fit(text, w))
		b.Targets = append(b.Targets, widget.Target{Y: last - first, W: w, H: 1, Press: way})
	}
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

// hung is a wrapped text whose first line begins with a lead, and whose others
// stand below its beginning.
func hung(lead, text string, w int) []string {
	in := widget.Columns(lead)
	lines := widget.Wrap(text, max(w-in, 1))
	for i, l := range lines {
		if i > 0 {
			lead = widget.Pad("", in)
		}
		lines[i] = lead + l
	}
	return lines
}
