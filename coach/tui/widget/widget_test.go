package widget

import (
	"strings"
	"testing"

	"charm.land/bubbles/v2/key"
	"github.com/charmbracelet/x/ansi"

	"uncramp/coach/theme"
)

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
