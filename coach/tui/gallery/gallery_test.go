package gallery

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"uncramp/coach/figure"
	"uncramp/coach/theme"
)

func TestAFigureIsAskedForOnce(t *testing.T) {
	g := New(figure.Library{})
	load := g.Load("march", "march", "")
	if load == nil || g.Load("march") != nil {
		t.Fatal("it is asked for again")
	}
	words := func() string {
		return ansi.Strip(strings.Join(g.Lines("march", figure.Options{Muscle: "calf"}, 24, 12, theme.Mono()), ""))
	}
	if words() != "" || !g.Has("march") {
		t.Errorf("before it came: %q", words())
	}
	if load(); strings.TrimSpace(words()) == "" {
		t.Error("it came, and isn't drawn")
	}
}

func TestAFigureThatIsNotThere(t *testing.T) {
	g := New(figure.Library{})
	if !g.Has("nobody") {
		t.Error("nobody knows yet")
	}
	if g.Load("nobody")(); g.Has("nobody") || g.Has("") {
		t.Error("it is had")
	}
	if lines := g.Lines("nobody", figure.Options{}, 10, 3, theme.Mono()); len(lines) != 3 || strings.Join(lines, "") != "" {
		t.Errorf("it is drawn as %q", lines)
	}
}
