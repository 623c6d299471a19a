package player

import (
	"math"
	"time"

	"uncramp/coach/figure"
	"uncramp/coach/session"
	"uncramp/coach/theme"
	"uncramp/coach/tui/gallery"
)

// moveTime is how long the figure takes for a move: where it is counted, nearly
// all of the phase.
func (m Model) moveTime() time.Duration {
	if m.counts() {
		return m.Session().Length() * gallery.Poses / (gallery.Poses + 1)
	}
	return gallery.MoveTime
}

// swings reports whether the figure moves to and fro within a phase: what is
// counted has no phase for the way back.
func (m Model) swings() bool {
	next, ok := m.Session().Upcoming()
	return m.counts() && m.Session().Phase().Kind == session.Hold && !(ok && next.Kind == session.Release)
}

// pose is how the figure stands at this moment: at the start of the move, with
// no arrow yet, while the person gets ready, at its end during a hold.
func (m Model) pose() figure.Options {
	ph := m.Session().Phase()
	l, k := gallery.Pose(ph, 0), 1.0
	if !m.still {
		k = min(float64(m.Session().Age(m.now)/(m.moveTime()/gallery.Poses))/gallery.Poses, 1)
		if m.swings() {
			k = 1 - math.Abs(2*k-1)
		}
		k = gallery.Eased(k)
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
	if !moves || m.still || m.Session().State() != session.Running || age >= m.moveTime() {
		return 0, false
	}
	each := m.moveTime() / gallery.Poses
	return each - age%each, true
}

// picture is the phase's figure. Once it got worse the emergencies may stand in
// its place.
func (m Model) picture(s stage, t theme.Theme) []string {
	if list := m.listsInFigure(s, t); list != nil {
		return list
	}
	return m.figures.Lines(m.Session().Phase().Figure, m.pose(), s.figure.W, s.figure.H, t)
}
