package figure

import "slices"

// Drawing is a figure as areas, for what draws lines and fills by itself: x grows to the
// right and y down, from 0 at the upper left, in hundredths of the body's height. What is
// beyond its width and height is not to be seen.
type Drawing struct {
	Width, Height float64
	Areas         []Area // from the back to the front
}

// Area is one thing of a figure. The rings, which are closed and go the same way round,
// are together what is to be filled, and edges those of them that are outlined: what has no
// edge grows out of what lies behind it.
type Area struct {
	Tone         Tone
	Rings, Edges [][]Point
}

// Outlines draws a figure as areas.
func Outlines(f Figure, l Options) Drawing {
	box := f.bounds(l)
	d := Drawing{Width: box[2] - box[0], Height: box[3] - box[1]}
	rings := func(parts []part) (list [][]Point) {
		for _, p := range parts {
			list = append(list, ring(p(0), func(q Point) Point {
				q = q.turned(f.Turn)
				if x := q[0] - box[0]; !l.Left {
					return Point{x, box[3] - q[1]}
				}
				return Point{box[2] - q[0], box[3] - q[1]}
			}))
		}
		return list
	}
	for _, s := range f.shapes(between(f.Start, f.End, l.Progress), l, 0) {
		if len(s.parts) == 0 {
			continue
		}
		a := Area{Tone: s.tone, Rings: rings(s.parts)}
		if a.Edges = a.Rings; len(s.apart) > 0 {
			a.Edges = rings(s.apart)
		}
		d.Areas = append(d.Areas, a)
	}
	return d
}

// ring carries an outline to another place, clockwise where y grows down.
func ring(outline []Point, to func(Point) Point) []Point {
	out := make([]Point, len(outline))
	for i, p := range outline {
		out[i] = to(p)
	}
	area := 0.0
	for i, p := range out {
		next := out[(i+1)%len(out)]
		area += p[0]*next[1] - next[0]*p[1]
	}
	if area < 0 {
		slices.Reverse(out)
	}
	return out
}

// Moves reports whether a figure ends otherwise than it begins.
func (f Figure) Moves() bool { return f.Start != f.End }
