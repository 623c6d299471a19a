package cli

import (
	"fmt"
	"strings"

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
		return a.printAs(*asJSON, newRoutineJSON(play.Routine, play.Plan, sources), routineText(play.Routine, play.Plan, sources))
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
		out.Phases = append(out.Phases, newPhaseJSON(ph, c.Timing))
	}
	return out
}

func newPhaseJSON(ph session.Phase, timing func(string) string) phaseJSON {
	return phaseJSON{ph.Kind, ph.Step, ph.Muscle, ph.Side, ph.Repetition, ph.Of, int(ph.Length.Seconds()),
		ph.Prompt, ph.Figure, ph.Sources, timing(ph.Timing)}
}

// routineText is a routine step by step: what is done, for how long by whose
// figure, and which article each step rests on.
func routineText(r routines.Routine, p session.Plan, c routines.Catalogue) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%s\n", r.Name, r.Summary)
	for _, caution := range p.Cautions {
		fmt.Fprintf(&b, "! %s\n", caution)
	}
	for i, ph := range p.Phases {
		if i == 0 || p.Phases[i-1].Step != ph.Step {
			fmt.Fprintf(&b, "\n%s\n", stepTitle(ph))
			for _, caution := range ph.Cautions {
				fmt.Fprintf(&b, "  ! %s\n", caution)
			}
			writeSources(&b, ph, c)
		}
		fmt.Fprintf(&b, "  %-12s %s\n", ph.Word, phaseFigures(ph, c))
		if ph.Prompt != "" && (i == 0 || p.Phases[i-1].Prompt != ph.Prompt) {
			fmt.Fprintf(&b, "  %-12s %s\n", "", ph.Prompt)
		}
	}
	fmt.Fprintf(&b, "\n%s\n", about(p.Total()))
	for _, l := range p.Closing {
		fmt.Fprintf(&b, "%s\n", l)
	}
	return b.String()
}

func stepTitle(ph session.Phase) string {
	if ph.Aside {
		return fmt.Sprintf(stepAside, ph.Name)
	}
	return fmt.Sprintf("%d. %s", ph.StepNumber, ph.Name)
}

func writeSources(b *strings.Builder, ph session.Phase, c routines.Catalogue) {
	for _, s := range ph.Sources {
		fmt.Fprintf(b, "  from %s, under %q\n", c.Document(s.Document), s.Heading)
	}
	if ph.Note != "" {
		fmt.Fprintf(b, "  note: %s\n", c.NameArticles(ph.Note))
	}
}

func phaseFigures(ph session.Phase, c routines.Catalogue) string {
	var parts []string
	if ph.Side != "" {
		parts = append(parts, string(ph.Side))
	}
	parts = append(parts, string(ph.Muscle))
	if ph.Of > 1 {
		parts = append(parts, fmt.Sprintf("%d/%d", ph.Repetition, ph.Of))
	}
	length := untilItEases
	if ph.Length > 0 {
		length = fmt.Sprintf(seconds, int(ph.Length.Seconds()))
	}
	return strings.Join(append(parts, length, "("+c.Timing(ph.Timing)+")"), ", ")
}
