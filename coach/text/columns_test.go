package text

import (
	"math/rand/v2"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// TestColumnsAreThoseOfATerminal, which knows what belongs together: every simple
// character by itself, and whatever stands beside others.
func TestColumnsAreThoseOfATerminal(t *testing.T) {
	for c := rune(0); c < 0x3000; c++ {
		if got, want := Columns(string(c)), ansi.StringWidth(string(c)); got != want {
			t.Errorf("%q takes %d columns, not %d", c, got, want)
		}
	}
	pieces := []string{
		"a", "~", " ", "█", "⣿", "╭", "▶", "\ufe0f", "\u200d", "\u0301", "e\u0301", "👩", "ß", "\u00a0", "漢", "\t", "\n", "\x7f",
		"\x1b[m", "\x1b[1;38;2;1;2;3m", "\x1b[4:3m", "\x1b[", "\x1b", "\x1b[?25m", "\x1b]8;;x\a", "\x1b[2", "m", "\xff", "\x9b1m",
	}
	dice := rand.New(rand.NewPCG(14, 2))
	for range 20_000 {
		line := ""
		for range dice.IntN(6) {
			line += pieces[dice.IntN(len(pieces))]
		}
		if got, want := Columns(line), ansi.StringWidth(line); got != want {
			t.Fatalf("%q takes %d columns, not %d", line, got, want)
		}
	}
}
