package session

import (
	"slices"
	"time"
)

// walk notes that what was done last led on. It is a step of the way on which
// [Back] walks back, answers and moves alike.
func (s *Session) walk() { s.trail = append(slices.Clip(s.trail), len(s.done)-1) }

// reopens reports whether an input leads back into a session that is over: not
// where the cramp has lasted too long, nor where something spoke against it.
func (s Session) reopens(in Input) bool {
	switch {
	case s.state != Over || s.ending == TooLong || s.ending == LeftOut:
		return false
	case in == TakeBack:
		_, ok := s.LastAnswer()
		return ok
	}
	return in == Back && len(s.trail) > 0
}

// Reopens reports whether [Back] leads back into a session that is over.
func (s Session) Reopens() bool { return s.reopens(Back) }

// LastAnswer returns what [TakeBack] would take back; false where nothing is.
func (s Session) LastAnswer() (Input, bool) {
	if at := s.lastAnswer(); at >= 0 {
		return s.done[s.trail[at]].Answer, true
	}
	return Wake, false
}

// lastAnswer is the place of the last answer on the way that led here; -1 where
// there is none.
func (s Session) lastAnswer() int {
	for at, i := range slices.Backward(s.trail) {
		if s.done[i].Answer != Wake {
			return at
		}
	}
	return -1
}

// back goes one step back on the way that led here: an answer is taken back,
// other phases begin anew. What the plan has no longer is passed over.
func (s *Session) back(now Instant) []Event {
	for at, i := range slices.Backward(s.trail) {
		if s.done[i].Answer != Wake {
			return s.undo(at, now)
		}
		if to := s.plan.likest(s.done[i].Phase); to >= 0 {
			s.setOut(now)
			s.trail = slices.Clip(s.trail[:at])
			return s.enter(to, now.Mono)
		}
	}
	s.setOut(now)
	return s.enter(s.previous(), now.Mono)
}

// BackTakesAnswer reports whether [Back] would take an answer back.
func (s Session) BackTakesAnswer() bool {
	for _, i := range slices.Backward(s.trail) {
		switch {
		case s.done[i].Answer != Wake:
			return true
		case s.plan.likest(s.done[i].Phase) >= 0:
			return false
		}
	}
	return false
}

// takeBack takes the last answer back, whatever came after it.
func (s *Session) takeBack(now Instant) []Event {
	if at := s.lastAnswer(); at >= 0 {
		return s.undo(at, now)
	}
	return nil
}

// undo goes on where an answer was given, as if it had not been. What was done
// since then was done all the same.
func (s *Session) undo(at int, now Instant) []Event {
	s.setOut(now)
	answered := s.trail[at]
	d := s.done[answered]
	s.done = slices.Delete(slices.Clone(s.done), answered, answered+1)
	s.trail = slices.Clip(s.trail[:at])
	s.state = Running
	to := s.plan.likest(d.Phase)
	if to < 0 {
		return s.enter(s.index, now.Mono)
	}
	events := s.enter(to, now.Mono)
	if d.Phase.Muscle == s.Phase().Muscle {
		s.resume(d.Spent, now)
	}
	return events
}

// setOut leaves the phase, or goes back into a session that is over.
func (s *Session) setOut(now Instant) {
	if s.state != Over {
		s.record(s.age(now.Mono), Wake, now.Mono)
		return
	}
	s.state, s.ending = Running, Going
}

// resume goes on with a phase that is so old; its marks that are passed are not
// told again.
func (s *Session) resume(age time.Duration, now Instant) {
	if s.length > 0 && age >= s.length { // it had been given more time
		s.length = age + step
	}
	s.origin = now.Mono - age
	if s.length > 0 {
		s.arm(s.length - age)
	} else if check := s.Phase().Check; check > 0 {
		s.passed.check = age.Truncate(check)
	}
}

// likest is the phase of a plan that is most like one of another plan of the
// routine: the same turn of the same step on the same leg, else on the other,
// else the step's beginning; -1: it has no such step.
func (p Plan) likest(ph Phase) int {
	best, likeness := -1, 0
	for i, other := range p.Phases {
		alike := 0
		switch {
		case other.Step != ph.Step:
		case other.Kind != ph.Kind || other.Set != ph.Set || other.Repetition != ph.Repetition:
			alike = 1
		case other.Side != ph.Side:
			alike = 2
		default:
			alike = 3
		}
		if alike > likeness {
			best, likeness = i, alike
		}
	}
	return best
}
