package sheet

import (
	"cmp"
	"slices"

	"uncramp/coach/figure"
	"uncramp/coach/session"
	"uncramp/coach/text"
	"uncramp/routines"
)

// step is one step of a sheet.
type step struct {
	Number   int    // 0: only an answer leads to it
	When     string // then which
	Name     string
	Dose     []string
	Words    []words
	Notes    []string // what is to be taken care of, a partner's hands, what is done otherwise for this person
	Pictures []picture
}

// words are what is done in a phase.
type words struct{ Phase, Prompt string }

// steps are those of the plan, those that only an answer leads to last.
func (s Sheet) steps(figures figure.Library) (list []step) {
	var at []session.Phase
	for i, ph := range s.Plan.Phases {
		at = append(at, ph)
		if i+1 == len(s.Plan.Phases) || s.Plan.Phases[i+1].Step != ph.Step {
			list = append(list, s.step(at, figures))
			at = nil
		}
	}
	return list
}

// step is that of some phases.
func (s Sheet) step(phases []session.Phase, figures figure.Library) step {
	first := phases[0]
	out := step{Number: first.StepNumber, Name: text.Clean(first.Name), Dose: dose(phases), Pictures: pictures(phases, figures)}
	if first.Aside {
		out.When = s.when(first.Step)
	}
	for _, ph := range phases {
		said := words{text.Clean(ph.Word), text.Clean(ph.Prompt)}
		if said.Prompt != "" && !slices.Contains(out.Words, said) {
			out.Words = append(out.Words, said)
		}
	}
	for _, c := range first.Adapted {
		out.Notes = append(out.Notes, text.Clean(c.Text))
	}
	out.Notes = append(out.Notes, cleaned(first.Cautions)...)
	return out
}

// when says which answer leads to a step.
func (s Sheet) when(id string) string {
	for _, ph := range s.Plan.Phases {
		switch a := ph.Answers; {
		case a == nil:
		case a.Worse == id:
			return ifWorse
		case a.Same == id:
			return ifSame
		case a.Eased == id:
			return ifEased
		}
	}
	return ""
}

// dose says how much of a step is done: how long, how often, on which leg, with which
// rests.
func dose(phases []session.Phase) (list []string) {
	work := slices.DeleteFunc(slices.Clone(phases), func(ph session.Phase) bool {
		return ph.Kind != session.Hold && ph.Kind != session.Open
	})
	if len(work) == 0 {
		return nil
	}
	first := work[0]
	list = append(list, lasts(first))
	if i := slices.IndexFunc(phases, func(ph session.Phase) bool { return ph.Kind == session.Release && ph.Length > 0 }); i >= 0 {
		list = append(list, lasts(phases[i]))
	}
	if first.Of > 1 {
		list = append(list, times(first.Of))
	}
	if first.Sets > 1 {
		list = append(list, sets(first.Sets))
	}
	list = append(list, legs(work))
	between, sets := rests(phases)
	return slices.DeleteFunc(append(list, between, sets), func(s string) bool { return s == "" })
}

// legs says on which legs a step is done, from its phases of work.
func legs(work []session.Phase) string {
	first, last := work[0], work[len(work)-1]
	switch {
	case first.Side != last.Side && len(work) > 2 && work[0].Side != work[1].Side:
		return turnAbout
	case first.Side != last.Side:
		return eachLeg
	}
	return cmp.Or(sideWords[first.Side], soreLeg)
}

// rests are those between two times, and between two sets.
func rests(phases []session.Phase) (between, sets string) {
	for i, ph := range phases {
		if ph.Kind != session.Rest || i == 0 {
			continue
		}
		if ph.Set != phases[i-1].Set {
			sets = restsBetweenSets(ph.Length)
		} else {
			between = restsBetween(ph.Length)
		}
	}
	return between, sets
}

// sideWords name the legs of a step that has no turns.
var sideWords = map[routines.Side]string{routines.Left: leftLeg, routines.Right: rightLeg, routines.Both: bothLegs}
