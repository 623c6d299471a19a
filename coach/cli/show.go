package cli

import (
	"github.com/spf13/cobra"

	"uncramp/coach/session"
	"uncramp/routines"
)

func (a *App) showCommand() *cobra.Command {
	cmd := command("show", oneRoutine)
	cmd.ValidArgsFunction = completeFirst(a.routineNames)
	asJSON := cmd.Flags().Bool("json", false, "as JSON")
	choice := addChoice(cmd)
	cmd.RunE = a.run(func(_ *cobra.Command, args []string) error {
		play, err := a.findPlay(args[0], choice())
		if err != nil {
			return err
		}
		sources, err := routines.Sources()
		if err != nil {
			return err
		}
		if err := a.tellStanding(*asJSON); err != nil {
			return err
		}
		words := routineWords{play.Routine, play.Plan, sources}
		return a.printText(*asJSON, newRoutineJSON(play.Routine, play.Plan, sources), "show", words)
	})
	return cmd
}

// routineJSON is what show --json prints.
type routineJSON struct {
	ID      string           `json:"id"`
	Name    string           `json:"name"`
	Purpose routines.Purpose `json:"purpose"`
	Total   int              `json:"total_seconds"`
	Phases  []phaseJSON      `json:"phases"`
}

type phaseJSON struct {
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
	Timing     string            `json:"timing"`
}

func newRoutineJSON(r routines.Routine, p session.Plan, c routines.Catalogue) routineJSON {
	out := routineJSON{ID: r.ID, Name: r.Name, Purpose: r.Purpose, Total: int(p.Total().Seconds())}
	for _, ph := range p.Phases {
		out.Phases = append(out.Phases, newPhaseJSON(ph, c.Name))
	}
	return out
}

func newPhaseJSON(ph session.Phase, timing func(string) string) phaseJSON {
	return phaseJSON{ph.Kind, ph.Step, ph.Muscle, ph.Side, ph.Set, ph.Sets, ph.Repetition, ph.Of, int(ph.Length.Seconds()),
		ph.Prompt, ph.Figure, ph.Sources, timing(ph.Timing)}
}

// routineWords are what the text of a routine is made from: step by step, what is
// done, for how long by whose figure, and which article it rests on.
type routineWords struct {
	Routine   routines.Routine
	Plan      session.Plan
	Catalogue routines.Catalogue
}

// BeginsStep reports whether a phase is the first of its step.
func (w routineWords) BeginsStep(i int) bool {
	return i == 0 || w.Plan.Phases[i-1].Step != w.Plan.Phases[i].Step
}

// BeginsPrompt reports whether a phase has a prompt that was not that before.
func (w routineWords) BeginsPrompt(i int) bool {
	prompt := w.Plan.Phases[i].Prompt
	return prompt != "" && (i == 0 || w.Plan.Phases[i-1].Prompt != prompt)
}
