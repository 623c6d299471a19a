package figure

import (
	"cmp"
	"math"
	"strings"
)

// Ink is what a terminal can draw a figure with.
type Ink string

// The inks, from the coarsest to the finest. Unknown names draw as ASCII.
const (
	ASCII     Ink = "ascii"
	Halves    Ink = "halves"    // ▀ and ▄
	Quadrants Ink = "quadrants" // ▚: 2 by 2 spots a cell
	Sextants  Ink = "sextants"  // 2 by 3
	Braille   Ink = "braille"   // ⠿: 2 by 4 dots, which give little light
)

// Plain stands before the name of an ink that is to do without colours: tones are
// told from each other by texture.
const Plain = "plain "

// Cell is what stands in one cell of a screen.
type Cell struct {
	Glyph      rune
	Fore, Back Tone
}

// layouts are the spots of a cell for each ink, across and down, and for those
// that fill their spots the characters, each where its spots are set as the
// bits of its place say.
var layouts = map[Ink]struct {
	across, down int
	glyphs       []rune
}{
	Halves:    {1, 2, []rune(" ▀▄█")},
	Quadrants: {2, 2, []rune(" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█")},
	Sextants:  {2, 3, []rune(" 🬀🬁🬂🬃🬄🬅🬆🬇🬈🬉🬊🬋🬌🬍🬎🬏🬐🬑🬒🬓▌🬔🬕🬖🬗🬘🬙🬚🬛🬜🬝🬞🬟🬠🬡🬢🬣🬤🬥🬦🬧▐🬨🬩🬪🬫🬬🬭🬮🬯🬰🬱🬲🬳🬴🬵🬶🬷🬸🬹🬺🬻█")},
	Braille:   {2, 4, nil},
}

// grid is how many spots a cell holds, across and down.
func (i Ink) grid() (across, down int) {
	solid, _ := i.solid()
	l := layouts[solid]
	return cmp.Or(l.across, 2), cmp.Or(l.down, 2)
}

// solid is the ink itself, and whether it does without colours.
func (i Ink) solid() (of Ink, plain bool) {
	name, plain := strings.CutPrefix(string(i), Plain)
	return Ink(name), plain
}

// cellTall is how many times as high as wide a terminal's cell is.
const cellTall = 2.0

// Cells draws a figure on wide by high cells, row by row.
func Cells(f Figure, l Options, wide, high int, ink Ink) [][]Cell {
	across, down := ink.grid()
	pic := Draw(f, l, wide*across, high*down, cellTall*float64(across)/float64(down))
	if _, plain := ink.solid(); plain {
		pic = pic.near()
	}
	rows := ink.cells(pic, wide, high)
	for _, h := range pic.Heads {
		if x, y := h.X/across, h.Y/down; h.X >= 0 && x < wide && h.Y >= 0 && y < high {
			rows[y][x] = Cell{Glyph: ink.head(h.Direction), Fore: Pointer}
		}
	}
	return rows
}

// near is a picture whose far limbs are like those on the near side: they are too
// thin for a texture, and kept off the others by a gap.
func (p Picture) near() Picture {
	for i, t := range p.Tones {
		if t == Distant {
			p.Tones[i] = Body
		}
	}
	return p
}

// cells are those of a picture, row by row.
func (i Ink) cells(pic Picture, wide, high int) [][]Cell {
	across, down := i.grid()
	solid, plain := i.solid()
	draw := solid.cell
	if plain {
		draw = solid.plainCell
	}
	rows := make([][]Cell, max(high, 0))
	for y := range rows {
		rows[y] = make([]Cell, max(wide, 0))
		for x := range rows[y] {
			rows[y][x] = draw(pic.block(x*across, y*down, across, down))
		}
	}
	return rows
}

// head is the character for the head of an arrow.
func (i Ink) head(to Point) rune {
	glyphs := []rune("◀▶▲▼")
	if i == ASCII {
		glyphs = []rune("<>^v")
	}
	axis := 0
	if math.Abs(to[1]) > math.Abs(to[0]) {
		axis = 1
	}
	if to[axis] > 0 {
		return glyphs[2*axis+1]
	}
	return glyphs[2*axis]
}

// block is the tones of a cell's spots, row by row.
func (p Picture) block(x, y, across, down int) []Tone {
	spots := make([]Tone, 0, 8)
	for dy := range down {
		for dx := range across {
			spots = append(spots, p.At(x+dx, y+dy))
		}
	}
	return spots
}

// cell draws a cell's spots with at most two tones: the two that have most of
// them, where one is nothing if nothing is among them.
func (i Ink) cell(spots []Tone) Cell {
	var count [ToneCount]int
	for _, t := range spots {
		count[t]++
	}
	fore, back := most(count), Empty
	if fore == Empty {
		return Cell{Glyph: ' '}
	}
	if count[Empty] == 0 && i != Braille && i != ASCII {
		count[fore] = 0
		back = most(count)
	}
	bits := 0
	for n, t := range spots {
		if t != Empty && t != back || t == fore {
			bits |= 1 << n
		}
	}
	return Cell{i.glyph(bits, fore), fore, back}
}

// textures fill cells where no colour tells what they are: what can't be pointed at on
// the map of the legs, what works, and cramps by how bad they were.
var textures = map[Tone]rune{Distant: '░', Muscle: '▒', Mild: '-', Moderate: '=', Severe: '#', Worst: '@'}

// plainCell draws a cell's spots without colours: with a texture, where most of
// them are of a tone that has one, or else filled. At the edge of the map they are
// filled, too: that is its outline.
func (i Ink) plainCell(spots []Tone) Cell {
	var count [ToneCount]int
	bits := 0
	for n, t := range spots {
		count[t]++
		if t != Empty {
			bits |= 1 << n
		}
	}
	fore := most(count)
	texture, textured := textures[fore]
	switch {
	case fore == Empty:
		return Cell{Glyph: ' '}
	case textured && count[fore] > len(spots)/2 && (fore != Distant || count[Empty] == 0):
		return Cell{Glyph: texture, Fore: fore}
	}
	return Cell{Glyph: i.glyph(bits, fore), Fore: fore}
}

// most is the tone with the most spots; of two alike, the one in front.
func most(count [ToneCount]int) Tone {
	best := Empty
	for t := Thing; int(t) < ToneCount; t++ {
		if count[t] > 0 && (best == Empty || count[t] >= count[best]) {
			best = t
		}
	}
	return best
}

// glyph is the character whose spots are set as the bits say.
func (i Ink) glyph(bits int, t Tone) rune {
	if glyphs := layouts[i].glyphs; glyphs != nil {
		return glyphs[bits]
	}
	if i == Braille {
		return dots(bits)
	}
	return rune(letters[t][bits])
}

// dots sets the dots of a braille cell.
func dots(bits int) rune {
	order := [8]rune{0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80}
	r := rune(0x2800)
	for n, dot := range order {
		if bits&(1<<n) != 0 {
			r |= dot
		}
	}
	return r
}

// letters are characters of ASCII for a cell's four spots, set as the bits say.
// What works is the heaviest. Nothing is among the bodies' letters that is among
// those of the things, save for edges.
var letters = [ToneCount]string{
	Empty:    " ''\",|/:.\\|:_:::",
	Thing:    " ''\",|/=.\\|=_===",
	Distant:  "................",
	Body:     " ''\",|/:.\\|:_:::",
	Muscle:   "################",
	Pointer:  "****************",
	Mild:     "----------------",
	Moderate: "++++++++++++++++",
	Severe:   "%%%%%%%%%%%%%%%%",
	Worst:    "@@@@@@@@@@@@@@@@",
}
