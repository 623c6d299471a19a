// Package widget draws without state: big digits, a bar, lines of keys, text
// that fits. Everything is a function of its arguments.
package widget

import "strings"

// DigitSizes are the sizes big digits come in, from one line of text to the
// hero of a wide screen. A size is the thickness of a stroke in half cells.
const (
	NoDigits  = 0 // plain text
	MaxDigits = 6
)

// segment of a digit, in the order top, upper right, lower right, bottom,
// lower left, upper left, middle.
type segments [7]bool

// lit says which segments show a digit.
var lit = map[rune]segments{
	'0': {true, true, true, true, true, true, false},
	'1': {false, true, true, false, false, false, false},
	'2': {true, true, false, true, true, false, true},
	'3': {true, true, true, true, false, false, true},
	'4': {false, true, true, false, false, true, true},
	'5': {true, false, true, true, false, true, true},
	'6': {true, false, true, true, true, true, true},
	'7': {true, true, true, false, false, false, false},
	'8': {true, true, true, true, true, true, true},
	'9': {true, true, true, true, false, true, true},
}

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
		width += glyphWidth(c, size) + gap(size)
	}
	return width
}

// Digits draws a clock such as 0:07, one string a row. Solid digits are
// filled; hollow ones are thin lines, told from the solid ones at a glance.
func Digits(clock string, size int, solid bool) []string {
	if size == NoDigits {
		return []string{clock}
	}
	rows := make([]string, DigitsHeight(size))
	for i, c := range clock {
		g := glyph(c, size, solid)
		for y := range rows {
			if i > 0 {
				rows[y] += strings.Repeat(" ", gap(size))
			}
			rows[y] += g[y]
		}
	}
	return rows
}

func gap(size int) int { return (size + 1) / 2 }

func glyphWidth(c rune, size int) int {
	if c == ':' {
		return size
	}
	return 3*size + 1
}

func glyph(c rune, size int, solid bool) []string {
	if c == ':' {
		return colon(size, solid)
	}
	if solid {
		return solidGlyph(lit[c], size)
	}
	return lineGlyph(lit[c], glyphWidth(c, size), DigitsHeight(size))
}

// bitmap is a picture in half cells, two to a row of text.
type bitmap [][]bool

func newBitmap(w, h int) bitmap {
	b := make(bitmap, h)
	for y := range b {
		b[y] = make([]bool, w)
	}
	return b
}

func (b bitmap) fill(x, y, w, h int) {
	for yy := y; yy < y+h; yy++ {
		for xx := x; xx < x+w; xx++ {
			b[yy][xx] = true
		}
	}
}

// rows turns two half cells into one of the block characters.
func (b bitmap) rows() []string {
	out := make([]string, (len(b)+1)/2)
	for i := range out {
		var s strings.Builder
		for x := range b[2*i] {
			upper := b[2*i][x]
			lower := 2*i+1 < len(b) && b[2*i+1][x]
			switch {
			case upper && lower:
				s.WriteRune('█')
			case upper:
				s.WriteRune('▀')
			case lower:
				s.WriteRune('▄')
			default:
				s.WriteByte(' ')
			}
		}
		out[i] = s.String()
	}
	return out
}

// solidGlyph fills the lit segments with strokes of that many half cells. The
// corners are square: a rounded one would change with its neighbours, and a
// second would cost half as many bytes again.
func solidGlyph(on segments, size int) []string {
	w, h := glyphWidth('0', size), 5*size
	b := newBitmap(w, h)
	upper, lower := 3*size, h-3*size
	boxes := [7][4]int{
		{0, 0, w, size}, {w - size, 0, size, upper}, {w - size, lower, size, upper},
		{0, h - size, w, size}, {0, lower, size, upper}, {0, 0, size, upper}, {0, 2 * size, w, size},
	}
	for i, box := range boxes {
		if on[i] {
			b.fill(box[0], box[1], box[2], box[3])
		}
	}
	return b.rows()
}

// joints are the box-drawing characters by which of up, right, down and left
// they reach to.
var joints = [16]rune{' ', '╵', '╶', '╰', '╷', '│', '╭', '├', '╴', '╯', '─', '┴', '╮', '┤', '┬', '┼'}

// lineGlyph draws the lit segments as thin lines on a grid of w by h cells.
func lineGlyph(on segments, w, h int) []string {
	const up, right, down, left = 1, 2, 4, 8
	cells := make([][]int, h)
	for y := range cells {
		cells[y] = make([]int, w)
	}
	across := func(y int) {
		for x := range w - 1 {
			cells[y][x] |= right
			cells[y][x+1] |= left
		}
	}
	along := func(x, from, to int) {
		for y := from; y < to; y++ {
			cells[y][x] |= down
			cells[y+1][x] |= up
		}
	}
	middle := (h - 1) / 2
	for i, draw := range []func(){
		func() { across(0) }, func() { along(w-1, 0, middle) }, func() { along(w-1, middle, h-1) },
		func() { across(h - 1) }, func() { along(0, middle, h-1) }, func() { along(0, 0, middle) }, func() { across(middle) },
	} {
		if on[i] {
			draw()
		}
	}
	out := make([]string, h)
	for y, row := range cells {
		line := make([]rune, w)
		for x, reach := range row {
			line[x] = joints[reach]
		}
		out[y] = string(line)
	}
	return out
}

func colon(size int, solid bool) []string {
	h := DigitsHeight(size)
	if !solid {
		out := blank(size, h)
		dot := "∙" + strings.Repeat(" ", size-1)
		out[h/4], out[h-1-h/4] = dot, dot
		return out
	}
	b := newBitmap(size, 5*size)
	b.fill(0, size, size, size)
	b.fill(0, 3*size, size, size)
	return b.rows()
}

func blank(w, h int) []string {
	out := make([]string, h)
	for i := range out {
		out[i] = strings.Repeat(" ", w)
	}
	return out
}
