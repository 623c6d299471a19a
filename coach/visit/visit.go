// Package visit is one visit of one person, for both players: the full-screen
// one and the one that leads line by line.
//
// A [Visit] is a value that is dropped when the person leaves: the routine that
// is followed now, what was followed before it, and the cramp it is all about.
// What a key or a typed line means is decided here, by the table of [Actions];
// a player only shows what came of it. The package is pure: the instant is an
// argument, and nothing here reads, sleeps or prints.
package visit

import (
	"cmp"
	"errors"
	"reflect"
	"slices"
	"time"

	"uncramp/coach/cue"
	"uncramp/coach/record"
	"uncramp/coach/session"
	"uncramp/routines"
)

// Play is a routine to be followed.
type Play struct {
	Routine routines.Routine
	Choice  session.Choice
	Plan    session.Plan
	From    int           // index of the phase to begin with
	Began   time.Duration // how long ago the cramp began
	Told    bool          // the person said so
	Trial   bool          // it is only tried out: nothing of it is kept
	Anew    bool          // a relief for another cramp than before it on the visit
	// Cramp is what the diary has of it from an earlier visit, on which its relief
	// was broken off; nil: nothing.
	Cramp *record.Episode
}

// Visit is one visit of one person. Begin with [New]; copies go their own way.
type Visit struct {
	followed  // now, or last
	tolerance time.Duration
	asking    bool   // whether something speaks against the routine
	note      string // what an action led to, until the next phase
	answered  answered
	switches  cue.Switches
	chosen    bool // the switches, by keys

	begun      int        // how many routines
	past       []followed // what is over, in the order in which it began
	cramps     []cramp    // of the visit, in order
	offers     []Offer
	unfinished *Play // stopped half-way by a crash
}

// followed is a routine that is followed, or was.
type followed struct {
	play    Play // with the choice as it stands
	session session.Session
	number  int       // which one of the visit it is, as they began
	began   time.Time // when the session did
	cramp   int       // the number of the cramp it is for, from 1; 0: none
	told    bool      // the person said when the cramp began
	kept    bool      // the diary holds it
	id      record.ID // of its row; empty: there never was one
	edited  time.Time // that row was
}

// answered is an answer that was just given.
type answered struct {
	answer session.Input
	at     time.Duration // by the monotonic clock
}

// Result is what came of an action. The zero value asks nothing of a player.
type Result struct {
	Events   []session.Event // what fell due, in order
	Note     string          // what the action led to, in words
	Answered bool            // that was an answer, which can be taken back
	Ended    bool            // the routine is over now
	Keep     record.Batch    // what the diary is to keep now, or to keep no longer
	Leave    bool            // the person leaves the visit
	Load     string          // id of the routine that goes well with it and is wanted
	Play     *Play           // what is to be followed next, if the red flags allow it
	Flags    bool            // the red flags are to be gone through
}

// New begins a visit on a clock whose wake-ups may be that late; see
// [session.Tolerance].
func New(tolerance time.Duration) Visit { return Visit{tolerance: tolerance} }

// Begin follows a routine from an instant on. Where something may speak against
// it, nothing begins until that is answered: the visit is [Asking]. A cramp that
// has lasted too long already is over at once.
func (v Visit) Begin(p Play, now session.Instant) (Visit, Result) {
	v.begun++
	v.followed = followed{play: p, number: v.begun, began: now.Wall, told: p.Told}
	v.cramp = v.crampFor(p)
	v.note, v.answered = "", answered{}
	r := Result{Events: v.start(p, now)}
	if v.session.State() == session.Over {
		v.end(now, &r)
		return v, r
	}
	if isUnfinished(v) {
		v.note = unfinishedNote(*v.unfinished)
	}
	if v.asking = len(p.Plan.NotIf) > 0; v.asking {
		v.session, _ = session.Next(v.session, session.Pause, now)
		return v, Result{}
	}
	return v, r
}

