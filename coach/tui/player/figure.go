package player

import (
	"math"
	"time"

	"uncramp/coach/figure"
	"uncramp/coach/outline"
	"uncramp/coach/session"
	"uncramp/coach/theme"
	"uncramp/coach/tui/gallery"
)

// leastPose is how long a pose of what is counted stays at least: each costs most of
// what a second writes.
const leastPose = 500 * time.Millisecond

// move is in how many poses the figure moves, and how long each of them stays. What is
// counted takes nearly all of the phase, and there and back all of it.
func (m Model) move() (poses int, each time.Duration) {
	length := m.Session().Length()
	most := int(length / leastPose)
	switch {
	case !m.counts():
		return gallery.Poses, gallery.PoseTime
	case m.swings():
		poses = max(min(most, gallery.Poses)/2*2, 2)
		return poses, length / time.Duration(poses)
	}
	poses = max(min(most-1, gallery.Poses), 1)
	return poses, length / time.Duration(poses+1)
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
	l, k := outline.Pose(ph, 0), 1.0
	if poses, each := m.move(); !m.still {
		k = min(float64(m.Session().Age(m.now)/each)/float64(poses), 1)
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
	poses, each := m.move()
	if !moves || m.still || m.Session().State() != session.Running || age >= each*time.Duration(poses) {
		return 0, false
	}
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
