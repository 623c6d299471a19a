package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/natefinch/atomic"
	"github.com/spf13/cobra"

	"uncramp/coach/diary"
	"uncramp/coach/report"
	"uncramp/coach/triage"
)

func (a *App) reportCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "report",
		Short: "Turn the diary into a page for the doctor",
		Long: `report sums up the latest nights of the diary: how often it cramped, when and where,
how bad it was, what was tried, and then every cramp. As html it prints on one or two
pages. It is what you wrote down, no diagnosis. The notes are in it: look before you
pass it on.`,
		Example: "  uncramp report\n  uncramp report --format html -o cramps.html\n  uncramp report --days 42 --format csv",
		Args:    cobra.NoArgs,
	}
	days := cmd.Flags().Int("days", 28, fmt.Sprintf("how many `nights` back, 1 to %d", report.MaxDays))
	format := addWord(cmd, "format", "as what", report.Markdown, report.Formats()...)
	file := cmd.Flags().StringP("output", "o", "", "write to a `file` that only you can read; its ending can choose the format")
	cmd.RunE = a.run(func(cmd *cobra.Command, _ []string) error {
		if *days < 1 || *days > report.MaxDays {
			return fmt.Errorf("--days is %d; choose 1 to %d", *days, report.MaxDays)
		}
		if named := report.Format(strings.TrimPrefix(filepath.Ext(*file), ".")); !cmd.Flags().Changed("format") && slices.Contains(report.Formats(), named) {
			format.value = named
		}
		return a.report(*days, format.value, *file)
	})
	return cmd
}

// report writes the report of so many days, to standard output or to a file.
func (a *App) report(days int, format report.Format, file string) error {
	var r report.Report
	notice, err := a.inDiary(func(ctx context.Context, s diary.Store) (err error) {
		r, err = report.Gather(ctx, s, a.Now(), days, findingLines(a.Finding())...)
		return err
	})
	a.tell(notice, nil)
	if err != nil {
		return &failure{err}
	}
	var page bytes.Buffer
	if err := r.Write(&page, format); err != nil {
		return &failure{err}
	}
	if r.Begun.IsZero() && format.Data() {
		fmt.Fprintln(a.Err, report.EmptyLine)
	}
	if file == "" {
		_, err := a.Out.Write(page.Bytes())
		return wrapFailure(err)
	}
	if err := writePrivate(file, page.Bytes()); err != nil {
		return &failure{fmt.Errorf("the report is not written: %w", err)}
	}
	return a.print(file + "\n")
}

// findingLines are the answers of the latest red-flag check, for a doctor.
func findingLines(f triage.Finding) (lines []string) {
	if f.Level == "" {
		return nil
	}
	day := "At the latest check"
	if !f.At.IsZero() {
		day = f.At.Format("2 Jan 2006")
	}
	for _, q := range f.Reasons() {
		lines = append(lines, fmt.Sprintf("%s, yes: %s", day, q.Text))
	}
	switch {
	case f.Level == triage.Clear:
		lines = append(lines, day+": no to every question")
	case f.Blocks():
		lines = append(lines, day+": after a yes nothing less urgent was asked")
	}
	return lines
}

// writePrivate writes a file whole or not at all, for the person's eyes alone;
// where a link stands, what it links to. It takes the place of files only.
func writePrivate(path string, data []byte) error {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if _, err := os.Stat(filepath.Dir(path)); errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("there is no folder %s; make it first", filepath.Dir(path))
		}
	case err != nil:
		return err
	case info.IsDir():
		return fmt.Errorf("%s is a folder; name a file in it", path)
	case !info.Mode().IsRegular():
		return fmt.Errorf("%s is no ordinary file; name another", path)
	default:
		if err := os.Chmod(path, 0o600); err != nil { // the new file takes over its mode
			return err
		}
	}
	return atomic.WriteFile(path, bytes.NewReader(data))
}
