package cli

import (
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"uncramp/coach/journal"
	"uncramp/coach/record"
)

func (a *App) undoCommand() *cobra.Command {
	cmd := command("diary-undo", noFlag("see uncramp diary undo --help"))
	redo := cmd.Flags().Bool("redo", false, "put back what was taken back last")
	cmd.RunE = a.run(func(*cobra.Command, []string) error {
		do, done, none := a.Journal.TakeBack, tookBack, errNoEntry
		if *redo {
			do, done, none = a.Journal.PutBack, putBack, errNotTakenBack
		}
		b, err := do()
		switch {
		case errors.Is(err, journal.ErrNothing):
			return none
		case err != nil:
			return err
		}
		return a.print(fmt.Sprintf(done, a.entryLine(b)))
	})
	return cmd
}

// entryLine names an entry of the diary: the cramp, or else the routine.
func (a *App) entryLine(b record.Batch) string {
	if len(b.Episodes) > 0 {
		return a.rowLine(&b.Episodes[0])
	}
	return a.rowLine(&b.Sessions[0])
}

// keptLine says, once a visit was left, what of it is in the diary and how to take
// it back, or that nothing is. It is empty where that isn't known.
func (a *App) keptLine(kept []record.ID) string {
	if a.trial {
		return triedOut
	}
	if len(kept) == 0 {
		return notKept
	}
	b, err := a.Journal.Latest()
	if err != nil || !isOf(b, kept) { // another program wrote since, or it can't be read just now
		return ""
	}
	return fmt.Sprintf(keptEntry, a.entryLine(b))
}

// isOf reports whether an entry is among those that a visit left.
func isOf(b record.Batch, kept []record.ID) bool {
	return slices.ContainsFunc(b.Episodes, func(e record.Episode) bool { return slices.Contains(kept, e.ID) }) ||
		slices.ContainsFunc(b.Sessions, func(s record.Session) bool { return slices.Contains(kept, s.ID) })
}
