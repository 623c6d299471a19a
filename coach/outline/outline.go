// Package outline has a routine laid flat for a reader: as values for a program, as what
// its text is made from, and as the poses that its figures show.
package outline

import (
	"uncramp/coach/figure"
	"uncramp/coach/session"
	"uncramp/routines"
)

// Outline is a routine laid flat: step by step, what is done, for how long by whose
// figure, and which article it rests on.
type Outline struct {
	Routine   routines.Routine
	Plan      session.Plan
	Catalogue routines.Catalogue
}

// BeginsStep reports whether a phase is the first of its step.
func (o Outline) BeginsStep(i int) bool {
	return i == 0 || o.Plan.Phases[i-1].Step != o.Plan.Phases[i].Step
}

// BeginsPrompt reports whether a phase has a prompt that was not that before.
func (o Outline) BeginsPrompt(i int) bool {
	prompt := o.Plan.Phases[i].Prompt
	return prompt != "" && (i == 0 || o.Plan.Phases[i-1].Prompt != prompt)
}

// Routine is a routine as show --json prints it.
type Routine struct {
	ID      string           `json:"id"`
	Name    string           `json:"name"`
	Purpose routines.Purpose `json:"purpose"`
	Total   int              `json:"total_seconds"`
	Phases  []Phase          `json:"phases"`
}

// Phase is one phase of it; Seconds is 0 for an open one.
type Phase struct {
	Kind       session.Kind      `json:"kind"`
	Step       string            `json:"step"`
	Muscle     routines.Muscle   `json:"muscle"`
	Side       routines.Side     `json:"side"`
	Set        int               `json:"set,omitempty"`
	Sets       int               `json:"sets,omitempty"`
	Repetition int               `json:"repetition"`
	Of         int               `json:"of"`
	Seconds    int               `json:"seconds"`
	Prompt     string            `json:"prompt"`
	Figure     string            `json:"figure"`
	Sources    []routines.Source `json:"sources"`
	Timing     string            `json:"timing"` // who says how long, in words
}

// Values are the outline for a program.
func (o Outline) Values() Routine {
	out := Routine{ID: o.Routine.ID, Name: o.Routine.Name, Purpose: o.Routine.Purpose, Total: int(o.Plan.Total().Seconds())}
	for _, ph := range o.Plan.Phases {
		out.Phases = append(out.Phases, PhaseOf(ph, o.Catalogue.Name(ph.Timing)))
	}
	return out
}

// PhaseOf is a phase for a program; timing says who says how long.
func PhaseOf(ph session.Phase, timing string) Phase {
	return Phase{ph.Kind, ph.Step, ph.Muscle, ph.Side, ph.Set, ph.Sets, ph.Repetition, ph.Of, int(ph.Length.Seconds()),
		ph.Prompt, ph.Figure, ph.Sources, timing}
}

// Pose is how a figure shows a phase, so far moved.
func Pose(ph session.Phase, moved float64) figure.Options {
	l := figure.Options{Muscle: string(ph.Muscle), Both: ph.Side == routines.Both, Left: ph.Side == routines.Left, Progress: moved}
	if l.Both && ph.Muscle == routines.Leg {
		l.Muscle = "" // all of it works: nothing stands out
	}
	if moved > 0 {
		l.Arrows = figure.Forward
	}
	return l
}
