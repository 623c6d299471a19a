package report

import (
	"fmt"
	"slices"
	"strconv"
	"time"

	"uncramp/coach/record"
	"uncramp/coach/stats"
)

// chart is a drawing made of boxes, dots, lines and words. Its measures are
// those of its own view box, x to the right and y down.
type chart struct {
	Title  string
	Says   string // the same in words, for who can't see it
	Wide   bool   // it takes the whole width of the page
	Narrow bool   // and this one half as much as others
	Width  int
	Height int
	Lines  []stroke
	Shapes []shape
	Boxes  []box
	Dots   []dot
	Words  []caption
}

// The classes are those of the template's style.
type (
	box struct {
		X, Y, Width, Height int
		Class               string
	}
	dot     struct{ X, Y int }
	stroke  struct{ X1, Y1, X2, Y2 int }
	caption struct {
		X, Y        int
		Class, Text string
	}
)

// The strip of nights.
const (
	rowNights = 28 // in one row
	cellSize  = 22
	cellPitch = 25
	rowPitch  = 54
)

// nightChart is a strip of nights. Number and shade both say how many cramps
// there were; a night that is not known is crossed by a dash.
func (r Report) nightChart() chart {
	rows := (len(r.Nights) + rowNights - 1) / rowNights
	c := chart{
		Title: nightTitle,
		Says:  fmt.Sprintf("Cramps on each of %s.", record.Nights(len(r.Nights))),
		Wide:  true, Width: rowNights * cellPitch, Height: rows * rowPitch,
	}
	for i, n := range r.Nights {
		x, y := i%rowNights*cellPitch, i/rowNights*rowPitch
		c.Boxes = append(c.Boxes, box{x, y, cellSize, cellSize, nightClass(n)})
		if sign := nightSign(n); sign != none {
			c.Words = append(c.Words, caption{x + cellSize/2, y + 16, "in " + nightClass(n), sign})
		}
		if n.Stretched {
			c.Boxes = append(c.Boxes, box{x, y + cellSize + 3, cellSize, 4, "done"})
		}
		if i%7 == 0 {
			c.Words = append(c.Words, caption{x, y + 44, "", n.Evening.Date().Format("Mon 2 Jan")})
		}
	}
	return c
}

func nightClass(n stats.Night) string {
	switch {
	case n.Cramps > 1:
		return "more"
	case n.Cramps == 1:
		return "one"
	case n.Known:
		return "none"
	}
	return "unknown"
}

// The two charts below the strip are of one size: the axes leave room for
// words at the left and below.
const (
	plotWidth, plotHeight = 336, 110
	plotLeft, plotTop     = 20, 14
	plotBottom            = 92
)

// hourChart is a column for every hour, from noon to noon, so that the night
// stands in the middle.
func (r Report) hourChart() chart {
	most := max(slices.Max(r.Hours[:]), 1)
	c := chart{
		Title: hourTitle, Says: r.hoursText(),
		Width: plotWidth, Height: plotHeight,
		Lines: []stroke{{plotLeft, plotBottom, plotWidth, plotBottom}},
	}
	const pitch = (plotWidth - plotLeft) / 24
	for i := range r.Hours {
		h := (i + 12) % 24
		x := plotLeft + i*pitch
		if n := r.Hours[h]; n > 0 {
			height := n * (plotBottom - plotTop) / most
			c.Boxes = append(c.Boxes, box{x + 1, plotBottom - height, pitch - 2, height, "more"})
			c.Words = append(c.Words, caption{x + pitch/2, plotBottom - height - 3, "mid", strconv.Itoa(n)})
		}
		if h%3 == 0 {
			c.Words = append(c.Words, caption{x + pitch/2, plotBottom + 12, "mid", fmt.Sprintf("%02d", h)})
		}
	}
	return c
}

// severityChart is a dot for every cramp whose severity was told.
func (r Report) severityChart() chart {
	c := chart{
		Title: fmt.Sprintf(severityTitle, r.Severity.Given, len(r.Cramps)),
		Says:  fmt.Sprintf(severitySays, spreadText(r.Severity, len(r.Cramps), stats.Number)),
		Width: plotWidth, Height: plotHeight,
	}
	for _, v := range []int{0, 5, 10} {
		y := severityHeight(v)
		c.Lines = append(c.Lines, stroke{plotLeft, y, plotWidth, y})
		c.Words = append(c.Words, caption{plotLeft - 4, y + 3, "end", strconv.Itoa(v)})
	}
	first := r.Nights[0].Evening.Date()
	along := func(t time.Time) int { // from the noon of the first night on
		return plotLeft + int((plotWidth-plotLeft)*t.Sub(first.Add(day/2))/(time.Duration(len(r.Nights))*day))
	}
	for _, e := range r.Cramps {
		if e.Severity.Given {
			c.Dots = append(c.Dots, dot{along(record.AsShown(e.At)), severityHeight(e.Severity.Value)})
		}
	}
	for i := 0; i < len(r.Nights); i += (len(r.Nights) + 3) / 4 {
		t := r.Nights[i].Evening.Date()
		c.Words = append(c.Words, caption{along(t.Add(day / 2)), plotBottom + 14, "", t.Format("2 Jan")})
	}
	return c
}

const day = 24 * time.Hour

func severityHeight(v int) int { return plotBottom - v*(plotBottom-plotTop)/10 }
