package figure

import (
	"image"
	"math"
	"slices"

	"golang.org/x/image/vector"
)

// Options say how a figure is to be drawn.
type Options struct {
	Muscle   string    // which one stands out: calf, foot, hamstring, thigh, or the whole leg
	Both     bool      // it does on both legs
	Left     bool      // mirrored: the left leg is the near one
	Progress float64   // how far from start to end, 0 to 1
	Arrows   Direction // which way they go
}

// Direction is which way the arrows go.
type Direction int

// The directions.
const (
	NoArrows Direction = iota
	Forward
	Backward
)

// Picture is a figure as spots, row by row from the top.
type Picture struct {
	Wide, High int
	Tones      []Tone
	// Heads are the heads of arrows that are too small to be drawn.
	Heads []Head
}

// Head is the head of an arrow: the spot it is at, and where it points, x to
// the right and y down.
type Head struct {
	X, Y      int
	Direction Point
}

// At returns the tone of a spot of the picture.
func (p Picture) At(x, y int) Tone { return p.Tones[y*p.Wide+x] }

// air is the blank edge around a figure, in hundredths of the body's height.
const air = 1.5

// Draw draws a figure on wide by high spots, each tall times as high as it is
// wide.
func Draw(f Figure, l Options, wide, high int, tall float64) Picture {
	c := newCanvas(f.bounds(l), wide, high, tall)
	if c.raster == nil {
		return c.Picture
	}
	c.turn, c.mirror = f.Turn, l.Left
	spot := max(1, tall) / c.scale
	f.Arrows = c.snapped(f.Arrows)
	for _, s := range f.shapes(between(f.Start, f.End, l.Progress), l, spot) {
		c.fill(s.apart, spot*gap, Empty)
		c.fill(s.parts, 0, s.tone)
		for _, h := range s.heads {
			x, y := c.spot(h.at)
			tipX, tipY := c.spot(h.at.plus(h.points))
			c.Heads = append(c.Heads, Head{int(x), int(y), Point{float64(tipX - x), float64(tipY-y) * tall}})
		}
	}
	return c.Picture
}

// canvas carries shapes from the body's measures to spots.
type canvas struct {
	Picture
	raster       *vector.Rasterizer
	mask         *image.Alpha
	box          Box
	turn         float64
	mirror       bool
	scale, tall  float64
	left, bottom float64
}

// newCanvas is blank, and as large as a box fits on wide by high spots. Where
// there are none it has nothing to draw with.
func newCanvas(box Box, wide, high int, tall float64) canvas {
	c := placed(box, wide, high, tall)
	if wide > 0 && high > 0 {
		c.Tones = make([]Tone, wide*high)
		c.raster, c.mask = vector.NewRasterizer(wide, high), image.NewAlpha(image.Rect(0, 0, wide, high))
	}
	return c
}

// placed says where what lies in a box stands on wide by high spots, and no more.
func placed(box Box, wide, high int, tall float64) canvas {
	c := canvas{Picture: Picture{Wide: wide, High: high}, box: box, tall: tall}
	across, up := box[2]-box[0], box[3]-box[1]
	c.scale = min(float64(wide)/across, float64(high)*tall/up)
	c.left, c.bottom = (float64(wide)-across*c.scale)/2, float64(high)-(float64(high)-up*c.scale/tall)/2
	return c
}

// snapped moves arrows a little, to where they begin in the middle of a spot: a
// straight one is then as thin as it can be.
func (c canvas) snapped(arrows []Arrow) []Arrow {
	out := slices.Clone(arrows)
	for i, a := range out {
		x, y := c.spot(a.From)
		off := Point{math.Floor(float64(x)) + 0.5 - float64(x), (float64(y) - math.Floor(float64(y)) - 0.5) * c.tall}.times(1 / c.scale)
		if c.mirror {
			off[0] = -off[0]
		}
		off = off.turned(-c.turn)
		out[i].From, out[i].To = a.From.plus(off), a.To.plus(off)
	}
	return out
}

// gap is the space between a limb and what lies behind it, in spots.
const gap = 0.9

// bounds is what the figure covers from its start to its end, after turning.
func (f Figure) bounds(l Options) Box {
	if f.Crop != (Box{}) {
		return f.Crop
	}
	box := Box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, p := range []Pose{f.Start, between(f.Start, f.End, 0.5), f.End} {
		for _, s := range f.shapes(p, Options{Muscle: l.Muscle, Arrows: Forward}, 0) {
			for _, part := range s.parts {
				for _, q := range part(air) {
					q = q.turned(f.Turn)
					box = Box{min(box[0], q[0]), min(box[1], q[1]), max(box[2], q[0]), max(box[3], q[1])}
				}
			}
		}
	}
	return box
}

// fill gives every spot that is more than half covered a tone.
func (c canvas) fill(parts []part, wider float64, t Tone) {
	if len(parts) == 0 || c.raster == nil {
		return
	}
	c.raster.Reset(c.Wide, c.High)
	for _, p := range parts {
		for i, q := range p(wider) {
			x, y := c.spot(q)
			if i == 0 {
				c.raster.MoveTo(x, y)
			} else {
				c.raster.LineTo(x, y)
			}
		}
		c.raster.ClosePath()
	}
	clear(c.mask.Pix)
	c.raster.Draw(c.mask, c.mask.Bounds(), image.Opaque, image.Point{})
	for i, a := range c.mask.Pix {
		if a >= 128 {
			c.Tones[i] = t
		}
	}
}

func (c canvas) spot(p Point) (x, y float32) {
	p = p.turned(c.turn)
	px := c.left + (p[0]-c.box[0])*c.scale
	if c.mirror {
		px = float64(c.Wide) - px
	}
	return float32(px), float32(c.bottom - (p[1]-c.box[1])*c.scale/c.tall)
}
