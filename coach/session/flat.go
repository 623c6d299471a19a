package session

import (
	"cmp"
	"slices"

	"uncramp/routines"
)

// phases lays one step flat: for each turn what leads up to it, the hold, and
// what lets go of it. A step for the whole leg works on the chosen muscle.
func phases(s routines.Step, c Choice, number int) (out []Phase) {
	base := Phase{
		Step: s.ID, StepNumber: number, Name: s.Name, Muscle: s.Muscle, Figure: cmp.Or(s.FigureFor.In(c.Position), s.Figure),
		Cautions: texts(s.Cautions, c.Profile), Sources: s.Sources, Note: s.Note, Answers: s.Answers, Aside: s.Aside, Of: 1,
	}
	if s.Muscle == routines.Leg {
		base.Muscle = cmp.Or(c.Muscle, s.Muscle)
	}
	if s.Repeat != nil {
		base.Of = int(s.Repeat.Times)
		base.Counted = base.Of > 1 && s.Hold != nil && s.Hold.Time.Duration() < countFrom
	}
	if s.Sets != nil {
		base.Sets = int(s.Sets.Times)
	}
	add := func(kind Kind, part *routines.Part, word string) {
		if part == nil {
			return
		}
		ph := base
		ph.Kind, ph.Word, ph.Length = kind, cmp.Or(part.Word, word), part.Time.Duration()
		ph.Prompt, ph.Support, ph.Limb, ph.Timing = part.Prompt, part.Support, part.Limb, part.Source
		if kind == Prepare {
			ph.Length = max(ph.Length+c.Prepare, leastPrepare)
		}
		out = append(out, ph)
	}
	turns := turnsOf(s, c.Side)
	for i, t := range turns {
		last := turns[max(i-1, 0)]
		base.Side, base.Repetition = t.leg, t.repetition
		if s.Sets != nil {
			base.Set = t.set
		}
		leg, set := t.leg != last.leg, t.set != last.set
		if set && (!leg || s.Sides == routines.Alternate) { // else the other leg has rested
			source := cmp.Or(s.Sets.RestSource, s.Sets.Source)
			add(Rest, &routines.Part{Time: s.Sets.Rest, Source: source, Prompt: restBetweenSets}, restWord)
		}
		switch {
		case i == 0:
			add(Prepare, s.Prepare, "get ready")
		case leg:
			add(Prepare, s.Change, "change legs")
		case !set:
			add(Rest, s.Rest, restWord)
		}
		if o := s.Open; o != nil {
			add(Open, &routines.Part{Source: o.Source, Word: o.Word, Prompt: o.Prompt, Support: o.Support, Limb: o.Limb}, "hold gently")
			open := &out[len(out)-1]
			open.Check, open.Most = o.Check.Duration(), o.Most.Duration()
		}
		add(Hold, s.Hold, "hold")
		add(Release, s.Release, "let go")
	}
	return out
}

// turn is one time that the work of a step is done; set and repetition begin at 1.
type turn struct {
	leg             routines.Side
	set, repetition int
}

// turnsOf lists the turns of a step: every set of one leg before the other, or, where
// the legs alternate, turn about within a set. The sore leg goes first.
func turnsOf(s routines.Step, sore routines.Side) (list []turn) {
	sets, times := 1, 1
	if s.Sets != nil {
		sets = int(s.Sets.Times)
	}
	if s.Repeat != nil {
		times = int(s.Repeat.Times)
	}
	for _, leg := range legsOf(s.Sides, sore) {
		for i := range sets * times {
			list = append(list, turn{leg, i/times + 1, i%times + 1})
		}
	}
	if s.Sides == routines.Alternate {
		slices.SortStableFunc(list, func(a, b turn) int {
			return cmp.Or(cmp.Compare(a.set, b.set), cmp.Compare(a.repetition, b.repetition))
		})
	}
	return list
}

// legsOf lists what a step works on, in turn: the sore leg first.
func legsOf(s routines.Sides, sore routines.Side) []routines.Side {
	switch {
	case s == routines.LeftSide:
		return []routines.Side{routines.Left}
	case s == routines.RightSide:
		return []routines.Side{routines.Right}
	case s == routines.OneSide:
		return []routines.Side{sore}
	case s == routines.BothSides:
		return []routines.Side{routines.Both}
	case sore == routines.Right:
		return []routines.Side{routines.Right, routines.Left}
	}
	return []routines.Side{routines.Left, routines.Right}
}