func (v *Visit) start(p Play, now session.Instant) (events []session.Event) {
	v.session, events = session.Start(
		p.Plan, now, session.From(p.From), session.CrampBegan(p.Began), session.WithTolerance(v.tolerance))
	return events
}

// WithUnfinished offers to go on with a routine that was stopped half-way; nil
// offers none.
func (v Visit) WithUnfinished(p *Play) Visit {
	v.unfinished = p
	return v
}

// WithCramp takes over what a person told about the cramp, so that what is kept
// later does not lose it.
func (v Visit) WithCramp(e record.Episode) Visit {
	if i := slices.IndexFunc(v.cramps, func(c cramp) bool { return c.ID == e.ID }); i >= 0 {
		v.cramps = slices.Clone(v.cramps)
		v.cramps[i].Episode = e
	}
	return v
}

// WithSwitches says what is to be heard, unless keys chose that on this visit.
func (v Visit) WithSwitches(on cue.Switches) Visit {
	if !v.chosen {
		v.switches = on
	}
	return v
}

// Switches returns what is to be heard.
func (v Visit) Switches() cue.Switches { return v.switches }

// WithNote shows a line in place of what an action led to.
func (v Visit) WithNote(line string) Visit {
	v.note = line
	return v
}

// Stage is where a routine stands. Stages can be added up.
type Stage int

// The stages of a routine.
const (
	Asking    Stage = 1 << iota // something may speak against it, and the person is asked
	Following                   // it is followed, or pauses
	Over                        // its end is shown
)

// Stage returns where the routine stands.
func (v Visit) Stage() Stage {
	switch {
	case v.session.State() == session.Over:
		return Over
	case v.asking:
		return Asking
	}
	return Following
}

// Session returns the session that is followed, or was last.
func (v Visit) Session() session.Session { return v.session }

// Routine returns the routine of that session.
func (v Visit) Routine() routines.Routine { return v.play.Routine }

// Choice returns the muscle, the leg and the position as they stand.
func (v Visit) Choice() session.Choice { return v.play.Choice }

// Note returns what an action led to, or another line that was put in its
// place; it holds until the next phase.
func (v Visit) Note() string { return v.note }

// First reports whether nothing was followed before this routine.
func (v Visit) First() bool {
	return len(v.past) == 0 || len(v.past) == 1 && v.Stage() == Over
}

// LastEnding is how the routine that was over last ended; [session.Going] where
// none was.
func (v Visit) LastEnding() session.Ending {
	if e := v.session.Ending(); e != session.Going || len(v.past) == 0 {
		return e
	}
	return v.past[len(v.past)-1].session.Ending()
}

// Relief reports whether a relief is followed, or was on this visit.
func (v Visit) Relief() bool {
	_, was := v.lastRelief()
	return was
}

// GotWorse reports whether the phase is one that it got worse led to.
func (v Visit) GotWorse() bool { return v.session.GotWorse() }

// Wake returns how long after now the next thing changes by itself; false when
// nothing will.
func (v Visit) Wake(now session.Instant) (time.Duration, bool) {
	wait, ok := v.session.Wake(now)
	if left := v.answered.at + answerTime - now.Mono; v.JustAnswered(now) && (!ok || left < wait) {
		return left, true
	}
	return wait, ok
}

// Advance lets time pass until now.
func (v Visit) Advance(now session.Instant) (Visit, Result) {
	r := v.take(session.Wake, now)
	return v, r
}

// Halt lets time pass until now and then pauses, without a word, for as long as
// the person looks at something else.
func (v Visit) Halt(now session.Instant) (Visit, Result) {
	r := v.halt(0, now)
	return v, r
}

func (v *Visit) halt(_ int, now session.Instant) Result {
	r := v.take(session.Wake, now)
	if v.session.State() == session.Running {
		v.session, _ = session.Next(v.session, session.Pause, now)
	}
	return r
}

