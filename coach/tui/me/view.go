package me

import (
	"cmp"
	"fmt"

	"uncramp/coach/theme"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/widget"
	"uncramp/routines"
)

const (
	rankList = iota
	rankKeys
	rankAbout
	rankTitle
	rankPurpose
)

// roomy is the height from which it is said what the questions are for.
const roomy = 16

// rowsAtLeast is how much of the list is in sight whatever else there is.
const rowsAtLeast = 3

// View implements [screen.Screen].
func (m Model) View(env screen.Env) widget.Frame {
	w, h, t := env.Width, env.Height, env.Theme
	room := widget.Room(w)
	head := widget.Block{Lines: []string{t.Strong.Render(widget.Fit(title, room))}, Rank: rankTitle}
	if notice := cmp.Or(m.notice, m.answers.fault); notice != "" {
		head = widget.Block{Lines: widget.Paint(widget.Notice(notice, room), t.Alert.Render), Rank: rankList}
	}
	why := widget.Block{Rank: rankPurpose}
	if h >= roomy {
		why.Lines = widget.Paint(widget.Wrap(purpose, room), t.Quiet.Render)
	}
	about := widget.Block{Lines: m.about(room, h, t), Rank: rankAbout, Gap: true, Foot: true}
	line := widget.KeyLine([]widget.Binding{leaveKey, changeKey, forgetKey, widget.Help(), widget.Flags(), steps.Move}, room, t)
	line.Rank, line.Foot = rankKeys, true
	frame := widget.Height(widget.Choose([]widget.Block{head, why, about, line}, max(h-rowsAtLeast, 0)))
	list := m.list(room, max(h-frame-min(h/12, 1), 1), t)
	return widget.Stack(widget.Choose([]widget.Block{head, why, list, about, line}, h), w, h, t)
}

// about is the question under the cursor, whole, and what it changes. Where there
// is room it takes as many lines for each, so that nothing jumps.
func (m Model) about(room, h int, t theme.Theme) []string {
	lines := aboutLines(m.condition(), room, t)
	if h < 2*len(routines.Conditions()) {
		return lines
	}
	high := 0
	for _, c := range routines.Conditions() {
		high = max(high, len(aboutLines(c, room, t)))
	}
	return append(lines, make([]string, high-len(lines))...)
}

func aboutLines(c routines.Condition, room int, t theme.Theme) []string {
	return append(widget.Paint(widget.Wrap(c.Question(), room), t.Text.Render),
		widget.Paint(widget.Wrap(fmt.Sprintf(ifSo, c.Changes()), room), t.Quiet.Render)...)
}

// list shows as many questions as fit, around the cursor. Each can be tapped.
func (m Model) list(room, h int, t theme.Theme) widget.Block {
	all := routines.Conditions()
	b := widget.List(len(all), m.cursor, room, h, t, func(i int) string { return m.line(all[i], i == m.cursor, room, t) })
	b.Rank, b.Gap = rankList, true
	return b
}

// line is a question behind its answer.
func (m Model) line(c routines.Condition, here bool, room int, t theme.Theme) string {
	mark, style := widget.Chosen(here, t)
	answer := no
	if m.holds(c) {
		answer = yes
	}
	return mark + style.Render(widget.Fit(widget.Pad(answer, len(yes)+2)+c.Question(), room-2))
}
