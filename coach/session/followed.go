package session

import (
	"slices"
	"time"

	"uncramp/routines"
)

// Worked returns how long the person really worked: holds and open phases.
func (s Session) Worked() (sum time.Duration) {
	for _, d := range s.done {
		if d.Phase.works() {
			sum += d.Spent
		}
	}
	return sum
}

// Followed returns how long the routine was followed until now, pauses left out.
func (s Session) Followed(now Instant) (sum time.Duration) {
	for _, d := range s.done {
		sum += d.Spent
	}
	if s.state != Over {
		sum += s.age(now.Mono)
	}
	return sum
}

// Holds returns how many holds were done, each for at least half of its time, of
// those from the phase on with which the session began.
func (s Session) Holds() (done, of int) {
	for _, ph := range s.plan.Phases[:s.plan.Main][min(s.first, s.plan.Main):] {
		if ph.Kind != Hold {
			continue
		}
		of++
		if slices.ContainsFunc(s.done, func(d Done) bool { return d.Phase.sameTurn(ph) && d.Spent*2 >= ph.Length }) {
			done++
		}
	}
	return done, of
}

// sameTurn reports whether two phases are the same turn of a step.
func (ph Phase) sameTurn(other Phase) bool {
	return ph.Step == other.Step && ph.Kind == other.Kind && ph.Repetition == other.Repetition && ph.Side == other.Side
}

// Muscles returns the muscles that were worked on, each once, in order.
func (s Session) Muscles() (list []routines.Muscle) {
	for _, d := range s.done {
		if d.Phase.works() && d.Spent > 0 && !slices.Contains(list, d.Phase.Muscle) {
			list = append(list, d.Phase.Muscle)
		}
	}
	return list
}
