package visit

import (
	"slices"
	"time"

	"uncramp/coach/record"
	"uncramp/coach/session"
	"uncramp/routines"
)

// answerTime is how long a person is told that an answer can be taken back.
const answerTime = 10 * time.Second

// JustAnswered reports whether an answer was given so lately that the person is
// told how to take it back. [Visit.LastAnswer] says which.
func (v Visit) JustAnswered(now session.Instant) bool {
	return v.answered.answer != session.Wake && now.Mono-v.answered.at < answerTime && hasAnswered(v)
}

// AnsweredAt is when the last answer was given, by the monotonic clock.
func (v Visit) AnsweredAt() time.Duration { return v.answered.at }

// LastAnswer returns what was answered last, in a word.
func (v Visit) LastAnswer() string { return answers[v.answered.answer] }

// answeredIn is the place among what is over of the last routine with an answer
// that can be taken back; -1 where there is none.
func (v Visit) answeredIn() int {
	for i, f := range slices.Backward(v.past) {
		if _, ok := f.session.LastAnswer(); ok {
			return i
		}
	}
	return -1
}

// hasAnswered reports whether an answer can be taken back. After ten minutes none
// is: what to do is the same.
func hasAnswered(v Visit) bool {
	_, here := v.session.LastAnswer()
	return v.session.Ending() != session.TooLong && (here || v.answeredIn() >= 0)
}

// hasWayBack reports whether there is a phase to go back to.
func hasWayBack(v Visit) bool { return v.Stage() != Over || v.session.Reopens() }

// back goes one step back on the way that led here. A routine that is over is
// gone on with.
func (v *Visit) back(_ int, now session.Instant) Result {
	if v.Stage() == Over {
		return v.reopen(session.Back, now)
	}
	return v.goBack(session.Back, now)
}

// takeBack takes the last answer of the visit back, and goes on where it was
// given: in the same cramp, by the same clock.
func (v *Visit) takeBack(_ int, now session.Instant) Result {
	if _, here := v.session.LastAnswer(); here && v.Stage() != Over {
		return v.goBack(session.TakeBack, now)
	}
	to := v.past[v.answeredIn()]
	merged := v.merge(to, now)
	left := v.take(session.Leave, now)              // unless it is over
	if last := v.followed; isRelief(last.session) { // what was said of its beginning holds
		to.session = to.session.WithOnset(last.session.SinceOnset(now), now)
	}
	v.followed = to
	r := v.reopen(session.TakeBack, now)
	r.Keep = joined(merged, left.Keep, r.Keep)
	return r
}

// reopen goes on with a routine that is over, as an input says.
func (v *Visit) reopen(in session.Input, now session.Instant) Result {
	v.past = slices.DeleteFunc(slices.Clone(v.past), func(f followed) bool { return f.number == v.number })
	return v.goBack(in, now)
}

// goBack hands an input to the session that leads back. It says that an answer
// was taken back, where one was, and has the diary hold what is still so.
func (v *Visit) goBack(in session.Input, now session.Instant) Result {
	before := v.answers()
	r := v.take(in, now)
	if v.answers() < before {
		v.note, r.Note, v.answered = takenBack, takenBack, answered{}
	}
	if v.kept && v.Stage() != Over {
		r.Keep = v.keep(now)
	}
	return r
}

// answers is how many were given in the session.
func (f followed) answers() (n int) {
	for _, d := range f.session.Done() {
		if d.Answer != session.Wake {
			n++
		}
	}
	return n
}

// merge makes what was followed for later cramps part of the one that a routine
// was followed for, which has not eased after all.
func (v *Visit) merge(to followed, now session.Instant) (b record.Batch) {
	since := to.session.SinceOnset(now)
	join := func(f *followed) {
		if f.cramp <= to.cramp {
			return
		}
		f.cramp = to.cramp
		if isRelief(f.session) {
			f.session = f.session.WithOnset(since, now)
		}
		if f.kept {
			b.Sessions = append(b.Sessions, f.row(v.cramps[to.cramp-1].ID, true, now))
		}
	}
	v.past = slices.Clone(v.past)
	for i := range v.past {
		join(&v.past[i])
	}
	join(&v.followed)
	for _, c := range v.cramps[to.cramp:] {
		if c.ID != "" && !c.Deleted {
			c.Edited, c.Deleted = later(c.Edited, now.Wall), true
			b.Episodes = append(b.Episodes, c.Episode)
		}
	}
	v.cramps = slices.Clip(v.cramps[:to.cramp])
	return b
}

// joined is some batches as one.
func joined(list ...record.Batch) (all record.Batch) {
	for _, b := range list {
		all.Episodes = slices.Concat(all.Episodes, b.Episodes)
		all.Sessions = slices.Concat(all.Sessions, b.Sessions)
	}
	return all
}

// lastRelief is the relief that is followed, or was last.
func (v Visit) lastRelief() (followed, bool) {
	if isRelief(v.session) {
		return v.followed, true
	}
	for _, f := range slices.Backward(v.past) {
		if isRelief(f.session) {
			return f, true
		}
	}
	return followed{}, false
}

// canComeBack reports whether another cramp can have begun: the last one eased,
// or time went by unseen in it.
func canComeBack(v Visit) bool {
	f, ok := v.lastRelief()
	return ok && (f.session.Ending() == session.EasedOff || f.session.State() == session.Waiting)
}

// itsBack is the relief for another cramp, with a clock of its own.
func (v *Visit) itsBack(_ int, now session.Instant) Result {
	f, _ := v.lastRelief()
	r := v.take(session.Leave, now) // unless it is over
	r.Play = &Play{Routine: f.play.Routine, Choice: f.play.Choice, Plan: f.session.Plan(), Anew: true}
	return r
}

// hasOneLeg reports whether a cramp can turn out to be in both.
func hasOneLeg(v Visit) bool { return hasCramp(v) && v.play.Choice.Side != routines.Both }

// chooseBoth goes on with both legs. The red flags come first: cramps in both
// may be more than that.
func (v *Visit) chooseBoth(_ int, now session.Instant) Result {
	c := v.play.Choice
	c.Side = routines.Both
	r := v.choose(c, bothNote, now)
	v.halt(0, now)
	r.Flags = v.Stage() != Over
	return r
}
