package bodymap

import (
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"uncramp/coach/figure"
	"uncramp/coach/theme"
	"uncramp/coach/tui/gallery"
	"uncramp/coach/tui/widget"
	"uncramp/routines"
)

// The least room for the legs as a picture.
const leastWide, leastHigh = 38, 7

// HasPicture reports whether the legs fit on w by h cells; with less room they are
// words.
func HasPicture(w, h int) bool { return w >= leastWide && h >= leastHigh }

func gridOf(w, h int) grid {
	if HasPicture(w, h) {
		return drawnGrid()
	}
	return wordGrid()
}

// Block draws the map on w by h cells. Every part can be tapped: the row of its
// target is what [Map.Tapped] takes.
func (m Map) Block(w, h int, t theme.Theme) widget.Block {
	if !HasPicture(w, h) {
		return m.words(w, h, t)
	}
	c := widget.NewCanvas(w, h, t)
	views := viewsOn(w, h)
	for _, v := range views {
		m.draw(v, c, t)
	}
	return widget.Block{Lines: strings.Split(c.Frame().Content, "\n"), Targets: targets(views, w, h)}
}

// view is the legs from one side, and where they stand on a screen.
type view struct {
	figure.Legs
	heading string
	first   int         // the column of its left leg in the grid
	picture widget.Zone // the legs
	names   widget.Zone // of their parts, beside them
}

// viewsOn are the legs from the front and from behind on w by h cells, as large as
// they fit with the names of their parts at either side and of the legs below.
func viewsOn(w, h int) [2]view {
	const edges, least = 2, 2 // columns: between names and legs, and between the legs
	front := view{Legs: legs()[0], heading: frontWord}
	back := view{Legs: legs()[1], heading: backWord, first: 2}
	longer := widget.Columns(string(routines.Hamstring))
	room := (w - widget.Columns(frontWord) - longer - edges - least) / 2
	high := h - 1
	needs, most := front.Columns(high)
	for needs > room {
		high--
		needs, most = front.Columns(high)
	}
	wide := min(room, most)
	between := least + min(2*(room-wide)/3, wide/2)
	used := widget.Columns(frontWord) + longer + edges + 2*wide + between
	z := widget.Zone{X: (w - used) / 2, Y: (h - 1 - high) / 2, W: used, H: high}
	front.names, z = z.Left(widget.Columns(frontWord), 1)
	front.picture, z = z.Left(wide, between)
	back.picture, back.names = z.Left(wide, 1)
	return [2]view{front, back}
}

// draw draws the legs from one side, the name of each part beside them, and that
// of each leg below.
func (m Map) draw(v view, c *widget.Canvas, t theme.Theme) {
	cells := v.Cells(v.picture.W, v.picture.H, figure.Ink(t.Ink), m.tones(t))
	names := make([]string, v.names.H)
	names[0] = t.Quiet.Render(v.named(v.heading))
	for i, r := range v.Regions {
		at := v.Around(r, v.picture.W, v.picture.H)
		row, column := int((at[1]+at[3])/2), int((at[0]+at[2])/2)
		if n := m.cramps(r); n > 0 && (v.first == 0 || r.Muscle != string(routines.Foot)) {
			write(cells[row], column, strconv.Itoa(n))
		}
		if i < parts {
			names[max(row, 1)] = m.weight(r.Muscle == string(m.spot.Muscle), t).Render(v.named(r.Muscle))
		}
	}
	c.Lines(v.picture, gallery.Paint(cells, t)...)
	c.Lines(v.names, names...)
	left, right := widget.Zone{X: v.picture.X, Y: v.picture.Y + v.picture.H, W: v.picture.W, H: 1}.Left(v.picture.W/2, v.picture.W%2)
	m.nameLeg(c, left, routines.Left, t)
	m.nameLeg(c, right, routines.Right, t)
}

// named is the name of a part as it stands beside the legs.
func (v view) named(name string) string {
	if v.first > 0 {
		return name
	}
	return padLeft(name, v.names.W)
}

// nameLeg writes below a leg which one it is.
func (m Map) nameLeg(c *widget.Canvas, below widget.Zone, side routines.Side, t theme.Theme) {
	here := m.spot.Side == side || m.spot.Side == routines.Both
	name := legNames[side]
	if below.W < widget.Columns(legNames[routines.Right]) {
		name = legLetters[side]
	}
	c.Middle(below, m.weight(here, t).Render(name))
}

// weight is how what the map points at is written, and the rest.
func (m Map) weight(here bool, t theme.Theme) lipgloss.Style {
	if here {
		return t.Strong
	}
	return t.Quiet
}

