package week

import (
	"uncramp/coach/plan"
	"uncramp/coach/theme"
	"uncramp/coach/tui/widget"
)

// about says on at most high lines what the row under the cursor is, and what to do
// about it now; or what went wrong. A tap on it does that.
func (m Model) about(room, high int, t theme.Theme) widget.Block {
	r := m.under()
	switch {
	case m.notice != "":
		return widget.Block{Lines: widget.Paint(widget.WrapAtMost(m.notice, room, max(high, 1)), t.Alert.Render)}
	case m.onWater():
		return m.water(room, high, t)
	case len(r.Item.Routines) == 0:
		return widget.Block{}
	}
	style, press := t.Strong, startKey
	if m.blocked {
		style, press = t.Alert, widget.Flags()
	}
	do := wrapped(room, high, m.toDo(r))
	what := wrapped(room, high-len(do), m.what(r))
	return widget.Block{
		Lines:   append(widget.Paint(what, t.Text.Render), widget.Paint(do, style.Render)...),
		Targets: []widget.Target{{W: room, H: max(len(what)+len(do), min(high, thumb)), Press: press.Keys()[0]}},
	}
}

// thumb is how many rows a target has at least, where there is room.
const thumb = 2

// The width of both buttons that count a glass, with a word on each or without,
// and of a screen's room from which on there are the ones or the others.
const (
	wideButtons   = 21
	wideRoom      = 60
	narrowButtons = 11
	narrowRoom    = 36
	besideButtons = 2 // columns between them and the text
)

// water tells the glasses of today, beside the buttons that count one where
// there is room for them.
func (m Model) water(room, high int, t theme.Theme) widget.Block {
	buttons := m.buttons(room, high, t)
	left := 0
	if len(buttons.Lines) > 0 {
		left = widget.Columns(buttons.Lines[0]) + besideButtons
	}
	text := []string{t.Strong.Render(widget.Fit(plan.Glasses(m.glasses()), room-left))}
	text = append(text, widget.Paint(wrapped(room-left, high-1, plan.Limits()), t.Text.Render)...)
	return widget.SideBySide(buttons, widget.Block{Lines: text}, left, t)
}

func (m Model) buttons(room, high int, t theme.Theme) widget.Block {
	var b widget.Block
	switch {
	case room >= wideRoom:
		b = widget.Buttons(buttonKeys(true), wideButtons, t)
	case room >= narrowRoom:
		b = widget.Buttons(buttonKeys(false), narrowButtons, t)
	}
	if len(b.Lines) > high {
		return widget.Block{}
	}
	return b
}
