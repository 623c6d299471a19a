package report

import (
	"fmt"
	"io"
)

// Format is a form a report can be written in.
type Format string

// The formats.
const (
	Markdown Format = "md"
	HTML     Format = "html" // one file, nothing outside it, to be printed
	CSV      Format = "csv"  // the cramps alone, one a row
	JSON     Format = "json"
)

// Formats lists every format, the usual one first.
func Formats() []Format { return []Format{Markdown, HTML, CSV, JSON} }

// Data reports whether a format is for programs rather than for people.
func (f Format) Data() bool { return f == CSV || f == JSON }

// Write writes the report.
func (r Report) Write(w io.Writer, f Format) error {
	write := map[Format]func(io.Writer) error{Markdown: r.markdown, HTML: r.html, CSV: r.csv, JSON: r.json}[f]
	if write == nil {
		return fmt.Errorf("unknown format %q: choose one of %v", f, Formats())
	}
	if err := write(w); err != nil {
		return fmt.Errorf("writing the report as %s: %w", f, err)
	}
	return nil
}
