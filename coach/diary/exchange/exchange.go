// Package exchange reads and writes the rows of a diary as JSON and as CSV.
package exchange

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"

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

const (
	batchRows = 500     // rows of a batch
	maxRow    = 4 << 20 // bytes
)

// Write writes a whole diary row by row: it needs no more memory for a longer
// one.
func Write(w io.Writer, f Format, rows Rows) error {
	form, ok := forms[f]
	if !ok {
		return unknownFormat(f)
	}
	return record.In("the export stopped", record.OneLine(form.write(w, rows)))
}

// forms are how each format is written and read.
var forms = map[Format]struct {
	write func(io.Writer, Rows) error
	read  func(*lines, adder) error
}{JSON: {writeJSON, readJSON}, CSV: {writeCSV, readCSV}}

// adder takes a row, of which it is handed a pointer.
type adder func(row any) error

// Read reads what [Write] wrote, by the hundreds of rows: a transaction for each
// would take hours, one for all would keep others waiting. Hidden characters are
// taken out. Where a row can't be read, the error names its line, and the rows
// before it are returned with it; but none where something follows the end of a
// diary in JSON.
func Read(ctx context.Context, r io.Reader, f Format) (batches []record.Batch, err error) {
	form, ok := forms[f]
	if !ok {
		return nil, unknownFormat(f)
	}
	source := &lines{from: r, left: maxRow}
	err = form.read(source, func(row any) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		if len(batches) == 0 || batches[len(batches)-1].Len() == batchRows {
			batches = append(batches, record.Batch{})
		}
		source.left = maxRow
		return add(&batches[len(batches)-1], row)
	})
	if errors.Is(err, errMore) {
		batches = nil
	}
	return batches, record.In("the import stopped", record.OneLine(err))
}

func unknownFormat(f Format) error {
	return fmt.Errorf("%.20q is no format of a diary; choose %s or %s", f, JSON, CSV)
}

func add(b *record.Batch, row any) (err error) {
	switch v := row.(type) {
	case *record.Episode:
		b.Episodes, err = added(b.Episodes, v)
	case *record.Session:
		b.Sessions, err = added(b.Sessions, v)
	case *record.Tally:
		b.Tallies, err = added(b.Tallies, v)
	}
	return err
}

func added[T any, R record.Row[T]](list []T, v R) ([]T, error) {
	row, err := v.Normalize()
	if err != nil {
		return list, err
	}
	if id, edited := R(&row).Head(); edited.IsZero() {
		return list, fmt.Errorf("%s has no moment of its edit; export it again", id)
	}
	return append(list, row), nil
}

func inLine(n int, err error) error { return record.In(fmt.Sprint("line ", n), err) }

// lines is text that knows which line an offset is in, and that ends where a
// row is too long to be one.
type lines struct {
	from io.Reader
	left int // bytes that the row may still have
	read int64
	ends []int64 // offsets of line ends
}

var errLongRow = fmt.Errorf("a row has more than %d bytes", maxRow)

func (l *lines) Read(p []byte) (int, error) {
	if l.left <= 0 {
		return 0, errLongRow
	}
	n, err := l.from.Read(p)
	for i, c := range p[:n] {
		if c == '\n' {
			l.ends = append(l.ends, l.read+int64(i))
		}
	}
	l.read += int64(n)
	l.left -= n
	return n, err
}

// line is the number of the line of an offset.
func (l *lines) line(offset int64) int {
	before, _ := slices.BinarySearch(l.ends, offset)
	return before + 1
}
