package text

import "strings"

// Hidden reports whether a character has no business in a text: controls of
// both sets, and those that reorder or hide what stands around them.
func Hidden(c rune) bool {
	switch {
	case c < 0x20, c >= 0x7f && c < 0xa0: // C0, delete, C1
		return true
	case c == 0x061c, c == 0x200b, c >= 0x200e && c <= 0x200f: // marks of direction, zero-width space
		return true
	case c >= 0x2028 && c <= 0x202e, c >= 0x2060 && c <= 0x206f: // separators, bidi controls
		return true
	case c == 0x180e, c >= 0xfff9 && c <= 0xfffb, c >= 0xe0000 && c <= 0xe007f: // separators of annotations, tags
		return true
	case c == 0xfeff, c == 0xfffd: // byte-order mark, undecodable bytes
		return true
	}
	return false
}

// Clean returns s as one line of plain text: hidden characters are gone, tabs
// and line ends are spaces. It is the last thing done before text is printed.
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
