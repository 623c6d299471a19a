package exchange

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"uncramp/coach/record"
	"uncramp/coach/text"
	"uncramp/routines"
)

// separators are those of columns, the usual one first.
const separators = ",;\t"

// minutesKey is a column that a spreadsheet may have in place of length_seconds.
const (
	minutesKey = "minutes"
	secondsKey = "length_seconds"
)

// sheet is a table whose columns stand in any order.
type sheet struct {
	*reader
	names   []string // of its columns; empty: without a heading
	skipped int      // lines before its heading
}

// readSheet reads a table as spreadsheets write it.
func readSheet(r *reader) *Fault {
	s := &sheet{reader: r}
	source := bufio.NewReader(r.source)
	comma := s.separator(source)
	rows := csv.NewReader(source)
	rows.Comma, rows.FieldsPerRecord = comma, -1
	for {
		if err := r.ctx.Err(); err != nil {
			return &Fault{0, err}
		}
		cells, err := rows.Read()
		switch {
		case errors.Is(err, io.EOF) && s.names == nil:
			return &Fault{1, errEmpty}
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			line, going := s.broken(err)
			if !going {
				return line
			}
			s.faults = append(s.faults, line)
			continue
		}
		line, _ := rows.FieldPos(0)
		line += s.skipped
		switch {
		case isEmpty(cells):
		case s.names == nil:
			if f := s.heading(line, cells); f != nil {
				return f
			}
		default:
			s.cells(line, cells)
		}
		r.source.left = maxRow
	}
}

// separator finds out what parts the columns: what a line sep=; says, else what
// stands most often in the first line.
func (s *sheet) separator(r *bufio.Reader) rune {
	const enough = 4096
	start, _ := r.Peek(enough) // a shorter text is all there
	first, _, _ := strings.Cut(string(start), "\n")
	if sign, ok := strings.CutPrefix(strings.ToLower(strings.Trim(first, "\"")), "sep="); ok && sign != "" {
		_, _ = r.ReadString('\n') // it was peeked
		s.skipped = 1
		return []rune(sign)[0]
	}
	best, most := rune(separators[0]), 0
	for _, c := range separators {
		if n := strings.Count(first, string(c)); n > most {
			best, most = c, n
		}
	}
	return best
}

func isEmpty(cells []string) bool {
	return !slices.ContainsFunc(cells, func(c string) bool { return strings.TrimSpace(c) != "" })
}

// broken is the fault of what the CSV library can't read, and whether it goes on
// behind it.
func (s *sheet) broken(err error) (f *Fault, going bool) {
	var parse *csv.ParseError
	if !errors.As(err, &parse) {
		line := s.source.line(s.source.read)
		return &Fault{line, err}, false
	}
	said := errors.New(openQuote)
	if errors.Is(parse.Err, csv.ErrBareQuote) {
		said = errors.New(strayQuote)
	}
	return &Fault{parse.StartLine + s.skipped, said}, true
}

// heading takes the names of the columns; in any case, with spaces for underscores.
func (s *sheet) heading(line int, cells []string) *Fault {
	known, unknown := append(heading(), minutesKey), false
	for _, cell := range cells {
		name := strings.NewReplacer(" ", "_", "-", "_").Replace(strings.ToLower(strings.TrimSpace(cell)))
		switch {
		case name == "began" || name == "sleep_disturbance":
			return &Fault{line, &finalFault{errReport}}
		case name != "" && !slices.Contains(known, name):
			s.fault(line, fmt.Errorf(unknownColumn, cell))
			unknown = true
		case name != "" && slices.Contains(s.names, name):
			s.fault(line, fmt.Errorf(columnTwice, name))
		}
		s.names = append(s.names, name)
	}
	if slices.Contains(s.names, minutesKey) && slices.Contains(s.names, secondsKey) {
		s.fault(line, fmt.Errorf(columnTwice, minutesKey))
	}
	if !slices.Contains(s.names, kindKey) {
		s.fault(line, fmt.Errorf(columnMissing, kindKey))
	}
	if !slices.Contains(s.names, "at") && !slices.Contains(s.names, "day") {
		s.fault(line, fmt.Errorf(columnMissing, "at"))
	}
	if unknown {
		s.fault(line, fmt.Errorf(columnsAre, strings.Join(known, ", ")))
	}
	if n := len(s.faults); n > 0 {
		last := s.faults[n-1]
		s.faults = s.faults[:n-1]
		return last // without its columns nothing can be read
	}
	return nil
}

