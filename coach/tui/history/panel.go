package history

import (
	"uncramp/coach/stats"
	"uncramp/coach/theme"
	"uncramp/coach/tui/widget"
)

// panel is one chart with its heading.
type panel struct {
	name  string
	shows func(h charts) bool          // there is something to show
	rows  func(d drawing) int          // that it needs under its heading
	grows bool                         // it has a use for more
	about func(h charts, w int) string // stands beside its name, where there is room
	draw  func(d drawing) []string
	high  int // rows it is given, with its heading
}

// drawing is what a chart is drawn with: its room is under the heading.
type drawing struct {
	charts
	w, high int
	back    int // weeks before the present one
	t       theme.Theme
}

// listName stands for the page without panels.
const listName = "list"

// panels are all charts, in their order.
func panels() []panel {
	return []panel{
		{name: "Nights", shows: charts.any, rows: calendarRows, about: calendarSum, draw: calendar},
		{name: "Where", shows: charts.placed, rows: whereRows, grows: true, about: anyWidth(charts.inCramps), draw: where},
		{name: "Weeks", shows: charts.several, rows: periodRows, about: anyWidth(charts.byPeriod), draw: periodBars},
		{name: "Hours", shows: charts.twice, rows: hourRows, about: anyWidth(charts.Busiest), draw: hours},
		{name: "Relief", shows: charts.eased, rows: reliefRows, about: anyWidth(charts.HalfEased), draw: reliefBars},
	}
}

// A chart is drawn where there is something to compare.
func (charts) any() bool       { return true }
func (h charts) placed() bool  { return !stats.HeatOf(h.Places).Empty() }
func (h charts) several() bool { return len(h.periods) > 1 && h.Totals.Cramps() > 0 }
func (h charts) twice() bool   { return len(h.Cramps) > 1 }
func (h charts) eased() bool   { return h.Relief.Given > 1 }

// anyWidth is a text that is the same on any width.
func anyWidth(text func(charts) string) func(charts, int) string {
	return func(h charts, _ int) string { return text(h) }
}

// headed is how many rows a heading takes in a zone of so many: there may be no room
// for one.
func headed(rows int) int {
	if rows < 6 {
		return 0
	}
	return 1
}

// lines are the panel's heading and its chart, no more rows than it is given.
func (p panel) lines(d drawing, heads int) (lines []string) {
	if heads > 0 {
		lines = append(lines, widget.Heading(p.name, p.about(d.charts, d.w-widget.Columns(p.name)-widget.Columns(" ─── ")), d.w, d.t))
	}
	d.high = p.high - heads
	lines = append(lines, p.draw(d)...)
	return lines[:min(len(lines), p.high)]
}
