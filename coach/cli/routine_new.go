package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"uncramp/coach/prescription"
	"uncramp/coach/routinefile"
	"uncramp/coach/session"
)

func (a *App) newRoutineCommand() *cobra.Command {
	cmd := command("routine-new", wants(1, 1, howToNew))
	line := cmd.Flags().String("line", "", "a prescription, such as `\"calf-wall 3x30s each; heel-raise 2x10\"`")
	dryRun := cmd.Flags().Bool("dry-run", false, "show it, and keep nothing")
	force := cmd.Flags().Bool("force", false, "overwrite a routine of your own")
	cmd.RunE = failing(func(cmd *cobra.Command, args []string) error {
		id, folder := args[0], routinefile.Folder(a.Places.routines())
		if err := folder.CheckNew(id, *force); err != nil {
			return &misuse{err}
		}
		lines := a.typedLines()
		if !cmd.Flags().Changed("line") {
			if err := a.askPrescription(lines, line); err != nil {
				return err
			}
		}
		p, questions := prescription.Parse(*line)
		for _, q := range questions {
			a.complain(q)
		}
		if len(questions) > 0 {
			return exitCode(Usage)
		}
		return a.offerRoutine(folder, id, p.File(id), *dryRun, lines)
	})
	return cmd
}

// askPrescription asks for a prescription, a move a line.
func (a *App) askPrescription(lines <-chan string, into *string) error {
	if !a.ByHand {
		return misusef(newFromWhat)
	}
	var taken prescription.Lines
	question := howToPrescribe
	for {
		given, _, err := a.askOptional(question, lines, taken.Add)
		if err != nil || !given {
			*into = taken.Text()
			return err
		}
		question = nextMove
	}
}

// offerRoutine shows a routine flat, and keeps its file; where a person types, she is
// asked first.
func (a *App) offerRoutine(folder routinefile.Folder, id string, file []byte, dryRun bool, lines <-chan string) error {
	r, err := folder.Read(id, file)
	if err != nil {
		return err
	}
	play, err := a.newPlay(r, session.Choice{})
	var refused *session.Refusal
	if errors.As(err, &refused) { // it may be for somebody else
		err = a.print(refused.Error())
	} else if err == nil {
		err = a.show(play, false)
	}
	if err != nil || dryRun {
		return errors.Join(err, a.print(newDryRun))
	}
	if a.ByHand {
		answer := ""
		_, err := a.ask(keepRoutine, lines, func(line string) error {
			if answer = strings.ToLower(line); answer != "y" && answer != "n" {
				return errYesOrNo
			}
			return nil
		})
		if err != nil || answer != "y" {
			return errors.Join(err, a.print(nothingNew))
		}
	}
	if err := folder.Keep(id, file); err != nil {
		return err
	}
	return a.print(fmt.Sprintf(routineKept, folder.Path(id), id))
}
