package history

import (
	"fmt"
	"math"
	"strings"

	"github.com/NimbleMarkets/ntcharts/v2/canvas"
	"github.com/NimbleMarkets/ntcharts/v2/canvas/graph"

	"uncramp/coach/theme"
	"uncramp/coach/tui/widget"
)

// none is the value of a column that is not there.
const none = -1

// axis is the width of the scale at the left.
func axis(top float64) int { return widget.Columns(fmt.Sprint(top)) + len("  ") }

// columns draws values from 0 to top as columns, each step cells from the
// other, with the ends of the scale at the left. A value of 0 can be told from
// none.
func columns(values []float64, top float64, step, high int, t theme.Theme) []string {
	c := canvas.New(len(values)*step, high)
	c.Fill(canvas.NewCellWithStyle(' ', t.Blank))
	parts := 8.0
	if t.Ink == "halves" || t.Ink == "ascii" {
		parts = 2 // such a terminal may have no finer blocks
	}
	for i, v := range values {
		if v == none {
			continue
		}
		tall := max(math.Round(v/top*float64(high)*parts), 1) / parts
		for x := range max(step-1, 1) {
			graph.DrawColumnBottomToTop(&c, canvas.Point{X: i*step + x, Y: high - 1}, min(tall, float64(high)), t.Bar)
		}
	}
	lines := strings.Split(c.View(), "\n")
	for y := range lines {
		number := ""
		switch y {
		case 0:
			number = fmt.Sprint(top)
		case high - 1:
			number = "0"
		}
		lines[y] = t.Quiet.Render(fmt.Sprintf("%*s │", axis(top)-2, number)) + lines[y]
	}
	return lines
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
