package gallery

import (
	"slices"
	"testing"
	"testing/fstest"

	"uncramp/coach/figure"
	"uncramp/coach/theme"
)

// TestOwnFiguresAreDrawnAndFaultyOnesAreNone.
func TestOwnFiguresAreDrawnAndFaultyOnesAreNone(t *testing.T) {
	g := New(figure.Library{Own: fstest.MapFS{
		"mine.yaml": {Data: []byte("like: calf-wall\n")}, "bad.yaml": {Data: []byte("start: {torso: NaN}\n")},
	}})
	g.Load("mine", "bad", "calf-wall")()
	mine := g.Lines("mine", figure.Options{}, 30, 12, theme.Mono())
	if !g.Has("mine") || g.Has("bad") || !slices.Equal(mine, g.Lines("calf-wall", figure.Options{}, 30, 12, theme.Mono())) {
		t.Errorf("mine: %v, bad: %v, drawn as\n%v", g.Has("mine"), g.Has("bad"), mine)
	}
}
