package figure

import "math"

// The body's measures, in hundredths of its height.
const (
	thigh, shin       = 25.0, 24.0
	upperArm, foreArm = 16.0, 15.0
	torso, neck       = 30.0, 3.0
	shoulderAt        = 26.5 // along the torso, from the hip
	headRadius        = 6.4
	heelBack, ballOut = 3.2, 9.0 // along the foot, from the ankle
	toeLong           = 4.2
	heelDown          = 2.3 // from the ankle to the heel's middle
	ballDown          = 2.9
	shoulderWide      = 7.5 // from the middle, seen from the front
	hipWide           = 4.6
	footLong          = 7.5 // seen from the front
)

func (p Point) plus(q Point) Point          { return Point{p[0] + q[0], p[1] + q[1]} }
func (p Point) minus(q Point) Point         { return Point{p[0] - q[0], p[1] - q[1]} }
func (p Point) times(k float64) Point       { return Point{p[0] * k, p[1] * k} }
func (p Point) length() float64             { return math.Hypot(p[0], p[1]) }
func (p Point) left() Point                 { return Point{-p[1], p[0]} } // turned by 90°
func (p Point) to(q Point, k float64) Point { return p.plus(q.minus(p).times(k)) }

// turned is the point turned around the origin.
func (p Point) turned(degrees float64) Point {
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	return Point{p[0]*cos - p[1]*sin, p[0]*sin + p[1]*cos}
}

// unit is the direction of a point, or down where there is none.
func (p Point) unit() Point {
	if l := p.length(); l > 0 {
		return p.times(1 / l)
	}
	return Point{0, -1}
}

func direction(degrees float64) Point { return Point{1, 0}.turned(degrees) }

// limb is two bones and what hangs on them.
type limb struct{ root, joint, end Point }

// leg is a limb with a foot.
type leg struct {
	limb
	heel, ball, toe Point
	front           bool
}

// body is a pose with its joints worked out.
type body struct {
	hip, neck, head Point
	near, far       leg
	hand, other     limb
	wide            bool     // seen from the front
	sides           [4]Point // shoulder and hip of the near side, then of the far one
}

// build works the joints of a pose out.
func build(p Pose, v View) body {
	up := direction(90 + p.Torso)
	b := body{hip: p.Hip, neck: p.Hip.plus(up.times(torso)), wide: v == FromFront}
	b.head = b.neck.plus(direction(90 + p.Torso + p.Head).times(neck + headRadius*0.8))
	shoulder := p.Hip.plus(up.times(shoulderAt))
	var half, bend = Point{}, 1.0
	if b.wide {
		half, bend = up.left(), -1
	}
	s, h := half.times(shoulderWide), half.times(hipWide)
	b.sides = [4]Point{shoulder.plus(s), p.Hip.plus(h), shoulder.minus(s), p.Hip.minus(h)}
	b.near = p.Near.build(b.sides[1], bend, b.wide)
	b.far = p.Far.build(b.sides[3], 1, b.wide)
	b.hand = p.Hand.build(b.sides[0], 1)
	b.other = p.Other.build(b.sides[2], bend)
	return b
}

func (l Leg) build(hip Point, bend float64, front bool) leg {
	out := leg{limb: bent(hip, l.Ankle, thigh, shin, bend), front: front}
	if l.Knee != (Point{}) {
		out.limb = limb{hip, l.Knee, l.Ankle}
	}
	along := direction(l.Foot)
	out.heel = out.end.minus(along.times(heelBack)).minus(along.left().times(heelDown))
	out.ball = out.end.plus(along.times(ballOut)).minus(along.left().times(ballDown))
	if front {
		out.heel, out.ball = out.end, out.end.plus(along.times(footLong))
	}
	out.toe = out.ball.plus(direction(l.Foot + l.Toes).times(toeLong))
	return out
}

func (a Arm) build(shoulder Point, bend float64) limb {
	if a.Over {
		bend = -bend
	}
	return bent(shoulder, a.At, upperArm, foreArm, -bend)
}

// bent finds the joint between two bones that reach from a root toward an end;
// the joint lies to the left of that line for a bend of 1. What is out of reach
// is reached for.
func bent(root, end Point, first, second, bend float64) limb {
	reach := end.minus(root)
	toward := reach.unit()
	far := min(reach.length(), (first+second)*0.999)
	far = max(far, math.Abs(first-second)*1.001)
	along := (first*first - second*second + far*far) / (2 * far)
	off := math.Sqrt(max(first*first-along*along, 0))
	return limb{root, root.plus(toward.times(along)).plus(toward.left().times(off * bend)), root.plus(toward.times(far))}
}

// between is a pose on the way from one to another, k from 0 to 1.
func between(a, b Pose, k float64) Pose {
	mix := func(x, y float64) float64 { return x + (y-x)*k }
	legs := func(a, b Leg) Leg {
		return Leg{Ankle: a.Ankle.to(b.Ankle, k), Foot: mix(a.Foot, b.Foot), Toes: mix(a.Toes, b.Toes), Knee: a.Knee.to(b.Knee, k)}
	}
	arms := func(a, b Arm) Arm { return Arm{At: a.At.to(b.At, k), Over: a.Over} }
	return Pose{
		Hip: a.Hip.to(b.Hip, k), Torso: mix(a.Torso, b.Torso), Head: mix(a.Head, b.Head),
		Near: legs(a.Near, b.Near), Far: legs(a.Far, b.Far), Hand: arms(a.Hand, b.Hand), Other: arms(a.Other, b.Other),
		Towel: Towel{To: a.Towel.To, Sag: mix(a.Towel.Sag, b.Towel.Sag)},
	}
}
