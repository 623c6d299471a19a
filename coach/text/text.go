// Package text makes text plain, and breaks it into lines, for paper and for cells
// alike: the same text on the same width has the same lines wherever it is shown.
package text

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Wrap breaks a text into lines of at most width columns: where it has a line
// end, and between its words, so that an address stays whole; a word that has
// no room on a line of its own is cut. On no columns, or without a word, there
// is no line.
func Wrap(text string, width int) []string { return WrapIndented("", "", text, width) }

// WrapIndented is [Wrap] for a text of which the first line begins with one lead and
// the others with another.
func WrapIndented(first, then, text string, width int) (lines []string) {
	if width <= 0 || strings.TrimFunc(text, isSpace) == "" {
		return nil
	}
	for part := range strings.SplitSeq(text, "\n") {
		lines = append(lines, wrapPart(first, then, part, width)...)
		first = then
	}
	return lines
}

// wrapPart is WrapIndented for a text without line ends. Without a word it is an empty line.
func wrapPart(first, then, text string, width int) (lines []string) {
	// screens are wrapped at every redraw: a line costs one string
	line, room, begun := []byte(first), width-Columns(first), false
	next := func() {
		lines = append(lines, string(line))
		line, room, begun = append(line[:0], then...), width-Columns(then), false
	}
	for word := range strings.FieldsFuncSeq(text, isSpace) {
		wide := Columns(word)
		if begun && wide >= room { // with a space before it
			next()
		}
		if begun {
			line, room = append(line, ' '), room-1
		}
		for wide > room {
			piece := head(word, room)
			if piece == word {
				break
			}
			line, word = append(line, piece...), word[len(piece):]
			next()
			wide = Columns(word)
		}
		line, room, begun = append(line, word...), room-wide, true
	}
	if !begun {
		return []string{""}
	}
	return append(lines, string(line))
}

// head is as much of a word as has room, and at least one character: that of
// two columns stands on one, too.
func head(word string, room int) string {
	for _, columns := range []int{room, 1, 2} {
		if columns > 0 {
			if piece, _, _ := strings.Cut(ansi.Hardwrap(word, columns, true), "\n"); piece != "" {
				return piece
			}
		}
	}
	return word
}

// isSpace is where a line may end: not at a space that does not break.
func isSpace(c rune) bool { return c == ' ' || c == '\n' || c == '\t' }

// Strings are words of any kind as strings.
func Strings[T ~string](words []T) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = string(w)
	}
	return out
}

// FillGiven fills each format with the value beside it, cleaned, and leaves out
// those that have none.
func FillGiven(formats [][2]string) (filled []string) {
	for _, f := range formats {
		if value := Clean(f[1]); value != "" {
			filled = append(filled, fmt.Sprintf(f[0], value))
		}
	}
	return filled
}

// Join is words of any kind with commas between them.
func Join[T ~string](words []T) string { return strings.Join(Strings(words), ", ") }
