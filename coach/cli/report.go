package cli

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"uncramp/coach/private"
	"uncramp/coach/report"
	"uncramp/coach/triage"
)

func (a *App) reportCommand() *cobra.Command {
	cmd := command("report", nothing)
	days := cmd.Flags().Int("days", 28, fmt.Sprintf("how many `nights` back, 1 to %d", report.MaxDays))
	format := addWord(cmd, "format", "as what", report.Markdown, report.Formats()...)
	file := cmd.Flags().StringP("output", "o", "", "write to a `file` that only you can read; its ending can choose the format")
	force := cmd.Flags().Bool("force", false, "overwrite a file that uncramp didn't write, too")
	cmd.RunE = a.run(func(cmd *cobra.Command, _ []string) error {
		if *days < 1 || *days > report.MaxDays {
			return misusef("--days is %d; choose 1 to %d", *days, report.MaxDays)
		}
		if !cmd.Flags().Changed("format") {
			named, ok := report.FormatOf(*file)
			switch {
			case ok:
				format.value = named
			case filepath.Ext(*file) != "":
				return misusef(noSuchEnding, filepath.Ext(*file))
			}
		}
		if *file != "" && !*force && !isOurs(*file, report.Begins) {
			return fmt.Errorf(notOurs, *file)
		}
		return a.report(*days, format.value, *file)
	})
	return cmd
}

// isOurs reports whether nothing is lost where a file is written: none is there, or an
// empty one, or one that begins as ours do. Of what is no file at all, who writes it
// says so.
func isOurs(path string, begins func(start []byte) bool) bool {
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() || info.Size() == 0 {
		return true
	}
	f, err := private.Open(path)
	if err != nil {
		return false
	}
	defer func() { _ = f.Close() }() // it was only read
	start := make([]byte, 2000)
	n, _ := io.ReadFull(f, start) // a shorter one is all there
	return begins(start[:n])
}

// report writes the report of so many days, to standard output or to a file.
func (a *App) report(days int, format report.Format, file string) error {
	now := a.now()
	ticked, err := a.tickedLines()
	if err != nil {
		return err
	}
	rows, err := a.Journal.Rows(now, days)
	if err != nil {
		return err
	}
	c, err := a.course(now)
	if err != nil {
		return err
	}
	r := report.New(now, days, rows, report.Background{Findings: findingLines(a.State.Finding()), Ticked: ticked, Programme: c})
	var page bytes.Buffer
	if err := r.Write(&page, format); err != nil {
		return err
	}
	if r.First.IsZero() && format.Data() {
		fmt.Fprintln(a.Err, strings.Join(r.Basis(), " "))
	}
	if file == "" {
		_, err := a.data.Write(page.Bytes())
		return err
	}
	if err := private.Write(file, page.Bytes()); err != nil {
		return fmt.Errorf("the report is not written: %w", err)
	}
	return a.print(file + "\n")
}

// tickedLines are the causes that were ticked, as they read on the list. The
// cards are read only if there are any.
func (a *App) tickedLines() (lines []string, err error) {
	ticked, err := a.Journal.Ticked()
	if err != nil || len(ticked) == 0 {
		return nil, err
	}
	all, err := a.readCards()
	for _, c := range all.Causes() {
		if slices.Contains(ticked, c.ID) {
			lines = append(lines, c.Cause)
		}
	}
	return lines, err
}

// findingLines are the answers of the latest red-flag check, for a doctor.
func findingLines(f triage.Finding) (lines []string) {
	switch f.Level {
	case "":
		return nil
	case triage.Unreadable:
		return []string{noAnswers}
	}
	day := "At the latest check"
	if !f.At.IsZero() {
		day = f.At.Format("2 Jan 2006")
	}
	for _, q := range f.Reasons() {
		lines = append(lines, fmt.Sprintf(yesAnswer, day, q.Text))
	}
	switch {
	case f.Level == triage.Clear:
		lines = append(lines, fmt.Sprintf(allNo, day))
	case f.Blocks():
		lines = append(lines, fmt.Sprintf(lessSkipped, day))
	}
	return lines
}
