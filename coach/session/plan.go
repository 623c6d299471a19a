// Package session follows a routine in time.
//
// A [Plan] is a routine laid flat for one person: a list of phases. A
// [Session] is a value that stands somewhere in a plan; [Next] gives the next
// value and the events that fell due. The package is pure: the instant is an
// argument, nothing sleeps, reads or prints, and what remains of a phase is
// always its deadline less now, never a count of ticks.
package session

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"uncramp/routines"
)

// Kind is what a phase asks of the person.
type Kind string

// The kinds of phase. Open is a hold without a fixed end: it counts up.
const (
	Prepare Kind = "prepare"
	Hold    Kind = "hold"
	Release Kind = "release"
	Rest    Kind = "rest"
	Open    Kind = "open"
)

// Phase is one stretch of time of a plan.
type Phase struct {
	Kind       Kind
	Word       string // what the phase is called: "hold", "let go", or the routine's own word
	Step       string // id of its step
	StepNumber int    // 1 to the plan's Steps; 0 for a step only an answer leads to
	Name       string // the move
	Muscle     routines.Muscle
	Side       routines.Side
	Set        int // 1 to Sets; 0 where there are no sets
	Sets       int // of so many repetitions each; 0: there are no sets
	Repetition int // of its set, 1 to Of
	Of         int
	Counted    bool          // of its step it is told how often, not how long: one time is short
	Length     time.Duration // whole seconds; 0 for an open phase
	Check      time.Duration // between two checks of an open phase
	Most       time.Duration // when an open phase leads on by itself; 0: never
	Prompt     string
	Support    routines.Support // while the prompt is followed; empty: not said
	Limb       routines.Limb    // what the prompt moves; empty: not said
	Figure     string
	Timing     string // the source of its length, or "default"
	Cautions   []string
	Sources    []routines.Source
	Note       string
	Adapted    []Change // what was changed for this person, and why; in the first phase of a step
	Answers    *routines.Answers
	Aside      bool // only an answer leads here, and after it the session ends
}

// works reports whether the person works in the phase, rather than rests.
func (ph Phase) works() bool { return ph.Kind == Hold || ph.Kind == Open }

// Where is what is worked on: "left calf", "both legs".
func (ph Phase) Where() string {
	if ph.Side == routines.Both {
		return bothOf[ph.Muscle]
	}
	return strings.TrimSpace(string(ph.Side) + " " + string(ph.Muscle))
}

var bothOf = map[routines.Muscle]string{
	routines.Calf: "both calves", routines.Foot: "both feet", routines.Hamstring: "both hamstrings",
	routines.Thigh: "both thighs", routines.Leg: "both legs",
}

// Onset is how a plan goes on while a cramp lasts.
type Onset struct {
	Round int           // index of the phase that follows the last one
	Warn  time.Duration // after the cramp began
	Stop  time.Duration // when the coach stops leading
}

// Plan is a routine laid flat for one person. The phases of steps that only an
// answer leads to stand last.
type Plan struct {
	Routine  string // id
	Name     string
	Position routines.Position   // that it is done in; empty where there is no choice
	Suited   []routines.Position // those that suit this person as well, the usual one first
	Phases   []Phase
	Main     int      // how many phases are led through unasked
	Steps    int      // how many steps these make up
	Adapted  []Change // what was changed for this person as a whole, and why; told once, as it begins
	Cautions []string
	NotIf    []string // with one of these the routine is to be left out
	Closing  []string
	GoesWith []string // routine ids
	Onset    *Onset   // nil: the routine is not for a cramp that lasts
}

// Choice is what a person chose. Empty fields leave the choice to the routine:
// its first muscle, its first position, the left leg before the right.
type Choice struct {
	Muscle   routines.Muscle
	Side     routines.Side // the sore one; first where both are worked
	Position routines.Position
	Prepare  time.Duration // more, or less, for every phase of getting ready
	// Profile is what the person said about herself. It is kept in its own file alone.
	Profile routines.Profile `json:"-"`
	// Week is that of the routine's programme, which the person follows; 0: outside
	// one. It follows from the diary's marks, and is kept nowhere else.
	Week routines.Week `json:"-"`
}

// OtherLeg is the same choice for the other leg; where none was named, or both
// were, the left.
func (c Choice) OtherLeg() Choice {
	if c.Side == "" || c.Side == routines.Both {
		c.Side = routines.Right
	}
	c.Side = c.Side.Other()
	return c
}

// NextPosition is the same choice for the position that follows among those
// offered; an empty one stands for the first.
func (c Choice) NextPosition(offered []routines.Position) Choice {
	if len(offered) > 0 {
		c.Position = offered[(max(slices.Index(offered, c.Position), 0)+1)%len(offered)]
	}
	return c
}

// ErrChoice is wrapped by errors about a muscle or position that a routine
// does not offer.
var ErrChoice = errors.New("not offered")

// leastPrepare is what is left of getting ready whatever is taken from it.
const leastPrepare = 2 * time.Second

