package player

import (
	"time"

	"uncramp/coach/figure"
	"uncramp/coach/session"
	"uncramp/coach/theme"
	"uncramp/routines"
)

// How a figure moves into a hold and back: in a few pictures, then it is still.
const (
	moveTime    = 900 * time.Millisecond
	pictures    = 6
	pictureTime = moveTime / pictures
)

// pose is how the figure stands at this moment: at the start of the move, with
// no arrow yet, while the person gets ready, at its end during a hold.
func (m Model) pose() figure.Options {
	ph := m.Session().Phase()
	l := figure.Options{Muscle: string(ph.Muscle), Both: ph.Side == routines.Both, Left: ph.Side == routines.Left}
	if l.Both && ph.Muscle == routines.Leg {
		l.Muscle = "" // all of it works: nothing stands out
	}
	k := 1.0
	if !m.still {
		k = min(float64(m.Session().Age(m.now)/pictureTime)/pictures, 1)
		k = k * k * (3 - 2*k)
	}
	switch ph.Kind {
	case session.Hold, session.Open:
		l.Progress, l.Arrows = k, figure.Forward
	case session.Release:
		l.Progress, l.Arrows = 1-k, figure.Backward
	case session.Prepare, session.Rest:
	}
	return l
}

// nextMove is when the figure moves on by itself.
func (m Model) nextMove() (time.Duration, bool) {
	ph, age := m.Session().Phase(), m.Session().Age(m.now)
	moves := ph.Kind == session.Hold || ph.Kind == session.Open || ph.Kind == session.Release
	if !moves || m.still || m.Session().State() != session.Running || age >= moveTime {
		return 0, false
	}
	return pictureTime - age%pictureTime, true
}

// The figure's place: beside the words on a wide screen, among them on a high
// one. It keeps its size through a routine, as long as the words let it.
const (
	gutter      = 3  // columns between the words and the figure
	besideFrom  = 68 // columns of room
	besideRows  = 15 // rows of the screen
	besideMost  = 32
	besideTop   = 2
	border      = 4  // rows for the header and the keys
	wordsHigh   = 19 // rows that the words need where they stand above each other
	answersHigh = 7  // and the muscles and answers of the relief
	amongLeast  = 8
	amongMost   = 16
)

// hasFigure reports whether there is a figure, or one is still to come.
func (m Model) hasFigure() bool {
	return m.figures.Has(m.Session().Phase().Figure)
}

// figure draws the phase's figure.
func (m Model) figure(wide, high int, t theme.Theme) []string {
	return m.figures.Lines(m.Session().Phase().Figure, m.pose(), wide, high, t)
}

// besideWide is how wide a figure beside the words is; 0 if there is no room.
func (m Model) besideWide(room, h int) int {
	if room < besideFrom || h < besideRows || !m.hasFigure() {
		return 0
	}
	return room * 3 / 7
}

// amongHigh is how high a figure between the words is; 0 if there is no room.
func (m Model) amongHigh(h int) int {
	high := min(h-wordsHigh, amongMost)
	if m.Session().Plan().Onset != nil {
		high = min(h-wordsHigh-answersHigh, amongMost)
	}
	if high < amongLeast || !m.hasFigure() {
		return 0
	}
	return high
}
