package history

import (
	"fmt"
	"slices"

	"uncramp/coach/theme"
	"uncramp/coach/tui/widget"
)

// panel is one chart with its heading.
type panel struct {
	name  string
	rows  func(h charts, w int) int    // that it needs
	spare func(w int) int              // rows that it can use besides
	about func(h charts, w int) string // stands beside its name, where there is room
	draw  func(d drawing) []string
	high  int // rows it is given
}

// drawing is what a chart is drawn with: its room is under the heading.
type drawing struct {
	charts
	w, high int
	back    int // weeks before the present one
	t       theme.Theme
}

// chartRows are those of a chart of columns, with its heading and labels, and
// chartSpare those it can use besides.
const (
	chartRows  = 7
	chartSpare = 5
)

// panels are all charts, in their order. What belongs together stands together.
func panels() []panel {
	no := func(int) int { return 0 }
	chart, grows := func(charts, int) int { return chartRows }, func(int) int { return chartSpare }
	goesOnRows := func(w int) int { return len(widget.Wrap(goesOn, w)) }
	return []panel{
		{name: "Nights", rows: calendarRows, spare: no, about: calendarSum, draw: calendar},
		{name: "Bedtime stretch", rows: sixWeeksRows, spare: goesOnRows, about: anyWidth(charts.place), draw: sixWeeks},
		{name: "Severity", rows: chart, spare: grows, about: severityScale, draw: severity},
		{name: "Cramps and stretches", rows: periodRows, spare: no, about: anyWidth(charts.byPeriod), draw: periodBars},
		{name: "Hours", rows: chart, spare: grows, about: anyWidth(charts.Busiest), draw: hours},
		{name: "Muscles", rows: muscleRows, spare: no, about: anyWidth(charts.inCramps), draw: muscleTable},
		{name: "Relief", rows: reliefRows, spare: no, about: anyWidth(charts.HalfEased), draw: reliefBars},
	}
}

// anyWidth is a text that is the same on any width.
func anyWidth(text func(charts) string) func(charts, int) string {
	return func(h charts, _ int) string { return text(h) }
}

func periodRows(h charts, _ int) int { return 1 + min(len(h.periods), weeksShown) }
func muscleRows(h charts, _ int) int { return 2 + len(h.muscles) }
func reliefRows(h charts, _ int) int { return 1 + len(h.ReliefTimes) }

// lines are the panel's heading and its chart, no more rows than it is given.
func (p panel) lines(h charts, w, back int, t theme.Theme) []string {
	head := t.Strong.Render(widget.Fit(p.name, w))
	about := p.about(h, w)
	if space := w - widget.Columns(p.name+about); space >= 2 {
		head = t.Strong.Render(p.name) + t.Quiet.Render(fmt.Sprintf("%*s%s", space, "", about))
	}
	lines := append([]string{head}, p.draw(drawing{h, w, p.high - 1, back, t})...)
	return lines[:min(len(lines), p.high)]
}

const labelColumns = 12

func reliefBars(d drawing) (lines []string) {
	most := slices.Max(d.ReliefTimes[:])
	for i, label := range d.ReliefTimes.Labels() {
		lines = append(lines, d.bar(widget.Pad(label, labelColumns), d.ReliefTimes[i], most, ""))
	}
	return lines
}

// bar is a label, a bar and its number, and what is to be said after it. Nothing
// is too small to be seen.
func (d drawing) bar(label string, n, most int, after string) string {
	number := fmt.Sprintf(" %*d", len(fmt.Sprint(most)), n)
	wide, share := max(d.w-widget.Columns(label+number+after), 0), 0.0
	if n > 0 && wide > 0 {
		share = max(float64(n)/float64(most), 1/float64(wide))
	}
	return d.t.Text.Render(label) + widget.Bar(wide, share, d.t) + d.t.Text.Render(number) + d.t.Quiet.Render(after)
}

// periodBars are cramps a week or a month, with the nights of the bedtime
// stretch beside.
func periodBars(d drawing) (lines []string) {
	most, wide := 0, 0
	for _, p := range d.periods {
		most, wide = max(most, p.Totals.Cramps()), max(wide, widget.Columns(stretched(p)))
	}
	shown, until := d.periods, d.evening(d.lastSeen()-1)
	for len(shown) > 1 && shown[len(shown)-1].From().After(until) {
		shown = shown[:len(shown)-1]
	}
	for _, p := range shown[max(len(shown)-max(d.high, 1), 0):] {
		lines = append(lines, d.bar(widget.Pad(d.periodDate(p), dateColumns), p.Totals.Cramps(), most, "  "+widget.Pad(stretched(p), wide)))
	}
	return lines
}

// muscleTable is muscles by sides.
func muscleTable(d drawing) []string {
	lines := []string{d.t.Quiet.Render(widget.Fit(fmt.Sprintf("%*s", labelColumns-1, "")+sideNames, d.w))}
	for _, m := range d.muscles {
		line := fmt.Sprintf("%-*s", labelColumns-1, m.Name())
		for i, wide := range []int{6, 7, 6, 6} { // under the names of the sides
			number := "·"
			if m.Sides[i] > 0 {
				number = fmt.Sprint(m.Sides[i])
			}
			line += fmt.Sprintf("%*s", wide, number)
		}
		lines = append(lines, d.t.Text.Render(widget.Fit(line, d.w)))
	}
	return lines
}
