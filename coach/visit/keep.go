package visit

import (
	"cmp"
	"slices"
	"time"

	"uncramp/coach/record"
	"uncramp/coach/session"
)

// leastFollowed is how long something is followed, at least, to be kept where
// nothing was answered.
const leastFollowed = 30 * time.Second

// cramp is a cramp of the visit, as it was last kept; without an id it was not.
type cramp struct {
	record.Episode
	asked  bool            // the form about it was offered
	before *record.Episode // as an earlier visit left it; nil: it began on this one
}

// untouched reports whether it is as an earlier visit left it.
func (c cramp) untouched() bool { return c.before != nil && c.Edited.Equal(c.before.Edited) }

// isRelief reports whether a session leads through a cramp that lasts.
func isRelief(s session.Session) bool { return s.Plan().Onset != nil }

// crampFor is the number of the cramp that a routine is followed for: a relief
// is for the one there is, unless it is for another; what is no relief is for
// the last one that was kept.
func (v *Visit) crampFor(p Play) int {
	switch n := len(v.cramps); {
	case p.Plan.Onset != nil && p.Cramp != nil:
		v.cramps = append(slices.Clip(v.cramps), cramp{Episode: *p.Cramp, before: p.Cramp})
		return n + 1
	case p.Plan.Onset != nil && (p.Anew || n == 0):
		v.cramps = append(slices.Clip(v.cramps), cramp{})
		return n + 1
	case p.Plan.Onset != nil:
		return n
	}
	for i, c := range slices.Backward(v.cramps) {
		if c.ID != "" {
			return i + 1
		}
	}
	return 0
}

// counts reports whether what was followed is worth to be kept: an answer was
// given, the person said something of the cramp, or it was followed for a while.
func (f followed) counts(now session.Instant) bool {
	if f.play.Trial {
		return false
	}
	return f.answers() > 0 || f.told || f.session.Followed(now) >= leastFollowed
}

// keep is what the diary is to hold of the routine that is followed, or was, and
// of its cramp. What is no cramp any more is taken out of it.
func (v *Visit) keep(now session.Instant) (b record.Batch) {
	was := v.kept
	if v.kept = v.counts(now); v.kept && v.id == "" {
		v.id = record.NewID(now.Wall)
	}
	changes := was || v.kept // it is no news of the cramp otherwise
	var about record.ID
	if v.cramp > 0 && (changes || isRelief(v.session)) {
		b.Episodes = v.keepCramp(now)
		about = v.cramps[v.cramp-1].ID
	}
	if changes {
		b.Sessions = append(b.Sessions, v.row(about, v.kept, now))
	}
	return b
}

// keepCramp is the row of the cramp that is followed, where there is or was one.
func (v *Visit) keepCramp(now session.Instant) []record.Episode {
	list := v.crampRoutines(now)
	v.cramps = slices.Clone(v.cramps)
	c := &v.cramps[v.cramp-1]
	is := len(list) > 0 || c.Severity.Given || c.before != nil
	if !is && (c.ID == "" || c.Deleted) || len(list) == 0 && c.untouched() {
		return nil
	}
	if c.ID == "" {
		c.ID = record.NewID(now.Wall)
	}
	c.Tried, c.Length, c.Relief = nil, 0, 0
	if c.before != nil {
		c.Tried = c.before.Tried
	}
	c.Episode = crampOf(c.Episode, list, now)
	c.Edited, c.Deleted = later(c.Edited, now.Wall), !is
	return []record.Episode{c.Episode}
}

// crampRoutines are those that were followed for the cramp and count, in the
// order in which they began; where no relief does, but something else, all are.
func (v Visit) crampRoutines(now session.Instant) []followed {
	all := append(slices.Clip(v.past), v.followed)
	all = slices.DeleteFunc(all, func(f followed) bool { return f.cramp != v.cramp })
	slices.SortStableFunc(all, func(a, b followed) int { return cmp.Compare(a.number, b.number) })
	counting := slices.DeleteFunc(slices.Clone(all), func(f followed) bool { return !f.counts(now) })
	if len(counting) > 0 && !slices.ContainsFunc(counting, func(f followed) bool { return isRelief(f.session) }) {
		return all
	}
	return counting
}

