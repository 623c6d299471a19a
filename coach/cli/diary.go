package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"uncramp/coach/diary/exchange"
	"uncramp/coach/report"
	"uncramp/coach/stats"
)

func (a *App) diaryCommand() *cobra.Command {
	cmd := command("diary", subcommand)
	days := cmd.Flags().Int("days", usualDays, "how many days; 0 is all there is")
	cmd.RunE = a.run(func(*cobra.Command, []string) error {
		if *days < 0 {
			return misusef("--days is %d; choose 0 or more", *days)
		}
		now := a.now()
		rows, err := a.Journal.Rows(now, *days)
		if err != nil {
			return err
		}
		text, err := report.Text(stats.Count(now, *days, rows))
		if err != nil {
			return err
		}
		return a.print(text)
	})
	cmd.AddCommand(a.exportCommand(), a.importCommand(), a.undoCommand(), a.backupCommand(), a.restoreCommand(), a.syncCommand())
	return cmd
}

// usualDays is the window that is shown unless another is asked for.
const usualDays = 28

func (a *App) exportCommand() *cobra.Command {
	cmd := command("diary-export", nothing)
	format := addWord(cmd, "format", "as what", exchange.JSON, exchange.JSON, exchange.CSV)
	cmd.RunE = a.run(func(*cobra.Command, []string) error {
		if err := a.Journal.Export(a.data, format.value); err != nil {
			return err
		}
		now := a.now()
		rows, err := a.Journal.Rows(now, usualDays)
		if err == nil && stats.Count(now, usualDays, rows).NeverKept() { // beside what another program may read
			fmt.Fprintln(a.Err, stats.EmptyDiary)
		}
		return nil
	})
	return cmd
}

func (a *App) backupCommand() *cobra.Command {
	return action("diary-backup", oneFile, func(_ *cobra.Command, args []string) error {
		if err := a.Journal.Backup(args[0]); err != nil {
			return err
		}
		return a.tellFile(args[0])
	})
}

func (a *App) restoreCommand() *cobra.Command {
	return action("diary-restore", oneFile, func(_ *cobra.Command, args []string) error {
		previous, err := a.Journal.Restore(args[0])
		if err != nil {
			return err
		}
		return a.print(fmt.Sprintf(restored, previous))
	})
}

var oneFile = wants(1, 1, "name one file; see uncramp diary --help")
