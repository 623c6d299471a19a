package session

import "time"

// CrampBegan says that the cramp began that long before the session.
func CrampBegan(ago time.Duration) Option { return func(s *Session) { s.began = ago } }

// limit is the monotonic reading at which the cramp will have lasted so long
// that the person is warned, or that the coach stops.
func (s Session) limit() (at time.Duration, kind EventKind, ok bool) {
	o := s.plan.Onset
	if o == nil || s.state == Over {
		return 0, "", false
	}
	begun := s.start.Mono - s.began
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

// SinceOnset returns how long ago the cramp began.
func (s Session) SinceOnset(now Instant) time.Duration { return now.Mono - s.start.Mono + s.began }

// Warned reports whether the cramp has lasted nearly as long as the coach leads.
func (s Session) Warned() bool { return s.warned }
