package report

import (
	"fmt"
	"strconv"
	"strings"

	"uncramp/coach/figure"
	"uncramp/coach/stats"
	"uncramp/routines"
)

// shape is an outline, as SVG writes one.
type shape struct{ Points, Class string }

// The map of the legs: from the front at the left, from behind at the right, with
// room above and below for words.
const (
	legsWidth, legsHeight = 136, plotHeight
	legsTop, legsBottom   = 10, 98
)

// legsChart is a map of the legs with how often each part cramped, by number and by
// shade.
func (r Report) legsChart() chart {
	heat := stats.HeatOf(r.Places)
	c := chart{Title: whereTitle, Says: legsText(heat), Narrow: true, Width: legsWidth, Height: legsHeight}
	for i, behind := range []bool{false, true} {
		view := legsView{figure.LegsFrom(behind), float64(i) * legsWidth / 2}
		x, _ := view.place(figure.Point{0, 0})
		c.Words = append(c.Words, caption{int(x), legsTop - 2, "mid", legViews[i]})
		for _, limb := range view.Limbs {
			c.Shapes = append(c.Shapes, shape{view.points(limb), "limb"})
		}
		for _, part := range view.Regions {
			n, class := heat.Cramps(routines.Muscle(part.Muscle), sideOf(part)), "part"
			if n > 0 {
				class = shades[heat.Level(n)]
				c.Words = append(c.Words, view.number(part, n, class))
			}
			c.Shapes = append(c.Shapes, shape{view.points(part), class})
		}
		for _, side := range []routines.Side{routines.Left, routines.Right} {
			out := -legOut
			if side == routines.Right {
				out = legOut
			}
			x, _ := view.place(figure.Point{out, 0})
			c.Words = append(c.Words, caption{int(x), legsHeight - 2, "mid", string(side)})
		}
	}
	return c
}

// legOut is how far from the middle the names of the legs stand.
const legOut = 11.0

// legsView is the legs from one side, and where their room begins.
type legsView struct {
	figure.Legs
	left float64
}

// place is where a point stands in the chart.
func (v legsView) place(p figure.Point) (x, y float64) {
	scale := (legsBottom - legsTop) / (v.Box[3] - v.Box[1])
	middle := (v.Box[0] + v.Box[2]) / 2
	return v.left + legsWidth/4 + (p[0]-middle)*scale, legsTop + (v.Box[3]-p[1])*scale
}

func (v legsView) points(r figure.Region) string {
	var points []string
	for _, p := range r.Outline {
		x, y := v.place(p)
		points = append(points, fmt.Sprintf("%.1f,%.1f", x, y))
	}
	return strings.Join(points, " ")
}

// number is how many cramps a part had, in its middle, or beside a foot, which is too
// small for it.
func (v legsView) number(part figure.Region, n int, class string) caption {
	x, y := v.middle(part)
	if part.Muscle != string(routines.Foot) {
		return caption{int(x), int(y) + 3, "mid in " + class, strconv.Itoa(n)}
	}
	beside := 13.0
	if part.Left {
		beside = -beside
	}
	return caption{int(x + beside), int(y) + 3, "mid in", strconv.Itoa(n)}
}

// middle is that of a part of a leg.
func (v legsView) middle(r figure.Region) (x, y float64) {
	least, most := r.Outline[0], r.Outline[0]
	for _, p := range r.Outline {
		least = figure.Point{min(least[0], p[0]), min(least[1], p[1])}
		most = figure.Point{max(most[0], p[0]), max(most[1], p[1])}
	}
	return v.place(figure.Point{(least[0] + most[0]) / 2, (least[1] + most[1]) / 2})
}

// legsText is the map in words.
func legsText(heat stats.Heat) string {
	var parts []string
	for _, m := range routines.Muscles() {
		for _, side := range []routines.Side{routines.Left, routines.Right} {
			if n := heat.Cramps(m, side); n > 0 {
				parts = append(parts, fmt.Sprintf("%s %d", stats.Place{Muscle: m, Side: side}.Name(), n))
			}
		}
	}
	return strings.Join(parts, "; ")
}

// sideOf is the leg that a part is of.
func sideOf(part figure.Region) routines.Side {
	if part.Left {
		return routines.Left
	}
	return routines.Right
}

// shades are the classes of a part with cramps, by their level: the darker the more.
var shades = [...]string{stats.Mild: "few", stats.Moderate: "some", stats.Severe: "many", stats.Worst: "most"}
