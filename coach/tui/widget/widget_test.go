package widget

import (
	"strings"
	"testing"

	"charm.land/bubbles/v2/key"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"uncramp/coach/theme"
)

func TestDigits(t *testing.T) {
	var b strings.Builder
	for size := NoDigits; size <= 3; size++ {
		for _, clock := range []string{"0:12", "3:45", "6:78", "9:00"} {
			for _, solid := range []bool{true, false} {
				b.WriteString(strings.Join(Digits(clock, size, solid), "\n") + "\n\n")
			}
		}
	}
	golden.RequireEqual(t, b.String())
}

func TestDigitsKeepTheirMeasure(t *testing.T) {
	for size := NoDigits; size <= MaxDigits; size++ {
		for _, clock := range []string{"0:00", "1:11", "59:59", "10:08"} {
			for _, solid := range []bool{true, false} {
				rows := Digits(clock, size, solid)
				if len(rows) != DigitsHeight(size) {
					t.Fatalf("%s at %d has %d rows, want %d", clock, size, len(rows), DigitsHeight(size))
				}
				for _, r := range rows {
					if ansi.StringWidth(r) != DigitsWidth(clock, size) {
						t.Errorf("%s at %d: %q is %d wide, want %d", clock, size, r, ansi.StringWidth(r), DigitsWidth(clock, size))
					}
				}
			}
		}
	}
}

func TestEveryDigitLooksDifferent(t *testing.T) {
	for size := 1; size <= MaxDigits; size++ {
		for _, solid := range []bool{true, false} {
			seen := map[string]rune{}
			for _, c := range "0123456789" {
				g := strings.Join(Digits(string(c), size, solid), "\n")
				if other, ok := seen[g]; ok {
					t.Errorf("at %d %c looks like %c", size, c, other)
				}
				seen[g] = c
			}
		}
	}
}

func TestClock(t *testing.T) {
	for seconds, want := range map[int]string{0: "0:00", 7: "0:07", 60: "1:00", 599: "9:59", 600: "10:00", 3600: "60:00", 86399: "1439:59"} {
		if got := Clock(seconds); got != want {
			t.Errorf("%d s is %s, want %s", seconds, got, want)
		}
	}
}

func TestBar(t *testing.T) {
	for done, want := range map[float64]string{-1: "┄┄┄┄", 0: "┄┄┄┄", 0.5: "━━┄┄", 1: "━━━━", 7: "━━━━"} {
		if got := ansi.Strip(Bar(4, done, theme.Mono())); got != want {
			t.Errorf("%v done is %s, want %s", done, got, want)
		}
	}
}

func TestKeyLineNamesWhatFits(t *testing.T) {
	keys := []key.Binding{
		key.NewBinding(key.WithKeys("a"), key.WithHelp("a", "one")),
		key.NewBinding(key.WithKeys("b"), key.WithHelp("b", "two"), key.WithDisabled()),
		key.NewBinding(key.WithKeys("c"), key.WithHelp("c", "a very long one")),
		key.NewBinding(key.WithKeys("d"), key.WithHelp("d", "end")),
	}
	for w, want := range map[int]string{4: "", 5: "a one", 11: "a one d end", 40: "a one   c a very long one   d end"} {
		if got := ansi.Strip(KeyLine(keys, w, theme.Mono()).Lines[0]); got != want {
			t.Errorf("at %d: %q, want %q", w, got, want)
		}
	}
}

func TestChooseDropsWhatMattersLeast(t *testing.T) {
	blocks := []Block{
		{Lines: []string{"title"}, Rank: 2}, {Lines: []string{"a", "b"}, Rank: 0}, {Lines: []string{""}, Rank: 0}, {Lines: []string{"foot"}, Rank: 1},
	}
	for h, want := range map[int]string{1: "foot", 2: "a b", 3: "a b foot", 4: "title a b foot"} {
		var got []string
		for _, b := range Choose(blocks, h) {
			got = append(got, b.Lines...)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("in %d rows: %q, want %q", h, got, want)
		}
	}
}

func TestStackTakesAScreenThatIsTooLow(t *testing.T) {
	blocks := []Block{{Lines: []string{"title"}}, {Lines: []string{"a"}, Lead: 2}, {Lines: []string{"foot"}, Foot: true, Gap: true}}
	for h, want := range map[int]string{0: "", 1: "title", 3: "title\na\nfoot", 4: "title\na\n\nfoot"} {
		if got := Stack(blocks, 10, h, theme.Mono()).Content; ansi.Strip(got) != want {
			t.Errorf("in %d rows: %q, want %q", h, got, want)
		}
	}
}
