package figure

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"uncramp/coach/session"
	"uncramp/routines"
)

var inks = []Ink{ASCII, Halves, Quadrants, Plain + Quadrants, Sextants, Braille}

// builtin is every routine there is.
func builtin(t testing.TB) (all []routines.Routine) {
	t.Helper()
	for _, name := range (routines.Library{}).Names() {
		r, err := routines.Library{}.Find(name)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, r)
	}
	return all
}

func figure(t testing.TB, name string) Figure {
	t.Helper()
	f, err := Load(name)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// steps are those of every routine, and every move as one.
func steps(t testing.TB) (all []routines.Step) {
	t.Helper()
	for _, r := range builtin(t) {
		all = append(all, r.Steps...)
	}
	for _, m := range routines.Moves() {
		all = append(all, m.Step())
	}
	return all
}

func TestEveryStepHasItsFigure(t *testing.T) {
	used := map[string]bool{}
	for _, s := range steps(t) {
		for _, name := range pictures(s) {
			used[name] = true
			if _, err := Load(name); err != nil {
				t.Errorf("%s, %s: %v", s.Move, s.ID, err)
			}
		}
		for _, to := range s.Prefer {
			used[to.Figure] = true // shown with other words
		}
	}
	for _, name := range builtinNames() {
		if !used[name] {
			t.Errorf("no step shows %s", name)
		}
	}
}

// pictures lists the figures of a step, for every position.
func pictures(s routines.Step) []string {
	return slices.DeleteFunc([]string{s.FigureFor.Standing, s.FigureFor.Seated, s.FigureFor.Lying, s.Figure}, func(name string) bool { return name == "" })
}

// held is what a person sees during a hold, on a screen of 80 by 24.
func held(t testing.TB, ph session.Phase) Picture {
	l := Options{Muscle: string(ph.Muscle), Both: ph.Side == routines.Both, Left: ph.Side == routines.Left, Progress: 1, Arrows: Forward}
	return Draw(figure(t, ph.Figure), l, 64, 40, 1)
}

// TestNeighboursDiffer goes through every routine in every version and
// compares each step's picture with the next one's.
func TestNeighboursDiffer(t *testing.T) {
	for _, r := range builtin(t) {
		for _, c := range choices(r) {
			p, err := session.NewPlan(r, c)
			if err != nil {
				t.Fatal(err)
			}
			for i := 1; i < len(p.Phases); i++ {
				a, b := p.Phases[i-1], p.Phases[i]
				if a.StepNumber == b.StepNumber {
					continue
				}
				if n := differing(held(t, a), held(t, b)); n < 40 {
					t.Errorf("%s %v: %s and %s differ in %d spots only", r.ID, c, a.Figure, b.Figure, n)
				}
			}
		}
	}
}

func choices(r routines.Routine) (list []session.Choice) {
	muscles, positions := r.Muscles, r.Positions
	if len(muscles) == 0 {
		muscles = []routines.Muscle{""}
	}
	if len(positions) == 0 {
		positions = []routines.Position{""}
	}
	for _, m := range muscles {
		for _, p := range positions {
			list = append(list, session.Choice{Muscle: m, Position: p})
		}
	}
	return list
}

func differing(a, b Picture) (n int) {
	for i := range a.Tones {
		if a.Tones[i] != b.Tones[i] {
			n++
		}
	}
	return n
}

// TestStartAndEndDiffer holds every figure to a move that can be seen, but for
// those that show rest.
func TestStartAndEndDiffer(t *testing.T) {
	rest := []string{"leg-raised", "heat-leg", "ice-leg", "leg-rest"}
	for _, name := range builtinNames() {
		f := figure(t, name)
		n := differing(Draw(f, Options{}, 64, 40, 1), Draw(f, Options{Progress: 1}, 64, 40, 1))
		if least := 30; n < least && !strings.Contains(strings.Join(rest, " "), name) {
			t.Errorf("%s: start and end differ in %d spots only", name, n)
		}
	}
}

func TestWhatWorksStandsOut(t *testing.T) {
	for _, s := range steps(t) {
		for _, name := range pictures(s) {
			for _, moved := range []float64{0, 1} {
				l := Options{Muscle: string(s.Muscle), Progress: moved, Arrows: Forward}
				if n := count(Draw(figure(t, name), l, 64, 40, 1), Muscle); n < 10 {
					t.Errorf("%s, %s at %v: %d spots of the %s are seen", s.Move, name, moved, n, s.Muscle)
				}
			}
		}
	}
}

func count(p Picture, tone Tone) (n int) {
	for _, t := range p.Tones {
		if t == tone {
			n++
		}
	}
	return n
}

// TestLimbsReach finds hands and feet that are placed further away than an arm
// or a leg is long.
func TestLimbsReach(t *testing.T) {
	const slack = 2.5
	for _, name := range builtinNames() {
		f := figure(t, name)
		for when, p := range map[string]Pose{"start": f.Start, "end": f.End} {
			b := build(p, f.View)
			for what, d := range map[string]float64{
				"near foot": b.near.end.minus(p.Near.Ankle).length(), "far foot": b.far.end.minus(p.Far.Ankle).length(),
				"hand": b.hand.end.minus(p.Hand.At).length(), "other hand": b.other.end.minus(p.Other.At).length(),
			} {
				if d > slack {
					t.Errorf("%s, %s: the %s is %.1f short of its place", name, when, what, d)
				}
			}
		}
	}
}

func TestTheLeftLegIsTheRightOneMirrored(t *testing.T) {
	f := figure(t, "calf-wall")
	right := Draw(f, Options{Muscle: "calf"}, 61, 40, 1)
	left := Draw(f, Options{Muscle: "calf", Left: true}, 61, 40, 1)
	wrong := 0
	for y := range right.High {
		for x := range right.Wide {
			if right.At(x, y) != left.At(right.Wide-1-x, y) {
				wrong++
			}
		}
	}
	if wrong > right.Wide*right.High/100 { // a spot that is just half covered may fall either way
		t.Errorf("%d spots are not mirrored", wrong)
	}
}

func TestAnySizeCanBeDrawn(t *testing.T) {
	f := figure(t, "calf-wall")
	for _, ink := range inks {
		for _, size := range [][2]int{{0, 0}, {1, 1}, {2, 9}, {200, 1}, {90, 60}} {
			rows := Cells(f, Options{Muscle: "calf", Progress: 0.5, Arrows: Backward}, size[0], size[1], ink)
			if len(rows) != size[1] || size[1] > 0 && len(rows[0]) != size[0] {
				t.Errorf("%s at %v: %d rows", ink, size, len(rows))
			}
		}
	}
}

// TestGlyphs sees to it that no two cells look alike, and that ASCII is ASCII.
func TestGlyphs(t *testing.T) {
	for _, ink := range []Ink{ASCII, Halves, Quadrants, Sextants, Braille} {
		across, down := ink.grid()
		seen := map[rune]int{}
		for bits := range 1 << (across * down) {
			g := ink.glyph(bits, Body)
			if other, ok := seen[g]; ok && ink != ASCII {
				t.Errorf("%s: %b and %b are both %q", ink, bits, other, g)
			}
			seen[g] = bits
			for tone := range Tone(ToneCount) {
				if g := ink.glyph(bits, tone); ink == ASCII && g > '~' {
					t.Errorf("%q is no ASCII", g)
				}
			}
		}
	}
}

func TestFiguresInEveryInk(t *testing.T) {
	var b strings.Builder
	for _, name := range []string{"calf-wall", "toes-up"} {
		f := figure(t, name)
		for _, ink := range inks {
			fmt.Fprintf(&b, "%s, %s\n", name, ink)
			for _, row := range Cells(f, Options{Muscle: "calf", Progress: 1, Arrows: Forward}, 32, 18, ink) {
				line := ""
				for _, c := range row {
					line += string(c.Glyph)
				}
				b.WriteString(strings.TrimRight(line, " ") + "\n")
			}
		}
	}
	golden.RequireEqual(t, b.String())
}

// The benchmarks are for reading: go test -bench . ./coach/figure

func BenchmarkCells(b *testing.B) {
	f := figure(b, "calf-wall")
	b.ReportAllocs()
	for b.Loop() {
		Cells(f, Options{Muscle: "calf", Progress: 1, Arrows: Forward}, 44, 28, Braille)
	}
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		figure(b, "calf-wall-ease")
	}
}
