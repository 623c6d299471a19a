package library

import (
	"fmt"

	cards "uncramp/coach/library"
	"uncramp/coach/text"
	"uncramp/coach/tui/widget"
)

// causesView is the check-list of the causes, in the order of the shelf, which
// a tick does not change.
func (m Model) causesView() widget.Frame {
	room, high := m.room().W, m.between(true)
	causes, ticked := m.shelf.Causes(), 0
	for _, c := range causes {
		if m.applies(c) {
			ticked++
		}
	}
	title := ends(causesTitle, fmt.Sprintf(tickedFormat, ticked), room, m.t.Strong, m.t.Quiet)
	top := m.causesTop(room, high)
	canvas, z := m.framed(title)
	above, rows := z.Top(len(top), 0)
	canvas.Lines(above, top...)
	canvas.Put(rows, widget.Rows(m.causeRows(causes, room), m.row, room, max(high-len(top), 1), m.t))
	return canvas.Frame()
}

// causesTop says what a tick is, and is not.
func (m Model) causesTop(room, high int) []string {
	const roomy = 8
	out := widget.Paint(widget.Wrap(tickAdvice, room), m.t.Text.Render)
	if high >= roomy {
		out = append(out, widget.Paint(widget.Wrap(tickPurpose, room), m.t.Quiet.Render)...)
	}
	if high >= airy {
		out = append(out, "")
	}
	return out
}

func (m Model) causeRows(causes []cards.Card, room int) (out []widget.Row) {
	for i, c := range causes {
		box := "[ ] "
		if m.applies(c) {
			box = "[x] "
		}
		lines := text.WrapIndented(box, widget.Pad("", len(box)), c.Cause, room-2)
		for j, l := range lines {
			lines[j] = widget.Entry(l, "", room-2, room, i == m.row, m.t.Text, m.t)
		}
		out = append(out, widget.Row{Lines: lines})
	}
	if len(out) == 0 {
		return []widget.Row{m.heading(noCauses, room, m.t.Text)}
	}
	return out
}
