package exchange

import (
	"bufio"
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"uncramp/coach/record"
	"uncramp/coach/text"
)

// What the first column says of a row; of a mark, its kind.
const (
	kindKey     = "kind"
	crampKind   = "cramp"
	sessionKind = "session"
)

// heading is every column that any kind of row has.
func heading() []string {
	names := appendHeadings([]string{kindKey}, record.EpisodeColumns)
	names = appendHeadings(names, record.SessionColumns)
	return appendHeadings(names, record.TallyColumns)
}

func appendHeadings[T any](names []string, columns []record.Column[T]) []string {
	for _, c := range columns {
		if !slices.Contains(names, c.CSV) {
			names = append(names, c.CSV)
		}
	}
	return names
}

func writeCSV(to io.Writer, rows Rows) error {
	w := csv.NewWriter(to)
	names := heading()
	if err := w.Write(names); err != nil {
		return err
	}
	err := writeRows(w, names, crampKind, record.EpisodeColumns, rows.Episodes)
	if err == nil {
		err = writeRows(w, names, sessionKind, record.SessionColumns, rows.Sessions)
	}
	if err == nil {
		err = writeRows(w, names, "", record.TallyColumns, rows.Tallies) // its kind is a column
	}
	w.Flush()
	return cmp.Or(err, w.Error())
}

func writeRows[T any](w *csv.Writer, names []string, kind string, columns []record.Column[T], rows iter.Seq2[T, error]) error {
	for v, err := range rows {
		if err != nil {
			return err
		}
		line := make([]string, len(names))
		line[0] = kind
		for _, c := range columns {
			cell, err := record.TextOf(c.Field(&v)).MarshalText()
			if err != nil {
				return fmt.Errorf("%s: %w", c.CSV, err)
			}
			line[slices.Index(names, c.CSV)] = text.EscapeFormula(string(cell))
		}
		if err := w.Write(line); err != nil {
			return err
		}
	}
	return nil
}

func readCSV(source *lines, add adder) error {
	r := csv.NewReader(withoutBOM(source))
	names, err := r.Read()
	if err != nil {
		return readerFault(r, err)
	}
	if err := checkHeading(names); err != nil {
		return inLine(1, err)
	}
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return readerFault(r, err)
		}
		line, _ := r.FieldPos(0)
		row, err := readRow(names, cells)
		if err == nil {
			err = add(row)
		}
		if err != nil {
			return inLine(line, err)
		}
	}
}

// withoutBOM drops the mark that spreadsheets put before a text.
func withoutBOM(r io.Reader) io.Reader {
	b := bufio.NewReader(r)
	if start, err := b.Peek(3); err == nil && string(start) == "\ufeff" {
		_, _ = b.Discard(3) // it was peeked
	}
	return b
}

// readerFault names the line of an error of the reader, which does so itself for what
// is wrong with the text.
func readerFault(r *csv.Reader, err error) error {
	var parse *csv.ParseError
	switch {
	case errors.As(err, &parse):
		return inLine(parse.Line, parse.Err)
	case errors.Is(err, io.EOF):
		return inLine(1, errors.New("the file is empty; export it again"))
	}
	line, _ := r.FieldPos(0)
	return inLine(line, err)
}

func checkHeading(names []string) error {
	if len(names) == 1 && strings.Contains(names[0], ";") {
		return errors.New("the columns are parted by semicolons; save the file with commas")
	}
	known := heading()
	for i, name := range names {
		if !slices.Contains(known, name) {
			return fmt.Errorf("this uncramp knows no column %.40q; take it out, or get a newer one; the columns are %s",
				name, strings.Join(known, ", "))
		}
		if slices.Contains(names[:i], name) {
			return fmt.Errorf("the column %s stands there twice", name)
		}
	}
	for _, name := range []string{kindKey, "id", "at", "edited"} {
		if !slices.Contains(names, name) {
			return fmt.Errorf("the column %s is missing", name)
		}
	}
	return nil
}

func readRow(names, cells []string) (any, error) {
	switch kind := cells[slices.Index(names, kindKey)]; kind {
	case crampKind:
		return readCells(names, cells, record.EpisodeColumns)
	case sessionKind:
		return readCells(names, cells, record.SessionColumns)
	case string(record.Cause), string(record.Water):
		return readCells(names, cells, record.TallyColumns)
	default:
		return nil, fmt.Errorf("the kind is %.40q; it is %s, %s, %s or %s", kind, crampKind, sessionKind, record.Cause, record.Water)
	}
}

func readCells[T any](names, cells []string, columns []record.Column[T]) (*T, error) {
	v := new(T)
	for i, name := range names {
		at := slices.IndexFunc(columns, func(c record.Column[T]) bool { return c.CSV == name })
		switch {
		case at >= 0:
			field := record.TextOf(columns[at].Field(v))
			if err := field.UnmarshalText([]byte(text.UnescapeFormula(cells[i]))); err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
		case name != kindKey && cells[i] != "":
			return nil, fmt.Errorf("%s is nothing that such a row has; leave it empty", name)
		}
	}
	return v, nil
}
