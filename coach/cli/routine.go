package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"uncramp/routines"
)

func (a *App) routineCommand() *cobra.Command {
	cmd := command("routine", subcommand)
	check := action("routine-check", wants(0, 1, howToCheck), a.checkRoutine)
	check.ValidArgsFunction = completeFirst(a.Library.Names)
	cmd.AddCommand(check)
	return cmd
}

// checkRoutine says all that is wrong with a routine, by its id or as a file; without
// one, with everything in the person's own folder, and why a file there is passed over.
func (a *App) checkRoutine(_ *cobra.Command, args []string) error {
	if len(args) == 0 {
		if _, err := a.heads(); err != nil {
			return err
		}
		return a.print(fmt.Sprintf(routinesFine, a.Places.routines()))
	}
	of, id := a.Library, args[0]
	if filepath.Base(id) != id || routines.MeantID(id) != "" {
		of, id = routines.Library{Own: os.DirFS(filepath.Dir(id))}, filepath.Base(id)
	}
	err := of.Check(id)
	switch {
	case errors.Is(err, routines.ErrUnknown) && strings.Contains(args[0], "."):
		return fmt.Errorf(noRoutineFile, args[0])
	case errors.Is(err, routines.ErrUnknown):
		return a.unknownRoutine(id)
	case err != nil:
		return err
	}
	return a.print(fmt.Sprintf(routineFine, args[0]))
}
