package history

import (
	"fmt"
	"slices"
	"strings"

	"uncramp/coach/stats"
	"uncramp/coach/theme"
	"uncramp/coach/tui/widget"
)

// panel is one chart with its heading.
type panel struct {
	name    string
	high    int // rows it is given
	most    int // rows it can use
	measure func(h charts, w int) (least, most int)
	about   func(h charts, w int) string // stands beside its name, where there is room
	draw    func(d drawing) []string
}

// drawing is what a chart is drawn with: its room is under the heading.
type drawing struct {
	charts
	w, high int
	back    int // weeks before the present one
	t       theme.Theme
}

// panels are all charts, in their order. What belongs together stands together.
func panels() []panel {
	return []panel{
		{name: "Nights", measure: calendarRows, about: calendarSum, draw: calendar},
		{name: "Bedtime stretch", measure: sixWeeksRows, about: anyWidth(charts.place), draw: sixWeeks},
		{name: "Severity", measure: chartRows, about: severityScale, draw: severity},
		{name: "Cramps and stretches", measure: periodRows, about: anyWidth(charts.byPeriod), draw: periodBars},
		{name: "Hours", measure: chartRows, about: anyWidth(charts.Busiest), draw: hours},
		{name: "Muscles", measure: muscleRows, about: anyWidth(charts.inCramps), draw: muscleTable},
		{name: "Relief", measure: reliefRows, about: anyWidth(charts.HalfEased), draw: reliefBars},
	}
}

// anyWidth is a text that is the same on any width.
func anyWidth(text func(charts) string) func(charts, int) string {
	return func(h charts, _ int) string { return text(h) }
}

// lines are the panel's heading and its chart, no more rows than it is given.
func (p panel) lines(h charts, w, back int, t theme.Theme) []string {
	head := t.Strong.Render(widget.Fit(p.name, w))
	if about := p.about(h, w); widget.Columns(p.name)+2+widget.Columns(about) <= w {
		space := w - widget.Columns(p.name) - widget.Columns(about)
		head = t.Strong.Render(p.name) + t.Quiet.Render(fmt.Sprintf("%*s%s", space, "", about))
	}
	lines := append([]string{head}, p.draw(drawing{h, w, p.high - 1, back, t})...)
	return lines[:min(len(lines), p.high)]
}

// The rows of a chart of columns, with its heading and labels.
const (
	chartLeast = 7
	chartMost  = 12
)

func chartRows(charts, int) (least, most int) { return chartLeast, chartMost }

func periodRows(h charts, _ int) (least, most int) {
	n := 1 + min(len(h.periods), weeksShown)
	return n, n
}

func muscleRows(h charts, _ int) (least, most int) {
	n := 2 + len(h.muscles)
	return n, n
}

func reliefRows(h charts, _ int) (least, most int) {
	n := 1 + len(h.ReliefTimes)
	return n, n
}

const labelColumns = 12

func reliefBars(d drawing) []string {
	most := slices.Max(d.ReliefTimes[:])
	var lines []string
	for i, label := range d.ReliefTimes.Labels() {
		lines = append(lines, d.bar(widget.Pad(label, labelColumns), d.ReliefTimes[i], most, ""))
	}
	return lines
}

// bar is a label, a bar and its number, and what is to be said after it.
func (d drawing) bar(label string, n, most int, after string) string {
	number := fmt.Sprintf(" %*d", len(fmt.Sprint(most)), n)
	wide := max(d.w-widget.Columns(label+number+after), 0)
	return d.t.Text.Render(label) + widget.Bar(wide, share(n, most, wide), d.t) + d.t.Text.Render(number) + d.t.Quiet.Render(after)
}

// periodBars are cramps a week or a month, with the nights of the bedtime
// stretch beside.
func periodBars(d drawing) []string {
	last := len(d.periods)
	if seen := d.lastSeen(); seen < len(d.Nights) {
		until := d.evening(seen - 1)
		last = slices.IndexFunc(d.periods, func(p stats.Period) bool { return p.From().After(until) })
		if last < 0 {
			last = len(d.periods)
		}
	}
	first := max(last-max(d.high, 1), 0)
	most, wide := 0, 0
	for _, p := range d.periods {
		most, wide = max(most, cramps(p)), max(wide, widget.Columns(stretched(p)))
	}
	var lines []string
	for _, p := range d.periods[first:last] {
		lines = append(lines, d.bar(widget.Pad(d.periodDate(p), dateColumns), cramps(p), most, widget.Pad(stretched(p), wide)))
	}
	return lines
}

// cramps are all of a period, by day too.
func cramps(p stats.Period) int { return p.Totals.AtNight + p.Totals.ByDay }

// hours are cramps by the hour. They begin at noon, so that a night is whole.
func hours(d drawing) []string {
	const day = len(d.Hours)
	top := float64(max(slices.Max(d.Hours[:]), 1))
	left := axis(top)
	step := min(max((d.w-left)/day, 1), 3)
	values, names := make([]float64, day), map[int]string{}
	for i := range values {
		hour := (i + day/2) % day
		if values[i] = float64(d.Hours[hour]); values[i] == 0 {
			values[i] = none
		}
		if hour%3 == 0 {
			names[i*step] = fmt.Sprint(hour)
		}
	}
	lines := columns(values, top, step, max(d.high-1, 1), d.t)
	return append(lines, d.t.Quiet.Render(strings.Repeat(" ", left)+under(names, day*step)))
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
