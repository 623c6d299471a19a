package widget

import (
	_ "embed" // the fonts
	"strings"
	"sync"

	"uncramp/coach/theme"
)

// The fonts: a line of characters, below each the rows of what it looks like.
//
//go:embed small.txt
var smallDrawn string

//go:embed large.txt
var largeDrawn string

// font is what every character looks like, each in so many rows of pixels. A
// pixel is as wide as a cell and half as high, times the scale it is drawn at; where
// a terminal has no halves of cells, it is a whole one high.
type font struct {
	rows   int
	glyphs map[rune][]string
}

// fonts are read when they are first needed.
var fonts = sync.OnceValue(func() [2]font { return [2]font{readFont(largeDrawn, 7), readFont(smallDrawn, 5)} })

func readFont(drawn string, rows int) font {
	f := font{rows, map[rune][]string{}}
	for part := range strings.SplitSeq(drawn, "\n\n") {
		lines := strings.Split(strings.TrimSuffix(part, "\n"), "\n")
		names := strings.Split(lines[0], "|")
		for y := range rows {
			for i, row := range strings.Split(lines[y+1], "|") {
				name := []rune(names[i])[0]
				f.glyphs[name] = append(f.glyphs[name], row)
			}
		}
	}
	return f
}

// blankPixels is what a font hasn't got.
const blankPixels = ".."

// pixels are the rows of a text, one pixel between two characters. What the font
// hasn't got is blank.
func (f font) pixels(text string) bitmap {
	rows := make(bitmap, f.rows)
	for y := range rows {
		var row strings.Builder
		row.Grow(f.wide(text))
		for i, c := range text {
			if i > 0 {
				row.WriteByte('.')
			}
			row.WriteString(f.row(c, y))
		}
		rows[y] = row.String()
	}
	return rows
}

// row is one row of a character.
func (f font) row(c rune, y int) string {
	if glyph, ok := f.glyphs[c]; ok {
		return glyph[y]
	}
	return blankPixels
}

// wide is how many pixels a text has across.
func (f font) wide(text string) int {
	n := -1
	for _, c := range text {
		n += 1 + len(f.row(c, 0))
	}
	return n
}

// bitmap is rows of pixels, # where one is set.
type bitmap []string

func (b bitmap) at(x, y int) bool {
	return y >= 0 && y < len(b) && x >= 0 && x < len(b[y]) && b[y][x] == '#'
}

// wide is how many pixels it has across.
func (b bitmap) wide() int { return len(b[0]) }

// scale is how large a pixel is drawn: cells across, and halves of cells down.
type scale struct{ across, down int }

// scaleOf is the largest scale at which so many pixels fit on w by h cells; zero: none
// does. It is the same both ways, save where cells are filled whole.
func scaleOf(across, down, w, h int, whole bool) scale {
	across = max(across, 1)
	if !whole {
		k := min(2*h/down, w/across)
		return scale{k, k}
	}
	k := 2 * min(h/down, w/across)
	return scale{min(k, w/across), k}
}

// largest is the font, and the scale, in which a text is as high as it can be on
// w by h cells; a scale of 0: it fits in none. The small font is taken only where
// it is a quarter higher than the large one, which is finer.
func largest(text string, w, h int, t theme.Theme) (best font, k scale) {
	for _, f := range fonts() {
		of := scaleOf(f.wide(text), f.rows, w, h, t.ASCII)
		if 4*of.down*f.rows > 5*k.down*best.rows {
			best, k = f, of
		}
	}
	return best, k
}

// LettersFit reports whether [Letters] has any that fit.
func LettersFit(text string, w, h int, t theme.Theme) bool {
	_, k := largest(strings.ToUpper(text), w, h, t)
	return k.down >= 1 && text != ""
}

// Letters draws a text in block letters, the largest that fit on w by h cells,
// one string a row; nil: none fit.
func Letters(text string, w, h int, t theme.Theme) []string {
	if !LettersFit(text, w, h, t) {
		return nil
	}
	text = strings.ToUpper(text)
	f, k := largest(text, w, h, t)
	return f.pixels(text).filled(k, !t.ASCII)
}

// WrapLetters draws a sentence in the smallest block letters, on as many lines as it
// takes, a blank row between two; nil: not all of it fits on w by h cells.
func WrapLetters(sentence string, w, h int, t theme.Theme) (rows []string) {
	f, line, k := fonts()[1], "", scale{1, 1}
	if t.ASCII {
		k.down = 2
	}
	for _, word := range append(strings.Fields(strings.ToUpper(sentence)), "") {
		longer := strings.TrimSpace(line + " " + word)
		if word != "" && f.wide(longer) <= w {
			line = longer
			continue
		}
		rows = append(rows, f.pixels(line).filled(k, false)...)
		if len(rows) > h || f.wide(word) > w {
			return nil
		}
		if line = word; word != "" {
			rows = append(rows, "")
		}
	}
	return rows
}

// filled draws the pixels as blocks, so many cells wide; where there are enough of
// them corners may be round, and slopes.
func (b bitmap) filled(k scale, round bool) []string {
	if round {
		return b.drawn(k, func(x, y int) bool { return b.spot(x, y, k.across) })
	}
	return b.drawn(k, func(x, y int) bool { return b.at(x/k.across, y/k.down) })
}

// drawn draws the spots that are set, two a cell, one above the other.
func (b bitmap) drawn(k scale, set func(x, y int) bool) []string {
	lines := make([]string, (len(b)*k.down+1)/2)
	for y := range lines {
		var line strings.Builder
		line.Grow(b.wide() * k.across * len("█"))
		for x := range b.wide() * k.across {
			line.WriteRune([]rune(" ▀▄█")[bit(set(x, 2*y))+2*bit(set(x, 2*y+1))])
		}
		lines[y] = line.String()
	}
	return lines
}

func bit(set bool) int {
	if set {
		return 1
	}
	return 0
}

// spot reports whether a spot is set at a scale. The corners of a pixel that
// stands out are cut off, and those between two that touch at a slope are filled.
func (b bitmap) spot(x, y, scale int) bool {
	px, py := x/scale, y/scale
	right, fromSide := toward(x%scale, scale)
	down, fromEdge := toward(y%scale, scale)
	set, beside, above := b.at(px, py), b.at(px+right, py), b.at(px, py+down)
	stands := beside == above && b.at(px-right, py) != beside && b.at(px, py-down) != above
	if stands && fromSide+fromEdge < scale/2 && !(beside && b.at(px+right, py+down)) {
		return beside
	}
	return set
}

// toward is the side of a pixel that a spot of it is nearer to, -1 or 1, and how
// many spots lie between.
func toward(at, scale int) (side, distance int) {
	if last := scale - 1 - at; last < at {
		return 1, last
	}
	return -1, at
}
