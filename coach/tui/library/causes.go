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
	room, high := widget.Room(m.w), m.between(true)
	causes, ticked := m.shelf.Causes(), 0
	for _, c := range causes {
		if m.applies(c) {
			ticked++
		}
	}
	title := ends(causesTitle, fmt.Sprintf(tickedFormat, ticked), room, m.t.Strong, m.t.Quiet)
	top := m.causesTop(room, high)
	list := widget.Rows(m.causeRows(causes, room), m.row, room, max(high-len(top), 1), m.t)
	return m.framed(title, list.Under(top...))
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
		mark, style := widget.Chosen(i == m.row, m.t)
		lines := text.WrapIndented(box, widget.Pad("", len(box)), c.Cause, room-widget.Columns(mark))
		for j, l := range lines {
			lines[j] = mark + style.Render(l)
			mark, _ = widget.Chosen(false, m.t)
		}
		out = append(out, widget.Row{Lines: lines})
	}
	if len(out) == 0 {
		return []widget.Row{m.heading(noCauses, room, m.t.Text)}
	}
	return out
}
