package history

import (
	"strings"
	"time"

	"uncramp/coach/record"
	"uncramp/coach/stats"
	"uncramp/coach/theme"
	"uncramp/coach/tui/widget"
)

// dateColumns is the width of a date beside a row, or of a month.
const dateColumns = 7

// cellColumns is a night: its sign, and the mark around it.
const cellColumns = 3

func calendarRows(h charts, w int) (least, most int) {
	n := 2 + min(h.weeks(), weeksShown) + len(legend(w, calendarSigns()...))
	return n, n
}

// calendarSum is the window in numbers, or as many as have room beside the name.
func calendarSum(h charts, w int) string {
	for _, sum := range []string{h.Sentence() + h.byDay(), h.Sentence()} {
		if widget.Columns("Nights  "+sum) <= w {
			return sum
		}
	}
	return record.Counted(len(h.Cramps), "cramp")
}

// calendar is a cell a night and a row a week, the present night last. How many
// cramps there were is told by shape as well as colour.
func calendar(d drawing) []string {
	weeks := min(d.weeks(), weeksShown)
	gap := ""
	if d.w >= dateColumns+stats.WeekNights*(cellColumns+1) {
		gap = " "
	}
	last := d.lastSeen()
	from := last - weeks*stats.WeekNights
	year := ""
	if d.Days == 0 {
		year = d.evening(last - stats.WeekNights).Format("2006")
	}
	head := widget.Pad(year, dateColumns)
	for i := range stats.WeekNights {
		head += " " + d.evening(last - stats.WeekNights + i).Format("Mon")[:2] + gap
	}
	lines := []string{d.t.Quiet.Render(head)}
	for row := range weeks {
		first := from + row*stats.WeekNights
		line := d.t.Quiet.Render(widget.Pad(d.evening(first).Format("2 Jan"), dateColumns))
		for i := range stats.WeekNights {
			if n := first + i; n >= 0 && (d.Nights[n].Known || !d.Nights[n].Over) {
				line += cell(d.Nights[n], d.t) + d.t.Blank.Render(gap)
			} else {
				line += d.t.Blank.Render(strings.Repeat(" ", cellColumns) + gap)
			}
		}
		lines = append(lines, line)
	}
	return append(lines, widget.Paint(legend(d.w, calendarSigns()...), d.t.Quiet.Render)...)
}

// lastSeen is how many nights there are up to the last one that is shown.
func (d drawing) lastSeen() int {
	return len(d.Nights) - min(d.back, d.furthest())*stats.WeekNights
}

// evening is the date of a night by its place; before the first one there are
// nights, too.
func (d drawing) evening(i int) time.Time { return d.Nights[0].Evening.Date().AddDate(0, 0, i) }

// date is a night's date, with the year where the window has no limit.
func (h charts) date(at time.Time) string {
	if h.Days == 0 {
		return at.Format("2 Jan 06")
	}
	return at.Format("2 Jan")
}

func cell(n stats.Night, t theme.Theme) string {
	sign, style := "·", t.Quiet
	switch {
	case n.Cramps > 1:
		sign, style = "■", t.Muscle
	case n.Cramps == 1:
		sign, style = "▪", t.Muscle
	}
	if !n.Stretched {
		return t.Blank.Render(" ") + style.Render(sign) + t.Blank.Render(" ")
	}
	return t.Accent.Render("[") + style.Render(sign) + t.Accent.Render("]")
}

// legend lists signs on as few lines of w columns as hold them.
func legend(w int, signs ...string) (lines []string) {
	line := ""
	for _, s := range signs {
		switch {
		case line == "":
			line = s
		case widget.Columns(line)+2+widget.Columns(s) <= w:
			line += "  " + s
		default:
			lines, line = append(lines, line), s
		}
	}
	return append(lines, line)
}
