package widget

import (
	"testing"

	"github.com/charmbracelet/x/ansi"

	"uncramp/coach/theme"
)

func TestNothingReachesOutOfItsZone(t *testing.T) {
	c := NewCanvas(12, 3, theme.Mono())
	left, right := c.Whole().Left(5, 1)
	c.Put(right, Block{Lines: []string{"to the right of it", "two"}, Targets: []Target{{Y: 1, W: 99, H: 99, Press: "x"}}})
	c.Lines(left, "too long a line", "", "c", "d")
	f := c.Frame()
	if got, want := ansi.Strip(f.Content), "too … to th…\n      two\nc"; got != want {
		t.Errorf("it is\n%s\nwant\n%s", got, want)
	}
	if want := (Target{X: 6, Y: 1, W: 6, H: 2, Press: "x"}); len(f.Targets) != 1 || f.Targets[0] != want {
		t.Errorf("it can be tapped at %+v, want %+v", f.Targets, want)
	}
}

func TestZonesAreParted(t *testing.T) {
	z := Zone{X: 2, Y: 1, W: 20, H: 10}
	for name, part := range map[string]struct {
		got, rest, want, left Zone
	}{
		"top":    pair(z.Top(3, 1))(Zone{2, 1, 20, 3}, Zone{2, 5, 20, 6}),
		"bottom": pair(z.Bottom(3, 1))(Zone{2, 8, 20, 3}, Zone{2, 1, 20, 6}),
		"left":   pair(z.Left(8, 2))(Zone{2, 1, 8, 10}, Zone{12, 1, 10, 10}),
		"right":  pair(z.Right(8, 2))(Zone{14, 1, 8, 10}, Zone{2, 1, 10, 10}),
		"all":    pair(z.Top(99, 1))(z, Zone{2, 11, 20, 0}),
	} {
		if part.got != part.want || part.rest != part.left {
			t.Errorf("%s: %v and %v, want %v and %v", name, part.got, part.rest, part.want, part.left)
		}
	}
}

func pair(got, rest Zone) func(want, left Zone) struct{ got, rest, want, left Zone } {
	return func(want, left Zone) struct{ got, rest, want, left Zone } {
		return struct{ got, rest, want, left Zone }{got, rest, want, left}
	}
}

func TestSizes(t *testing.T) {
	for size, want := range map[[2]int]Size{
		{24, 8}: Slice, {40, 12}: Slice, {80, 12}: Slice, {45, 25}: Upright, {46, 40}: Upright, {60, 20}: Usual, {80, 24}: Usual,
		{100, 30}: Wide, {120, 40}: Wide, {250, 80}: Wide, {39, 30}: Slice, {99, 30}: Usual,
	} {
		if got := SizeOf(size[0], size[1]); got != want {
			t.Errorf("%v is %d, want %d", size, got, want)
		}
	}
}

// TestWhatIsCoveredIsGone, with what could be tapped there; the rows around stay.
func TestWhatIsCoveredIsGone(t *testing.T) {
	c := NewCanvas(10, 3, theme.Mono())
	rows := Block{Lines: []string{"one", "two", "three"}}
	for y := range rows.Lines {
		rows.Targets = append(rows.Targets, Target{Y: y, W: 5, H: 1, Row: y})
	}
	c.Put(c.Whole(), rows)
	c.Lines(Zone{X: 6, Y: 1, W: 4, H: 1}, "more")
	c.Cover(Zone{Y: 1, W: 10, H: 1}, Block{Lines: []string{"news"}})
	f := c.Frame()
	if f.Content != "one\nnews\nthree" || len(f.Targets) != 2 {
		t.Errorf("it shows %q, and %+v can be tapped", f.Content, f.Targets)
	}
}
