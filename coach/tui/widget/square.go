package widget

import (
	"slices"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"uncramp/coach/theme"
)

// Square is one day or night of a grid.
type Square struct {
	Fill  string // fills it, one column wide; empty: it is blank
	Once  bool   // Fill stands in its middle alone, with nothing else
	Style lipgloss.Style
	// Number stands in it from 2 on.
	Number int
	// Mark stands at the right of it, one column wide; empty: none does.
	Mark      string
	MarkStyle lipgloss.Style
	Here      bool // it is the present one, and stands between marks
}

// SquareSize is how large squares are: the cells of one, and those between two.
type SquareSize struct{ W, H, Across, Down int }

// squareSizes are all there are, the largest first.
var squareSizes = []SquareSize{
	{9, 4, 2, 1}, {8, 3, 2, 1}, {6, 2, 2, 1}, {6, 2, 2, 0}, {4, 2, 2, 0}, {4, 2, 1, 0}, {3, 1, 1, 0}, {2, 1, 1, 0}, {1, 1, 1, 0},
}

// FitSquares is the largest size in which so many squares fit beside each other on
// w columns, and so many rows of them on h lines; false: it is the smallest, and
// they don't fit.
func FitSquares(across, rows, w, h int) (s SquareSize, fits bool) {
	for _, s = range squareSizes {
		if s.Width(across) <= w && s.Height(rows) <= h {
			return s, true
		}
	}
	return s, false
}

// Width is how many columns n squares take, with the edges of the present one.
func (s SquareSize) Width(n int) int { return n*(s.W+s.Across) + s.Across }

// Height is how many lines n rows of squares take.
func (s SquareSize) Height(n int) int { return max(n*(s.H+s.Down)-s.Down, 0) }

// Filled fills a square whole. It leaves a little room above, where there is such a
// character, so that two squares are told apart.
func Filled(t theme.Theme) string {
	if t.Coarse() {
		return full
	}
	return "▇"
}

const full = "█"

// CrampSquare is so many cramps, the worst of them of a level from 0 to 3.
func CrampSquare(n, level int, t theme.Theme) Square {
	return Square{Fill: CrampFill(level, t), Style: t.Cramp[level], Number: n}
}

// CrampFill is what fills the square of a cramp of a level from 0 to 3: where no
// colour tells the levels apart, a shade does.
func CrampFill(level int, t theme.Theme) string {
	if t.ASCII { // as on the body map
		return string("-+%@"[level])
	}
	_, plain := t.Cramp[0].GetForeground().(lipgloss.NoColor)
	if shades := []string{"░", "▒", "▓"}; plain && level < len(shades) {
		return shades[level]
	}
	return Filled(t)
}

// CrampScale shows what fills the squares of cramps, from a word for the least bad ones to
// the worst.
func CrampScale(least string, t theme.Theme) string {
	scale := t.Quiet.Render(least + " ")
	for level, style := range t.Cramp {
		scale += style.Render(CrampFill(level, t))
	}
	return scale + t.Quiet.Render(" "+worstWord)
}

// SquareHeads are names in the middle above their squares, as much of each as has
// room. The one that is now is stressed; below 0 none is.
func SquareHeads(names []string, now int, s SquareSize, t theme.Theme) (line string) {
	for i, name := range names {
		style := t.Quiet
		if i == now {
			style = t.Strong
		}
		name = string([]rune(name)[:min(len([]rune(name)), s.W+s.Across-1)])
		before := s.Across + max(s.W-Columns(name)+1, 0)/2
		after := max(s.W+s.Across-before-Columns(name), 0)
		line += t.Blank.Render(strings.Repeat(" ", before)) + style.Render(name) + t.Blank.Render(strings.Repeat(" ", after))
	}
	return line
}

// Squares draws a row of squares of a size, one string a line.
func Squares(row []Square, s SquareSize, t theme.Theme) []string {
	lines := make([]string, s.H)
	for y := range lines {
		for i, q := range row {
			lines[y] += s.between(row, i, y, t) + q.line(s, y, t)
		}
		lines[y] += s.between(row, len(row), y, t)
	}
	return lines
}

