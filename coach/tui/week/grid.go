package week

import (
	"uncramp/coach/plan"
	"uncramp/coach/theme"
	"uncramp/coach/tui/daygrid"
	"uncramp/coach/tui/widget"
)

const (
	cursorWide  = 2  // the columns of the cursor
	longestName = 28 // those of a name: a programme may have any
)

// layout is how the days stand beside the items.
type layout struct {
	label int // columns of the items' names, with the cursor
	brief bool
	size  widget.SquareSize
	first int // the earliest day there is room for
}

// layoutFor has the names in full where that leaves room for squares that have some
// in them, and squares as large as so many rows of them fit on high lines.
func layoutFor(rows []plan.Row, room, high int) layout {
	l := layout{label: cursorWide + widest(rows, false)}
	lines := len(rows) + 1 // the cramps, too
	size, fits := widget.FitSquares(plan.DaysShown, lines, room-l.label, high)
	if !fits || size.W == 1 {
		l.brief, l.label = true, min(cursorWide+widest(rows, true), room)
		size, _ = widget.FitSquares(plan.DaysShown, lines, room-l.label, max(high, lines))
	}
	l.size = size
	for l.first < plan.DaysShown && size.Width(plan.DaysShown-l.first) > room-l.label {
		l.first++
	}
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
	return widget.Fit(item.Name, longestName)
}

// grid draws a row an item and a square a day, today last, with the weekdays above
// them and the cramps below where there is room. Each item can be tapped.
func (m Model) grid(z widget.Zone, t theme.Theme) widget.Block {
	rows, headed := m.week.Rows, 0
	if z.H >= spaced {
		headed = 1
	}
	l := layoutFor(rows, z.W, z.H-headed)
	row := func(i int) []string { return l.row(m.withoutDue(rows[i]), i == m.cursor, t) }
	b := widget.Block{}
	if high := z.H - headed; l.size.Height(len(rows)) > high {
		b = widget.List(len(rows), m.cursor, z.W, high, t, func(i int) string { return row(i)[0] })
	} else {
		for i := range rows {
			b.Targets = append(b.Targets, widget.Target{Y: len(b.Lines), W: z.W, H: l.size.H, Row: i})
			b.Lines = append(append(b.Lines, row(i)...), make([]string, l.size.Down)...)
		}
		if high > l.size.Height(len(rows)+1) {
			b.Lines = append(b.Lines, "")
		}
		b.Lines = append(b.Lines, l.lines(t.Blank.Render(widget.Pad("", cursorWide))+t.Text.Render(crampsWord), m.cramps(t), t)...)
	}
	if headed == 1 {
		b = b.Under(m.head(l, t))
	}
	return b
}

// withoutDue returns a row of which nothing is due as long as a red flag stands.
func (m Model) withoutDue(r plan.Row) plan.Row {
	if c := &r.Cells[r.Now]; m.blocked && len(r.Item.Routines) > 0 && c.State == plan.Due {
		c.State = plan.Empty
	}
	return r
}

// head names the days. Where the screen has no title, that stands before them.
func (m Model) head(l layout, t theme.Theme) string {
	before, form := "", "Mon"
	if m.h < airy {
		before = title
	}
	if l.size.W >= len("Mon 22") {
		form = "Mon 2"
	}
	names := make([]string, plan.DaysShown)
	for i := range names {
		names[i] = m.week.Days[i].Date().Format(form)
	}
	label := l.named(t.Strong.Render(widget.Fit(before, l.label)), t)
	return label + widget.SquareHeads(names[l.first:], plan.DaysShown-1-l.first, l.size, t)
}

// named fills what stands before the squares.
func (l layout) named(name string, t theme.Theme) string {
	name = widget.Fit(name, l.label)
	return name + t.Blank.Render(widget.Pad("", l.label-widget.Columns(name)))
}

// row is an item with its days.
func (l layout) row(r plan.Row, here bool, t theme.Theme) []string {
	mark, style := widget.Chosen(here, t)
	squares := make([]widget.Square, plan.DaysShown)
	for i, c := range r.Cells {
		squares[i] = daygrid.Square(c, r.Item.Times, t)
		squares[i].Here = i == r.Now
	}
	return l.lines(mark+style.Render(widget.Fit(label(r.Item, l.brief), l.label-cursorWide)), squares, t)
}

// lines are a name and the squares beside it.
func (l layout) lines(name string, squares []widget.Square, t theme.Theme) []string {
	lines := widget.Squares(squares[l.first:], l.size, t)
	for y := range lines {
		lines[y] = l.named(name, t) + lines[y]
		name = ""
	}
	return lines
}

// cramps are those of the nights that began on the days, and of the days around
// them.
func (m Model) cramps(t theme.Theme) []widget.Square {
	squares := make([]widget.Square, plan.DaysShown)
	for i, n := range m.week.Nights {
		squares[i] = daygrid.Night(n, t)
	}
	return squares
}
