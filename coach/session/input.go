package session

import (
	"slices"
	"time"

	"uncramp/routines"
)

const (
	step      = 10 * time.Second // what More and Less change
	maxLength = time.Hour        // what More can lead to
)

// take carries out an input; time has passed until now already.
func (s *Session) take(in Input, now Instant) []Event {
	switch in {
	case Pause:
		return s.toggle(now)
	case Forward:
		return s.jump(s.following(), now)
	case Back:
		return s.back(now)
	case TakeBack:
		return s.takeBack(now)
	case Again:
		s.record(s.age(now.Mono), Wake, now.Mono)
		return s.enter(s.index, now.Mono)
	case More:
		s.stretch(min(step, maxLength-s.length), now)
	case Less:
		if s.length > 0 && s.Remaining(now) <= step {
			return s.jump(s.following(), now)
		}
		s.stretch(-step, now)
	case Eased, Same, Worse:
		return s.answer(in, now)
	case Stretch:
		if to, ok := s.plan.FirstOpen(); ok && !s.Phase().Aside { // not once it got worse
			s.state = Running
			return s.jump(to, now)
		}
	case Earlier:
		if s.plan.Onset != nil {
			s.ago += time.Minute
			return s.advance(now.Mono)
		}
	case Later:
		s.ago = max(s.ago-time.Minute, 0)
	case Unfit:
		if len(s.plan.NotIf) > 0 {
			s.leave(now)
			s.ending = LeftOut
		}
	case Leave:
		s.leave(now)
	}
	return nil
}

func (s *Session) toggle(now Instant) []Event {
	at := Event{At: s.since(now.Mono), Phase: s.index}
	if s.state == Running {
		s.held = s.age(now.Mono)
		s.state, at.Kind = Halted, Paused
	} else {
		s.origin = now.Mono - s.held
		s.state, at.Kind = Running, Resumed
	}
	return []Event{at}
}

// jump leaves this phase for another. A session that stands still stays so.
func (s *Session) jump(to int, now Instant) []Event {
	s.record(s.age(now.Mono), Wake, now.Mono)
	s.walk()
	return s.enter(to, now.Mono)
}

// answer leads where the routine says: by the answers of this step, or else of
// the next step that has any.
func (s *Session) answer(in Input, now Instant) []Event {
	from := slices.IndexFunc(s.plan.Phases[s.index:], func(ph Phase) bool { return ph.Answers != nil })
	if from < 0 {
		return nil
	}
	goal := goalOf(s.plan.Phases[s.index+from].Answers, in)
	to, ok := s.plan.Find(goal)
	if !ok && goal != routines.End {
		return nil
	}
	s.record(s.age(now.Mono), in, now.Mono)
	s.walk()
	s.state = Running
	if goal == routines.End {
		to = -1
	}
	return s.enter(to, now.Mono)
}

// goalOf is the step that an answer leads to.
func goalOf(a *routines.Answers, in Input) string {
	return map[Input]string{Eased: a.Eased, Same: a.Same, Worse: a.Worse}[in]
}

// stretch changes the length of a timed phase. Marks that lie ahead again are
// told again, those that are passed are not.
func (s *Session) stretch(by time.Duration, now Instant) {
	if s.length == 0 {
		return
	}
	s.length += by
	s.arm(s.Remaining(now))
}

// Replan goes on with another plan of the same routine, for another muscle,
// leg or position: in the same step from its beginning, or in the first step
// where the new plan has none such. The clocks go on.
func Replan(s Session, p Plan, now Instant) (Session, []Event) {
	if s.state == Over || len(p.Phases) == 0 {
		return s, nil
	}
	step := s.Phase().Step
	s.record(s.age(now.Mono), Wake, now.Mono)
	s.plan, s.last = p, now
	to, _ := p.Find(step)
	events := s.enter(max(to, 0), now.Mono)
	return s, events
}

func (s *Session) leave(now Instant) {
	s.record(s.age(now.Mono), Wake, now.Mono)
	s.walk()
	s.state, s.ending = Over, WasLeft
}
