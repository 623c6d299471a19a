package history

import (
	"slices"
	"time"

	"uncramp/coach/stats"
	"uncramp/coach/theme"
	"uncramp/coach/tui/widget"
)

// dateColumns is the width of a date beside a row, or of a month.
const dateColumns = 7

// weeksShown is how many weeks stand on the screen at one time, at most.
const weeksShown = 6

// weeks is how many weeks there is something to show of, the first one maybe in part.
func (h charts) weeks() int {
	first := slices.IndexFunc(h.Nights, func(n stats.Night) bool { return n.Known || !n.Over || n.Stretched || n.All() > 0 })
	return (len(h.Nights) - max(first, 0) + stats.WeekNights - 1) / stats.WeekNights
}

// furthest is how many weeks the charts can be moved back.
func (m Model) furthest() int {
	body := m.zonesOf(true).body
	d := drawing{charts: m.history, w: columnsOn(body)[0].W, high: body.H - headed(body.H)}
	weeks, _ := d.modest().seen()
	return max(d.weeks()-weeks, 0)
}

// seen is how many weeks the calendar shows, and how large their squares are.
func (d drawing) seen() (weeks int, s widget.SquareSize) {
	room := d.high - 1 - legendRows
	weeks = max(min(d.weeks(), weeksShown, room), 1)
	s, _ = widget.FitSquares(stats.WeekNights, weeks, d.w-dateColumns, room)
	return weeks, s
}

// calendarRows are the head, a row a week, and the legend.
func calendarRows(d drawing) int {
	weeks, s := d.modest().seen()
	return 1 + s.Height(weeks) + legendRows
}

// modest leaves a third of the room to other charts, if that takes no week away.
func (d drawing) modest() drawing {
	d.high = max(2*d.high/3, min(1+min(d.weeks(), weeksShown)+legendRows, d.high))
	return d
}

// calendarSum is the window in numbers, or as many as have room beside the name.
func calendarSum(h charts, w int) string {
	if h.Totals.Known == 0 {
		return widget.FirstFitting(w, noNightYet, "")
	}
	return widget.FirstFitting(w, h.LongSentence(), h.Sentence(), "")
}

// calendar is a square a night and a row a week, the present night last.
func calendar(d drawing) []string {
	weeks, size := d.seen()
	last := d.lastSeen()
	lines := []string{d.weekdays(last, size)}
	for week := weeks; week > 0; week-- {
		first := last - week*stats.WeekNights
		row := make([]widget.Square, stats.WeekNights)
		for i := range row {
			if n := first + i; n >= 0 {
				row[i] = square(d.Nights[n], d.t)
				row[i].Here = n == len(d.Nights)-1 && !d.Nights[n].Over
			}
		}
		if week < weeks {
			lines = append(lines, make([]string, size.Down)...)
		}
		for y, line := range widget.Squares(row, size, d.t) {
			label := ""
			if y == 0 {
				label = d.evening(first).Format("2 Jan")
			}
			lines = append(lines, d.t.Quiet.Render(widget.Pad(label, dateColumns))+line)
		}
	}
	return append(lines, d.legend())
}

// weekdays are the names of the seven days that end before a night, above their
// squares, with the year where it isn't told otherwise.
func (d drawing) weekdays(last int, size widget.SquareSize) string {
	year := ""
	if d.Days == 0 {
		year = d.evening(last - stats.WeekNights).Format("2006")
	}
	names := make([]string, stats.WeekNights)
	for i := range names {
		names[i] = d.evening(last - stats.WeekNights + i).Format("Mon")
	}
	return d.t.Quiet.Render(widget.Pad(year, dateColumns)) + widget.SquareHeads(names, -1, size, d.t)
}

// lastSeen is how many nights there are up to the last one that is shown.
func (d drawing) lastSeen() int {
	return len(d.Nights) - d.back*stats.WeekNights
}

// evening is the date of a night by its place; before the first one there are
// nights, too.
func (h charts) evening(i int) time.Time { return h.Nights[0].Evening.Date().AddDate(0, 0, i) }

// square is a night with the day around it. How many cramps there were, how bad,
// and whether at night is told by shape as well as colour.
func square(n stats.Night, t theme.Theme) widget.Square {
	q := widget.CrampSquare(n.All(), int(n.Level()), t)
	switch {
	case n.Cramps > 0:
	case n.ByDay > 0:
		q.Fill = byDaySign
	case n.Stretched:
		return widget.Square{Fill: stretchSign, Once: true, Style: t.Done}
	case n.Known || !n.Over:
		return widget.Square{Fill: noneSign, Once: true, Style: t.Quiet}
	default:
		return widget.Square{}
	}
	if n.Stretched {
		q.Mark, q.MarkStyle = stretchSign, t.Done
	}
	return q
}
