package figure

import (
	"slices"
	"testing"
)

// covers reports whether an outline goes round a point.
func covers(outline []Point, p Point) (in bool) {
	for i, a := range outline {
		b := outline[(i+1)%len(outline)]
		if (a[1] > p[1]) != (b[1] > p[1]) && p[0] < (b[0]-a[0])*(p[1]-a[1])/(b[1]-a[1])+a[0] {
			in = !in
		}
	}
	return in
}

// middle is that of the corners of an outline.
func middle(outline []Point) (m Point) {
	for _, p := range outline {
		m = m.plus(p.times(1 / float64(len(outline))))
	}
	return m
}

// TestTheMapOfTheLegs has the same muscles on both legs, on the side they are
// named for, on a limb, from the top down, and apart from each other.
func TestTheMapOfTheLegs(t *testing.T) {
	for behind, want := range map[bool][]string{false: {"thigh", "leg", "foot"}, true: {"hamstring", "calf", "foot"}} {
		l := LegsFrom(behind)
		var named []string
		for i, r := range l.Regions {
			m := middle(r.Outline)
			named = append(named, r.Muscle)
			if r.Left != (i < len(want)) || r.Left != (m[0] < 0) {
				t.Errorf("behind %v: %s at %v is left: %v", behind, r.Muscle, m, r.Left)
			}
			if i%len(want) > 0 && m[1] >= middle(l.Regions[i-1].Outline)[1] {
				t.Errorf("behind %v: %s is not below %s", behind, r.Muscle, l.Regions[i-1].Muscle)
			}
			if !slices.ContainsFunc(l.Limbs, func(limb Region) bool { return limb.Left == r.Left && covers(limb.Outline, m) }) {
				t.Errorf("behind %v: %s is on no limb", behind, r.Muscle)
			}
			for j, other := range l.Regions {
				if i != j && slices.ContainsFunc(r.Outline, func(p Point) bool { return covers(other.Outline, p) }) {
					t.Errorf("behind %v: %s reaches into %s", behind, r.Muscle, other.Muscle)
				}
			}
		}
		if !slices.Equal(named, slices.Concat(want, want)) {
			t.Errorf("behind %v: %q", behind, named)
		}
		for _, r := range slices.Concat(l.Limbs, l.Regions) {
			for _, p := range r.Outline {
				if p[0] < l.Box[0] || p[0] > l.Box[2] || p[1] < l.Box[1] || p[1] > l.Box[3] {
					t.Fatalf("behind %v: %v of %q lies outside of %v", behind, p, r.Muscle, l.Box)
				}
			}
		}
	}
}

// TestEveryRegionIsDrawn in every ink, from the least size that a screen shows on,
// and nowhere else than on its side.
func TestEveryRegionIsDrawn(t *testing.T) {
	for _, size := range [][2]int{{10, 7}, {12, 8}, {20, 11}, {40, 24}} {
		wide, high := size[0], size[1]
		drawsEveryRegion(t, LegsFrom(false), wide, high)
		drawsEveryRegion(t, LegsFrom(true), wide, high)
	}
}

func drawsEveryRegion(t *testing.T, l Legs, wide, high int) {
	t.Helper()
	for _, ink := range []Ink{ASCII, Halves, Quadrants, Sextants, Braille} {
		for _, lit := range l.Regions {
			seen := 0
			for _, row := range l.Cells(wide, high, ink, func(r Region) Tone {
				if r.Muscle == lit.Muscle && r.Left == lit.Left {
					return Muscle
				}
				return Body
			}) {
				for x, c := range row {
					if c.Fore != Muscle && c.Back != Muscle {
						continue
					}
					seen++
					if lit.Left != (x < wide/2) {
						t.Errorf("%s, %d by %d: %s (left %v) at column %d", ink, wide, high, lit.Muscle, lit.Left, x)
					}
				}
			}
			if seen == 0 {
				t.Errorf("%s, %d by %d: %s (left %v) isn't seen", ink, wide, high, lit.Muscle, lit.Left)
			}
		}
	}
}

func TestNoRoomForTheLegs(t *testing.T) {
	for _, size := range [][2]int{{0, 0}, {0, 3}, {3, 0}, {-1, 2}} {
		if rows := LegsFrom(true).Cells(size[0], size[1], Quadrants, func(Region) Tone { return Body }); len(rows) != max(size[1], 0) {
			t.Errorf("%v: %d rows", size, len(rows))
		}
	}
}
