package report

import (
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"uncramp/coach/stats"
	"uncramp/coach/text"
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

// endings are those of files, and what they say of the format.
var endings = map[string]Format{".md": Markdown, ".markdown": Markdown, ".html": HTML, ".htm": HTML, ".csv": CSV, ".json": JSON}

// FormatOf returns the format that the ending of a file names, in any case; false
// where it names none.
func FormatOf(file string) (Format, bool) {
	f, ok := endings[strings.ToLower(filepath.Ext(file))]
	return f, ok
}

// Begins reports whether a text begins as a report does, in one of its formats, that of
// an empty diary too. Its first 2,000 bytes tell.
func Begins(start []byte) bool {
	html := bytes.HasPrefix(start, []byte("<!DOCTYPE html>")) && bytes.Contains(start, []byte("<title>Leg cramps"))
	data := bytes.HasPrefix(start, []byte("{\n  \"from\": ")) && bytes.Contains(start, []byte(`"basis": [`))
	return html || data || bytes.HasPrefix(start, []byte("# Leg cramps")) || bytes.HasPrefix(start, []byte(stats.EmptyDiary)) ||
		bytes.HasPrefix(bytes.TrimPrefix(start, []byte(text.ByteOrderMark)), []byte(strings.Join(csvHead[:csvSure], ",")))
}

// csvSure is how many columns any report in CSV begins with.
const csvSure = 16

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
