package text

import (
	"strings"
	"unicode"
)

// hidden are the characters that have no business in a text, besides controls.
var hidden = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0x061c, 0x061c, 1}, {0x180e, 0x180e, 1}, {0x200b, 0x200b, 1}, {0x200e, 0x200f, 1}, // marks of direction, separators without width
		{0x2028, 0x202e, 1}, {0x2060, 0x206f, 1}, // separators, bidi controls
		{0xfeff, 0xfeff, 1}, {0xfff9, 0xfffb, 1}, // byte-order mark, annotations
	},
	R32: []unicode.Range32{{0xe0000, 0xe007f, 1}}, // tags
}

// Hidden reports whether a character has no business in a text: controls of
// both sets, and those that reorder or hide what stands around them.
func Hidden(c rune) bool { return c < 0 || unicode.In(c, unicode.Cc, hidden) }

// Clean returns s as one line of plain text: hidden characters are gone, tabs
// and line ends are spaces, and U+FFFD stands for each byte that is no UTF-8. It is
// the last thing done before text is printed.
func Clean(s string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case c == '\n' || c == '\t' || c == '\r':
			return ' '
		case Hidden(c):
			return -1
		}
		return c
	}, s)
}
