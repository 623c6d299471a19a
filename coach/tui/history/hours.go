package history

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"uncramp/coach/tui/widget"
)

// mostHours is how high the chart of hours grows at most.
const mostHours = 8

// hourRows is a row for each cramp of the fullest hour, as far as there is room,
// and the names of the hours.
func hourRows(d drawing) int { return max(min(slices.Max(d.Hours[:]), mostHours, d.high-1), 1) + 1 }

// hours are cramps by the hour, a cell for each as long as there is room. They
// begin at noon, so that a night is whole.
func hours(d drawing) []string {
	const day = len(d.Hours)
	step := min(max(d.w/day, 1), 4)
	wide, most, rows := max(step-1, 1), slices.Max(d.Hours[:]), max(d.high-1, 1)
	lines, names := make([]string, min(most, rows)+1), map[int]string{}
	for i := range day {
		hour := (i + day/2) % day
		if hour%3 == 0 {
			names[i] = fmt.Sprint(hour)
		}
		tall := eighths(d.Hours[hour], most, len(lines)-1)
		for y := range len(lines) - 1 {
			full := min(max(tall-8*(len(lines)-2-y), 0), 8)
			lines[y] += strings.Repeat(string(d.block(full)), wide) + strings.Repeat(" ", step-wide)
		}
	}
	lines = widget.Paint(lines, d.t.Text.Render)
	lines[len(lines)-1] = d.t.Quiet.Render(under(names, step, day*step))
	return lines
}

// eighths is how high a column of n is, of most on so many rows: a row each where
// there are as many, and never so low that it can't be seen.
func eighths(n, most, rows int) int {
	if n == 0 {
		return 0
	}
	return max(int(math.Round(float64(n*rows*8)/float64(max(most, 1)))), 1)
}

// block fills a cell from below by eighths: a whole one leaves a little room above.
// A terminal may have nothing finer than halves.
func (d drawing) block(full int) rune {
	blocks := []rune(" ▁▂▃▄▅▆▇▇")
	if d.t.Coarse() {
		blocks = []rune("  ▄▄▄▄███")
		if full == 1 {
			return '▄'
		}
	}
	return blocks[full]
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
