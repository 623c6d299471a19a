package session

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"uncramp/routines"
)

// Refusal is the error of a routine of which nothing is left for somebody.
type Refusal struct {
	Routine string   // its name
	Because []string // what is left out and why, and what to do instead, a sentence each
}

// Error says it in one line.
func (r *Refusal) Error() string {
	return fmt.Sprintf(refusedRoutine, r.Routine, strings.Join(r.Because, " "))
}

// Change is something that is done otherwise for a person than is usual.
type Change struct {
	Text   string // what, or why, in a sentence
	Source string // a publication's id, "general", or empty: it follows from another one
}

func refusal(r routines.Routine, p routines.Profile, because []Change) error {
	if p.Unreadable() {
		return &Refusal{r.Name, []string{unreadableNote, lookAtIt}}
	}
	e := &Refusal{Routine: r.Name}
	for _, c := range because {
		e.Because = append(e.Because, c.Text)
	}
	return e
}

// version is what a routine has for somebody in one position.
type version struct {
	position routines.Position
	steps    []fittedStep
}

// fittedStep is a step of a version; because is why it is left out, empty where
// it is played.
type fittedStep struct {
	routines.Step
	because []Change
}

// leftOut are the steps that are left out.
func (v version) leftOut() (list []fittedStep) {
	return slices.DeleteFunc(slices.Clone(v.steps), func(s fittedStep) bool { return len(s.because) == 0 })
}

// works reports whether a step is left that is led through unasked.
func (v version) works() bool {
	return slices.ContainsFunc(v.steps, func(s fittedStep) bool { return len(s.because) == 0 && !s.Aside })
}

// because are the reasons for all that is left out, each once.
func (v version) because() (list []Change) {
	for _, s := range v.leftOut() {
		list = appendNew(list, s.because...)
	}
	return list
}

func appendNew(list []Change, more ...Change) []Change {
	for _, c := range more {
		if !slices.Contains(list, c) {
			list = append(list, c)
		}
	}
	return list
}

// suited returns the versions of a routine that suit a person, those in which
// least is left out. The first one is what is taken where no other position was
// chosen. The error is a [*Refusal].
func suited(r routines.Routine, c Choice) ([]version, error) {
	if because := broken(rulesFor(r, ""), c.Profile); len(because) > 0 {
		return nil, refusal(r, c.Profile, because)
	}
	var all []version
	var because []Change
	for _, p := range positionsFor(r, c) {
		if why := broken(rulesFor(r, p), c.Profile); len(why) > 0 {
			because = appendNew(because, why...)
			continue
		}
		all = append(all, newVersion(r, c, p))
	}
	if len(all) == 0 {
		return nil, refusal(r, c.Profile, because)
	}
	best := slices.MinFunc(all, func(a, b version) int { return cmp.Compare(len(a.leftOut()), len(b.leftOut())) })
	all = slices.DeleteFunc(all, func(v version) bool { return !v.works() || len(v.leftOut()) > len(best.leftOut()) })
	if len(all) == 0 {
		return nil, refusal(r, c.Profile, best.because())
	}
	return all, nil
}

// rulesFor are those of a routine about a position; where it is empty, about all
// of it.
func rulesFor(r routines.Routine, p routines.Position) (list []routines.Rule) {
	for _, rule := range r.NotFor {
		if p == "" && len(rule.Positions) == 0 || slices.Contains(rule.Positions, p) {
			list = append(list, rule)
		}
	}
	return list
}

// positionsFor are those of a routine, first what suits a person best; one that
// is empty where there are none. Where nobody can read what suits, nothing
// stands that can be done otherwise, nor does somebody with a cramp in both legs.
func positionsFor(r routines.Routine, c Choice) []routines.Position {
	list, p := slices.Clone(r.Positions), c.Profile
	rank := func(at routines.Position) int {
		i := slices.IndexFunc(r.Prefer, func(to routines.Preference) bool { return to.Position == at && p.HasAny(to.For) })
		return cmp.Or(i+1, len(r.Prefer)+1)
	}
	slices.SortStableFunc(list, func(a, b routines.Position) int { return cmp.Compare(rank(a), rank(b)) })
	if standing := slices.Index(list, routines.Standing); standing >= 0 && len(list) > 1 && (p.Unreadable() || crampsInBoth(r, c)) {
		list = slices.Delete(list, standing, standing+1)
	}
	if len(list) == 0 {
		list = append(list, "")
	}
	return list
}

