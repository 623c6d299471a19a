package visit

import (
	"slices"
	"time"

	"uncramp/coach/record"
	"uncramp/coach/session"
	"uncramp/routines"
)

// Bookmark is where a routine stands that is being followed, so that it can be
// gone on with after a crash.
type Bookmark struct {
	Routine string         `json:"routine"` // its id
	Choice  session.Choice `json:"choice"`
	Phase   int            `json:"phase"` // index in the plan
	// Step is the id of the step of that phase; empty: nobody noted it. The routine's
	// file, or what suits the person, may be another the next time.
	Step  string    `json:"step,omitempty"`
	Began time.Time `json:"began"` // the cramp; zero: there is none
	// Cramp is what the diary has of the cramp; nil: nothing.
	Cramp *record.Episode `json:"cramp,omitempty"`
}

// Bookmark returns where the routine stands; nil when none is being followed.
func (v Visit) Bookmark(now session.Instant) *Bookmark {
	s := v.session
	if s.State() == session.Over || len(s.Plan().Phases) == 0 || v.play.Trial {
		return nil
	}
	b := Bookmark{Routine: s.Plan().Routine, Choice: v.play.Choice, Phase: s.Index(), Step: s.Plan().Phases[s.Index()].Step}
	if isRelief(s) {
		b.Began, b.Cramp = now.Wall.Add(-s.SinceOnset(now)), v.keptCramp()
	}
	return &b
}

// keptCramp is what the diary has of the cramp that is followed; nil: nothing.
func (v Visit) keptCramp() *record.Episode {
	if c := v.cramps[v.cramp-1].Episode; c.ID != "" && !c.Deleted {
		return &c
	}
	return nil
}

// BreakOff ends the routine that is followed where something else than the
// person ends it: what counts is kept, as if she had left. The bookmark leads
// back to it, in the same cramp; nil: nothing was followed.
func (v Visit) BreakOff(now session.Instant) (Visit, Result, *Bookmark) {
	at := v.Bookmark(now)
	if at == nil {
		return v, Result{}, nil
	}
	r := v.take(session.Leave, now)
	if isRelief(v.session) {
		at.Cramp = v.keptCramp()
	}
	return v, r, at
}

// SamePlace reports whether two bookmarks lead to the same phase, or both to
// none.
func (b *Bookmark) SamePlace(other *Bookmark) bool {
	if b == nil || other == nil {
		return b == other
	}
	return b.Routine == other.Routine && b.Choice == other.Choice && b.Phase == other.Phase
}

// GoOn is a routine from the bookmark on; false if it has no such place, or if
// the cramp is one that the coach leads through no more.
func (b Bookmark) GoOn(p Play, now time.Time) (Play, bool) {
	from, ok := b.phaseOf(p.Plan)
	if !ok {
		return Play{}, false
	}
	p.From = from
	if b.Cramp != nil {
		if c, err := b.Cramp.Normalize(); err == nil { // else the diary would take nothing of it
			p.Cramp = &c
		}
	}
	if !b.Began.IsZero() {
		p.Began = max(now.Sub(b.Began), 0)
	}
	return p, p.Plan.Onset == nil || p.Began < p.Plan.Onset.Stop
}

// phaseOf is the phase of a plan that the bookmark leads to: where it stood, or the
// beginning of its step, where that stands elsewhere now; false: there is none.
func (b Bookmark) phaseOf(p session.Plan) (phase int, ok bool) {
	isStep := func(ph session.Phase) bool { return b.Step == "" || ph.Step == b.Step }
	if b.Phase >= 0 && b.Phase < len(p.Phases) && isStep(p.Phases[b.Phase]) {
		return b.Phase, true
	}
	phase = slices.IndexFunc(p.Phases, isStep)
	return phase, phase >= 0 && b.Step != ""
}

// Suiting is the routine as it is for a person who says something else about herself now,
// from the same step on; false: nothing of that is left.
func (p Play) Suiting(about routines.Profile) (Play, bool) {
	if about == p.Choice.Profile || p.From >= len(p.Plan.Phases) {
		return p, true
	}
	at := Bookmark{Phase: p.From, Step: p.Plan.Phases[p.From].Step}
	p.Choice.Profile = about
	plan, err := session.NewPlan(p.Routine, p.Choice)
	if err != nil {
		return p, false
	}
	from, ok := at.phaseOf(plan)
	p.Plan, p.From = plan, from
	return p, ok
}
