package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"uncramp/coach/prescription"
	"uncramp/coach/routinefile"
	"uncramp/coach/session"
	"uncramp/routines"
)

// newFlags are what a routine is made from, and how.
type newFlags struct {
	line, from         string
	copies, prescribed bool // the one or the other was given
	dryRun, force      bool
}

func (a *App) newRoutineCommand() *cobra.Command {
	var f newFlags
	cmd := command("routine-new", wants(1, 1, howToNew))
	flags := cmd.Flags()
	flags.StringVar(&f.line, "line", "", "a prescription, `MOVES` with their doses and a semicolon between them")
	flags.BoolVar(&f.dryRun, "dry-run", false, "show it, and keep nothing")
	flags.StringVar(&f.from, "from", "", "a copy of `ROUTINE`, built in or your own, each field explained")
	completeWord(cmd, "from", a.Library.Names)
	flags.BoolVar(&f.force, "force", false, "overwrite a routine of your own")
	cmd.RunE = failing(func(cmd *cobra.Command, args []string) error {
		f.copies, f.prescribed = cmd.Flags().Changed("from"), cmd.Flags().Changed("line")
		return a.newRoutine(args[0], f)
	})
	return cmd
}

// newRoutine makes a routine of that id, shows it, and keeps it.
func (a *App) newRoutine(id string, f newFlags) error {
	folder := routinefile.Folder(a.Places.routines())
	if err := folder.CheckNew(id, f.force); err != nil {
		return &misuse{err}
	}
	var lines <-chan string
	if a.ByHand {
		lines = a.typedLines()
	}
	file, short, err := a.newText(folder, id, f, lines)
	switch {
	case errors.Is(err, errLeft):
		return a.print(nothingNew)
	case err != nil:
		return err
	}
	r, err := routines.Read(id, file)
	if err != nil {
		return err
	}
	keep, err := a.offerRoutine(r, short, f.dryRun, lines)
	if err != nil || !keep {
		return err
	}
	if err := folder.Make(id, file, f.force); err != nil {
		return err
	}
	said := []string{fmt.Sprintf(routineKept, folder.Path(id), id)}
	if r.Programme != nil {
		said = append(said, fmt.Sprintf(weeksToBegin, id))
	}
	return a.print(strings.Join(said, "\n"))
}

// newText is the file of a new routine, and what was read of a prescription in short.
func (a *App) newText(folder routinefile.Folder, id string, f newFlags, lines <-chan string) (file []byte, short string, err error) {
	switch {
	case f.copies && f.prescribed:
		return nil, "", misusef(fromOrLine)
	case f.copies:
		file, err = a.copyRoutine(folder, f.from, id)
		return file, "", err
	case !f.prescribed:
		if err := a.askPrescription(lines, &f.line); err != nil {
			return nil, "", err
		}
	}
	return a.prescribed(f.line, id)
}

// copyRoutine is the file of a copy.
func (a *App) copyRoutine(folder routinefile.Folder, from, id string) ([]byte, error) {
	if _, err := a.Library.Find(from); errors.Is(err, routines.ErrUnknown) {
		return nil, a.unknownRoutine(from)
	}
	return folder.Copy(from, id)
}

// prescribed is the file of a prescription, and what was read of it in short; what isn't
// clear in it is asked.
func (a *App) prescribed(line, id string) (file []byte, short string, err error) {
	p, questions := prescription.Parse(line)
	for _, q := range questions {
		a.complain(q)
	}
	if len(questions) > 0 {
		return nil, "", exitCode(Usage)
	}
	return p.File(id), readAs + p.List(), nil
}

// askPrescription asks for a prescription, a move a line. With q the error is errLeft.
func (a *App) askPrescription(lines <-chan string, into *string) error {
	if !a.ByHand {
		return misusef(newFromWhat)
	}
	var taken prescription.Lines
	asks := howToPrescribe
	for {
		given, _, err := a.askOptional(question{asks: asks}, lines, func(line string) error {
			if line == leaveAnswer {
				return errLeft
			}
			return taken.Add(line)
		})
		if err != nil || !given {
			*into = taken.Text()
			return err
		}
		asks = nextMove
	}
}

// offerRoutine shows a routine flat, and in short what it is made from, and reports whether
// to keep it; where a person types, she is asked.
func (a *App) offerRoutine(r routines.Routine, short string, dryRun bool, lines <-chan string) (keep bool, err error) {
	play, err := a.newPlay(r, session.Choice{})
	var refused *session.Refusal
	switch {
	case errors.As(err, &refused): // it may be for somebody else
		err = a.print(refused.Error())
	case err == nil && (a.linear == 0 || short == ""): // a flat one takes a minute to be heard
		err = a.show(play, false)
	}
	if err == nil && short != "" {
		err = a.print(short)
	}
	switch {
	case err != nil:
		return false, err
	case dryRun:
		return false, a.print(newDryRun)
	case !a.ByHand:
		return true, nil
	}
	_, err = a.ask(question{asks: keepRoutine}, lines, func(line string) error {
		keep = strings.EqualFold(line, "y")
		if !keep && line != leaveAnswer && !strings.EqualFold(line, "n") {
			return errNoAnswer
		}
		return nil
	})
	if err != nil || keep {
		return keep, err
	}
	return false, a.print(nothingNew)
}
