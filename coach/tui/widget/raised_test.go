package widget

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"uncramp/coach/theme"
)

// TestRaisedButtons are as high as they are to be, fill the width, can be tapped all
// over, and are a line of keys where they don't fit.
func TestRaisedButtons(t *testing.T) {
	keys := []Binding{Bind("y", "yes", "y"), Bind("n", "no, back", "n"), When(false, Bind("x", "gone", "x"))}
	for _, size := range [][2]int{{26, 1}, {40, 3}, {76, 9}, {190, 9}} {
		b := RaisedButtons(keys, size[0], size[1], theme.Mono())
		if len(b.Lines) != size[1] || len(b.Targets) != 2 {
			t.Fatalf("%v: %d lines, %d targets", size, len(b.Lines), len(b.Targets))
		}
		for _, l := range b.Lines {
			if Columns(l) != size[0] {
				t.Errorf("%v: %q has %d columns", size, ansi.Strip(l), Columns(l))
			}
		}
		y, n := b.Targets[0], b.Targets[1]
		if y.Press != "y" || n.Press != "n" || y.X != 0 || n.X+n.W != size[0] || y.X+y.W >= n.X || y.H != size[1] || n.H != size[1] {
			t.Errorf("%v: they can be tapped at %+v", size, b.Targets)
		}
	}
	if b := RaisedButtons(keys, 16, 3, theme.Mono()); ansi.Strip(b.Lines[0]) != "y yes n no, back" {
		t.Errorf("where they don't fit they are %q", ansi.Strip(b.Lines[0]))
	}
}

func TestFlow(t *testing.T) {
	z := Zone{W: 20, H: 5}
	words := func(rank int, text string) Block { return Words(z, rank, theme.Mono().Text.Render, text) }
	for _, tt := range []struct {
		high   int
		blocks []Block
		want   string
	}{
		{5, []Block{words(0, "one"), words(1, "two")}, "one||two"},
		{2, []Block{words(0, "one"), words(1, "two")}, "one|two"},
		{1, []Block{words(1, "one"), words(0, "two")}, "two"},
		{5, []Block{words(0, ""), words(1, "two")}, "two"},
	} {
		z.H = tt.high
		if got := ansi.Strip(strings.Join(Flow(z, tt.blocks...).Lines, "|")); got != tt.want {
			t.Errorf("on %d rows: %q, want %q", tt.high, got, tt.want)
		}
	}
}

// TestAGroupOfKeysIsParted only where that saves a page, and no key is lost.
func TestAGroupOfKeysIsParted(t *testing.T) {
	var keys []Binding
	for _, k := range strings.Split("abcdefghijklmnoprtvw", "") {
		keys = append(keys, Bind(k, "does "+k, k))
	}
	groups := []KeyGroup{{Title: "First", Keys: keys[:4]}, {Title: "Second", Keys: keys[4:]}}
	for _, size := range [][2]int{{24, 8}, {40, 12}, {80, 24}, {200, 60}} {
		seen := ""
		_, pages := KeyPage(groups, 0, size[0], size[1], theme.Mono())
		for page := range pages {
			f, _ := KeyPage(groups, page, size[0], size[1], theme.Mono())
			seen += ansi.Strip(f.Content)
		}
		for _, k := range keys {
			if strings.Count(seen, "does "+k.Help().Key) != 1 {
				t.Errorf("%v: %s stands there %d times:\n%s", size, k.Help().Key, strings.Count(seen, "does "+k.Help().Key), seen)
			}
		}
	}
}

// TestNoKeyIsParted from the half of what it does that stands on the next line.
func TestNoKeyIsParted(t *testing.T) {
	keys := make([]Binding, 0, 20)
	for _, k := range strings.Split("abcdefghijklmnoprtvw", "") {
		keys = append(keys, Bind(k, "says at length what is so about you", k))
	}
	for w := 20; w < 100; w += 5 {
		for h := 8; h < 30; h += 3 {
			lines := 0
			_, pages := KeyPage([]KeyGroup{{Title: "First", Keys: keys[:7]}, {Title: "Second", Keys: keys[7:]}}, 0, w, h, theme.Mono())
			for page := range pages {
				f, _ := KeyPage([]KeyGroup{{Title: "First", Keys: keys[:7]}, {Title: "Second", Keys: keys[7:]}}, page, w, h, theme.Mono())
				for _, tap := range f.Targets {
					if tap.Y == h-1 { // a key of the page itself
						continue
					}
					if lines == 0 {
						lines = tap.H
					}
					if tap.H != lines {
						t.Fatalf("%dx%d: %s has %d lines of %d:\n%s", w, h, tap.Press, tap.H, lines, ansi.Strip(f.Content))
					}
				}
			}
		}
	}
}
