// Package exchange reads and writes the rows of a diary as JSON and as CSV.
package exchange

import (
	"fmt"
	"io"
	"iter"

	"uncramp/coach/record"
)

// Format is what a diary is written as.
type Format string

// The formats. JSON keeps everything to the nanosecond; CSV is for people and
// their spreadsheets, and keeps as much.
const (
	JSON Format = "json"
	CSV  Format = "csv"
)

// Rows are all rows of a diary, ids of deleted ones too, one by one.
type Rows struct {
	Episodes iter.Seq2[record.Episode, error]
	Sessions iter.Seq2[record.Session, error]
	Tallies  iter.Seq2[record.Tally, error]
}

// None are the rows of a diary that there is not.
func None() Rows { return Rows{none[record.Episode], none[record.Session], none[record.Tally]} }

func none[T any](func(T, error) bool) {}

// Write writes a whole diary row by row: it needs no more memory for a longer
// one.
func Write(w io.Writer, f Format, rows Rows) error {
	write, ok := writers[f]
	if !ok {
		return unknownFormat(f)
	}
	return record.In("the export stopped", record.OneLine(write(w, rows)))
}

// writers are how each format is written.
var writers = map[Format]func(io.Writer, Rows) error{JSON: writeJSON, CSV: writeCSV}

func unknownFormat(f Format) error {
	return fmt.Errorf(noFormat, f, JSON, CSV)
}
