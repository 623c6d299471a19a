// Package widget draws without state: big digits, a bar, lines of keys, lists,
// text that fits. Everything is a function of its arguments.
package widget

import (
	_ "embed" // the digits
	"strings"
)

// DigitSizes are the sizes big digits come in, from one line of text to the
// hero of a wide screen. A size is the thickness of a stroke in half cells.
const (
	NoDigits  = 0 // plain text
	MaxDigits = 6
)

// glyphs are the characters that digits.txt draws, in its order.
const glyphs = "0123456789:"

//go:embed digits.txt
var drawn string

// digits are the glyphs of each size, each row of one ended by a bar: first
// the filled ones from size 1 on, then those of thin lines.
var digits = strings.Split(strings.TrimSpace(drawn), "\n\n")

// DigitsHeight is how many rows digits of a size take.
func DigitsHeight(size int) int {
	if size == NoDigits {
		return 1
	}
	return (5*size + 1) / 2
}

// DigitsWidth is how many columns a clock such as 0:07 takes at a size.
func DigitsWidth(clock string, size int) int {
	if size == NoDigits {
		return len(clock)
	}
	width := -gap(size)
	for _, c := range clock {
		if c == ':' {
			width += size
		} else {
			width += 3*size + 1
		}
		width += gap(size)
	}
	return width
}

// Digits draws a clock such as 0:07, one string a row. Solid digits are
// filled; hollow ones are thin lines, told from the solid ones at a glance.
func Digits(clock string, size int, solid bool) []string {
	if size == NoDigits {
		return []string{clock}
	}
	set := size - 1
	if !solid {
		set += MaxDigits
	}
	rows := strings.Split(digits[set], "\n")
	for y, row := range rows {
		cells := strings.Split(row, "|")
		line := make([]string, len(clock))
		for i := range clock {
			line[i] = cells[strings.IndexByte(glyphs, clock[i])]
		}
		rows[y] = strings.Join(line, strings.Repeat(" ", gap(size)))
	}
	return rows
}

func gap(size int) int { return (size + 1) / 2 }
