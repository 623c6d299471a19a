package figure

import (
	"fmt"
	"strings"
)

const (
	gutter   = 2  // columns between two poses
	leastOne = 8  // columns of one
	mostHigh = 24 // rows
)

// Pair draws a figure on so many columns as text, without colours: as it begins and, beside
// it, where it leads, each under its heading.
func Pair(f Figure, l Options, columns int, ink Ink, begins, leads string) string {
	wide := max((columns-gutter)/2, leastOne)
	high := min(wide/2, mostHigh)
	start, end := l, l
	start.Progress, end.Progress = 0, 1
	left, right := Cells(f, start, wide, high, ink), Cells(f, end, wide, high, ink)
	lines := []string{fmt.Sprintf("%-*.*s  %.*s", wide, wide, begins, wide, leads)}
	for y := range left {
		lines = append(lines, strings.TrimRight(glyphs(left[y])+"  "+glyphs(right[y]), " "))
	}
	return strings.Join(lines, "\n")
}

func glyphs(row []Cell) string {
	var b strings.Builder
	for _, c := range row {
		b.WriteRune(c.Glyph)
	}
	return b.String()
}
