package widget

import (
	"cmp"
	"slices"
	"strings"

	"uncramp/coach/theme"
)

// Zone is a rectangle of a screen, in cells. What stands in a zone never reaches
// out of it, so that nothing there moves what stands in another.
type Zone struct{ X, Y, W, H int }

// Top is the upper part of a zone, at most so many rows, and what is left below
// it after a gap of blank rows.
func (z Zone) Top(rows, gap int) (top, rest Zone) {
	rows = min(max(rows, 0), z.H)
	taken := min(rows+gap, z.H)
	return Zone{z.X, z.Y, z.W, rows}, Zone{z.X, z.Y + taken, z.W, z.H - taken}
}

// Bottom is the lower part of a zone, at most so many rows, and what is left
// above it after a gap of blank rows.
func (z Zone) Bottom(rows, gap int) (bottom, rest Zone) {
	rows = min(max(rows, 0), z.H)
	return Zone{z.X, z.Y + z.H - rows, z.W, rows}, Zone{z.X, z.Y, z.W, max(z.H-rows-gap, 0)}
}

// Left is the left part of a zone, at most so many columns, and what is left
// right of it after a gap of blank columns.
func (z Zone) Left(columns, gap int) (left, rest Zone) {
	columns = min(max(columns, 0), z.W)
	taken := min(columns+gap, z.W)
	return Zone{z.X, z.Y, columns, z.H}, Zone{z.X + taken, z.Y, z.W - taken, z.H}
}

// Right is the right part of a zone, at most so many columns, and what is left
// of it before a gap of blank columns.
func (z Zone) Right(columns, gap int) (right, rest Zone) {
	columns = min(max(columns, 0), z.W)
	return Zone{z.X + z.W - columns, z.Y, columns, z.H}, Zone{z.X, z.Y, max(z.W-columns-gap, 0), z.H}
}

// Inset is a zone without so many columns at either side and rows above and
// below.
func (z Zone) Inset(columns, rows int) Zone {
	return Zone{z.X + columns, z.Y + rows, max(z.W-2*columns, 0), max(z.H-2*rows, 0)}
}

// Canvas is a screen that is put together from zones. Make it with [NewCanvas].
type Canvas struct {
	zone    Zone
	theme   theme.Theme
	rows    [][]piece
	targets []Target
}

// piece is a line of a zone.
type piece struct {
	x, wide int
	line    string
}

// piecesARow is how many pieces most rows have at most.
const piecesARow = 4

// NewCanvas is a blank screen of w by h cells.
func NewCanvas(w, h int, t theme.Theme) *Canvas {
	rows, pieces := make([][]piece, h), make([]piece, h*piecesARow)
	for y := range rows {
		rows[y] = pieces[y*piecesARow : y*piecesARow : (y+1)*piecesARow]
	}
	return &Canvas{zone: Zone{W: w, H: h}, theme: t, rows: rows}
}

// Whole is the zone of the whole screen.
func (c *Canvas) Whole() Zone { return c.zone }

// Put draws a block into a zone, from its upper left. What has no room in the
// zone is cut off. Zones on one row must not overlap.
func (c *Canvas) Put(z Zone, b Block) {
	for i, l := range b.Lines[:min(len(b.Lines), z.H)] {
		if y := z.Y + i; l != "" && y >= 0 && y < len(c.rows) {
			wide := Columns(l)
			if wide > z.W {
				wide, l = z.W, Fit(l, z.W)
			}
			c.rows[y] = append(c.rows[y], piece{z.X, wide, l})
		}
	}
	for _, tap := range b.Targets {
		tap.W, tap.H = min(tap.W, z.W-tap.X), min(tap.H, z.H-tap.Y)
		tap.X, tap.Y = tap.X+z.X, tap.Y+z.Y
		if tap.W > 0 && tap.H > 0 {
			c.targets = append(c.targets, tap)
		}
	}
}

// Cover draws a block into a zone in place of all that stands on its rows.
func (c *Canvas) Cover(z Zone, b Block) {
	for y := max(z.Y, 0); y < min(z.Y+z.H, len(c.rows)); y++ {
		c.rows[y] = nil
	}
	c.targets = slices.DeleteFunc(c.targets, func(t Target) bool { return t.Y < z.Y+z.H && t.Y+t.H > z.Y })
	c.Put(z, b)
}

// Lines draws lines into a zone; see [Canvas.Put].
func (c *Canvas) Lines(z Zone, lines ...string) { c.Put(z, Block{Lines: lines}) }

// Middle draws lines into the middle of a zone.
func (c *Canvas) Middle(z Zone, lines ...string) {
	wide := 0
	for _, l := range lines {
		wide = max(wide, Columns(l))
	}
	z = z.Inset(max(z.W-wide, 0)/2, max(z.H-len(lines), 0)/2)
	z.W, z.H = max(z.W, wide), max(z.H, len(lines))
	c.Lines(z, lines...)
}

// Frame is the screen as it was drawn.
func (c *Canvas) Frame() Frame {
	lines := make([]string, len(c.rows))
	for y, row := range c.rows {
		slices.SortStableFunc(row, func(a, b piece) int { return cmp.Compare(a.x, b.x) })
		at, bytes := 0, c.zone.W
		for _, p := range row {
			bytes += len(p.line)
		}
		var line strings.Builder
		line.Grow(bytes)
		for _, p := range row {
			if p.x > at {
				line.WriteString(strings.Repeat(" ", p.x-at)) // the root paints the ground
				at = p.x
			}
			line.WriteString(p.line)
			at += p.wide
		}
		if lines[y] = line.String(); at > c.zone.W {
			lines[y] = Fill(lines[y:y+1], c.zone.W, 1)
		}
	}
	return Frame{strings.Join(lines, "\n"), c.targets}
}