// take hands an input to the session, and ends the routine with it.
func (v *Visit) take(in session.Input, now session.Instant) Result {
	var r Result
	was, before := v.session.State(), len(v.session.Done())
	v.session, r.Events = session.Next(v.session, in, now)
	switch {
	case was == session.Over && v.session.State() == session.Over:
		return Result{}
	case slices.ContainsFunc(r.Events, turns), in == session.Earlier, in == session.Later:
		v.note = v.noteFor(in)
		r.Note = v.note
	case slices.ContainsFunc(r.Events, func(e session.Event) bool { return e.Kind == session.Check }):
		v.note = askNote
	}
	v.told = v.told || in == session.Earlier || in == session.Later
	if last := v.session.Last(); last.Answer != session.Wake && last.Answer == in && len(v.session.Done()) > before {
		v.answered, r.Answered = answered{in, now.Mono}, true
	}
	if v.session.State() == session.Over {
		v.end(now, &r)
	}
	return r
}

// end puts the routine among what is over, in the order in which it all began.
func (v *Visit) end(now session.Instant, r *Result) {
	r.Ended, r.Keep = true, v.keep(now)
	v.asking, v.note = false, ""
	at, _ := slices.BinarySearchFunc(v.past, v.number, func(f followed, n int) int { return cmp.Compare(f.number, n) })
	v.past = slices.Insert(slices.Clone(v.past), at, v.followed)
}

// turns reports whether something else begins with an event.
func turns(e session.Event) bool { return e.Kind == session.Began || e.Kind == session.Finished }

// choose plays on for another muscle, leg or position, in the same step from
// its beginning. The clocks go on, and where nothing changes, so does the step.
func (v *Visit) choose(c session.Choice, note string, now session.Instant) Result {
	r := v.take(session.Wake, now)
	p, err := session.NewPlan(v.play.Routine, c)
	var refused *session.Refusal
	switch {
	case v.session.State() == session.Over:
		return r
	case errors.As(err, &refused):
		v.note, r.Note = err.Error(), err.Error()
		return r
	case err != nil: // it has no version for it
		return r
	case len(p.Adapted) > 0: // another position than was asked for, and why
		note = p.Changes()
	}
	if v.play.Choice = c; reflect.DeepEqual(p, v.session.Plan()) {
		return r
	}
	var events []session.Event
	v.session, events = session.Replan(v.session, p, now)
	v.note, r.Note, r.Events = note, note, append(r.Events, events...)
	return r
}

// fit begins what nothing speaks against. A cramp went on while that was asked.
func (v *Visit) fit(_ int, now session.Instant) Result {
	p := v.play
	p.Began = v.session.SinceOnset(now)
	v.asking, v.began, v.note = false, now.Wall, ""
	if p.Plan.Onset == nil {
		p.Began = 0
	}
	return Result{Events: v.start(p, now)}
}

// leave ends the routine. The visit ends with it if it was the first.
func (v *Visit) leave(_ int, now session.Instant) Result {
	first := len(v.past) == 0
	if v.Stage() == Over {
		return Result{Leave: true}
	}
	r := v.take(session.Leave, now)
	r.Leave = first
	return r
}

// again is the same routine from its beginning. The clock of a cramp goes on.
func (v *Visit) again(_ int, now session.Instant) Result {
	p := Play{Routine: v.play.Routine, Choice: v.play.Choice, Plan: v.session.Plan()}
	if isRelief(v.session) {
		p.Began = v.session.SinceOnset(now)
	}
	return Result{Play: &p}
}

// goOn is what was stopped half-way; it is offered once.
// What was followed until then is left, if it is worth to be kept.
func (v *Visit) goOn(_ int, now session.Instant) (r Result) {
	p := v.unfinished
	v.unfinished = nil
	if v.counts(now) {
		r = v.take(session.Leave, now)
	}
	r.Play = p
	return r
}
