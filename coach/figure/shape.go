package figure

import (
	"math"
	"slices"
)

// Tone says what a spot of a picture is.
type Tone uint8

// The tones, from the back to the front.
const (
	Empty   Tone = iota
	Thing        // furniture, a towel
	Distant      // the limbs on the far side
	Body
	Muscle  // what works
	Pointer // an arrow
	Mild    // how bad the cramps of a place were, and how many, on the map of the legs
	Moderate
	Severe
	Worst
)

// ToneCount is how many tones there are.
const ToneCount = int(Worst) + 1

// shape is one or more parts of a tone. Around those that stand apart, what lies
// behind is kept off by a gap, so that limbs that cross can be told from each
// other.
type shape struct {
	tone  Tone
	parts []part
	apart []part
	heads []head // of an arrow, where they are too small to be drawn
}

// part is the outline of something, wider by so much.
type part func(wider float64) []Point

const arc = 10 // corners of a half circle

// bone is two discs of their radii and what lies between them.
func bone(first, last Point, firstWide, lastWide float64) part {
	return func(wider float64) (out []Point) {
		from, to, a, b := first, last, firstWide+wider, lastWide+wider
		tilt := 90.0
		switch l := to.minus(from).length(); {
		case l > math.Abs(a-b):
			tilt = math.Acos((a-b)/l) * 180 / math.Pi
		case b > a: // one disc lies in the other
			from, a = to, b
		default:
			to, b = from, a
		}
		toward := to.minus(from).unit()
		for i := range arc + 1 {
			out = append(out, from.plus(toward.turned(tilt+(360-2*tilt)*float64(i)/arc).times(a)))
		}
		for i := range arc + 1 {
			out = append(out, to.plus(toward.turned(-tilt+2*tilt*float64(i)/arc).times(b)))
		}
		return out
	}
}

func disc(at Point, wide float64) part { return bone(at, at, wide, wide) }

// polygon is an outline; to be wider, it moves away from its middle.
func polygon(outline ...Point) part {
	return func(wider float64) []Point {
		var middle Point
		for _, p := range outline {
			middle = middle.plus(p.times(1 / float64(len(outline))))
		}
		out := slices.Clone(outline)
		for i, p := range out {
			out[i] = p.plus(p.minus(middle).unit().times(wider))
		}
		return out
	}
}

// ribbon is a line through points.
func ribbon(spine []Point, wide float64) part {
	return func(wider float64) []Point {
		var there, back []Point
		last := len(spine) - 1
		for i, p := range spine {
			along := spine[min(i+1, last)].minus(spine[max(i-1, 0)]).unit().times(wide + wider)
			switch i {
			case 0:
				p = p.minus(along)
			case last:
				p = p.plus(along)
			}
			there, back = append(there, p.minus(along.left())), append(back, p.plus(along.left()))
		}
		slices.Reverse(back)
		return append(there, back...)
	}
}

// oval is an ellipse along a direction.
func oval(middle, along Point, long, wide float64) part {
	var out []Point
	for i := range 2 * arc {
		sin, cos := math.Sincos(math.Pi * float64(i) / arc)
		out = append(out, middle.plus(along.times(cos*long)).plus(along.left().times(sin*wide)))
	}
	return polygon(out...)
}

// shapes is everything to draw, from the back to the front. Nothing is thinner
// than a spot.
func (f Figure) shapes(p Pose, l Options, spot float64) []shape {
	b := build(p, f.View)
	hand, trunk, beyond := arm(b.hand), slices.Concat(b.trunk(), b.near.parts()), slices.Concat(arm(b.other), b.far.parts())
	behind := shape{tone: Distant, parts: beyond, apart: beyond}
	if b.wide {
		behind = shape{tone: Body, parts: beyond} // neither side is further off
	}
	out := []shape{{tone: Thing, parts: things(f.Back, spot)}, behind}
	if l.Both {
		out = append(out, shape{tone: Muscle, parts: b.far.muscle(l.Muscle)})
	}
	out = append(out, shape{tone: Body, parts: trunk, apart: trunk},
		shape{tone: Muscle, parts: b.near.muscle(l.Muscle)},
		shape{tone: Thing, parts: b.towel(p.Towel, spot)},
		shape{tone: Body, parts: hand, apart: hand[1:]}, // it grows out of the shoulder
		shape{tone: Thing, parts: things(f.Front, spot)})
	if l.Arrows == NoArrows {
		return out
	}
	for _, a := range f.Arrows {
		line, heads := a.line(l.Arrows, spot)
		parts := []part{line}
		if spot <= sharp {
			for _, h := range heads {
				parts = append(parts, h.drawn())
			}
			heads = nil
		}
		out = append(out, shape{Pointer, parts, parts, heads})
	}
	return out
}

func (b body) trunk() []part {
	head := disc(b.head, headRadius)
	if b.wide {
		s := b.sides
		return []part{head, bone(s[0], s[2], 3, 3), bone(s[0], s[1], 3, 3), bone(s[2], s[3], 3, 3), bone(b.hip, b.neck, 5, 4)}
	}
	chest := b.hip.to(b.neck, 0.78)
	return []part{head, bone(b.hip, chest, 5.2, 6), bone(chest, b.neck, 6, 2.2)}
}

