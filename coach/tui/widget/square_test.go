package widget

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"uncramp/coach/theme"
)

// TestSquares draws one row of every kind of square in every size.
func TestSquares(t *testing.T) {
	look := theme.Mono()
	row := []Square{
		{Fill: "·", Once: true}, {}, {Fill: "░", Number: 1}, {Fill: "▒", Mark: "●"}, {Fill: "▓", Number: 2}, {Fill: Filled(look), Number: 12, Mark: "●"},
		{Fill: Filled(look), Here: true}, {Fill: "○", Once: true},
	}
	var b strings.Builder
	for _, s := range squareSizes {
		for range 2 {
			lines := Squares(row, s, look)
			for _, l := range lines {
				if ansi.StringWidth(l) != s.Width(len(row)) {
					t.Errorf("%+v: %q is %d wide, want %d", s, ansi.Strip(l), ansi.StringWidth(l), s.Width(len(row)))
				}
			}
			b.WriteString(ansi.Strip(strings.Join(lines, "\n")) + "\n" + strings.Repeat("\n", s.Down))
		}
		b.WriteString("\n")
	}
	golden.RequireEqual(t, b.String())
}

// TestProgramme keeps to its room, and shows each night once.
func TestProgramme(t *testing.T) {
	done := make([]bool, 42)
	for _, i := range []int{0, 1, 3, 4, 9} {
		done[i] = true
	}
	var b strings.Builder
	for _, room := range [][2]int{{80, 24}, {60, 20}, {46, 12}, {40, 6}, {30, 6}, {15, 6}, {40, 3}, {60, 2}, {90, 1}, {14, 6}, {40, 1}} {
		lines := Programme(done, 10, room[0], room[1], theme.Mono())
		drawn := ansi.Strip(strings.Join(lines, "\n"))
		if len(lines) > room[1] || strings.Count(drawn, "○") != 32*min(len(lines), 1) || strings.Count(drawn, "·") != 5*min(len(lines), 1) {
			t.Errorf("on %v: %d lines:\n%s", room, len(lines), drawn)
		}
		for _, l := range lines {
			if ansi.StringWidth(l) > room[0] {
				t.Errorf("on %v: %q is too wide", room, ansi.Strip(l))
			}
		}
		fmt.Fprintf(&b, "%v\n%s\n\n", room, drawn)
	}
	golden.RequireEqual(t, b.String())
	if over := ansi.Strip(strings.Join(Programme(done, 99, 80, 24, theme.Mono()), "")); strings.ContainsAny(over, "○╭") {
		t.Errorf("once all nights are over:\n%s", over)
	}
}
