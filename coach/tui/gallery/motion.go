package gallery

import (
	"time"

	"uncramp/coach/figure"
	"uncramp/coach/session"
	"uncramp/routines"
)

// A figure moves into a hold in a few pictures, then it is still.
const (
	MoveTime    = 900 * time.Millisecond
	Pictures    = 6
	PictureTime = MoveTime / Pictures
)

// Eased is how far a move has come when a share of its time is over, both from 0
// to 1: slowly at first and at its end.
func Eased(share float64) float64 { return share * share * (3 - 2*share) }

// Moved is how far a move of [MoveTime] has come so long after it began, by its
// pictures.
func Moved(age time.Duration) float64 {
	return Eased(min(float64(age/PictureTime)/Pictures, 1))
}

// Pose is how a figure shows a phase, so far moved.
func Pose(ph session.Phase, moved float64) figure.Options {
	l := figure.Options{Muscle: string(ph.Muscle), Both: ph.Side == routines.Both, Left: ph.Side == routines.Left, Progress: moved}
	if l.Both && ph.Muscle == routines.Leg {
		l.Muscle = "" // all of it works: nothing stands out
	}
	if moved > 0 {
		l.Arrows = figure.Forward
	}
	return l
}
