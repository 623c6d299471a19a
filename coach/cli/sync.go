package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"uncramp/coach/record"
	"uncramp/coach/syncfolder"
)

func (a *App) syncCommand() *cobra.Command {
	cmd := command("diary-sync", wants(1, 1, "name one folder; see uncramp diary sync --help"))
	dry := cmd.Flags().Bool("dry-run", false, "say what would come in, and keep and write nothing")
	cmd.RunE = a.run(func(_ *cobra.Command, args []string) error {
		s := syncfolder.Sync{Folder: args[0], Journal: a.Journal, Lock: a.Places.syncLock(), Now: a.now, DryRun: *dry}
		done, failed := s.Run()
		printed := a.printSynced(done, *dry)
		switch {
		case failed != nil || printed != nil:
		case *dry:
			printed = a.print(syncDryRun)
		case done.Written:
			printed = a.print(fmt.Sprintf(syncWritten, done.Own))
		default:
			printed = a.print(fmt.Sprintf(syncKept, done.Own))
		}
		faults := []error{failed, printed}
		for _, f := range done.Files {
			faults = append(faults, f.Fault)
		}
		return errors.Join(faults...)
	})
	return cmd
}

// printSynced says what came in, or would, and what a person should know of it.
func (a *App) printSynced(done syncfolder.Result, dry bool) (err error) {
	came := cameIn
	if dry {
		came = wouldComeIn
	}
	for _, f := range done.Files {
		if f.Changed > 0 && err == nil {
			err = a.print(fmt.Sprintf(came, f.Name, f.Changed))
		}
		if f.Ahead > 0 {
			a.complain(fmt.Errorf(clockAhead, f.Name, record.Roughly(f.Ahead)))
		}
		if f.Tied > 0 {
			a.complain(fmt.Errorf(tiedRows, f.Name, f.Tied))
		}
	}
	if done.Former != "" && !dry {
		a.complain(fmt.Errorf(twoDevices, done.Former))
	}
	return err
}
