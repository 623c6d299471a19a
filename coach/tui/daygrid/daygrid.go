// Package daygrid draws the days of the prevention and of a programme as squares:
// what was done, in part or not, what is due and what lies ahead.
package daygrid

import (
	"fmt"

	"charm.land/lipgloss/v2"

	"uncramp/coach/plan"
	"uncramp/coach/record"
	"uncramp/coach/stats"
	"uncramp/coach/theme"
	"uncramp/coach/tui/widget"
)

// PartlySign fills a square of what was done in part.
const PartlySign = "▪"

// Square is a day. Of what is done several times a day it has the number.
func Square(c plan.Cell, times int, t theme.Theme) widget.Square {
	q := widget.Square{Style: styleOf(c.State, t), Once: c.State == plan.Due || c.State == plan.Empty}
	q.Fill = map[plan.State]string{
		plan.Partly: PartlySign, plan.Done: widget.Filled(t), plan.Due: widget.ToDoSign, plan.Empty: widget.OutSign,
	}[c.State]
	if times > 1 {
		q.Number = c.Times
	}
	return q
}

func styleOf(s plan.State, t theme.Theme) lipgloss.Style {
	return map[plan.State]lipgloss.Style{
		plan.Done: t.Done, plan.Partly: t.Done, plan.Due: t.Text, plan.Ahead: t.Blank, plan.Empty: t.Quiet, plan.Free: t.Blank,
	}[s]
}

// Night is a night and the day around it, with its cramps.
func Night(n stats.Night, t theme.Theme) widget.Square {
	if n.All() == 0 {
		return widget.Square{Fill: widget.OutSign, Once: true, Style: t.Quiet}
	}
	return widget.CrampSquare(n.All(), int(n.Level()), t)
}

// Course is all days of a programme's practice, in order. What lies ahead is to be seen, so
// that it is told how long the programme is.
func Course(c plan.Course, t theme.Theme) (list []widget.Square) {
	for _, w := range c.Rows {
		list = append(list, week(c, w, t)...)
	}
	return list
}

func week(c plan.Course, w plan.WeekDone, t theme.Theme) (list []widget.Square) {
	for i, cell := range w.Cells {
		q := Square(cell, c.Programme.Times, t)
		if cell.State == plan.Ahead {
			q.Fill, q.Once, q.Style = widget.ToDoSign, true, t.Quiet
		}
		q.Here = c.Stage == plan.Running && w.From+stats.Day(i) == c.Today(c.Now)
		list = append(list, q)
	}
	return list
}

// The columns of what stands beside the squares of a week, and the blank ones between.
const (
	labelWide  = 8
	doneWide   = 9
	crampsWide = 12 // behind that, where there is room
	apart      = 2
	wideFrom   = 58
)

// Weeks draws a programme, a row a week, with the names of the days above, the number of
// the week before and what was done of what was asked behind, as much of it as fits
// around the present week. Its week of diary stands above, with the cramps.
func Weeks(c plan.Course, w, h int, t theme.Theme) []string {
	rows, behind := weeks(c, t), apart+doneWide
	if w >= wideFrom {
		behind += crampsWide
	}
	size, _ := widget.FitSquares(plan.DaysShown, min(len(rows), max(h-1, 1)), w-labelWide-behind, max(h-1, 1))
	most := max((h-1+size.Down)/(size.H+size.Down), 1)
	first := min(max(len(rows)-c.Weeks+c.Week-most/2, 0), max(len(rows)-most, 0))
	lines := []string{t.Blank.Render(widget.Pad("", labelWide)) + widget.SquareHeads(heads(c), -1, size, t)}
	for i, r := range rows[first:min(first+most, len(rows))] {
		if i > 0 {
			lines = append(lines, make([]string, size.Down)...)
		}
		if w < wideFrom {
			r.cramps = ""
		}
		lines = append(lines, r.lines(size, behind-apart, t)...)
	}
	return lines
}

// row is a week as it is drawn.
type row struct {
	label, done, cramps string
	here                bool
	squares             []widget.Square
}

func (r row) lines(size widget.SquareSize, behind int, t theme.Theme) []string {
	style, lines := t.Quiet, widget.Squares(r.squares, size, t)
	if r.here {
		style = t.Strong
	}
	for y := range lines {
		label, done := "", ""
		if y == (size.H-1)/2 {
			label, done = r.label, widget.Pad(r.done, doneWide)+r.cramps
		}
		lines[y] = style.Render(widget.Pad(widget.Fit(label, labelWide), labelWide)) + lines[y] +
			t.Blank.Render(widget.Pad("", apart)) + style.Render(widget.Fit(done, behind))
	}
	return lines
}

func weeks(c plan.Course, t theme.Theme) (rows []row) {
	if c.Baseline == plan.DaysShown {
		r := row{label: diaryWord, here: c.Stage == plan.Diary}
		for i := range plan.DaysShown {
			q := widget.Square{}
			if i < len(c.Before.Nights) {
				q = Night(c.Before.Nights[i], t)
			}
			q.Here = c.Stage == plan.Diary && i == c.Number-1
			r.squares = append(r.squares, q)
		}
		r.cramps = cramps(c.Before)
		rows = append(rows, r)
	}
	for _, w := range c.Rows {
		r := row{label: fmt.Sprintf(weekWord, w.Number), here: c.Stage == plan.Running && w.Number == c.Week, squares: week(c, w, t)}
		if c.Stage != plan.Diary && (c.Stage != plan.Running || w.Number <= c.Week) {
			r.done, r.cramps = w.Of(), cramps(w.Cramps)
		}
		rows = append(rows, r)
	}
	return rows
}

// cramps is how many there were in some nights; nothing where that is not known.
func cramps(p stats.Period) string {
	n := p.Totals.Cramps()
	switch {
	case n > 0:
		return record.Cramps(n)
	case p.Totals.Known > 0:
		return noCramp
	}
	return ""
}

// heads name the days that the weeks begin with.
func heads(c plan.Course) (names []string) {
	for i := range plan.DaysShown {
		names = append(names, (c.From + stats.Day(i)).Date().Format("Mon"))
	}
	return names
}
