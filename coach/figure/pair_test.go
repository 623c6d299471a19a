package figure

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"
)

func TestAPairStandsSideBySide(t *testing.T) {
	l := Options{Muscle: "calf", Arrows: Forward}
	golden.RequireEqual(t, Pair(figure(t, "calf-wall"), l, 60, Plain+Quadrants, "it begins", "it leads to")+"\n"+
		Pair(figure(t, "calf-wall"), l, 40, ASCII, "it begins", "it leads to")+"\n")
}

func TestAPairFitsAnyWidth(t *testing.T) {
	for columns := range 130 {
		for line := range strings.SplitSeq(Pair(figure(t, "calf-wall"), Options{}, columns, ASCII, "it begins", "it leads to"), "\n") {
			if n := len(line); n > max(columns, 2*leastOne+gutter) {
				t.Fatalf("at %d it has %d columns: %q", columns, n, line)
			}
		}
	}
}
