package me

import (
	"cmp"
	"fmt"

	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/widget"
	"uncramp/routines"
)

// Columns and rows of the screen.
const (
	listColumns = 56 // answers and questions beside what a question changes
	answerWide  = 5
	buttonsWide = 28
	buttonsHigh = 3
)

// drawing is the screen while it is drawn.
type drawing struct {
	*widget.Canvas
	Model
	screen.Env
}

// View implements [screen.Screen].
func (m Model) View(env screen.Env) widget.Frame {
	d := drawing{Canvas: widget.NewCanvas(env.Width, env.Height, env.Theme), Model: m, Env: env}
	size := widget.SizeOf(env.Width, env.Height)
	z := d.Whole().Inset(widget.Margin(env.Width), 0)
	if size == widget.Wide {
		z = d.Whole().Inset(max((env.Width-listColumns-4-widget.TextColumns)/2, 2), 1+env.Height/30)
		if whole := d.Whole().Inset(widget.Edge(env.Width), 1+env.Height/30); d.lettersHigh(whole) > 0 {
			z = whole
		}
	}
	keys, z := z.Bottom(min(env.Height/2, 1), 0)
	line := []widget.Binding{leaveKey, changeKey, forgetKey, widget.Help(), widget.Flags(), steps.Move}
	d.Put(keys, widget.KeyLine(line, keys.W, env.Theme))
	if size == widget.Slice {
		d.slice(z)
		return d.Frame()
	}
	head, z := z.Top(1, 0)
	d.Lines(head, widget.Heading(title, "", head.W, env.Theme))
	why, z := z.Top(len(widget.Wrap(purpose, min(z.W, widget.TextColumns))), min(env.Height/24, 1))
	d.Lines(why, widget.Paint(widget.Wrap(purpose, min(z.W, widget.TextColumns)), env.Theme.Quiet.Render)...)
	message, z := z.Bottom(1, 0)
	d.said(message)
	if size != widget.Wide {
		about, list := z.Bottom(aboutHigh(min(z.W, widget.TextColumns))+1, 0)
		d.list(list)
		d.about(about)
		return d.Frame()
	}
	list, about := z.Left(listColumns, 4)
	d.list(list)
	if high := d.lettersHigh(z); high > 0 {
		about = d.lettered(about, high)
	} else {
		d.about(about)
	}
	_, about = about.Top(aboutHigh(about.W)+2, 0)
	ways, _ := about.Top(buttonsHigh, 0)
	d.Put(ways, widget.RaisedButtons([]widget.Binding{yesKey, noKey}, min(ways.W, buttonsWide), ways.H, env.Theme))
	return d.Frame()
}

// slice is a small screen: the list, and below it the question under the cursor,
// whole. What went wrong stands above both.
func (d drawing) slice(z widget.Zone) {
	message, z := z.Top(min(len(widget.Notice(d.fault(), z.W)), max(z.H-2, 0)), 0)
	d.said(message)
	about, list := z.Bottom(min(aboutHigh(z.W), max(z.H-rowsAtLeast, 0)), 0)
	d.list(list)
	d.about(about)
}

// lettered is the question under the cursor in block letters on so many rows, and below
// them what it changes. It returns the zone from there on.
func (d drawing) lettered(z widget.Zone, high int) (below widget.Zone) {
	question, below := z.Top(high, 1)
	d.Lines(question, widget.Paint(widget.WrapLetters(d.condition().Question(), question.W, high, d.Theme), d.Theme.Strong.Render)...)
	changes := widget.Wrap(fmt.Sprintf(ifSo, d.condition().Changes()), min(below.W, widget.TextColumns))
	d.Lines(below, widget.Paint(changes, d.Theme.Text.Render)...)
	return below
}

// lettersHigh is how many rows the longest question takes in block letters beside the
// list of a zone, so that nothing jumps; 0: one of them has no room there.
func (d drawing) lettersHigh(z widget.Zone) (high int) {
	_, beside := z.Left(listColumns, 4)
	for _, c := range routines.Conditions() {
		rows := len(widget.WrapLetters(c.Question(), beside.W, z.H/2, d.Theme))
		if rows == 0 {
			return 0
		}
		high = max(high, rows)
	}
	return high
}

// rowsAtLeast is how much of the list is in sight whatever else there is.
const rowsAtLeast = 3

// fault is what went wrong, or why it can't be read what she said.
func (d drawing) fault() string { return cmp.Or(d.Model.notice, d.answers.fault) }

func (d drawing) said(z widget.Zone) {
	d.Lines(z, widget.Paint(widget.WrapAtMost(d.fault(), z.W, max(z.H, 1)), d.Theme.Alert.Render)...)
}

// aboutHigh is how many rows the longest question takes with what it changes, so
// that nothing jumps.
func aboutHigh(w int) (high int) {
	for _, c := range routines.Conditions() {
		high = max(high, len(widget.Wrap(c.Question(), w))+len(widget.Wrap(fmt.Sprintf(ifSo, c.Changes()), w)))
	}
	return high
}

// about is the question under the cursor, whole, and what it changes.
func (d drawing) about(z widget.Zone) {
	z.W = min(z.W, widget.TextColumns)
	c := d.condition()
	question := widget.Words(z, 0, d.Theme.Strong.Render, c.Question())
	d.Put(z, widget.Flow(z, question, widget.Words(z, 1, d.Theme.Text.Render, fmt.Sprintf(ifSo, c.Changes()))))
}

// list shows as many questions as fit, around the cursor, each behind its answer.
// Each can be tapped.
func (d drawing) list(z widget.Zone) {
	var rows []widget.Row
	for i, c := range routines.Conditions() {
		answer := no
		if d.holds(c) {
			answer = yes
		}
		rows = append(rows, widget.Row{Lines: []string{
			widget.Entry(answer, c.Question(), answerWide, z.W, i == d.cursor, d.Theme.Text, d.Theme),
		}})
	}
	d.Put(z, widget.Rows(rows, d.cursor, z.W, max(z.H, 1), d.Theme))
}
