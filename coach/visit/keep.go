package visit

import (
	"cmp"
	"slices"
	"time"

	"uncramp/coach/record"
	"uncramp/coach/session"
)

// entry is what the diary is to keep of the routine that ended last, and of the
// cramp it was followed for; nil where nothing was done in it. What was
// followed before another cramp is dropped.
func (v *Visit) entry(now session.Instant) *record.Entry {
	last := v.past[len(v.past)-1]
	s := last.session
	if s.Worked() == 0 && !slices.ContainsFunc(s.Done(), func(d session.Done) bool { return d.Answer != session.Wake }) {
		return nil
	}
	if v.another(s) {
		v.past, v.cramp, v.asked, v.offers = []pastSession{last}, record.Episode{}, false, nil
	}
	e := &record.Entry{Session: last.row(now)}
	if v.cramp.ID == "" && isRelief(s) {
		v.cramp.ID, v.cramp.At = record.NewID(now.Wall), now.Wall.Add(-s.SinceOnset(now))
	}
	if v.cramp.ID != "" {
		v.cramp = crampOf(v.cramp, v.past)
		v.cramp.Edited = now.Wall
		e.Session.Episode, e.Episode = v.cramp.ID, v.cramp
	}
	return e
}

// AsksAbout returns the cramp that a person is to be asked about as she leaves:
// once, and not one whose relief was only left in the middle.
func (v Visit) AsksAbout() (Visit, record.Episode, bool) {
	if v.asked || v.cramp.ID == "" || !slices.ContainsFunc(v.past, reliefEnded) {
		return v, record.Episode{}, false
	}
	v.asked = true
	return v, v.cramp, true
}

func reliefEnded(f pastSession) bool {
	return isRelief(f.session) && f.session.Ending() != session.WasLeft
}

// another reports whether a relief is for another cramp than what was followed
// before it: that one had eased, or this one's clock began anew.
func (v Visit) another(s session.Session) bool {
	if v.cramp.ID == "" || !isRelief(s) {
		return false
	}
	earlier := crampOf(v.cramp, v.past[:len(v.past)-1])
	return earlier.Relief > 0 || before(s) < earlier.Length
}

// row is a routine that was followed, as the diary keeps it.
func (f pastSession) row(now session.Instant) record.Session {
	s := f.session
	return record.Session{
		ID: record.NewID(now.Wall), At: f.began, Routine: s.Plan().Routine, Ending: s.Ending(),
		Planned: s.Plan().Total(), Worked: s.Worked(), Choice: f.choice, Done: attempts(s), Edited: now.Wall,
	}
}

// crampOf is a cramp with what the routines that were followed tell of it: how
// long it lasted, when it eased, and what was tried. What came before the first
// relief was not tried against it.
func crampOf(e record.Episode, list []pastSession) record.Episode {
	e.Tried, e.Relief = nil, 0
	first := slices.IndexFunc(list, func(f pastSession) bool { return isRelief(f.session) })
	if first < 0 {
		return e
	}
	eased := false
	for _, f := range list[first:] {
		if isRelief(f.session) {
			e.Muscle, e.Side = cmp.Or(f.choice.Muscle, f.session.Phase().Muscle), f.choice.Side
			e.Length, eased = lasted(f.session)
		}
		if eased {
			e.Relief = e.Length
		}
		e.Tried = append(e.Tried, attempts(f.session)...)
	}
	return e
}

// isRelief reports whether a session leads through a cramp that lasts.
func isRelief(s session.Session) bool { return s.Plan().Onset != nil }

// before is how long the cramp had lasted when a relief began.
func before(s session.Session) time.Duration {
	return s.SinceOnset(session.Instant{}) - s.Elapsed(session.Instant{})
}

// lasted is how long a cramp lasted: until it eased, if that was the last word
// on it, or else until its relief was over.
func lasted(s session.Session) (length time.Duration, eased bool) {
	length = before(s) + s.Last().At
	for _, d := range slices.Backward(s.Done()) {
		switch d.Answer {
		case session.Eased:
			return before(s) + d.At, true
		case session.Worse:
			return length, false
		}
	}
	return length, false
}

// attempts lists the steps of a session, in order, with the time that was worked
// and the answer. A step comes again when it was come back to. What was passed
// over in getting ready is left out.
func attempts(s session.Session) (list []record.Attempt) {
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
		at := slices.IndexFunc(list[step:], func(a record.Attempt) bool { return a.Side == ph.Side })
		if at < 0 {
			at = len(list) - step
			list = append(list, record.Attempt{Routine: s.Plan().Routine, Step: ph.Step, Name: ph.Name, Muscle: ph.Muscle, Side: ph.Side})
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
