package exchange

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"iter"
	"slices"

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
	if _, err := io.WriteString(to, text.ByteOrderMark); err != nil { // without it Excel takes the text for another encoding
		return err
	}
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