// NewPlan lays a routine flat, as far as it suits the person and in the position
// that suits best, if the chosen one doesn't. The error wraps [ErrChoice], or is a
// [*Refusal].
func NewPlan(r routines.Routine, c Choice) (Plan, error) {
	name := titled(r, c.Week)
	r = r.InWeek(c.Week)
	var err error
	if c.Muscle, err = choose(r, "muscle", c.Muscle, r.Muscles); err != nil {
		return Plan{}, err
	}
	if _, err = choose(r, "position", c.Position, r.Positions); err != nil {
		return Plan{}, err
	}
	versions, err := suited(r, c)
	if err != nil {
		return Plan{}, err
	}
	v := versions[max(slices.IndexFunc(versions, func(v version) bool { return v.position == c.Position }), 0)]
	p := Plan{
		Routine: r.ID, Name: name, GoesWith: r.GoesWith, Position: v.position,
		Cautions: texts(r.Cautions, c.Profile), NotIf: texts(r.NotIf, c.Profile), Closing: texts(r.Closing, c.Profile),
	}
	for _, other := range versions {
		if other.position != "" {
			p.Suited = append(p.Suited, other.position)
		}
	}
	p.Adapted = changes(r, c, v.position)
	c.Position = v.position
	p.lay(v, c)
	if r.Onset != nil {
		round, _ := p.Find(v.goal(r.Onset.Round, Same))
		p.Onset = &Onset{max(round, 0), r.Onset.Warn.Duration(), r.Onset.Stop.Duration()}
	}
	return p, nil
}

// lay lays the steps of a version flat, one after the other, and then those that
// only an answer leads to. What is left out is told in the next one that isn't.
func (p *Plan) lay(v version, c Choice) {
	var aside []Phase
	var told []Change
	last := 0 // where the latest step begins
	for _, s := range v.steps {
		if len(s.because) > 0 {
			told = append(appendNew(told, s.because...), Change{Text: fmt.Sprintf(leftOutNote, s.Name)})
			continue
		}
		step, changed := adapted(s.Step, c.Profile)
		if c.Side == routines.Both && step.Sides == routines.OneSide && !step.Aside { // its words are for one leg
			changed = append(changed, Change{Text: worseLegFirst})
		}
		step.Answers = v.answers(s.Answers)
		if s.Aside {
			list := phases(step, c, 0)
			list[0].Adapted = changed
			aside = append(aside, list...)
			continue
		}
		p.Steps++
		last = len(p.Phases)
		p.Phases = append(p.Phases, phases(step, c, p.Steps)...)
		p.Phases[last].Adapted = slices.Concat(told, changed)
		told = nil
	}
	p.Phases[last].Adapted = append(p.Phases[last].Adapted, told...)
	p.Main = len(p.Phases)
	p.Phases = append(p.Phases, aside...)
}

// Total is the length of all phases that are led through unasked; an open
// phase counts as nothing.
func (p Plan) Total() time.Duration { return length(p.Phases[:p.Main]) }

// Work is how much of it the person works, rather than rests or gets ready.
func (p Plan) Work() (sum time.Duration) {
	for _, ph := range p.Phases[:p.Main] {
		if ph.works() {
			sum += ph.Length
		}
	}
	return sum
}

// Minutes rounds a length to whole minutes, at least one.
func Minutes(d time.Duration) int { return max(int((d+30*time.Second)/time.Minute), 1) }

// Changes are what was changed of the routine as a whole, in a line.
func (p Plan) Changes() string {
	var lines []string
	for _, c := range p.Adapted {
		lines = append(lines, c.Text)
	}
	return strings.Join(lines, " ")
}

// Find returns the first phase of a step, or false.
func (p Plan) Find(step string) (int, bool) {
	i := slices.IndexFunc(p.Phases, func(ph Phase) bool { return ph.Step == step })
	return i, i >= 0
}

// FirstOpen returns the first phase of the first step with an open phase.
func (p Plan) FirstOpen() (int, bool) {
	for _, ph := range p.Phases[:p.Main] {
		if ph.Kind == Open {
			return p.Find(ph.Step)
		}
	}
	return 0, false
}

func length(phases []Phase) (sum time.Duration) {
	for _, ph := range phases {
		sum += ph.Length
	}
	return sum
}

func choose[T ~string](r routines.Routine, what string, chosen T, offered []T) (T, error) {
	switch {
	case chosen == "" && len(offered) > 0:
		return offered[0], nil
	case chosen == "" || slices.Contains(offered, chosen):
		return chosen, nil
	case len(offered) == 0:
		return "", fmt.Errorf("%w: %s has no choice of %s; leave --%s out", ErrChoice, r.ID, what, what)
	}
	names := make([]string, len(offered))
	for i, o := range offered {
		names[i] = string(o)
	}
	return "", fmt.Errorf("%w: %s has no version for %s %s; choose %s", ErrChoice, r.ID, what, chosen, strings.Join(names, ", "))
}

// texts are the lines that are told to a person.
func texts(lines []routines.Line, p routines.Profile) (out []string) {
	for _, l := range lines {
		if (len(l.For) == 0 || p.HasAny(l.For)) && !p.HasAny(l.NotFor) {
			out = append(out, l.Text)
		}
	}
	return out
}
