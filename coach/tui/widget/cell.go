package widget

import (
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"uncramp/coach/theme"
)

// cell draws a text in the middle of w columns, between two marks if there are
// any, such as "[]".
func cell(text string, style lipgloss.Style, marks string, edge lipgloss.Style, w int, t theme.Theme) string {
	wide, drawn := Columns(text), style.Render(text)
	if m := []rune(marks); len(m) == 2 {
		wide, drawn = wide+2, edge.Render(string(m[0]))+drawn+edge.Render(string(m[1]))
	}
	before := max(w-wide, 0) / 2
	after := max(w-wide-before, 0)
	return t.Blank.Render(strings.Repeat(" ", before)) + drawn + t.Blank.Render(strings.Repeat(" ", after))
}

// SideBySide puts a block to the right of another, from a column on.
func SideBySide(left, right Block, at int, t theme.Theme) Block {
	lines := make([]string, max(len(left.Lines), len(right.Lines)))
	copy(lines, left.Lines)
	for i, l := range right.Lines {
		if l != "" {
			lines[i] += t.Blank.Render(strings.Repeat(" ", max(at-Columns(lines[i]), 0))) + l
		}
	}
	left.Lines, left.Targets = lines, slices.Clip(left.Targets)
	for _, tap := range right.Targets {
		tap.X += at
		left.Targets = append(left.Targets, tap)
	}
	return left
}
