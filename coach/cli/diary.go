package cli

import (
	"context"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/spf13/cobra"

	"uncramp/coach/diary"
	"uncramp/coach/record"
	"uncramp/coach/report"
	"uncramp/coach/stats"
	"uncramp/coach/tui"
)

// exchanging is how long a whole diary may take to be written or read.
const exchanging = 10 * time.Minute

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
		s, err := a.summary(a.Now(), *days)
		if err != nil {
			return &failure{err}
		}
		return a.print(report.Text(s))
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
	format := addWord(cmd, "format", "as what", diary.JSON, diary.JSON, diary.CSV)
	cmd.RunE = a.run(func(*cobra.Command, []string) error {
		return wrapFailure(a.ifThereFor(exchanging, func(ctx context.Context, s diary.Store) error {
			return diary.Export(ctx, s, a.Out, format.value)
		}))
	})
	return cmd
}

func (a *App) importCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "import FILE",
		Short:   "Read an export back, or that of another machine",
		Long:    "import adds what the diary does not have. Of two versions of a cramp the later edit stays.\nA - stands for standard input.",
		Example: "  uncramp diary import diary.json\n  uncramp diary import --format csv diary.csv",
		Args:    oneFile,
	}
	format := addWord(cmd, "format", "as what", diary.JSON, diary.JSON, diary.CSV)
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
		return a.wholeDiary(func(ctx context.Context, s diary.Store) error {
			into, ok := s.(diary.Merger)
			if !ok {
				return fmt.Errorf("this diary takes no import")
			}
			done, err := diary.Import(ctx, into, in, format.value)
			if err != nil {
				return fmt.Errorf("%s: %w", args[0], err)
			}
			return a.print(fmt.Sprintf("%d read, %d of them new or later edited.\n", done.Rows, done.Changed))
		})
	})
	return cmd
}

// copier is a diary that can be copied as a whole.
type copier interface {
	Backup(ctx context.Context, path string) error
	Restore(ctx context.Context, path string) (aside string, err error)
}

func (a *App) backupCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "backup FILE",
		Short:   "Copy the diary, even while it is written",
		Example: "  uncramp diary backup diary-backup.db",
		Args:    oneFile,
		RunE: a.run(func(_ *cobra.Command, args []string) error {
			return a.kept(func(ctx context.Context, k copier) error {
				if err := k.Backup(ctx, args[0]); err != nil {
					return err
				}
				return a.print(args[0] + "\n")
			})
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
			return a.kept(func(ctx context.Context, k copier) error {
				aside, err := k.Restore(ctx, args[0])
				if err != nil {
					return err
				}
				return a.print(fmt.Sprintf("Restored. What was there before is %s.\n", aside))
			})
		}),
	}
}

func oneFile(_ *cobra.Command, args []string) error {
	if len(args) != 1 {
		return fmt.Errorf("name one file; see uncramp diary --help")
	}
	return nil
}

// kept does something with the diary as a whole file.
func (a *App) kept(do func(context.Context, copier) error) error {
	return a.wholeDiary(func(ctx context.Context, s diary.Store) error {
		k, ok := s.(copier)
		if !ok {
			return fmt.Errorf("this diary is no file")
		}
		return do(ctx, k)
	})
}

// wholeDiary does something that may take longer than a row.
func (a *App) wholeDiary(do func(context.Context, diary.Store) error) error {
	return wrapFailure(a.inDiaryFor(exchanging, do))
}

// pages is how screens reach the diary.
func (a *App) pages() *tui.Pages {
	if a.Diary == nil || a.trial {
		return nil
	}
	return &tui.Pages{History: a.summary, Episode: a.episode, Put: a.putEpisode, Untold: a.untold, Week: a.week, Glasses: a.setGlasses}
}

func (a *App) episode(id record.ID) (e record.Episode, err error) {
	err = a.inDiary(func(ctx context.Context, s diary.Store) (err error) {
		e, err = s.Episode(ctx, id)
		return err
	})
	return e, err
}

func (a *App) putEpisode(e record.Episode) error {
	err := a.inDiary(func(ctx context.Context, s diary.Store) error { return s.PutEpisode(ctx, e) })
	return err
}

// untold is the latest cramp of last night, or of the present one, of which
// nothing but a number was told; false where there is none, or no diary.
func (a *App) untold(now time.Time) (latest record.Episode, found bool) {
	over, present := stats.LatestOver(now), stats.LatestBegun(now)
	err := a.ifThere(func(ctx context.Context, s diary.Store) error {
		for e, err := range s.Episodes(ctx, record.Span{From: over.Since()}, false) {
			if err != nil {
				return err
			}
			night := stats.NightOf(e.At)
			if !stats.AtNight(e) || night != over && night != present {
				continue
			}
			if e.Helped == "" && e.Note == "" && e.Woke == "" && !e.Disturbance.Given {
				latest, found = e, true
			}
		}
		return nil
	})
	return latest, found && err == nil
}
