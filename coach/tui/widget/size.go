package widget

// Size is a class of screens. A screen is composed once for each.
type Size int

// The classes, from the least room to the most.
const (
	Slice   Size = iota // a slice of a phone or a pane, 40 by 12 and less
	Upright             // a phone held upright, such as 45 by 25: the figure stands on top
	Usual               // the usual window, such as 80 by 24: words left, figure right
	Wide                // to be read from across a room, from 100 by 30
)

// cellTall is how many times as high as wide a terminal's cell is.
const cellTall = 2

// SizeOf is the class of a screen of w by h cells.
func SizeOf(w, h int) Size {
	switch {
	case w >= 100 && h >= 30:
		return Wide
	case w >= 40 && h >= 20 && w < h*cellTall:
		return Upright
	case w >= 60 && h >= 16:
		return Usual
	}
	return Slice
}
