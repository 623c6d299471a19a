package text

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		name, text string
		width      int
		want       []string
	}{
		{"nothing", "", 10, nil},
		{"spaces alone", "  \n ", 10, nil},
		{"no room", "a word", 0, nil},
		{"less than none", "a word", -3, nil},
		{"as wide as its line", "calf and foot", 13, []string{"calf and foot"}},
		{"one column wider", "calf and foot", 12, []string{"calf and", "foot"}},
		{"spaces are one space", " calf  and\tfoot ", 20, []string{"calf and foot"}},
		{"line ends stay", "calf\n\nand foot\n", 5, []string{"calf", "", "and", "foot", ""}},
		{"a hyphen is no end", "a cool-down", 10, []string{"a", "cool-down"}},
		{"a word without room", "a cool-down", 8, []string{"a", "cool-dow", "n"}},
		{"an address", "see example.org/leg-cramps there", 24, []string{"see", "example.org/leg-cramps", "there"}},
		{"a space that does not break", "one 10\u00a0s hold", 7, []string{"one", "10\u00a0s", "hold"}},
		{"characters two columns wide", "足がつる 夜", 8, []string{"足がつる", "夜"}},
		{"wide ones cut", "足がつる", 5, []string{"足が", "つる"}},
		{"wide ones without room", "足が", 1, []string{"足", "が"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Wrap(c.text, c.width); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestWrapIndented(t *testing.T) {
	for _, c := range []struct {
		first, then, text string
		width             int
		want              []string
	}{
		{"- ", "  ", "lean in, heel down", 10, []string{"- lean in,", "  heel", "  down"}},
		{"", "  ", "done Mon, Tue, Wed", 10, []string{"done Mon,", "  Tue, Wed"}},
		{"· ", "  ", "a", 1, []string{"· a"}},
		{"- ", "  ", "", 10, nil},
		{"  - ", "    ", "abcdefgh", 8, []string{"  - abcd", "    efgh"}},
	} {
		if got := WrapIndented(c.first, c.then, c.text, c.width); !slices.Equal(got, c.want) {
			t.Errorf("%q on %d columns is %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

// FuzzWrapIndented: every line fits, and nothing of the text but its spaces is lost.
func FuzzWrapIndented(f *testing.F) {
	f.Add("- ", "  ", "Lean in until the calf pulls.", 20)
	f.Add("", "", "足がつる足がつる", 3)
	f.Add("", "  ", "e\u0301e\u0301e\u0301 a-b", 2)
	f.Fuzz(func(t *testing.T, first, then, text string, width int) {
		width %= 200
		if !plain(first+then+text) || !utf8.ValidString(text) {
			t.Skip("no plain text: what is shown is cleaned before")
		}
		lines := WrapIndented(first, then, text, width)
		if width <= 0 {
			if lines != nil {
				t.Errorf("on no columns: %q", lines)
			}
			return
		}
		lead, said := first, ""
		if strings.HasPrefix(strings.TrimLeft(text, " \t"), "\n") {
			lead = then
		}
		for _, l := range lines {
			if l == "" && strings.Contains(text, "\n") {
				continue // an empty line has no lead
			}
			rest, ok := strings.CutPrefix(l, lead)
			if !ok {
				t.Fatalf("%q does not begin with %q", l, lead)
			}
			room := max(width-ansi.StringWidth(lead), 2) // a character may take two
			if n := ansi.StringWidth(rest); n > room {
				t.Errorf("%q has %d columns, want %d at most", rest, n, room)
			}
			said, lead = said+rest, then
		}
		if got, want := squeezed(said), squeezed(text); got != want {
			t.Errorf("it says %q, want %q", got, want)
		}
	})
}

func plain(s string) bool {
	return !strings.ContainsFunc(s, func(c rune) bool {
		return c < 0x20 && c != '\n' && c != '\t' || c >= 0x7f && c < 0xa0 || c == utf8.RuneError
	})
}

func squeezed(s string) string {
	return strings.Map(func(c rune) rune {
		if isSpace(c) {
			return -1
		}
		return c
	}, s)
}
