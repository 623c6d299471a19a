package cli

import (
	"bytes"
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"uncramp/coach/report"
)

func (a *App) reportCommand() *cobra.Command {
	cmd := command("report", nothing)
	days := cmd.Flags().Int("days", usualDays, fmt.Sprintf("how many `nights` back, 1 to %d", report.MaxDays))
	format := addWord(cmd, "format", "as what", report.Markdown, report.Formats()...)
	to := addOutput(cmd, "write to a `file` that only you can read; its ending can choose the format", "", report.Begins)
	cmd.RunE = a.run(func(cmd *cobra.Command, _ []string) error {
		if *days < 1 || *days > report.MaxDays {
			return misusef("--days is %d; choose 1 to %d", *days, report.MaxDays)
		}
		if !cmd.Flags().Changed("format") {
			named, ok := report.FormatOf(to.file)
			switch {
			case ok:
				format.value = named
			case filepath.Ext(to.file) != "":
				return misusef(noSuchEnding, filepath.Ext(to.file))
			}
		}
		if err := to.check(); err != nil {
			return err
		}
		return a.report(*days, format.value, to)
	})
	return cmd
}

// report writes the report of so many days, to standard output or to a file.
func (a *App) report(days int, format report.Format, to *output) error {
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
	r := report.New(now, days, rows, report.Background{Findings: report.FindingLines(a.State.Finding()), Ticked: ticked, Programme: c})
	var page bytes.Buffer
	if to.file == "" && format == report.Markdown && a.linear > 0 {
		return cmp.Or(r.Aloud(&page), a.print(page.String()))
	}
	if err := r.Write(&page, format); err != nil {
		return err
	}
	if r.First.IsZero() && format.Data() {
		fmt.Fprintln(a.Err, strings.Join(r.Basis(), " "))
	}
	if to.file == "" && format == report.Markdown && a.onTerminal {
		return a.print(page.String())
	}
	return to.write(a, page.Bytes())
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
