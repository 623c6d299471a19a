package week

import (
	"charm.land/lipgloss/v2"

	"uncramp/coach/plan"
	"uncramp/coach/theme"
	"uncramp/coach/tui/widget"
)

// Columns of a cell: its sign between the marks of the present day, and so many
// that the days still belong together.
const (
	leastCell   = 3
	mostCell    = 11
	dateCell    = 10 // from which on there is a date beside the weekday
	weekdayCell = 5  // from which on the weekday has three letters
	cursorWide  = 2  // the columns of the cursor
)

// layout is how the days stand beside the items.
type layout struct {
	label int // columns of the items' names
	brief bool
	cell  int // columns of a day
	first int // the earliest day there is room for
}

func layoutFor(rows []plan.Row, room int) layout {
	var l layout
	if l.label = widest(rows, false); cursorWide+l.label+plan.DaysShown*leastCell > room {
		l.label, l.brief = min(widest(rows, true), max(room-cursorWide, 0)), true
	}
	left := max(room-cursorWide-l.label, 0)
	l.cell = min(max(left/plan.DaysShown, leastCell), mostCell)
	l.first = max(plan.DaysShown-left/l.cell, 0)
	return l
}

func widest(rows []plan.Row, brief bool) (columns int) {
	for _, r := range rows {
		columns = max(columns, widget.Columns(label(r.Item, brief)))
	}
	return columns
}

func label(item plan.Item, brief bool) string {
	if brief {
		return item.Short
	}
	return item.Name
}

// grid draws a row an item and a column a day, today last, on at most high
// lines, with the weekdays above where there is room. Each row can be tapped.
func (m Model) grid(room, high int, t theme.Theme) widget.Block {
	rows := m.week.Rows
	l := layoutFor(rows, room)
	line := func(i int) string { return l.line(m.withoutDue(rows[i]), i == m.cursor, t) }
	if high < headed {
		return widget.List(len(rows), m.cursor, room, high, t, line)
	}
	b := widget.List(len(rows), m.cursor, room, high-1, t, line)
	if high >= spaced {
		b = apart(b)
	}
	return b.Under(m.head(l, t))
}

// withoutDue returns a row of which nothing is due as long as a red flag stands.
func (m Model) withoutDue(r plan.Row) plan.Row {
	if c := &r.Cells[r.Now]; m.blocked && len(r.Item.Routines) > 0 && c.State == plan.Due {
		c.State = plan.Empty
	}
	return r
}

// apart puts a blank line between rows.
func apart(b widget.Block) widget.Block {
	lines := make([]string, max(2*len(b.Lines)-1, 0))
	for i, l := range b.Lines {
		lines[2*i] = l
	}
	for i := range b.Targets {
		b.Targets[i].Y *= 2
	}
	b.Lines = lines
	return b
}

// head names the days. Where the screen has no title, that stands before them.
func (m Model) head(l layout, t theme.Theme) string {
	before, form := "", "Mon"
	if m.h < airy {
		before = title
	}
	if l.cell >= dateCell {
		form = "Mon 2"
	}
	names := t.Strong.Render(widget.Pad(widget.Fit(before, cursorWide+l.label), cursorWide+l.label))
	return names + l.days(plan.DaysShown-1, t, func(i int) (string, lipgloss.Style) {
		name := m.week.Days[i].Date().Format(form)
		if l.cell < weekdayCell {
			name = name[:1]
		}
		return name, t.Quiet
	})
}

// line is an item with its days.
func (l layout) line(r plan.Row, here bool, t theme.Theme) string {
	mark, style := widget.Chosen(here, t)
	name := mark + style.Render(widget.Pad(widget.Fit(label(r.Item, l.brief), l.label), l.label))
	return name + l.days(r.Now, t, func(i int) (string, lipgloss.Style) {
		state := r.Cells[i].State
		return signs[state], styleOf(state, t)
	})
}

// days draws a cell a day, the present one between marks.
func (l layout) days(now int, t theme.Theme, day func(i int) (string, lipgloss.Style)) (line string) {
	for i := l.first; i < plan.DaysShown; i++ {
		text, style := day(i)
		marks := ""
		if i == now {
			marks = "‹›"
		}
		line += widget.Cell(text, style, marks, t.Strong, l.cell, t)
	}
	return line
}

func styleOf(s plan.State, t theme.Theme) lipgloss.Style {
	return map[plan.State]lipgloss.Style{
		plan.Done: t.Accent, plan.Partly: t.Accent, plan.Due: t.Text, plan.Ahead: t.Quiet, plan.Empty: t.Blank,
	}[s]
}
