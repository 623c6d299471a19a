package bodymap

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"uncramp/coach/stats"
	"uncramp/coach/theme"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/tuitest"
	"uncramp/coach/tui/widget"
	"uncramp/routines"
)

// sizes are rooms for the map on a slice of a phone, in words, and on larger screens.
var sizes = [][2]int{{24, 5}, {24, 6}, {38, 7}, {40, 8}, {43, 14}, {76, 16}, {116, 32}}

// everySpot are all that can be said of where it hurts.
func everySpot() (list []Spot) {
	for _, m := range routines.Muscles() {
		for _, side := range []routines.Side{routines.Left, routines.Right, routines.Both} {
			list = append(list, Spot{m, side})
		}
	}
	return list
}

// TestEverySpotIsReachedByArrows and the key for both legs.
func TestEverySpotIsReachedByArrows(t *testing.T) {
	for _, size := range sizes {
		seen, next := map[Spot]bool{}, []Map{New(Spot{})}
		for len(next) > 0 {
			m := next[0]
			next = next[1:]
			for _, k := range []string{"up", "down", "left", "right", "="} {
				to, ok := m.Pressed(screen.Press(k), size[0], size[1])
				if !ok {
					t.Fatalf("%v: %s is none of its keys", size, k)
				}
				if !seen[to.Spot()] {
					seen[to.Spot()] = true
					next = append(next, to)
				}
			}
		}
		for _, s := range everySpot() {
			if !seen[s] {
				t.Errorf("%v: no arrows lead to the %s", size, s.Name())
			}
		}
	}
}

// TestEverySpotIsTapped where it is drawn, and nothing that can be tapped lies on
// anything else that can.
func TestEverySpotIsTapped(t *testing.T) {
	for _, size := range sizes {
		w, h := size[0], size[1]
		seen := map[Spot]bool{}
		f := widget.Frame{Targets: New(Spot{}).Block(w, h, theme.Mono()).Targets}
		for y := range h {
			for x := range w {
				at, ok := f.At(x, y)
				if !ok {
					continue
				}
				for _, from := range []Spot{{}, {routines.Thigh, routines.Both}} {
					seen[New(from).Tapped(at.Row, w, h).Spot()] = true
				}
			}
		}
		for _, s := range everySpot() {
			if !seen[s] {
				t.Errorf("%v: no tap says %s", size, s.Name())
			}
		}
		for i, a := range f.Targets {
			for _, b := range f.Targets[:i] {
				if a.X < b.X+b.W && b.X < a.X+a.W && a.Y < b.Y+b.H && b.Y < a.Y+a.H {
					t.Errorf("%v: %+v and %+v lie over each other", size, a, b)
				}
			}
			if HasPicture(w, h) && (a.W < 5 || a.H < 2) {
				t.Errorf("%v: %+v is too small for a thumb", size, a)
			}
		}
	}
}

func TestKeysOfTheMap(t *testing.T) {
	calf := Spot{routines.Calf, routines.Left}
	for keys, want := range map[string]Spot{
		"":           calf,
		"2":          {routines.Foot, routines.Left},
		"5":          {routines.Leg, routines.Left},
		"o":          {routines.Calf, routines.Right},
		"o o":        calf,
		"=":          {routines.Calf, routines.Both},
		"= =":        calf,
		"= up":       {routines.Hamstring, routines.Both},
		"= o":        calf,
		"= right":    {routines.Calf, routines.Right},
		"left":       {routines.Leg, routines.Right},
		"down":       {routines.Foot, routines.Left},
		"4 right":    {routines.Thigh, routines.Right},
		"up left up": {routines.Thigh, routines.Right},
	} {
		m := New(calf)
		for _, k := range strings.Fields(keys) {
			m, _ = m.Pressed(screen.Press(k), 40, 8)
		}
		if m.Spot() != want {
			t.Errorf("%q points at the %s, want the %s", keys, m.Spot().Name(), want.Name())
		}
	}
	right, _ := New(Spot{Side: routines.Right}).Pressed(screen.Press("down"), 40, 8)
	if right.Spot() != (Spot{routines.Calf, routines.Right}) {
		t.Errorf("the first arrow on a right leg leads to the %s", right.Spot().Name())
	}
	for _, k := range []string{"enter", "7", "x", "backspace"} {
		if m, ok := New(calf).Pressed(screen.Press(k), 40, 8); ok || m.Spot() != calf {
			t.Errorf("%s does something", k)
		}
	}
}

// TestAFootIsThereTwice and an arrow leads on from the one that was pointed at.
func TestAFootIsThereTwice(t *testing.T) {
	m := New(Spot{routines.Leg, routines.Right})
	for _, step := range []struct {
		key  string
		want Spot
	}{
		{"down", Spot{routines.Foot, routines.Right}}, {"right", Spot{routines.Foot, routines.Left}}, {"up", Spot{routines.Calf, routines.Left}},
		{"down", Spot{routines.Foot, routines.Left}}, {"left", Spot{routines.Foot, routines.Right}}, {"up", Spot{routines.Leg, routines.Right}},
	} {
		if m, _ = m.Pressed(screen.Press(step.key), 40, 8); m.Spot() != step.want {
			t.Fatalf("%s leads to the %s, want the %s", step.key, m.Spot().Name(), step.want.Name())
		}
	}
}

func scenes() map[string]Map {
	return map[string]Map{
		"nowhere": New(Spot{}), "calf": New(Spot{routines.Calf, routines.Left}), "both": New(Spot{routines.Thigh, routines.Both}),
		"leg": New(Spot{routines.Leg, routines.Right}), "side": New(Spot{Side: routines.Left}), "muscle": New(Spot{Muscle: routines.Foot}),
		"heat": Heat(stats.HeatOf([]stats.Place{
			{Muscle: routines.Calf, Side: routines.Left, Cramps: 12}, {Muscle: routines.Calf, Side: routines.Both, Cramps: 1},
			{Muscle: routines.Foot, Side: routines.Right, Cramps: 4}, {Muscle: routines.Thigh, Side: routines.Left, Cramps: 7},
			{Muscle: routines.Leg, Side: routines.Right, Cramps: 2},
		})),
	}
}

func TestViews(t *testing.T) {
	for name, m := range scenes() {
		for _, s := range [][2]int{{24, 6}, {40, 8}, {76, 16}} {
			t.Run(fmt.Sprintf("%s-%dx%d", name, s[0], s[1]), func(t *testing.T) {
				golden.RequireEqual(t, ansi.Strip(strings.Join(m.Block(s[0], s[1], theme.Mono()).Lines, "\n")))
			})
		}
	}
}

func TestEverySizeIsDrawn(t *testing.T) {
	for name, m := range scenes() {
		for _, look := range []theme.Theme{theme.Mono(), theme.Night(theme.Surface{})} {
			for _, w := range []int{0, 1, 8, 12, 24, 37, 38, 39, 40, 45, 60, 80, 130, 240} {
				for _, h := range []int{0, 1, 2, 5, 6, 7, 8, 9, 10, 16, 30, 60} {
					c := widget.NewCanvas(max(w, 1), max(h, 1), look)
					c.Put(c.Whole(), m.Block(w, h, look))
					if f := c.Frame(); w > 9 && h > 0 {
						tuitest.RequireDrawn(t, name, f, w, h)
					}
				}
			}
		}
	}
}
