package history

import (
	"fmt"

	"uncramp/coach/stats"
	"uncramp/coach/theme"
	"uncramp/coach/tui/widget"
)

func sixWeeksRows(h charts, w int) int {
	if h.SixWeeks.From.IsZero() {
		return 2
	}
	return 2 + weeksShown + len(legend(w, sixWeeksSigns()...))
}

// sixWeeks is a row a week.
func sixWeeks(d drawing) []string {
	lines := []string{d.t.Text.Render(widget.Fit(d.SixWeeks.Account(), d.w))}
	if d.SixWeeks.From.IsZero() {
		return lines
	}
	for week := range weeksShown {
		lines = append(lines, d.week(fmt.Sprintf("week %d ", week+1), "", func(i int) string {
			return sixWeeksCell(d.SixWeeks, week*stats.WeekNights+i, d.t)
		}))
	}
	lines = append(lines, widget.Paint(legend(d.w, sixWeeksSigns()...), d.t.Quiet.Render)...)
	if more := widget.Wrap(goesOn, d.w); len(lines)+len(more) <= d.high {
		lines = append(lines, widget.Paint(more, d.t.Quiet.Render)...)
	}
	return lines
}

// sixWeeksCell is a night of the six weeks, by its place from 0 on.
func sixWeeksCell(p stats.SixWeeks, i int, t theme.Theme) string {
	sign, style, marks := "○", t.Quiet, ""
	switch {
	case p.Done[i]:
		sign, style = "●", t.Accent
	case i < p.Night-1:
		sign = "·"
	}
	if i == p.Night-1 {
		marks = "‹›"
	}
	return widget.Cell(sign, style, marks, t.Strong, cellColumns, t)
}