// Kept returns the ids of what the diary holds of the visit, once all is written.
func (v Visit) Kept() (ids []record.ID) {
	all := slices.Clip(v.past)
	if v.Stage() != Over { // else it is among them
		all = append(all, v.followed)
	}
	for _, f := range all {
		if f.kept {
			ids = append(ids, f.id)
		}
	}
	for _, c := range v.cramps {
		if c.ID != "" && !c.Deleted {
			ids = append(ids, c.ID)
		}
	}
	return ids
}

// AsksAbout returns the cramp that a person is to be asked about as she leaves:
// once, and not one whose relief was only left in the middle.
func (v Visit) AsksAbout() (Visit, record.Episode, bool) {
	at := len(v.cramps) - 1
	ended := func(f followed) bool {
		return f.cramp == at+1 && isRelief(f.session) && f.session.Ending() != session.WasLeft
	}
	if at < 0 || v.cramps[at].asked || v.cramps[at].ID == "" || v.cramps[at].Deleted || !slices.ContainsFunc(v.past, ended) {
		return v, record.Episode{}, false
	}
	v.cramps = slices.Clone(v.cramps)
	v.cramps[at].asked = true
	return v, v.cramps[at].Episode, true
}

// later is now, or just after the moment of an edit, should the clock have been
// set back since.
func later(edit, now time.Time) time.Time {
	if now.After(edit) {
		return now
	}
	return edit.Add(1)
}

// row is a routine that was followed for a cramp, as the diary keeps it, or keeps
// it no longer.
func (f *followed) row(cramp record.ID, keeps bool, now session.Instant) record.Session {
	s := f.session
	f.edited = later(f.edited, now.Wall)
	ending := s.Ending()
	if ending == session.Going { // should the program end now, it was left
		ending = session.WasLeft
	}
	return record.Session{
		ID: f.id, At: f.began, Routine: s.Plan().Routine, Ending: ending,
		Planned: s.Plan().Total(), Worked: s.Worked(), Choice: f.play.Choice, Done: attempts(s),
		Episode: cramp, Edited: f.edited, Deleted: !keeps,
	}
}

// crampOf is a cramp with what the routines that were followed tell of it: when
// it began, how long it lasted until it eased, and what else was tried. What came
// before the first relief was not tried against it.
func crampOf(e record.Episode, list []followed, now session.Instant) record.Episode {
	e.Tried = slices.Clip(e.Tried)
	first := slices.IndexFunc(list, func(f followed) bool { return isRelief(f.session) })
	if first < 0 {
		return e
	}
	last := list[first]
	gapped := false
	for _, f := range list[first:] {
		e.Tried = append(e.Tried, attempts(f.session)...)
		gapped = gapped || f.session.Gapped()
		if isRelief(f.session) && f.ended(now) >= last.ended(now) {
			last = f
		}
	}
	e.Muscle, e.Side = cmp.Or(last.play.Choice.Muscle, last.session.Phase().Muscle), last.play.Choice.Side
	e.At = last.session.Onset()
	if length := lasted(last.session); !gapped && length >= time.Second { // else nobody knows
		e.Length, e.Relief = length, length
	}
	return e
}

// ended is how long a cramp had lasted when its relief ended, or by now.
func (f followed) ended(now session.Instant) time.Duration {
	if f.session.State() != session.Over {
		return f.session.SinceOnset(now)
	}
	return f.session.Lasted(f.session.Last().At)
}

// lasted is how long a cramp lasted: until it eased, if that was the last word
// on it. Otherwise nobody told, and it is 0.
func lasted(s session.Session) time.Duration {
	for _, d := range slices.Backward(s.Done()) {
		switch d.Answer {
		case session.Eased:
			return s.Lasted(d.At)
		case session.Worse:
			return 0
		}
	}
	return 0
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
