package session

import (
	"slices"
	"time"
)

const (
	halfFrom  = 20 * time.Second // shortest hold with a half-way mark
	countFrom = 5 * time.Second  // shortest phase with a three-two-one

	firstCount = 3 // seconds left

	// Tolerance is how late a wake-up may be before it counts as a gap.
	Tolerance = 5 * time.Second
)

// Session stands somewhere in a plan. It is a value: copies go their own way.
type Session struct {
	plan      Plan
	state     State
	start     Instant
	last      Instant
	tolerance time.Duration

	index  int           // of the phase
	length time.Duration // of the phase, with what was added and taken away
	origin time.Duration // monotonic reading at which the running phase was 0 s old
	held   time.Duration // age of the phase while time stands still
	passed passedEvents  // events of the phase that are not due any more

	ago    time.Duration // how long before the start the cramp began
	unseen time.Duration // what only the wall clock counted since, while the machine slept
	gapped bool          // time went by that nobody saw
	warned bool

	first  int    // index of the phase it began with
	done   []Done // in order
	trail  []int  // the way that led here, as indexes of done
	ending Ending
}

// passedEvents is a set of events of one phase.
type passedEvents struct {
	half  bool
	count int           // seconds left at the latest count, or more than the first
	check time.Duration // age at the latest check
}

// Option changes how a session begins.
type Option func(*Session)

// From begins at a phase other than the first.
func From(index int) Option { return func(s *Session) { s.index = index } }

// WithTolerance sets how late a wake-up may be, for a clock that runs faster.
func WithTolerance(d time.Duration) Option { return func(s *Session) { s.tolerance = d } }

// Start begins a session and tells that its first phase began. A plan without
// phases is over at once.
func Start(p Plan, now Instant, opts ...Option) (Session, []Event) {
	s := Session{plan: p, start: now, last: now, tolerance: Tolerance}
	for _, opt := range opts {
		opt(&s)
	}
	if s.index >= len(p.Phases) {
		s.state, s.ending = Over, Completed
		return s, []Event{{Kind: Finished}}
	}
	if p.Onset != nil && s.ago >= p.Onset.Stop {
		s.state, s.ending = Over, TooLong
		return s, []Event{{Kind: Overdue, Phase: s.index}}
	}
	s.first = s.index
	events := s.enter(s.index, now.Mono)
	return s, events
}

// Next lets time pass until now and then takes the input. It returns the next
// session and the events that fell due, in order. One that is over can only be
// walked back into.
func Next(s Session, in Input, now Instant) (Session, []Event) {
	switch {
	case s.reopens(in):
		s.sleepOn(now)
	case s.state == Over:
		return s, nil
	case s.missed(now):
		s.wait(now)
		events := []Event{{Kind: Gap, At: s.since(now.Mono), Phase: s.index}}
		if in == Leave {
			s.leave(now)
		}
		return s, events
	}
	events := s.advance(now.Mono)
	s.last = now
	if s.state != Over || s.reopens(in) {
		events = append(events, s.take(in, now)...)
	}
	return s, events
}

// Wake returns how long after now the next thing that can be seen or heard
// changes; false when nothing will by itself.
func (s Session) Wake(now Instant) (time.Duration, bool) {
	wait, ok := s.wakePhase(now)
	if limit, _, limited := s.limit(); limited && (!ok || limit-now.Mono < wait) {
		return max(limit-now.Mono, 0), true
	}
	return wait, ok
}

// wakePhase is when something of the phase itself changes; while it stands
// still, the clock since a cramp began does.
func (s Session) wakePhase(now Instant) (time.Duration, bool) {
	if s.state != Running {
		since := s.SinceOnset(now)
		return since.Truncate(time.Second) + time.Second - since, s.plan.Onset != nil && s.state != Over
	}
	age := s.age(now.Mono)
	if s.length == 0 {
		return age.Truncate(time.Second) + time.Second - age, true
	}
	left := s.length - age
	next := max(ceil(left)-time.Second, 0)
	if half := s.length / 2; s.hasHalfWay() && !s.passed.half && half < left {
		next = max(next, half)
	}
	return max(left-next, 0), true
}

// advance lets everything fall due that does until mono, in order.
func (s *Session) advance(mono time.Duration) (events []Event) {
	for s.state != Over {
		at, kind, limited := s.limit()
		if !limited || at > mono {
			return append(events, s.pass(mono)...)
		}
		events = append(events, s.pass(at)...)
		if s.state != Over {
			events = append(events, s.reach(kind, at))
		}
	}
	return events
}

