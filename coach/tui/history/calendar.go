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

// cellColumns is a night: its sign, and the marks around it.
const cellColumns = 3

// weeksShown is how many weeks stand on the screen at one time.
const weeksShown = stats.SixWeeksNights / stats.WeekNights

// weeks is how many weeks the history has, the first one maybe in part.
func (h charts) weeks() int { return (len(h.Nights) + stats.WeekNights - 1) / stats.WeekNights }

// furthest is how many weeks the charts can be moved back.
func (h charts) furthest() int { return max(h.weeks()-weeksShown, 0) }

func calendarRows(h charts, w int) int {
	return 2 + min(h.weeks(), weeksShown) + len(legend(w, calendarSigns()...))
}

// calendarSum is the window in numbers, or as many as have room beside the name.
func calendarSum(h charts, w int) string {
	return widget.FirstFitting(w-len("Nights  "), h.LongSentence(), h.Sentence(), record.Cramps(len(h.Cramps)))
}

// calendar is a cell a night and a row a week, the present night last. How many
// cramps there were is told by shape as well as colour.
func calendar(d drawing) []string {
	gap, year := "", ""
	if d.w >= dateColumns+stats.WeekNights*(cellColumns+1) {
		gap = " "
	}
	last := d.lastSeen()
	if d.Days == 0 {
		year = d.evening(last - stats.WeekNights).Format("2006")
	}
	head := widget.Pad(year, dateColumns)
	for i := range stats.WeekNights {
		head += " " + d.evening(last - stats.WeekNights + i).Format("Mon")[:2] + gap
	}
	lines := []string{d.t.Quiet.Render(head)}
	for week := min(d.weeks(), weeksShown); week > 0; week-- {
		first := last - week*stats.WeekNights
		lines = append(lines, d.week(d.evening(first).Format("2 Jan"), gap, func(i int) string {
			if n := first + i; n >= 0 && (d.Nights[n].Known || !d.Nights[n].Over) {
				return cell(d.Nights[n], d.t)
			}
			return d.t.Blank.Render(strings.Repeat(" ", cellColumns))
		}))
	}
	return append(lines, widget.Paint(legend(d.w, calendarSigns()...), d.t.Quiet.Render)...)
}

// week is a row of a cell a night, with a gap after each.
func (d drawing) week(label, gap string, cell func(i int) string) string {
	line := d.t.Quiet.Render(widget.Pad(label, dateColumns))
	for i := range stats.WeekNights {
		line += cell(i) + d.t.Blank.Render(gap)
	}
	return line
}

// lastSeen is how many nights there are up to the last one that is shown.
func (d drawing) lastSeen() int {
	return len(d.Nights) - min(d.back, d.furthest())*stats.WeekNights
}

// evening is the date of a night by its place; before the first one there are
// nights, too.
func (h charts) evening(i int) time.Time { return h.Nights[0].Evening.Date().AddDate(0, 0, i) }

func cell(n stats.Night, t theme.Theme) string {
	sign, style := "·", t.Quiet
	switch {
	case n.Cramps > 1:
		sign, style = "■", t.Muscle
	case n.Cramps == 1:
		sign, style = "▪", t.Muscle
	}
	if n.Stretched {
		return widget.Cell(sign, style, "[]", t.Accent, cellColumns, t)
	}
	return widget.Cell(sign, style, "", t.Accent, cellColumns, t)
}

// legend lists signs on as few lines of w columns as hold them.
func legend(w int, signs ...string) (lines []string) {
	line := signs[0]
	for _, s := range signs[1:] {
		if widget.Columns(line)+2+widget.Columns(s) <= w {
			line += "  " + s
		} else {
			lines, line = append(lines, line), s
		}
	}
	return append(lines, line)
}
