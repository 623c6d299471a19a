package widget

// Letters draws a text in block letters, the largest that fit on w by h cells,
// one string a row; nil: none fit.
func Letters(text string, w, h int) []string { return nil }

// Look is how big digits look.
type Look int

// The looks: while time counts, while it doesn't, and in the last three seconds.
const (
	Solid Look = iota
	Hollow
	Ending
)

// BigDigits draws a clock or a count, such as 0:07, 14 or 9/10, one string a row.
// They are as large as a pattern such as 88 or 8:88 fits on w by h cells, so that
// they keep their size from second to second; nil: not even the smallest fit.
func BigDigits(text, pattern string, w, h int, look Look) []string {
	for size := MaxDigits; size > NoDigits; size-- {
		if DigitsHeight(size) <= h && DigitsWidth(pattern, size) <= w {
			return Digits(text, size, look == Solid)
		}
	}
	return nil
}
