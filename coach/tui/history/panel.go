package history

import (
	"fmt"
	"slices"
	"strings"

	"uncramp/coach/theme"
	"uncramp/coach/tui/widget"
)

// panel is one chart with its heading.
type panel struct {
	name    string
	high    int // rows it is given
	most    int // rows it can use
	measure func(h History, w int) (least, most int)
	about   func(h History, w int) string // stands beside its name, where there is room
	draw    func(d drawing) []string
}

// drawing is what a chart is drawn with: its room is under the heading.
type drawing struct {
	History
	w, high int
	back    int // weeks before the present one
	t       theme.Theme
}

// panels are all charts, in their order. What belongs together stands together.
func panels() []panel {
	return []panel{
		{name: "Nights", measure: calendarRows, about: calendarSum, draw: calendar},
		{name: "Bedtime stretch", measure: planRows, about: func(h History, _ int) string { return h.Plan.Place() }, draw: sixWeeks},
		{name: "Severity", measure: chartRows, about: severityScale, draw: severity},
		{name: "Cramps and stretches", measure: spellRows, about: func(h History, _ int) string { return "by " + h.kind() }, draw: spellBars},
		{name: "Hours", measure: chartRows, about: func(h History, _ int) string { return h.busiest() }, draw: hours},
		{name: "Muscles", measure: placeRows, about: func(History, int) string { return "number of cramps" }, draw: placeTable},
		{name: "Relief", measure: reliefRows, about: func(h History, _ int) string { return h.Relief.median() }, draw: reliefBars},
	}
}

// lines are the panel's heading and its chart, no more rows than it is given.
func (p panel) lines(h History, w, back int, t theme.Theme) []string {
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

func chartRows(History, int) (least, most int) { return chartLeast, chartMost }

func spellRows(h History, _ int) (least, most int) {
	n := 1 + min(len(h.Spells), weeksShown)
	return n, n
}

func placeRows(h History, _ int) (least, most int) {
	n := 2 + len(h.Places)
	return n, n
}

func reliefRows(h History, _ int) (least, most int) {
	n := 1 + len(h.Relief.tallies())
	return n, n
}

const labelColumns = 12

func reliefBars(d drawing) []string {
	rows := d.Relief.tallies()
	most := slices.MaxFunc(rows, func(a, b tally) int { return a.count - b.count }).count
	var lines []string
	for _, r := range rows {
		lines = append(lines, d.bar(widget.Pad(r.label, labelColumns), r.count, most, ""))
	}
	return lines
}

// bar is a label, a bar and its number, and what is to be said after it.
func (d drawing) bar(label string, n, most int, after string) string {
	number := fmt.Sprintf(" %*d", len(fmt.Sprint(most)), n)
	wide := max(d.w-widget.Columns(label+number+after), 0)
	return d.t.Text.Render(label) + widget.Bar(wide, share(n, most, wide), d.t) + d.t.Text.Render(number) + d.t.Quiet.Render(after)
}

// spellBars are cramps a week, with the nights of the bedtime stretch beside.
func spellBars(d drawing) []string {
	last := len(d.Spells)
	if seen := d.lastSeen(); seen < len(d.Nights) {
		last = slices.IndexFunc(d.Spells, func(s Spell) bool { return s.From.After(d.Nights[seen-1].Date) })
		if last < 0 {
			last = len(d.Spells)
		}
	}
	first := max(last-max(d.high, 1), 0)
	most, wide := 0, 0
	for _, s := range d.Spells {
		most, wide = max(most, s.Cramps), max(wide, widget.Columns(s.stretched()))
	}
	var lines []string
	for _, s := range d.Spells[first:last] {
		lines = append(lines, d.bar(widget.Pad(d.spellName(s), dateColumns), s.Cramps, most, widget.Pad(s.stretched(), wide)))
	}
	return lines
}

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

// placeTable is muscles by sides.
func placeTable(d drawing) []string {
	row := func(name, left, right, both, untold string) string {
		return widget.Fit(fmt.Sprintf("%-*s%6s%7s%6s%6s", labelColumns-1, name, left, right, both, untold), d.w)
	}
	number := func(n int) string {
		if n == 0 {
			return "·"
		}
		return fmt.Sprint(n)
	}
	lines := []string{d.t.Quiet.Render(row("", "left", "right", "both", "side?"))}
	for _, p := range d.Places {
		lines = append(lines, d.t.Text.Render(row(muscle(p.Muscle), number(p.Left), number(p.Right), number(p.Both), number(p.Untold))))
	}
	return lines
}

// stretched says on how many of its nights there was a bedtime stretch.
func (s Spell) stretched() string {
	if s.Nights == 0 {
		return "  no diary yet"
	}
	return fmt.Sprintf("  stretch %*d of %d", len(fmt.Sprint(s.Nights)), s.Stretched, s.Nights)
}
