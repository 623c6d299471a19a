package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"uncramp/coach/session"
	"uncramp/coach/yamlfile"
	"uncramp/routines"
)

func (a *App) routineCommand() *cobra.Command {
	cmd := action("routine", subcommand, func(cmd *cobra.Command, _ []string) error { return cmd.Help() })
	check := action("routine-check", wants(0, 1, howToCheck), a.checkRoutine)
	check.ValidArgsFunction = completeFirst(a.Library.Names)
	path := action("routine-path", nothing, func(*cobra.Command, []string) error { return a.printName(a.Places.routines()) })
	schema := action("routine-schema", nothing, func(*cobra.Command, []string) error {
		_, err := a.data.Write(routines.Schema)
		return err
	})
	cmd.AddCommand(a.newRoutineCommand(), check, a.ownCommand(), a.movesCommand(), a.figureCommand(), path, schema)
	return cmd
}

func (a *App) ownCommand() *cobra.Command {
	cmd := command("routine-list", nothing)
	asJSON := cmd.Flags().Bool("json", false, "as JSON")
	cmd.RunE = a.run(func(*cobra.Command, []string) error { return a.listOwn(*asJSON) })
	return cmd
}

// listOwn names the person's own routines, and why other files of her folder are none.
func (a *App) listOwn(asJSON bool) error {
	files := a.Library.OwnFiles(session.Head)
	return a.printText(asJSON, files, "own", map[string]any{"Files": files, "Folder": a.Places.routines()})
}

// checkRoutine says all that is wrong with a routine, by its id or as a file; without
// one, with everything in the person's own folder, and why a file there is passed over.
func (a *App) checkRoutine(_ *cobra.Command, args []string) error {
	if len(args) == 0 {
		_, err := a.heads()
		if err := errors.Join(err, a.Figures.Check()); err != nil {
			return err
		}
		return a.print(fmt.Sprintf(routinesFine, a.Places.routines()))
	}
	of, id := a.Library, args[0]
	if filepath.Base(id) != id || yamlfile.MeantID(id) != "" {
		of, id = routines.Library{Own: os.DirFS(filepath.Dir(id)), Figures: a.Figures.Own}, filepath.Base(id)
	}
	err := of.Check(id)
	if r, faulty := of.Find(strings.TrimSuffix(id, ".yaml")); faulty == nil {
		err = errors.Join(err, a.Figures.CheckAll(r.Figures()))
	}
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
