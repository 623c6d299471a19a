package widget

import (
	"strings"

	"uncramp/coach/theme"
)

// Look is how big digits look.
type Look int

// The looks: while time counts, while it doesn't, and in the last three seconds.
const (
	Solid  Look = iota
	Hollow      // outlines, or shade
	Ending      // bars stand beside them, as many as there are seconds left
)

// BigDigits draws a clock or a count, such as 0:07, 14 or 9/10, one string a row.
// They are as large as a pattern such as 88 or 8:88 fits on w by h cells, so that
// they keep their size from second to second; nil: not even the smallest fit.
func BigDigits(text, pattern string, w, h int, look Look, t theme.Theme) []string {
	f, k := largest(pattern, w, h, t)
	switch {
	case k.down < 1 && t.ASCII:
		return segmented(text, pattern, w, h)
	case k.down < 1:
		return nil
	}
	b, round := f.pixels(text), k.across > 2 && !t.ASCII // corners that come and go cost a second its bytes where it has few
	switch {
	case look == Hollow && t.ASCII:
		return b.shaded(k, "░")
	case look == Hollow:
		return b.hollow(k)
	case look == Ending && len(text) == 1:
		room := (f.wide(pattern) - b.wide() - 1) * k.across
		return withBars(b.filled(k, round), int(text[0]-'0'), room, k.across)
	}
	return b.filled(k, round)
}

// DigitsTall is how tall [BigDigits] are, in half rows; 0: not even the smallest fit.
func DigitsTall(pattern string, w, h int, t theme.Theme) int {
	f, k := largest(pattern, w, h, t)
	return f.rows * k.down
}

// segments are digits of three rows, each of three cells, as calculators show them.
var segments = [3]string{
	" _     _  _     _  _  _  _  _       ",
	"| |  | _| _||_||_ |_   ||_||_| .  / ",
	"|_|  ||_  _|  | _||_|  ||_| _| . /  ",
}

const segmentNames = "0123456789:/"

// segmented draws a text where letters are all there is and pixels have no room; nil:
// this hasn't either.
func segmented(text, pattern string, w, h int) []string {
	const wide = 3 // cells
	if h < len(segments) || (wide+1)*len(pattern)-1 > w || strings.Trim(text, segmentNames) != "" {
		return nil
	}
	rows := make([]string, len(segments))
	for y, segment := range segments {
		for i, c := range text {
			at := wide * strings.IndexRune(segmentNames, c)
			rows[y] += strings.Repeat(" ", min(i, 1)) + segment[at:at+wide]
		}
	}
	return rows
}

// withBars adds n bars beside a digit, from the foot up, on a room right of it.
func withBars(digit []string, n, room, scale int) []string {
	every := 2 // rows
	if len(digit) < 5 {
		every = 1
	}
	if scale <= 2 { // a second of a small screen costs few bytes
		room = (room + 1) / 2
	}
	for y := range digit {
		if up := len(digit) - 1 - y; room > 0 && up%every == 0 && up/every < n {
			digit[y] += strings.Repeat(" ", scale) + strings.Repeat("▄", room)
		}
	}
	return digit
}

// hollow draws the pixels as outlines, or, where they are too thin for that, as
// shade.
func (b bitmap) hollow(k scale) []string {
	const outlined, shaded = 3, 2 // scales
	switch {
	case k.across == shaded:
		return b.shaded(k, "▒")
	case k.across >= outlined:
		return b.drawn(k, func(x, y int) bool { return b.spot(x, y, k.across) && !b.within(x, y, k.across) })
	}
	return b.filled(k, true)
}

// shaded draws the pixels, each of whole cells, as a shade.
func (b bitmap) shaded(k scale, shade string) []string {
	lines := b.filled(k, false)
	for y := range lines {
		lines[y] = strings.ReplaceAll(lines[y], "█", shade)
	}
	return lines
}

// within reports whether a spot lies within a shape, and not on its outline.
func (b bitmap) within(x, y, scale int) bool {
	thick := max(scale/4, 1)
	for _, off := range [][2]int{{-1, -1}, {0, -1}, {1, -1}, {-1, 0}, {1, 0}, {-1, 1}, {0, 1}, {1, 1}} {
		nearX, nearY := x+off[0]*thick, y+off[1]*thick
		if nearX < 0 || nearY < 0 || !b.spot(nearX, nearY, scale) {
			return false
		}
	}
	return true
}
