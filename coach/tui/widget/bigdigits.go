package widget

import "strings"

// Look is how big digits look.
type Look int

// The looks: while time counts, while it doesn't, and in the last three seconds.
const (
	Solid  Look = iota
	Hollow      // thin lines
	Ending      // bars stand beside them, as many as there are seconds left
)

// BigDigits draws a clock or a count, such as 0:07, 14 or 9/10, one string a row.
// They are as large as a pattern such as 88 or 8:88 fits on w by h cells, so that
// they keep their size from second to second; nil: not even the smallest fit.
func BigDigits(text, pattern string, w, h int, look Look) []string {
	f, scale := largest(pattern, w, h)
	if scale < 1 {
		return nil
	}
	b, round := f.pixels(text), scale > 2 // corners that come and go cost a second its bytes where it has few
	switch {
	case look == Hollow && scale > 1:
		return b.lined(scale)
	case look == Ending && len(text) == 1:
		room := (f.wide(pattern) - b.wide() - 1) * scale
		return withBars(b.filled(scale, round), int(text[0]-'0'), room, scale)
	}
	return b.filled(scale, round)
}

// withBars adds n bars beside a digit, from the foot up, on a room right of it.
func withBars(digit []string, n, room, scale int) []string {
	every := 2 // rows
	if len(digit) < 5 {
		every = 1
	}
	for y := range digit {
		if up := len(digit) - 1 - y; room > 0 && up%every == 0 && up/every < n {
			digit[y] += strings.Repeat(" ", scale) + strings.Repeat("▄", room)
		}
	}
	return digit
}

// The four ways from a cell, as bits of what leads there.
const (
	up = 1 << iota
	right
	down
	left
)

// strokes are the characters of lines that lead those ways; a single end is drawn
// through, and what leads nowhere is a dot.
var strokes = []rune("•┃━┗┃┃┏┣━┛━┻┓┫┳╋")

// lined draws the pixels as lines from one to the next.
func (b bitmap) lined(scale int) []string {
	l := newLineDrawing(b.wide()*scale, (len(b)*scale+1)/2)
	at := func(x, y int) (int, int) { return x*scale + scale/2, (y*scale + scale/2) / 2 }
	for y := range b {
		for x := range b.wide() {
			if !b.at(x, y) {
				continue
			}
			fromX, fromY := at(x, y)
			l.drawn[fromY][fromX] = true
			for _, to := range b.next(x, y) {
				toX, toY := at(to[0], to[1])
				l.lead(fromX, fromY, toX, toY)
			}
		}
	}
	return l.rows()
}

// next are the pixels that one is joined with: to its right, below it, and at a
// slope where neither joins them otherwise.
func (b bitmap) next(x, y int) (list [][2]int) {
	for _, to := range [][2]int{{x + 1, y}, {x, y + 1}, {x - 1, y + 1}, {x + 1, y + 1}} {
		slope := to[0] != x && to[1] != y
		if b.at(to[0], to[1]) && !(slope && (b.at(x, y+1) || b.at(to[0], y))) {
			list = append(list, to)
		}
	}
	return list
}

// lineDrawing is which ways lines lead from each cell, and which cells are drawn.
type lineDrawing struct {
	ways  [][]int
	drawn [][]bool
}

func newLineDrawing(w, h int) (l lineDrawing) {
	for range h {
		l.ways, l.drawn = append(l.ways, make([]int, w)), append(l.drawn, make([]bool, w))
	}
	return l
}

func (l lineDrawing) rows() []string {
	out := make([]string, len(l.ways))
	for y, row := range l.ways {
		for x, ways := range row {
			if ways == 0 && !l.drawn[y][x] {
				out[y] += " "
			} else {
				out[y] += string(strokes[ways])
			}
		}
	}
	return out
}

// lead draws a line from a cell across, and then down, to another.
func (l lineDrawing) lead(fromX, fromY, toX, toY int) {
	step, out, in := 1, right, left
	if toX < fromX {
		step, out, in = -1, left, right
	}
	for x := fromX; x != toX; x += step {
		l.ways[fromY][x] |= out
		l.ways[fromY][x+step] |= in
	}
	for y := fromY; y < toY; y++ {
		l.ways[y][toX] |= down
		l.ways[y+1][toX] |= up
	}
}