func arm(l limb) []part {
	upper := l.root.to(l.joint, 0.5)
	return []part{bone(l.root, upper, 2.9, 2.6), bone(upper, l.joint, 2.6, 2.4), bone(l.joint, l.end, 2.4, 1.8), disc(l.end, 2.5)}
}

func (l leg) parts() []part {
	parts := []part{bone(l.root, l.joint, 5.6, 4), bone(l.joint, l.end, 4, 2.6)}
	if l.front {
		return append(parts, bone(l.end, l.ball, 2.6, 2.6))
	}
	return append(parts, bone(l.heel, l.ball, 2.2, 1.8), bone(l.end, l.ball, 2.6, 1.8), bone(l.ball, l.toe, 1.8, 1.5))
}

// muscle is where a muscle of the leg stands out, with a body that swells
// beyond the limb: it is told by its shape, too.
func (l leg) muscle(name string) []part {
	upper, lower := l.joint.minus(l.root).unit(), l.end.minus(l.joint).unit()
	back := -1.0 // to the right of a bone that points down
	if l.front {
		back = 0
	}
	swell := func(from, to, along Point, k, off, long float64) []part {
		return []part{oval(from.to(to, k).plus(along.left().times(off)), along, long, 3.6)}
	}
	switch name {
	case "calf":
		return swell(l.joint, l.end, lower, 0.42, 2.4*back, 8.5)
	case "hamstring":
		return swell(l.root, l.joint, upper, 0.55, 3*back, 9.5)
	case "thigh":
		return swell(l.root, l.joint, upper, 0.55, -3*back, 9.5)
	case "foot":
		return []part{bone(l.heel, l.ball, 2.6, 2.2), bone(l.ball, l.toe, 2.2, 1.9)}
	case "leg":
		return l.parts()
	}
	return nil
}

func things(props []Prop, spot float64) (parts []part) {
	for _, p := range props {
		thick := max(p.Thick/2, spot*0.55)
		for i := 1; i < len(p.Line); i++ {
			parts = append(parts, bone(p.Line[i-1], p.Line[i], thick, thick))
		}
		if p.Box != (Box{}) {
			parts = append(parts, p.Box.part(p.Round))
		}
	}
	return parts
}

func (b Box) part(round bool) part {
	left, bottom, right, top := b[0], b[1], b[2], b[3]
	if !round {
		return polygon(Point{left, bottom}, Point{right, bottom}, Point{right, top}, Point{left, top})
	}
	r := min(right-left, top-bottom) / 2
	return bone(Point{left + r, bottom + r}, Point{right - r, top - r}, r, r)
}

// towel hangs between the hand and the foot, and goes round it.
func (b body) towel(t Towel, spot float64) []part {
	thick := max(0.9, spot*0.55)
	sole := b.near.ball.minus(b.near.heel).unit().left().times(-2.6)
	round := map[Anchor]Point{Ball: b.near.ball.plus(sole), Toes: b.near.toe.plus(sole.times(0.6)), Ankle: b.near.end}
	to, ok := round[t.To]
	if !ok {
		return nil
	}
	if t.To != Ball {
		return []part{ribbon(curve(b.hand.end, to, -t.Sag), thick)}
	}
	over := b.near.ball.minus(sole.times(0.8))
	return []part{ribbon(curve(b.hand.end, over, -t.Sag), thick), bone(over, to, thick*1.4, thick*1.4)}
}

const bends = 8 // pieces of a curve

// curve is a line that bends to its left by so much.
func curve(from, to Point, bend float64) (line []Point) {
	over := to.minus(from).unit().left().times(bend * 2)
	for i := range bends + 1 {
		k := float64(i) / bends
		line = append(line, from.to(to, k).plus(over.times(2*k*(1-k))))
	}
	return line
}

// head is the head of an arrow: where it is and where it points.
type head struct{ at, points Point }

// line is the arrow in a direction, and its heads.
func (a Arrow) line(d Direction, spot float64) (line part, heads []head) {
	from, to, bend := a.From, a.To, a.Bend
	if d == Backward {
		from, to, bend = to, from, -bend
	}
	spine := curve(from, to, bend)
	heads = []head{{to, spine[bends].minus(spine[bends-1]).unit()}}
	if a.Both {
		heads = append(heads, head{from, spine[0].minus(spine[1]).unit()})
	}
	if spot > sharp { // the line must not stand out beyond a head that is a character
		spine = spine[len(heads)-1 : bends]
	}
	return ribbon(spine, max(0.8, spot*0.55)), heads
}

// sharp is the size of spots up to which the heads of arrows are drawn; with
// larger ones they would be clots, and a character stands for them.
const sharp = 1.0

// drawn is the head as a triangle, with its point a little beyond the line.
func (h head) drawn() part {
	const size = 3.2
	point, back := h.at.plus(h.points.times(size)), h.at.minus(h.points.times(size*0.5))
	side := h.points.left().times(size)
	return polygon(point, back.plus(side), back.minus(side))
}
