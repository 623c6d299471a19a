package widget

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"uncramp/coach/theme"
)

// blocks is a theme of a terminal that has halves of cells.
var blocks = theme.Mono()

// TestFonts draws every character of both fonts at two sizes, to be looked at.
func TestFonts(t *testing.T) {
	var b strings.Builder
	for _, h := range []int{3, 4, 5, 7} {
		for _, text := range []string{"ABCDEFGHIJKLM", "NOPQRSTUVWXYZ", "0123456789:", "/-+.,'!?%◀▶"} {
			b.WriteString(strings.Join(Letters(text, 200, h, blocks), "\n") + "\n\n")
		}
	}
	golden.RequireEqual(t, b.String())
}

func TestBigDigits(t *testing.T) {
	var b strings.Builder
	for _, look := range []Look{Solid, Hollow, Ending} {
		for _, text := range []string{"0:59", "14", "9", "3", "2", "1", "9/10"} {
			pattern := map[bool]string{true: text, false: "88"}[len(text) > 2]
			b.WriteString(strings.Join(BigDigits(text, pattern, 60, 7, look, blocks), "\n") + "\n\n")
		}
	}
	golden.RequireEqual(t, b.String())
}

func TestTheLargestLettersThatFit(t *testing.T) {
	for _, tt := range []struct{ w, h, high int }{{100, 7, 7}, {100, 8, 7}, {100, 6, 5}, {100, 4, 4}, {100, 3, 3}, {100, 2, 0}, {20, 7, 0}, {21, 7, 3}, {30, 7, 4}, {10, 7, 0}} {
		got := Letters("march", tt.w, tt.h, blocks)
		if len(got) != tt.high {
			t.Errorf("on %d by %d it has %d rows, want %d", tt.w, tt.h, len(got), tt.high)
		}
		for _, row := range got {
			if Columns(row) > tt.w {
				t.Errorf("on %d by %d a row has %d columns", tt.w, tt.h, Columns(row))
			}
		}
	}
}

// TestDigitsKeepTheirSize from second to second, in every look.
func TestDigitsKeepTheirSize(t *testing.T) {
	for h := 3; h <= 40; h++ {
		for _, look := range []Look{Solid, Hollow, Ending} {
			high := len(BigDigits("88", "88", 200, h, look, blocks))
			for _, text := range []string{"0", "1", "3", "7", "11", "48"} {
				got := BigDigits(text, "88", 200, h, look, blocks)
				if len(got) != high {
					t.Fatalf("%s in %d rows has %d, want %d", text, h, len(got), high)
				}
				wide := Columns(BigDigits("88", "88", 200, h, Solid, blocks)[0])
				for _, row := range got {
					if Columns(row) > wide {
						t.Errorf("%s in %d rows is %d wide, more than %d", text, h, Columns(row), wide)
					}
				}
			}
		}
	}
}

// TestNoDigitLooksLikeAnother in any look, from the smallest on.
func TestNoDigitLooksLikeAnother(t *testing.T) {
	for h := 3; h <= 14; h++ {
		for _, look := range []Look{Solid, Hollow} {
			seen := map[string]rune{}
			for _, c := range "0123456789" {
				drawn := strings.Join(BigDigits(string(c), "8", 200, h, look, blocks), "\n")
				if other, ok := seen[drawn]; ok {
					t.Errorf("in %d rows %c looks like %c", h, c, other)
				}
				seen[drawn] = c
			}
		}
	}
}

func TestTheOneStandsInTheMiddle(t *testing.T) {
	for h := 4; h <= 14; h += 10 {
		for _, row := range BigDigits("1", "8", 200, h, Solid, blocks)[2:3] {
			before := len(row) - len(strings.TrimLeft(row, " "))
			after := len(row) - len(strings.TrimRight(row, " "))
			if before == 0 || after == 0 {
				t.Errorf("in %d rows it stands %d from the left and %d from the right", h, before, after)
			}
		}
	}
}

// TestWrapLetters keeps every word, in lines that fit.
func TestWrapLetters(t *testing.T) {
	rows := WrapLetters("Lean toward the wall.", 60, 7, blocks)
	for y, want := range append(append(Letters("Lean toward the", 60, 3, blocks), ""), Letters("wall.", 60, 3, blocks)...) {
		if rows[y] != want {
			t.Errorf("row %d is %q, not %q", y, rows[y], want)
		}
	}
	if len(rows) != 7 || WrapLetters("Lean toward the wall.", 60, 6, blocks) != nil || WrapLetters("Lean toward", 20, 60, blocks) != nil {
		t.Errorf("it takes %d rows, and fits where it doesn't", len(rows))
	}
}

// TestASCIIHasWholePixels: where a terminal shows nothing else, there are no halves of
// cells, and five rows are enough for letters and digits.
func TestASCIIHasWholePixels(t *testing.T) {
	ascii := theme.For(theme.ChooseMono, false, theme.Surface{ASCII: true})
	for h := range 20 {
		drawn := map[string][]string{
			"letters": Letters("hold", 80, h, ascii), "words": WrapLetters("Lean toward the wall.", 80, h, ascii),
			"solid": BigDigits("14", "88", 40, h, Solid, ascii), "hollow": BigDigits("14", "88", 40, h, Hollow, ascii),
			"ending": BigDigits("3", "88", 40, h, Ending, ascii),
		}
		for name, rows := range drawn {
			if len(rows) > h || h >= 5 && rows == nil && name != "words" {
				t.Errorf("%s on %d rows have %d", name, h, len(rows))
			}
			if h < 5 {
				continue
			}
			if signs := strings.Trim(strings.Join(rows, ""), " █░▄"); signs != "" || name != "ending" && strings.Contains(strings.Join(rows, ""), "▄") {
				t.Errorf("%s on %d rows:\n%s", name, h, strings.Join(rows, "\n"))
			}
		}
	}
	const few = "     _ \n  | |_ \n  | |_|"
	if got := strings.Join(BigDigits("16", "88", 7, 4, Solid, ascii), "\n"); got != few || BigDigits("16", "88", 6, 4, Solid, ascii) != nil {
		t.Errorf("16 on four rows is\n%s", got)
	}
	two := strings.Join(BigDigits("14", "88", 40, 5, Solid, ascii), "\n")
	const want = "  ██    ██  ██\n████    ██  ██\n  ██    ██████\n  ██        ██\n██████      ██"
	if two != want {
		t.Errorf("14 on five rows is\n%s", two)
	}
}
