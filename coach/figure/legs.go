package figure

import (
	"math"
	"slices"
)

// Legs is the lower half of a body that stands upright: a map of where it hurts.
// Its left leg is at the left whichever side it is seen from: the front is as a
// mirror shows it. Measures are those of a [Pose].
type Legs struct {
	Box     Box      // what all of it covers, with a blank edge
	Limbs   []Region // of no muscle; they overlap, and all of them together are the body
	Regions []Region // what can be pointed at: those of the left leg from the top down, then of the right
}

// Region is a part of one leg by its outline, and the muscle that it stands for:
// calf, foot, hamstring or thigh; for the shin, which stands for the whole of the
// leg, that is leg. On a leg seen from the front are its thigh, shin and foot, and
// from behind its hamstring, calf and foot.
type Region struct {
	Muscle  string
	Left    bool // it is of the left leg
	Outline []Point
}

// The measures of the map, which are stouter than a body's: it is to be read when
// it is small.
const (
	waistAt, hipAt, kneeAt, ankleAt     = 57.0, 50.0, 27.5, 5.5 // above the floor
	waistOut, hipOut, kneeOut, ankleOut = 4.5, 8.0, 9.6, 10.4   // from the middle
	waistRound, hipRound, kneeRound     = 4.5, 6.8, 4.4
	calfRound, ankleRound               = 5.6, 2.8
	toesAt, toesOut, toesRound          = 2.6, 13.6, 3.0
	heelAt, heelOut, heelRound          = 3.6, 11.0, 3.8
)

// LegsFrom is the legs seen from the front, or from behind.
func LegsFrom(behind bool) Legs {
	var l Legs
	for _, left := range []bool{true, false} {
		side := legSide{left: left, behind: behind}
		l.Limbs = append(l.Limbs, side.limbs()...)
		l.Regions = append(l.Regions, side.regions()...)
	}
	l.Box = Box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, limb := range l.Limbs {
		for _, p := range limb.Outline {
			b := &l.Box
			*b = Box{min(b[0], p[0]-air), min(b[1], p[1]-air), max(b[2], p[0]+air), max(b[3], p[1]+air)}
		}
	}
	return l
}

// legSide is one leg of the map.
type legSide struct{ left, behind bool }

// at is a place so far out from the middle.
func (s legSide) at(out, up float64) Point {
	if s.left {
		out = -out
	}
	return Point{out, up}
}

func (s legSide) region(muscle string, p part) Region { return Region{muscle, s.left, p(0)} }

func (s legSide) limbs() []Region {
	hip, knee, ankle := s.at(hipOut, hipAt), s.at(kneeOut, kneeAt), s.at(ankleOut, ankleAt)
	calf := knee.to(ankle, 0.3)
	return []Region{
		s.region("", bone(s.at(0, waistAt), s.at(waistOut, waistAt), waistRound, waistRound)),
		s.region("", bone(s.at(waistOut, waistAt), hip, waistRound, hipRound)),
		s.region("", bone(hip, knee, hipRound, kneeRound)),
		s.region("", bone(knee, calf, kneeRound, calfRound)),
		s.region("", bone(calf, ankle, calfRound, ankleRound)),
		s.region("", s.foot()),
	}
}

// foot is seen with its toes turned out from the front, and by its heel from
// behind.
func (s legSide) foot() part {
	if s.behind {
		return bone(s.at(ankleOut, ankleAt), s.at(heelOut, heelAt), ankleRound, heelRound)
	}
	return bone(s.at(ankleOut, ankleAt), s.at(toesOut, toesAt), ankleRound, toesRound)
}

func (s legSide) regions() []Region {
	hip, knee, ankle := s.at(hipOut, hipAt), s.at(kneeOut, kneeAt), s.at(ankleOut, ankleAt)
	upper, lower := knee.minus(hip).unit(), ankle.minus(knee).unit()
	foot := s.region("foot", s.foot())
	if s.behind {
		return []Region{
			s.region("hamstring", oval(hip.to(knee, 0.47), upper, 11, 4.7)),
			s.region("calf", oval(knee.to(ankle, 0.38), lower, 8, 4.6)), foot,
		}
	}
	return []Region{
		s.region("thigh", oval(hip.to(knee, 0.42), upper, 12, 5.2)), s.region("leg", oval(knee.to(ankle, 0.5), lower, 8, 3.6)), foot,
	}
}

// Columns is how wide the map is, in cells, on so many rows: as little as that, and
// as much as it may be stretched to, to be read where there are few rows.
func (l Legs) Columns(high int) (least, most int) {
	across := float64(high) * (l.Box[2] - l.Box[0]) / (l.Box[3] - l.Box[1]) * cellTall
	return int(math.Ceil(across)), int(across * stretched)
}

const stretched = 1.45

// Cells draws the map on wide by high cells, row by row. Tone says what a limb or
// a region looks like.
func (l Legs) Cells(wide, high int, ink Ink, tone func(Region) Tone) [][]Cell {
	across, down := ink.grid()
	c := newCanvas(l.Box, wide*across, high*down, l.tall(wide, high)*float64(across)/float64(down))
	for _, r := range slices.Concat(l.Limbs, l.Regions) {
		c.fill([]part{func(float64) []Point { return r.Outline }}, 0, tone(r))
	}
	cells := ink.cells(c.Picture, wide, high)
	if _, plain := ink.solid(); plain {
		texture(cells)
	}
	return cells
}

// texture fills cells that two tones share with the one that has most of them: on
// the map nothing but what is pointed at is solid.
func texture(cells [][]Cell) {
	for _, row := range cells {
		for x, c := range row {
			if filling, textured := textures[c.Fore]; textured && c.Glyph == '█' {
				row[x].Glyph = filling
			}
		}
	}
}

// Around is the box around a region of a map that is drawn on wide by high cells,
// in cells from the upper left: left, top, right, bottom.
func (l Legs) Around(r Region, wide, high int) Box {
	c := placed(l.Box, wide, high, l.tall(wide, high))
	box := Box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, p := range r.Outline {
		x, y := c.spot(p)
		box = Box{min(box[0], float64(x)), min(box[1], float64(y)), max(box[2], float64(x)), max(box[3], float64(y))}
	}
	return box
}

// tall is how many times as high as wide a cell is taken for, so that the map is
// stretched to wide by high of them as far as it may.
func (l Legs) tall(wide, high int) float64 {
	fills := float64(wide) / max(float64(high), 1) * (l.Box[3] - l.Box[1]) / (l.Box[2] - l.Box[0])
	return min(max(fills, cellTall), cellTall*stretched)
}
