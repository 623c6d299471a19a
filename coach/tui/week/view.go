package week

import (
	"uncramp/coach/plan"
	"uncramp/coach/theme"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/widget"
)

const (
	rankGrid = iota
	rankKeys
	rankAbout
	rankLegend
	rankSixWeeks
	rankTitle
)

// Rows of a screen, or of the part of it that is left for the grid.
const (
	airy         = 16 // from which on there are a title and blank lines
	spaced       = 17 // from which on the rows of the grid stand apart
	headed       = 4  // from which on it has the weekdays above it
	aboutAtLeast = 2  // that are said of a row even where the grid is cut for it
)

// View implements [screen.Screen].
func (m Model) View(env screen.Env) widget.Frame {
	m = m.in(env)
	w, h, t := env.Width, env.Height, env.Theme
	room := widget.Room(w)
	line := widget.KeyLine(m.keyLine(), room, t).AtFoot(rankKeys)
	if !m.reading.Ready { // nothing is known yet
		return widget.Stack([]widget.Block{{Lines: []string{t.Strong.Render(title)}}, line}, w, h, t)
	}
	top := m.title(room, t)
	line.Gap = h >= airy
	left := h - len(top.Lines) - len(line.Lines)
	about := m.aboutSteadily(room, max(left-len(m.week.Rows)-1, aboutAtLeast), t)
	grid := m.grid(room, max(left-len(about.Lines), 1), t)
	grid.Rank, grid.Gap = rankGrid, h >= airy
	sixWeeks := widget.FirstFitting(room, append(m.week.SixWeeks.Texts(), "")...)
	return widget.Stack(widget.Choose([]widget.Block{
		top, grid,
		{Lines: []string{t.Quiet.Render(legend(room))}, Rank: rankLegend, Gap: h >= airy},
		{Lines: []string{t.Quiet.Render(sixWeeks)}, Rank: rankSixWeeks, Gap: h >= airy},
		about,
		line,
	}, h), w, h, t)
}

// title is where one is, where there is room; or what went wrong.
func (m Model) title(room int, t theme.Theme) widget.Block {
	switch {
	case m.notice != "":
		return widget.Block{Lines: widget.Paint(widget.Notice(m.notice, room), t.Alert.Render), Rank: rankGrid}
	case m.h < airy:
		return widget.Block{}
	}
	about := widget.FirstFitting(room-len(title), sevenDays(m.today())...)
	return widget.Block{Lines: []string{t.Strong.Render(title) + t.Quiet.Render(about)}, Rank: rankTitle}
}

// aboutSteadily is what is said of the row under the cursor, on as many lines
// for each row where there is room, so that nothing jumps.
func (m Model) aboutSteadily(room, high int, t theme.Theme) widget.Block {
	b := m.about(room, high, t)
	if m.h >= airy {
		for i := range m.week.Rows {
			missing := len(m.chosen(i).about(room, high, t).Lines) - len(b.Lines)
			b.Lines = append(b.Lines, make([]string, max(missing, 0))...)
		}
	}
	b.Rank, b.Gap = rankAbout, true
	return b
}

// about says on at most high lines what the row under the cursor is, and what
// to do about it now. A tap on it does that.
func (m Model) about(room, high int, t theme.Theme) widget.Block {
	r := m.under()
	switch {
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
	what := wrapped(room, high-len(do), []string{m.what(r)})
	return widget.Block{
		Lines:   append(widget.Paint(what, t.Text.Render), widget.Paint(do, style.Render)...),
		Targets: []widget.Target{{W: room, H: len(what) + len(do), Press: press.Keys()[0]}},
	}
}

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
