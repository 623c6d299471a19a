package cli

import (
	"github.com/spf13/cobra"

	"uncramp/coach/outline"
	"uncramp/coach/visit"
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
		return a.show(play, *asJSON)
	})
	return cmd
}

// show prints a routine flat.
func (a *App) show(play visit.Play, asJSON bool) error {
	sources, err := routines.Sources()
	if err != nil {
		return err
	}
	if err := a.tellStanding(asJSON); err != nil {
		return err
	}
	flat := outline.Outline{Routine: play.Routine, Plan: play.Plan, Catalogue: sources}
	return a.printText(asJSON, flat.Values(), "show", flat)
}