// pass lets the running phase, and those after it, come to their ends.
func (s *Session) pass(mono time.Duration) (events []Event) {
	for s.state == Running {
		end, ends := s.end()
		if !ends || mono < end {
			return append(events, s.due(mono)...)
		}
		events = append(events, s.due(end)...)
		s.record(end-s.origin, Wake, end)
		s.walk()
		events = append(events, s.enter(s.following(), end)...)
	}
	return events
}

// end is the monotonic reading at which the phase ends by itself, if it does.
func (s *Session) end() (time.Duration, bool) {
	lasts := s.length
	if lasts == 0 {
		lasts = s.Phase().Most
	}
	return s.origin + lasts, lasts > 0
}

// due tells the marks of the phase that were passed.
func (s *Session) due(mono time.Duration) (events []Event) {
	if s.length == 0 {
		return s.checks(mono)
	}
	left := s.length - s.age(mono)
	tell := func(kind EventKind, n int, mark time.Duration) {
		events = append(events, Event{kind, s.since(s.origin + s.length - mark), s.index, n})
	}
	if half := s.length / 2; s.hasHalfWay() && !s.passed.half && left <= half {
		s.passed.half = true
		tell(HalfWay, 0, half)
	}
	for n := min(s.passed.count-1, firstCount); n >= 1 && left <= time.Duration(n)*time.Second; n-- {
		s.passed.count = n
		tell(Count, n, time.Duration(n)*time.Second)
	}
	return events
}

// checks tells the checks of an open phase that were passed. At its end there
// is none: it leads on.
func (s *Session) checks(mono time.Duration) (events []Event) {
	ph := s.Phase()
	if ph.Check <= 0 {
		return nil
	}
	for at := s.passed.check + ph.Check; at <= s.age(mono) && at != ph.Most; at += ph.Check {
		s.passed.check = at
		events = append(events, Event{Check, s.since(s.origin + at), s.index, int(at / time.Second)})
	}
	return events
}

// arm sets which marks are still to be told with that much left.
func (s *Session) arm(left time.Duration) {
	s.passed.half = s.passed.half || left <= s.length/2
	s.passed.count = int(ceil(left) / time.Second)
	if s.length < countFrom {
		s.passed.count = 0
	}
}

// enter begins a phase at a monotonic reading, or ends the session.
func (s *Session) enter(index int, mono time.Duration) []Event {
	if index < 0 {
		s.state, s.ending = Over, s.howItEnded()
		return []Event{{Finished, s.since(mono), s.index, 0}}
	}
	s.index, s.length = index, s.plan.Phases[index].Length
	s.origin, s.held, s.passed = mono, 0, passedEvents{}
	s.arm(s.length)
	return []Event{{Began, s.since(mono), index, 0}}
}

// howItEnded goes by the latest answer that was given. What was skipped through is
// not completed.
func (s *Session) howItEnded() Ending {
	for _, d := range slices.Backward(s.done) {
		switch d.Answer {
		case Eased:
			return EasedOff
		case Worse:
			return GotWorse
		}
	}
	if done, of := s.Holds(); done*2 < of {
		return WasLeft
	}
	return Completed
}

// following is the phase after this one; -1 at the end of the plan and after
// a step that only an answer led to. A plan for a cramp goes round.
func (s *Session) following() int {
	next := s.index + 1
	here := s.plan.Phases[s.index]
	switch {
	case here.Aside && next < len(s.plan.Phases) && s.plan.Phases[next].Step == here.Step:
		return next
	case here.Aside:
		return -1
	case next < s.plan.Main:
		return next
	case s.plan.Onset != nil:
		return s.plan.Onset.Round
	}
	return -1
}

func (s *Session) previous() int {
	if s.plan.Phases[s.index].Aside && s.index == s.plan.Main {
		return s.index
	}
	return max(s.index-1, 0)
}

func (s *Session) record(spent time.Duration, answer Input, mono time.Duration) {
	s.done = append(slices.Clip(s.done), Done{s.Phase(), s.since(mono), spent, answer})
}

// hasHalfWay reports whether half of the phase is told.
func (s Session) hasHalfWay() bool {
	return s.plan.Phases[s.index].Kind == Hold && s.length >= halfFrom
}

// age is how old the phase is.
func (s Session) age(mono time.Duration) time.Duration {
	if s.state != Running {
		return s.held
	}
	return max(mono-s.origin, 0)
}

func (s Session) since(mono time.Duration) time.Duration { return mono - s.start.Mono }

func ceil(d time.Duration) time.Duration {
	return (d + time.Second - 1).Truncate(time.Second)
}