// cells reads a row of a table.
func (s *sheet) cells(line int, cells []string) {
	for len(cells) < len(s.names) {
		cells = append(cells, "")
	}
	for i, cell := range cells {
		if (i >= len(s.names) || s.names[i] == "") && strings.TrimSpace(cell) != "" {
			s.fault(line, fmt.Errorf(noHeading, cell))
			return
		}
	}
	row, err := s.parse(cells)
	if err != nil {
		s.fault(line, err)
		return
	}
	s.row(line, row)
}

func (s *sheet) parse(cells []string) (any, error) {
	switch kind := strings.ToLower(strings.TrimSpace(cells[slices.Index(s.names, kindKey)])); kind {
	case crampKind:
		e, err := parseCells(s, cells, record.EpisodeColumns)
		if err == nil && e.ID == "" {
			e.ID = record.DerivedID(kind, e.At.UTC().Format(time.RFC3339Nano), string(e.Muscle), string(e.Side))
		}
		return e, err
	case sessionKind:
		v, err := parseCells(s, cells, record.SessionColumns)
		if err == nil && v.ID == "" {
			v.ID = record.DerivedID(kind, v.At.UTC().Format(time.RFC3339Nano), v.Routine)
		}
		return v, err
	default:
		if !slices.Contains(record.TallyKinds(), record.TallyKind(kind)) {
			return nil, fmt.Errorf(noKind, kind, crampKind, sessionKind, text.Join(record.TallyKinds()))
		}
		t, err := parseCells(s, cells, record.TallyColumns)
		if err == nil {
			t.Kind = record.TallyKind(kind)
		}
		return t, err
	}
}

func parseCells[T any](s *sheet, cells []string, columns []record.Column[T]) (*T, error) {
	v := new(T)
	var faults []error
	for i, name := range s.names {
		cell := text.UnescapeFormula(cells[i])
		at := slices.IndexFunc(columns, func(c record.Column[T]) bool {
			return c.CSV == name || name == minutesKey && c.CSV == secondsKey
		})
		switch {
		case at < 0 && name != kindKey && strings.TrimSpace(cell) != "":
			faults = append(faults, fmt.Errorf(notOfKind, name))
		case at >= 0:
			faults = append(faults, record.In(name, s.parseCell(columns[at].Field(v), name, cell)))
		}
	}
	return v, errors.Join(faults...)
}

// parseCell reads a cell as a person may have written it.
func (s *sheet) parseCell(field any, name, cell string) (err error) {
	plain := strings.TrimSpace(cell)
	switch f := field.(type) {
	case *time.Time:
		return s.moment(f, plain)
	case *record.Edit:
		return s.moment((*time.Time)(f), plain)
	case *time.Duration:
		if name == minutesKey && plain != "" {
			*f, err = record.ParseMinutes(plain)
			return err
		}
		cell = plain
	case *record.Answer, *routines.Muscle, *routines.Side, *routines.Position, *bool:
		cell = strings.ToLower(plain)
	case *[]record.Attempt:
		if record.TextOf(f).UnmarshalText([]byte(cell)) != nil {
			return errors.New(notTried)
		}
		return nil
	case *record.Lead, *record.Rating, *record.ID, *record.Link, *int:
		cell = plain
	}
	return record.TextOf(field).UnmarshalText([]byte(cell))
}

// moment reads one by the clocks of where it is read, if it tells no zone.
func (s *sheet) moment(into *time.Time, cell string) (err error) {
	if cell != "" {
		*into, err = record.ParseDated(cell, s.now.Location())
	}
	return err
}
