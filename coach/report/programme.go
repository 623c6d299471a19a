package report

import (
	"cmp"
	"strconv"

	"uncramp/coach/plan"
	"uncramp/coach/stats"
)

// programme is what is told of the latest programme, if there is one.
func (r Report) programme() []section {
	c := r.Programme
	if c.Stage == plan.NotBegun {
		return nil
	}
	s := section{Title: c.Texts()[0], Note: programmeNote, Table: table{Head: programmeHead}, Lines: c.Summary()}
	before, grows := "", false
	for _, w := range c.WeeksBegun() {
		first, dose := w.From.Date(), c.Programme.LongVolumeOf(w.Number)
		says := cmp.Or(dose, dash)
		if dose == before && dose != "" {
			says = sameDose
		}
		before, grows = dose, grows || dose != ""
		s.Table.Rows = append(s.Table.Rows, row(w.Number, first.Format(r.form(first, weekForm, lastWeek)), says,
			w.Of(), w.Cramps.Totals.Cramps(), medianOf(w.Cramps.Severity)))
	}
	if !grows { // nothing stands in the column of the dose
		s.Table = s.Table.without(doseColumn)
	}
	return []section{s}
}

// medianOf is the median of what was told.
func medianOf(s stats.Spread) string {
	if s.Given == 0 {
		return dash
	}
	return stats.Number(s.Median)
}

// weekOf is the week of the programme that a day is of; empty outside it.
func (r Report) weekOf(d stats.Day) string {
	c := r.Programme
	for _, w := range c.WeeksBegun() {
		if w.From <= d && d < w.From+stats.WeekNights {
			return strconv.Itoa(w.Number)
		}
	}
	return ""
}
