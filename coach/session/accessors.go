package session

import (
	"time"
)

// Plan returns the plan the session follows.
func (s Session) Plan() Plan { return s.plan }

// State returns whether and why time stands still.
func (s Session) State() State { return s.state }

// Ending returns how the session came to be over; Going while it is not.
func (s Session) Ending() Ending { return s.ending }

// Phase returns the phase the session is in, or was in last.
func (s Session) Phase() Phase {
	if len(s.plan.Phases) == 0 {
		return Phase{}
	}
	return s.plan.Phases[s.index]
}

// GotWorse reports whether the phase is one that only an answer leads to, and
// it got worse, by the latest answer that said eased or worse.
func (s Session) GotWorse() bool { return s.Phase().Aside && s.howItEnded() == GotWorse }

// Index returns that phase's place in the plan.
func (s Session) Index() int { return s.index }

// Upcoming returns the phase that follows by itself; false when it is the last.
func (s Session) Upcoming() (Phase, bool) {
	next := s.following()
	if next < 0 {
		return Phase{}, false
	}
	return s.plan.Phases[next], true
}

// Length returns the phase's length with what was added and taken away; 0 when
// it is open.
func (s Session) Length() time.Duration { return s.length }

// Age returns how much of the phase is over.
func (s Session) Age(now Instant) time.Duration { return s.age(now.Mono) }

// Remaining returns what is left of the phase, never less than nothing; 0 when
// it is open.
func (s Session) Remaining(now Instant) time.Duration {
	return max(s.length-s.age(now.Mono), 0)
}

// Left returns what is left of the whole session, open phases counted as
// nothing.
func (s Session) Left(now Instant) time.Duration {
	end := s.plan.Main
	if s.Phase().Aside {
		end = len(s.plan.Phases)
	}
	return s.Remaining(now) + length(s.plan.Phases[min(s.index+1, end):end])
}

// Elapsed returns the time since the session began, pauses included.
func (s Session) Elapsed(now Instant) time.Duration { return s.since(now.Mono) }

// Done returns what was done, in order. The caller must not change it.
func (s Session) Done() []Done { return s.done }

// Last returns what was done last; the zero value where nothing was.
func (s Session) Last() Done {
	if len(s.done) == 0 {
		return Done{}
	}
	return s.done[len(s.done)-1]
}
