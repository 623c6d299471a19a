package sheet

import (
	"fmt"
	"slices"
	"strings"

	"uncramp/coach/figure"
	"uncramp/coach/outline"
	"uncramp/coach/session"
)

// picture is a figure as lines and fills.
type picture struct {
	Caption       string
	Width, Height float64
	Areas         []area
}

// area is a part of a picture: the class that says how it looks, and its edges and what is
// filled as SVG writes paths.
type area struct{ Class, Edges, Fill string }

// classes are those of the tones that figures are drawn in.
var classes = map[figure.Tone]string{
	figure.Thing: "thing", figure.Distant: "distant", figure.Body: "body", figure.Muscle: "muscle", figure.Pointer: "pointer",
}

// pictures are how a step begins, with the way that it goes, and how it ends; one where
// nothing moves; none without a figure.
func pictures(phases []session.Phase, figures figure.Library) []picture {
	i := slices.IndexFunc(phases, func(ph session.Phase) bool { return ph.Kind == session.Hold || ph.Kind == session.Open })
	if i < 0 {
		return nil
	}
	f, err := figures.Load(phases[i].Figure)
	if err != nil { // a step can do without; what is wrong with one of her own, uncramp routine check says
		return nil
	}
	start, end := outline.Pose(phases[i], 0), outline.Pose(phases[i], 1)
	if !f.Moves() {
		return []picture{draw(stays, f, end)}
	}
	start.Arrows, end.Arrows = figure.Forward, figure.NoArrows
	return []picture{draw(begins, f, start), draw(leads, f, end)}
}

func draw(caption string, f figure.Figure, l figure.Options) picture {
	d := figure.Outlines(f, l)
	p := picture{Caption: caption, Width: d.Width, Height: d.Height}
	for _, a := range d.Areas {
		p.Areas = append(p.Areas, area{classes[a.Tone], path(a.Edges), path(a.Rings)})
	}
	return p
}

// path is closed rings as SVG writes them.
func path(rings [][]figure.Point) string {
	var b strings.Builder
	for _, ring := range rings {
		for i, p := range ring {
			before := " "
			if i == 0 {
				before = "M"
			}
			fmt.Fprintf(&b, "%s%.1f,%.1f", before, p[0], p[1])
		}
		b.WriteByte('Z')
	}
	return b.String()
}
