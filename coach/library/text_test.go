package library

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"uncramp/coach/text"
	"uncramp/routines"
)

func TestText(t *testing.T) {
	for _, id := range []string{"cramp", "massage", "magnesium"} {
		for _, width := range []int{40, 80} {
			t.Run(fmt.Sprintf("%s-%d", id, width), func(t *testing.T) {
				c, _ := small(t).Card(id)
				golden.RequireEqual(t, []byte(c.Text(width)))
			})
		}
	}
}

// fits complains of lines of a text that are too wide, or hold what is not
// text.
func fits(t *testing.T, shown string, width int) {
	t.Helper()
	for line := range strings.Lines(shown) {
		line = strings.TrimSuffix(line, "\n")
		if n := ansi.StringWidth(line); n > width {
			t.Errorf("%d columns, want %d at most: %q", n, width, line)
		}
		if strings.ContainsFunc(line, text.Hidden) || strings.TrimRight(line, " ") != line {
			t.Errorf("hidden characters or spaces at the end: %q", line)
		}
	}
}

func TestTextIsPlainAtEveryWidth(t *testing.T) {
	hostile := Card{
		ID: "x", Name: "A\x1b[31mred\u202e name", Summary: strings.Repeat("long", 30),
		Blocks: []Block{{Head: "h\x07", Say: []string{"a\nb\t\x9b2J"}, Points: []string{"足がつる足がつる足がつる足がつる"}, Sources: []routines.Source{{Document: "\x1b", Heading: "\u2066"}}}},
		See:    []string{"y\x1b"},
	}
	for _, width := range []int{-1, 20, 21, 33, 40, 72, 120} {
		for _, c := range append(small(t).Cards, hostile) {
			fits(t, c.Text(width), max(width, minWidth))
		}
	}
}

func TestSourcesAreToldOnce(t *testing.T) {
	c, _ := small(t).Card("magnesium")
	got := c.Credits(routines.Catalogue{})
	for i, id := range []string{"muscle-joint", "irvine-spine", "wellness-pain"} {
		if len(got) != 3 || !strings.HasPrefix(got[i], id+": ") || strings.Contains(got[i], ",") {
			t.Fatalf("they are %q", got)
		}
	}
}

func TestCreditsNameWhatTheyCan(t *testing.T) {
	from := routines.Catalogue{
		Articles:     []routines.Article{{ID: "a", Name: "An article"}},
		Publications: []routines.Publication{{ID: "p", Name: "A trial", Where: "PubMed 1"}},
	}
	c := Card{Blocks: []Block{
		{Sources: []routines.Source{{Document: "a", Heading: "One"}, {Document: "p"}}},
		{Sources: []routines.Source{{Document: "a", Heading: "Two"}, {Document: "gone", Heading: "Three"}}},
	}}
	got := strings.Join(c.Credits(from), "\n")
	if want := "An article: \"One\", \"Two\"\nA trial (PubMed 1)\ngone: \"Three\""; got != want {
		t.Errorf("they are\n%s\nwant\n%s", got, want)
	}
}

func TestTextKeepsAnAddressWhole(t *testing.T) {
	const address = "an-address.example/of-leg-cramps"
	c := Card{Name: "A name", Blocks: []Block{{Say: []string{"It stands at " + address + ", for those who want more."}}}}
	for _, width := range []int{33, 40, 45, 72} {
		if text := c.Text(width); !strings.Contains(text, address) {
			t.Errorf("at %d columns the address is broken:\n%s", width, text)
		}
	}
}
