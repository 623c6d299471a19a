package gallery

import "time"

// A figure moves into a hold in a few poses, then it is still.
const (
	MoveTime = 900 * time.Millisecond
	Poses    = 6
	PoseTime = MoveTime / Poses
)

// Where nobody follows it, a move is shown a few times, each time with a rest after it.
const (
	TurnTime = MoveTime + 1600*time.Millisecond
	Turns    = 2
)

// NextPose is how long it takes, so long after the first turn began, until another pose
// is shown.
func NextPose(age time.Duration) time.Duration {
	in := age % TurnTime
	if in < MoveTime {
		return PoseTime - in%PoseTime
	}
	return TurnTime - in
}

// Eased is how far a move has come when a share of its time is over, both from 0
// to 1: slowly at first and at its end.
func Eased(share float64) float64 { return share * share * (3 - 2*share) }

// Moved is how far a move of [MoveTime] has come so long after it began, by its
// poses.
func Moved(age time.Duration) float64 { return Eased(min(float64(age/PoseTime)/Poses, 1)) }
