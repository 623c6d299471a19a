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
	for _, turn := range s.Turns() {
		if turn.Kind == Hold {
			of++
			if turn.Done {
				done++
			}
		}
	}
	return done, of
}

// Turn is a phase of work, and whether it was done.
type Turn struct {
	Phase
	Done bool
}

// Turns are the phases of work of the routine, from the phase on with which the
// session began, each done if it was for at least half of its time. While a cramp
// lasts, answers lead from one to the next: then they are those that were followed.
func (s Session) Turns() (list []Turn) {
	if s.plan.Onset != nil {
		for _, d := range s.done {
			if d.Phase.works() && d.Spent > 0 {
				list = append(list, Turn{d.Phase, true})
			}
		}
		return list
	}
	for _, ph := range s.plan.Phases[:s.plan.Main][min(s.first, s.plan.Main):] {
		if ph.works() {
			done := func(d Done) bool { return d.Phase.sameTurn(ph) && d.Spent > 0 && d.Spent*2 >= ph.Length }
			list = append(list, Turn{ph, slices.ContainsFunc(s.done, done)})
		}
	}
	return list
}

// sameTurn reports whether two phases are the same turn of a step.
func (ph Phase) sameTurn(other Phase) bool {
	return ph.Step == other.Step && ph.Kind == other.Kind && ph.Side == other.Side &&
		ph.Set == other.Set && ph.Repetition == other.Repetition
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
