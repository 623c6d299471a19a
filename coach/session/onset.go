package session

import "time"

// CrampBegan says that the cramp began that long before the session.
func CrampBegan(ago time.Duration) Option { return func(s *Session) { s.ago = ago } }

// limit is the monotonic reading at which the cramp will have lasted so long
// that the person is warned, or that the coach stops. After a gap the person is
// asked first whether it is the same cramp.
func (s Session) limit() (at time.Duration, kind EventKind, ok bool) {
	o := s.plan.Onset
	if o == nil || s.state == Over || s.state == Waiting {
		return 0, "", false
	}
	begun := s.start.Mono - s.ago - s.unseen
	if !s.warned {
		return max(begun+o.Warn, s.last.Mono), Warned, true
	}
	return max(begun+o.Stop, s.last.Mono), Overdue, true
}

// reach tells that the limit was reached.
func (s *Session) reach(kind EventKind, at time.Duration) Event {
	e := Event{kind, s.since(at), s.index, 0}
	if kind == Warned {
		s.warned = true
		return e
	}
	s.record(s.age(at), Wake, at)
	s.state, s.ending = Over, TooLong
	return e
}

// SinceOnset returns how long ago the cramp began, on the clock that nothing
// stops: no pause, and no end.
func (s Session) SinceOnset(now Instant) time.Duration {
	since := s.since(now.Mono) + s.ago + s.unseen
	if d := s.slept(now); s.state == Over && d > s.tolerance {
		since += d
	}
	return since
}

// Onset returns when the cramp began.
func (s Session) Onset() time.Time { return s.start.Wall.Add(-s.ago) }

// Lasted returns how long the cramp had lasted at a moment of the session.
func (s Session) Lasted(at time.Duration) time.Duration { return s.ago + s.unseen + at }

// WithOnset says anew how long the cramp has lasted by now.
func (s Session) WithOnset(since time.Duration, now Instant) Session {
	s.ago += since - s.SinceOnset(now)
	return s
}

// Warned reports whether the cramp has lasted nearly as long as the coach leads.
func (s Session) Warned() bool { return s.warned }
