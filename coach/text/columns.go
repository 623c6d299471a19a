package text

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Columns is how many columns a line takes on a screen, its styles aside. Lines of
// simple letters and blocks, as figures are, are counted without a look at which
// characters belong together: that was most of what a redraw cost.
func Columns(line string) int {
	n := 0
	for rest := line; rest != ""; {
		c, size := utf8.DecodeRuneInString(rest)
		switch {
		case isSimple(c):
			n++
		case c == ansi.ESC:
			if size = styleLength(rest); size == 0 {
				return ansi.StringWidth(line)
			}
		default:
			return ansi.StringWidth(line)
		}
		rest = rest[size:]
	}
	return n
}

// isSimple reports whether a character takes one column by itself: ASCII, lines and
// blocks, and the dots of braille.
func isSimple(c rune) bool {
	const firstLine, lastBlock, firstDots, lastDots = 0x2500, 0x259f, 0x2800, 0x28ff
	return c >= ' ' && c <= '~' || c >= firstLine && c <= lastBlock || c >= firstDots && c <= lastDots
}

// styleLength is how long the sequence is with which a text begins, if that sets a
// style; else 0.
func styleLength(s string) int {
	parameters, begins := strings.CutPrefix(s, "\x1b[")
	last := strings.TrimLeft(parameters, "0123456789;:")
	if !begins || !strings.HasPrefix(last, "m") {
		return 0
	}
	return len(s) - len(last) + 1
}
