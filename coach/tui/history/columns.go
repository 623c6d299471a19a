package history

import (
	"fmt"
	"math"
	"strings"

	"uncramp/coach/theme"
	"uncramp/coach/tui/widget"
)

// none is the value of a column that is not there.
const none = -1

// axis is the width of the scale at the left.
func axis(top float64) int { return widget.Columns(fmt.Sprint(top)) + len("  ") }

// blocks fill a cell from below, in eighths.
var blocks = []rune(" ▁▂▃▄▅▆▇█")

// columns draws values from 0 to top as columns, each step cells from the
// other, with the ends of the scale at the left. A value of 0 can be told from
// none.
func columns(values []float64, top float64, step, high int, t theme.Theme) []string {
	finest := 1
	if t.Ink == "halves" || t.Ink == "ascii" {
		finest = 4 // such a terminal may have no finer blocks
	}
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
			tall := 0 // in eighths
			if v != none {
				tall = max(int(math.Round(v/top*float64(high*8/finest))), 1) * finest
			}
			block := blocks[min(max(tall-8*(high-1-y), 0), 8)]
			lines[y] += column(block, step, t)
		}
	}
	return lines
}

// column draws one line of a column, with the space to the next.
func column(block rune, step int, t theme.Theme) string {
	wide := max(step-1, 1)
	style := t.Bar
	if block == ' ' {
		style = t.Blank
	}
	return style.Render(strings.Repeat(string(block), wide)) + t.Blank.Render(strings.Repeat(" ", step-wide))
}

// share is how much of a bar stands for a number; none is too small to be seen.
func share(n, most, w int) float64 {
	if n == 0 || most == 0 || w <= 0 {
		return 0
	}
	return max(float64(n)/float64(most), 1/float64(w))
}

// under writes labels below columns, each at its column, as long as they don't
// touch.
func under(labels map[int]string, cells int) string {
	line := ""
	for x := range cells {
		if label, ok := labels[x]; ok && widget.Columns(line) <= x && x+widget.Columns(label) <= cells {
			line = widget.Pad(line, x) + label + " "
		}
	}
	return strings.TrimRight(line, " ")
}
