package library

import (
	"uncramp/coach/figure"
	cards "uncramp/coach/library"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/widget"
	"uncramp/routines"
)

// Columns and rows of a figure.
const (
	leastFigure = 24 // columns, beside a card
	mostFigure  = 48
	leastText   = 28 // columns of a card beside a figure
	leastRows   = 8  // above a card
	mostRows    = 20
	tallCard    = 20 // rows from which on a card has room for a figure above

	smallFigure = 15 // columns, beside the words of a move where there is little room
	smallText   = 20
	smallGap    = 2
	smallRows   = 6
)

// figureNames are the figures of the cards that lead to a routine.
func figureNames(list []cards.Card) (names []string) {
	for _, c := range list {
		if name, _ := c.Figure(); name != "" {
			names = append(names, name)
		}
	}
	return names
}

// parted is the place of a card and of its figure, which may be empty: beside it, or
// above it where the place is a narrow one.
func (m Model) parted(z widget.Zone, c cards.Card) (text, picture widget.Zone) {
	name, _ := c.Figure()
	size := widget.SizeOf(m.w, m.h)
	switch {
	case name == "" || m.barred || size == widget.Slice && c.Move == "":
	case z.W >= leastText+gap+leastFigure:
		picture, text = z.Right(max(min(z.W-widget.TextColumns-gap, mostFigure), leastFigure), gap)
		text.W = min(text.W, widget.TextColumns)
		picture.X, picture.H = text.X+text.W+gap, min(picture.H, mostRows)
		return text, picture
	case size != widget.Usual && size != widget.Slice && z.H >= tallCard:
		picture, text = z.Top(max(min(z.H*2/5, mostRows), leastRows), 1)
		text.W, picture.W = min(text.W, widget.TextColumns), min(picture.W, mostFigure)
		return text, picture
	case c.Move != "" && z.W >= smallText+smallGap+smallFigure && z.H >= smallRows: // it is what is looked for
		picture, text = z.Right(max(z.W*2/5, smallFigure), smallGap)
		picture.H = min(picture.H, mostRows)
		return text, picture
	}
	z.W = min(z.W, widget.TextColumns)
	return z, widget.Zone{}
}

// putCard puts a card into a zone, with the figure of its routine.
func (m Model) putCard(canvas *widget.Canvas, z widget.Zone, c cards.Card, env screen.Env) {
	text, picture := m.parted(z, c)
	canvas.Put(text, m.card(c))
	name, muscle := c.Figure()
	if picture.H == 0 || !env.Figures.Has(name) {
		return
	}
	look := figure.Options{Muscle: string(muscle), Progress: 1, Arrows: figure.Forward}
	if c.Move != "" {
		look.Progress = m.motion.moved()
	}
	if muscle == routines.Leg {
		look.Muscle = "" // all of it works: nothing stands out
	}
	canvas.Lines(picture, env.Figures.Lines(name, look, picture.W, picture.H, env.Theme)...)
}

// cardZone is the room for a card and its figure: all between the edges or, on a wide
// screen, what the list beside it leaves.
func (m Model) cardZone() widget.Zone {
	z := m.room()
	if m.beside() {
		_, z = z.Left(listColumns, gap)
	}
	z.H = m.between(m.beside())
	return z
}
