package history

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"uncramp/coach/stats"
	"uncramp/coach/theme"
	"uncramp/coach/tui/widget"
)

// none is the value of a column that is not there.
const none = -1

const mostSevere = 10

// axis is the width of the scale at the left.
func axis(top float64) int { return widget.Columns(fmt.Sprint(top)) + len("  ") }

// blocks fill a cell from below, in eighths.
var blocks = []rune(" ▁▂▃▄▅▆▇█")

// plot draws values as columns over the whole chart, with labels below, each at
// the value of its number.
func (d drawing) plot(values []float64, top float64, labels map[int]string) []string {
	step := min(max((d.w-axis(top))/len(values), 1), 3)
	lines := columns(values, top, step, max(d.high-1, 1), d.t)
	return append(lines, d.t.Quiet.Render(strings.Repeat(" ", axis(top))+under(labels, step, len(values)*step)))
}

// columns draws values from 0 to top as columns, each step cells from the
// other, with the ends of the scale at the left. A value of 0 can be told from
// none.
func columns(values []float64, top float64, step, high int, t theme.Theme) []string {
	finest := 1
	if t.Ink == "halves" || t.Ink == "ascii" {
		finest = 4 // such a terminal may have no finer blocks
	}
	wide := max(step-1, 1)
	lines := make([]string, high)
	for y := range lines {
		number := ""
		switch y {
		case 0:
			number = fmt.Sprint(top)
		case high - 1:
			number = "0"
		}
		lines[y] = t.Quiet.Render(fmt.Sprintf("%*s │", axis(top)-2, number))
		for _, v := range values {
			block, style := blocks[0], t.Blank
			if v != none {
				tall := max(int(math.Round(v/top*float64(high*8/finest))), 1) * finest // in eighths
				block = blocks[min(max(tall-8*(high-1-y), 0), 8)]
			}
			if block != blocks[0] {
				style = t.Text
			}
			lines[y] += style.Render(strings.Repeat(string(block), wide)) + t.Blank.Render(strings.Repeat(" ", step-wide))
		}
	}
	return lines
}

// under writes labels below columns that stand step cells from each other, as
// long as they don't touch. The last ones move to the left to have room.
func under(labels map[int]string, step, cells int) string {
	line := ""
	for i := range cells / step {
		wide := widget.Columns(labels[i])
		x := max(min(i*step, cells-wide), 0)
		if wide > 0 && widget.Columns(line) <= x && x+wide <= cells {
			line = widget.Pad(line, x) + labels[i] + " "
		}
	}
	return strings.TrimRight(line, " ")
}

// hours are cramps by the hour. They begin at noon, so that a night is whole.
func hours(d drawing) []string {
	const day = len(d.Hours)
	values, names := make([]float64, day), map[int]string{}
	for i := range values {
		hour := (i + day/2) % day
		if values[i] = float64(d.Hours[hour]); values[i] == 0 {
			values[i] = none
		}
		if hour%3 == 0 {
			names[i] = fmt.Sprint(hour)
		}
	}
	return d.plot(values, float64(max(slices.Max(d.Hours[:]), 1)), names)
}

// nightsEach is how many nights share a column of w cells with its scale.
func (h charts) nightsEach(w int) int {
	room := max(w-axis(mostSevere), 1)
	return max((len(h.Nights)+room-1)/room, 1)
}

// severity is how bad the worst cramp of each night was, night by night; where
// there are more nights than room, a column is the mean of some.
func severity(d drawing) []string {
	each := d.nightsEach(d.w)
	var values []float64
	for to := len(d.Nights); to > 0; to -= each { // the first column may have fewer
		values = append(values, meanWorst(d.Nights[max(to-each, 0):to]))
	}
	slices.Reverse(values)
	return d.plot(values, mostSevere, map[int]string{0: d.date(0), len(values) - 1: d.date(len(d.Nights) - 1)})
}

// meanWorst is the mean of the nights on which a cramp was rated.
func meanWorst(nights []stats.Night) float64 {
	sum, rated := 0, 0
	for _, n := range nights {
		if n.Worst.Given {
			sum += n.Worst.Value
			rated++
		}
	}
	if rated == 0 {
		return none
	}
	return float64(sum) / float64(rated)
}