// between is what stands before a square on a line of its row, and after the
// square before it: the edges of the present one, if it is one of them.
func (s SquareSize) between(row []Square, i, y int, t theme.Theme) string {
	gap, style := []rune(strings.Repeat(" ", s.Across)), t.Blank
	left, right := s.edges(y)
	if i > 0 && row[i-1].Here {
		gap[0], style = right, t.Strong
	}
	if i < len(row) && row[i].Here {
		gap[s.Across-1], style = left, t.Strong
	}
	return style.Render(string(gap))
}

// edges are those of the present square on a line of it.
func (s SquareSize) edges(y int) (left, right rune) {
	switch {
	case s.H == 1:
		return '‹', '›'
	case y == 0:
		return '╭', '╮'
	case y == s.H-1:
		return '╰', '╯'
	}
	return '│', '│'
}

// line is a line of a square: what fills it with its number, and its mark at the
// right, for which it is a little narrower.
func (q Square) line(s SquareSize, y int, t theme.Theme) (line string) {
	switch {
	case q.Fill == "" || q.Once && y != s.middle():
		return t.Blank.Render(strings.Repeat(" ", s.W))
	case q.Once:
		return cell(q.Fill, q.Style, "", q.Style, s.W, t)
	}
	wide, mark := s.W, ""
	if q.Mark != "" && s.W > 1 {
		wide = s.marked()
		mark = t.Blank.Render(strings.Repeat(" ", s.W-wide))
		if y == s.middle() {
			mark = t.Blank.Render(strings.Repeat(" ", s.W-wide-1)) + q.MarkStyle.Render(q.Mark)
		}
	}
	fill := q.fill(s, y, t)
	if q.Number <= 1 || y != s.middle() {
		return q.Style.Render(strings.Repeat(fill, wide)) + mark
	}
	before := (wide - 1) / 2
	number := q.Style.Reverse(q.Fill == Filled(t)).Render(q.number())
	return q.Style.Render(strings.Repeat(fill, before)) + number + q.Style.Render(strings.Repeat(fill, wide-before-1)) + mark
}

// middle is the line of a square on which its number and its mark stand.
func (s SquareSize) middle() int { return (s.H - 1) / 2 }

// marked is how wide a square with a mark is.
func (s SquareSize) marked() int {
	if s.W < 5 {
		return s.W - 1
	}
	return s.W - 2
}

// fill is what fills a line of a square. Of a higher one that is solid the last
// line is cut in half where the next one follows at once.
func (q Square) fill(s SquareSize, y int, t theme.Theme) string {
	switch {
	case s.H == 1 && q.Number > 1 && q.Fill == Filled(t): // as high as its number
		return full
	case q.Fill != Filled(t) || s.H == 1:
		return q.Fill
	case y == s.H-1 && s.Down == 0:
		return "▀"
	}
	return full
}

// number is the square's number, or a sign for one of two digits.
func (q Square) number() string {
	if q.Number > 9 {
		return "+"
	}
	return strconv.Itoa(q.Number)
}

// SquareGrid draws squares, the first one at the upper left: a row a week where there is
// room, else two or more weeks a row. Nil: there is not even room for the smallest.
func SquareGrid(squares []Square, w, h int, t theme.Theme) []string {
	for across := week; across < len(squares)+week; across += week {
		rows := (len(squares) + across - 1) / across
		if s, fits := FitSquares(across, rows, w, h); fits {
			return squareRows(squares, across, s, t)
		}
	}
	return nil
}

const week = 7

func squareRows(squares []Square, across int, s SquareSize, t theme.Theme) (lines []string) {
	for row := range slices.Chunk(squares, across) {
		if len(lines) > 0 {
			lines = append(lines, make([]string, s.Down)...)
		}
		lines = append(lines, Squares(row, s, t)...)
	}
	return lines
}

// Programme draws the nights of a programme as [SquareGrid] does, on some of which it was
// done. The present night, counted from 0 on, stands between marks; it may be beyond them.
func Programme(done []bool, present, w, h int, t theme.Theme) []string {
	var squares []Square
	for i, d := range done {
		squares = append(squares, night(d, i, present, t))
	}
	return SquareGrid(squares, w, h, t)
}

// night is a night of a programme: done, left out or still to come.
func night(done bool, i, present int, t theme.Theme) Square {
	q := Square{Fill: OutSign, Once: true, Style: t.Quiet, Here: i == present}
	switch {
	case done:
		q.Fill, q.Once, q.Style = Filled(t), false, t.Done
	case i >= present:
		q.Fill = ToDoSign
	}
	return q
}