// write puts digits over cells, their middle at a column.
func write(cells []figure.Cell, column int, digits string) {
	for i, d := range digits {
		if x := column - len(digits)/2 + i; x >= 0 && x < len(cells) {
			cells[x].Glyph, cells[x].Back = d, figure.Empty
		}
	}
}

// tones say what a part or a limb looks like. Where there are no colours what is
// pointed at is filled, and the other parts are not.
func (m Map) tones(t theme.Theme) func(figure.Region) figure.Tone {
	here, other := figure.Muscle, figure.Body
	if strings.HasPrefix(t.Ink, figure.Plain) {
		here, other = other, here
	}
	return func(r figure.Region) figure.Tone {
		switch n := m.cramps(r); {
		case n > 0:
			return figure.Mild + figure.Tone(m.heat.Level(n))
		case m.points(r):
			return here
		case r.Muscle == "":
			return figure.Distant
		}
		return other
	}
}

// points reports whether the map points at a part, or at all of its leg.
func (m Map) points(r figure.Region) bool {
	s := m.spot
	if s.Side != "" && s.Side != routines.Both && s.Side != spotOf(r).Side {
		return false
	}
	whole := s.Muscle == routines.Leg || s.Muscle == "" && s.Side != ""
	return whole || s.Muscle != "" && string(s.Muscle) == r.Muscle
}

// cramps is how many a part had.
func (m Map) cramps(r figure.Region) int {
	s := spotOf(r)
	return m.heat.Cramps(s.Muscle, s.Side)
}

// targets are the parts with all the room around them, row by row of the grid.
func targets(views [2]view, w, h int) (list []widget.Target) {
	front, back := views[0].picture, views[1].picture
	columns := []int{0, front.X + front.W/2, (front.X + front.W + back.X) / 2, back.X + back.W/2, w}
	for row := range parts {
		for column := range columns[1:] {
			rows := views[column/2].bands(h)
			list = append(list, widget.Target{
				X: columns[column], Y: rows[row], W: columns[column+1] - columns[column], H: rows[row+1] - rows[row],
				Row: row*(len(columns)-1) + column,
			})
		}
	}
	return list
}

// bands are the rows at which the parts of a leg begin on a screen of h rows, and
// where the last one ends: there is none between them.
func (v view) bands(h int) []int {
	rows := []int{0}
	for i := range parts - 1 {
		above, below := v.Around(v.Regions[i], v.picture.W, v.picture.H), v.Around(v.Regions[i+1], v.picture.W, v.picture.H)
		rows = append(rows, v.picture.Y+int((above[3]+below[1])/2+0.5))
	}
	return append(rows, h)
}

// The columns of the map in words.
const narrow, wider = 5, 8

// words are the muscles in a list, with a column for each leg and one for both. A
// leg names itself, but where it cramped its number stands below a heading.
func (m Map) words(w, h int, t theme.Theme) (b widget.Block) {
	g := wordGrid()
	at, pointed := g.find(m.spot, m.at)
	names := widget.Columns(string(routines.Hamstring))
	column := min(max((w-names)/len(g[0]), narrow), wider)
	heads := legColumns[column > narrow]
	if m.heated && h > len(g) {
		heading := strings.Repeat(" ", names)
		for _, name := range heads {
			heading += padLeft(name, column)
		}
		b.Lines = append(b.Lines, t.Quiet.Render(widget.Fit(heading, w)))
	}
	from := min(max(at.row-h/2, 0), max(len(g)-h, 0))
	for row := from; row < len(g) && len(b.Lines) < h; row++ {
		line := m.weight(pointed && row == at.row, t).Render(widget.Pad(string(g[row][0].Muscle), names))
		for i, s := range g[row] {
			here := pointed && at == (place{row, i})
			mark := heads[i]
			switch {
			case m.heat.Told(s.Muscle, s.Side) > 0:
				mark, here = strconv.Itoa(m.heat.Told(s.Muscle, s.Side)), true
			case m.heated:
				mark = noCramp
			case here:
				mark = pointedAt + mark
			}
			line += m.weight(here, t).Render(padLeft(mark, column))
			b.Targets = append(b.Targets, widget.Target{X: names + i*column, Y: len(b.Lines), W: column, H: 1, Row: row*len(g[row]) + i})
		}
		b.Lines = append(b.Lines, line)
	}
	return b
}

// padLeft fills a word up to so many columns, on its left.
func padLeft(word string, columns int) string {
	return strings.Repeat(" ", max(columns-widget.Columns(word), 0)) + word
}
