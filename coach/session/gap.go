package session

import "time"

// missed reports whether time went by that nobody saw while it ran, or while a
// cramp went on in a pause.
func (s Session) missed(now Instant) bool {
	switch s.state {
	case Running:
		return s.late(now)
	case Halted:
		return s.plan.Onset != nil && s.slept(now) > s.tolerance
	case Waiting, Over:
	}
	return false
}

// late reports whether time went by that nobody saw: the wake-up is overdue by
// either clock, or the two disagree.
func (s Session) late(now Instant) bool {
	wait, _ := s.Wake(s.last)
	mono, wall := now.Mono-s.last.Mono, now.Wall.Sub(s.last.Wall)
	return mono-wait > s.tolerance || wall-wait > s.tolerance || (wall-mono).Abs() > s.tolerance
}

// slept is how much further the wall clock went than the monotonic one, which
// stands still while the machine sleeps.
func (s Session) slept(now Instant) time.Duration {
	return now.Wall.Sub(s.last.Wall) - (now.Mono - s.last.Mono)
}

// wait stands still where it was last seen, until the person says how to go on. A
// cramp went on meanwhile, but nobody knows for how long.
func (s *Session) wait(now Instant) {
	s.held = s.age(s.last.Mono)
	s.unseen += max(s.slept(now), 0)
	s.gapped = true
	s.state, s.last = Waiting, now
}

// sleepOn counts what a cramp lasted while the machine slept, where nothing was
// shown that could have been missed.
func (s *Session) sleepOn(now Instant) {
	if d := s.slept(now); d > s.tolerance {
		s.unseen += d
		s.gapped = true
	}
}

// Gapped reports whether time went by that nobody saw: how long a cramp lasted
// is not known then.
func (s Session) Gapped() bool { return s.gapped }
