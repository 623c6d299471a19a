package library

import (
	"fmt"

	cards "uncramp/coach/library"
	"uncramp/coach/text"
	"uncramp/coach/theme"
	"uncramp/coach/tui/widget"
)

// causesView is the check-list of the causes, in the order of the shelf, which
// a tick does not change.
func (m Model) causesView(t theme.Theme) widget.Frame {
	room := widget.Room(m.w)
	keys := m.keys
	causes := m.shelf.Causes()
	keys.Toggle.SetEnabled(len(causes) > 0)
	keys.Move.SetEnabled(len(causes) > 1)
	title := ends(causesTitle, fmt.Sprintf(tickedFormat, m.countTicked(causes)), room, t.Strong, t.Quiet)
	return m.framed(title, keys.causes(), func(high int) widget.Block {
		top := m.causesTop(room, high, t)
		b := layOut(m.causeRows(room, t), m.row, room, max(high-len(top), 1), t)
		for i := range b.Targets {
			b.Targets[i].Y += len(top)
		}
		b.Lines = append(top, b.Lines...)
		return b
	}, t)
}

// countTicked is how many of some cards the person ticked.
func (m Model) countTicked(causes []cards.Card) (n int) {
	for _, c := range causes {
		if m.applies(c) {
			n++
		}
	}
	return n
}

// causesTop says what a tick is, and is not.
func (m Model) causesTop(room, high int, t theme.Theme) []string {
	const roomy = 8
	out := widget.Paint(widget.Wrap(tickAdvice, room), t.Text.Render)
	if high >= roomy {
		out = append(out, widget.Paint(widget.Wrap(tickPurpose, room), t.Quiet.Render)...)
	}
	if high >= airy {
		out = append(out, "")
	}
	return out
}

func (m Model) causeRows(room int, t theme.Theme) (out []row) {
	for i, c := range m.shelf.Causes() {
		box := "[ ] "
		if m.applies(c) {
			box = "[x] "
		}
		mark, style := widget.Chosen(i == m.row, t)
		lines := text.WrapIndented(box, widget.Pad("", len(box)), c.Cause, room-widget.Columns(mark))
		for j, l := range lines {
			lines[j] = mark + style.Render(l)
			mark, _ = widget.Chosen(false, t)
		}
		out = append(out, row{lines, i})
	}
	if len(out) == 0 {
		return []row{{widget.Paint(widget.Wrap(noCauses, room), t.Text.Render), heading}}
	}
	return out
}
