package cli

import (
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"uncramp/coach/diary/exchange"
	"uncramp/coach/report"
	"uncramp/coach/stats"
)

func (a *App) diaryCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "diary",
		Short: "Read, export, import and back up the diary",
		Long: `diary prints what the diary holds. It stays on this machine: only export, backup and
report write it elsewhere, to where you say.`,
		Example: `  uncramp diary --days 42
  uncramp diary export > diary.json
  uncramp diary import diary.json      also one from another machine
  uncramp diary backup diary-backup.db`,
		Args: cobra.NoArgs,
	}
	days := cmd.Flags().Int("days", usualDays, "how many days; 0 is all there is")
	cmd.RunE = a.run(func(*cobra.Command, []string) error {
		if *days < 0 {
			return fmt.Errorf("--days is %d; choose 0 or more", *days)
		}
		now := a.now()
		rows, err := a.Journal.Rows(now, *days)
		if err != nil {
			return &failure{err}
		}
		text, err := report.Text(stats.Count(now, *days, rows))
		if err != nil {
			return &failure{err}
		}
		return a.print(text)
	})
	cmd.AddCommand(a.exportCommand(), a.importCommand(), a.backupCommand(), a.restoreCommand())
	return cmd
}

// usualDays is the window that is shown unless another is asked for.
const usualDays = 28

func (a *App) exportCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "export",
		Short:   "Print the whole diary",
		Example: "  uncramp diary export > diary.json\n  uncramp diary export --format csv > diary.csv",
		Args:    cobra.NoArgs,
	}
	format := addWord(cmd, "format", "as what", exchange.JSON, exchange.JSON, exchange.CSV)
	cmd.RunE = a.run(func(*cobra.Command, []string) error {
		return wrapFailure(a.Journal.Export(a.Out, format.value))
	})
	return cmd
}

func (a *App) importCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "import FILE",
		Short: "Read an export back, or that of another machine",
		Long: `import adds what the diary does not have. Of two versions of a cramp the later edit stays.
A - stands for standard input.`,
		Example: "  uncramp diary import diary.json\n  uncramp diary import --format csv diary.csv",
		Args:    oneFile,
	}
	format := addWord(cmd, "format", "as what", exchange.JSON, exchange.JSON, exchange.CSV)
	cmd.RunE = a.run(func(_ *cobra.Command, args []string) error {
		in := io.NopCloser(a.In)
		if args[0] != "-" {
			f, err := os.Open(args[0])
			if err != nil {
				return &failure{fmt.Errorf("the export can't be read: %w", err)}
			}
			in = f
		}
		defer func() { _ = in.Close() }() // it was only read
		done, err := a.Journal.Import(args[0], in, format.value)
		if err != nil {
			return &failure{err}
		}
		return wrapFailure(a.print(fmt.Sprintf(importedRows, done.Rows, done.Changed)))
	})
	return cmd
}

func (a *App) backupCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "backup FILE",
		Short:   "Copy the diary, even while it is written",
		Example: "  uncramp diary backup diary-backup.db",
		Args:    oneFile,
		RunE: a.run(func(_ *cobra.Command, args []string) error {
			if err := a.Journal.Backup(args[0]); err != nil {
				return &failure{err}
			}
			return wrapFailure(a.print(args[0] + "\n"))
		}),
	}
}

func (a *App) restoreCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "restore FILE",
		Short:   "Take a backup back; the present diary is kept aside",
		Example: "  uncramp diary restore diary-backup.db",
		Args:    oneFile,
		RunE: a.run(func(_ *cobra.Command, args []string) error {
			previous, err := a.Journal.Restore(args[0])
			if err != nil {
				return &failure{err}
			}
			return wrapFailure(a.print(fmt.Sprintf(restored, previous)))
		}),
	}
}

func oneFile(_ *cobra.Command, args []string) error {
	if len(args) != 1 {
		return fmt.Errorf("name one file; see uncramp diary --help")
	}
	return nil
}