// crampsInBoth reports whether a cramp in both legs is to be eased.
func crampsInBoth(r routines.Routine, c Choice) bool {
	return r.Onset != nil && c.Side == routines.Both
}

func newVersion(r routines.Routine, c Choice, p routines.Position) version {
	v := version{position: p}
	for _, s := range r.Steps {
		if s.Plays(c.Muscle, p) {
			v.steps = append(v.steps, fittedStep{s, broken(s.NotFor, c.Profile)})
		}
	}
	return v
}

// broken is what the rules say that are for a person.
func broken(rules []routines.Rule, p routines.Profile) (list []Change) {
	for _, r := range rules {
		if p.HasAny(r.For) {
			list = append(list, Change{r.Text, r.Source})
			if r.Instead != "" {
				list = append(list, Change{Text: r.Instead})
			}
		}
	}
	return list
}

// changes say why a routine is done in another position than was chosen or,
// where none was, than usual.
func changes(r routines.Routine, c Choice, to routines.Position) []Change {
	if c.Profile.Unreadable() {
		return []Change{{Text: unreadableNote}}
	}
	usual := c.Position
	if usual == "" && len(r.Positions) > 0 {
		usual = r.Positions[0]
	}
	if usual == to {
		return nil
	}
	for _, p := range r.Prefer {
		if c.Position == "" && p.Position == to && c.Profile.HasAny(p.For) {
			return []Change{{p.Text, p.Source}}
		}
	}
	still := newVersion(r, c, to).because()
	list := append(broken(rulesFor(r, usual), c.Profile), newVersion(r, c, usual).because()...)
	list = slices.DeleteFunc(list, func(why Change) bool { return slices.Contains(still, why) })
	if usual == routines.Standing && crampsInBoth(r, c) {
		list = append(list, Change{Text: notStanding})
	}
	return append(list, Change{Text: positionInstead[to]})
}

// adapted is a step as a person does it, and what was changed for that.
func adapted(s routines.Step, p routines.Profile) (routines.Step, []Change) {
	var list []Change
	for _, to := range s.Prefer {
		if !p.HasAny(to.For) {
			continue
		}
		list = append(list, Change{to.Text, to.Source})
		if to.Figure != "" {
			s.Figure, s.FigureFor = to.Figure, routines.PositionFigures{}
		}
		s.Prepare = reworded(s.Prepare, to.Prepare, to.Support, "")
		s.Hold = reworded(s.Hold, to.Prompt, to.Support, to.Limb)
		s.Release = reworded(s.Release, to.Release, to.Support, "")
		if s.Open != nil && to.Prompt != "" {
			open := *s.Open
			open.Prompt, open.Support, open.Limb = to.Prompt, cmp.Or(to.Support, open.Support), cmp.Or(to.Limb, open.Limb)
			s.Open = &open
		}
	}
	return s, list
}

// reworded is a part with other words, if there are any, and with what holds and
// what moves while they are followed where that is something else, too.
func reworded(part *routines.Part, prompt string, support routines.Support, limb routines.Limb) *routines.Part {
	if part == nil || prompt == "" {
		return part
	}
	changed := *part
	changed.Prompt, changed.Support, changed.Limb = prompt, cmp.Or(support, part.Support), cmp.Or(limb, part.Limb)
	return &changed
}

// answers are those of a step, each past what is left out.
func (v version) answers(a *routines.Answers) *routines.Answers {
	if a == nil {
		return nil
	}
	return &routines.Answers{Eased: v.goal(a.Eased, Eased), Same: v.goal(a.Same, Same), Worse: v.goal(a.Worse, Worse)}
}

// goal is where an answer leads in the end: a step that is left out leads on as
// the same answer in it would, or else to the end.
func (v version) goal(id string, in Input) string {
	for range v.steps {
		i := slices.IndexFunc(v.steps, func(s fittedStep) bool { return s.ID == id })
		switch {
		case i < 0 || len(v.steps[i].because) == 0:
			return id
		case v.steps[i].Answers == nil:
			return routines.End
		}
		id = goalOf(v.steps[i].Answers, in)
	}
	return routines.End
}
