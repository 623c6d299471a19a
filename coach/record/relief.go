package record

import (
	"cmp"
	"slices"
	"time"

	"uncramp/coach/session"
)

// OfSession is a routine that was followed, as the diary keeps it: when it was
// begun, and the choice it ended with. Whoever keeps it adds the cramp it was
// followed for.
func OfSession(s session.Session, began time.Time, c session.Choice, id ID) Session {
	return Session{
		ID: id, At: began, Routine: s.Plan().Routine, Ending: s.Ending(),
		Planned: s.Plan().Total(), Worked: s.Worked(), Choice: c, Done: triedIn(s),
	}
}

// OfRelief is the cramp that a visit was about, as far as the relief tells it.
// A visit is what was followed, in order, each with the choice it ended with.
// The onset is when the cramp began: the wall clock less [session.Session.Onset]
// of the relief, both read as it ended.
//
// What came before the first relief was not tried against the cramp. A relief
// with a clock of its own, after one that was over, is for another cramp, and
// so is what follows it. Both are left out. Whoever keeps it gives it its id.
func OfRelief(visit []session.Session, choices []session.Choice, onset time.Time) Episode {
	e := Episode{At: onset}
	first := slices.IndexFunc(visit, leads)
	if first < 0 {
		return e
	}
	eased := false
	for i := first; i < len(visit); i++ {
		s := visit[i]
		if leads(s) {
			if eased || before(s) < e.Length {
				return e
			}
			c := session.Choice{}
			if i < len(choices) {
				c = choices[i]
			}
			e.Muscle, e.Side = cmp.Or(c.Muscle, s.Phase().Muscle), c.Side
			e.Length, eased = lasted(s)
		}
		if eased {
			e.Relief = e.Length
		}
		e.Tried = append(e.Tried, triedIn(s)...)
	}
	return e
}

// leads reports whether a session leads through a cramp that lasts.
func leads(s session.Session) bool { return s.Plan().Onset != nil }

// before is how long the cramp had lasted when a relief began.
func before(s session.Session) time.Duration {
	return s.Onset(session.Instant{}) - s.Elapsed(session.Instant{})
}

// lasted is how long a cramp lasted: until it eased, if that was the last word
// on it, or else until its relief was over.
func lasted(s session.Session) (length time.Duration, eased bool) {
	length = before(s)
	done := s.Done()
	if len(done) > 0 {
		length += done[len(done)-1].At
	}
	for _, d := range slices.Backward(done) {
		switch d.Answer {
		case session.Eased:
			return before(s) + d.At, true
		case session.Worse:
			return length, false
		}
	}
	return length, false
}

// triedIn lists the steps of a session, in order, with the time that was worked
// and the answer. A step comes again when it was come back to. What was passed
// over in getting ready is left out.
func triedIn(s session.Session) (list []Attempt) {
	step := 0 // where the entries of the step begin that the session is in
	var last session.Done
	for _, d := range s.Done() {
		ph := d.Phase
		if ph.Step != last.Phase.Step || ph.Muscle != last.Phase.Muscle || last.Answer != session.Wake {
			step = len(list)
		}
		last = d
		worked := ph.Kind == session.Hold || ph.Kind == session.Open
		if d.Answer == session.Wake && (!worked || d.Spent <= 0) {
			continue
		}
		at := slices.IndexFunc(list[step:], func(t Attempt) bool { return t.Side == ph.Side })
		if at < 0 {
			at = len(list) - step
			list = append(list, Attempt{Routine: s.Plan().Routine, Step: ph.Step, Name: ph.Name, Muscle: ph.Muscle, Side: ph.Side})
		}
		if worked {
			list[step+at].Spent += d.Spent
		}
		list[step+at].Answer = answers[d.Answer]
	}
	return list
}

// answers are the words an answer is kept as.
var answers = map[session.Input]string{session.Eased: "eased", session.Same: "same", session.Worse: "worse"}
