package diary

import (
	"bufio"
	"context"
	"encoding"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"

	"uncramp/coach/record"
)

// What the first column says of a row; of a mark, its kind.
const (
	kindKey     = "kind"
	crampKind   = "cramp"
	sessionKind = "session"
)

// column is a place in a row that is read and written as text.
type column struct {
	name string
	cell interface {
		encoding.TextMarshaler
		encoding.TextUnmarshaler
	}
}

func episodeColumns(e *record.Episode) []column {
	return []column{
		{"at", &e.At}, {"length_seconds", (*lengthCell)(&e.Length)}, {"muscle", (*wordCell)(&e.Muscle)}, {"side", (*wordCell)(&e.Side)},
		{"severity", &e.Severity}, {"disturbance", &e.Disturbance}, {"asleep", (*wordCell)(&e.Asleep)}, {"woke", (*wordCell)(&e.Woke)},
		{"doing", (*wordCell)(&e.Doing)}, {"relief_seconds", (*lengthCell)(&e.Relief)}, {"soreness", &e.Soreness},
		{"helped", (*wordCell)(&e.Helped)}, {"fluids", (*wordCell)(&e.Fluids)}, {"medicine", (*wordCell)(&e.Medicine)},
		{"note", (*wordCell)(&e.Note)}, {"tried", (*triedCell)(&e.Tried)},
		{"id", (*wordCell)(&e.ID)}, {"edited", &e.Edited}, {"deleted", (*flagCell)(&e.Deleted)},
	}
}

func sessionColumns(s *record.Session) []column {
	return []column{
		{"at", &s.At}, {"routine", (*wordCell)(&s.Routine)}, {"ending", (*record.Ending)(&s.Ending)},
		{"planned_seconds", (*lengthCell)(&s.Planned)}, {"worked_seconds", (*lengthCell)(&s.Worked)},
		{"muscle", (*wordCell)(&s.Choice.Muscle)}, {"side", (*wordCell)(&s.Choice.Side)}, {"position", (*wordCell)(&s.Choice.Position)},
		{"prepare_seconds", (*lengthCell)(&s.Choice.Prepare)}, {"tried", (*triedCell)(&s.Done)}, {"episode", (*wordCell)(&s.Episode)},
		{"id", (*wordCell)(&s.ID)}, {"edited", &s.Edited}, {"deleted", (*flagCell)(&s.Deleted)},
	}
}

func tallyColumns(m *record.Tally) []column {
	return []column{{"day", (*wordCell)(&m.Day)}, {"name", (*wordCell)(&m.Name)}, {"count", (*countCell)(&m.Count)}, {"edited", &m.Edited}}
}

// heading is every column that any kind of row has.
func heading() []string {
	names := []string{kindKey}
	for _, c := range slices.Concat(episodeColumns(new(record.Episode)), sessionColumns(new(record.Session)), tallyColumns(new(record.Tally))) {
		if !slices.Contains(names, c.name) {
			names = append(names, c.name)
		}
	}
	return names
}

func exportCSV(ctx context.Context, s Store, to io.Writer) error {
	w := csv.NewWriter(to)
	names := heading()
	if err := w.Write(names); err != nil {
		return err
	}
	for e, err := range s.Episodes(ctx, record.Span{}, true) {
		if err := errors.Join(err, writeRow(w, names, crampKind, episodeColumns(&e))); err != nil {
			return err
		}
	}
	for v, err := range s.Sessions(ctx, record.Span{}, true) {
		if err := errors.Join(err, writeRow(w, names, sessionKind, sessionColumns(&v))); err != nil {
			return err
		}
	}
	for m, err := range s.Marks(ctx, "", record.Days{}, true) {
		if err := errors.Join(err, writeRow(w, names, string(m.Kind), tallyColumns(&m))); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

func writeRow(w *csv.Writer, names []string, kind string, columns []column) error {
	cells := make([]string, len(names))
	cells[0] = kind
	for _, c := range columns {
		text, err := c.cell.MarshalText()
		if err != nil {
			return fmt.Errorf("%s: %w", c.name, err)
		}
		cells[slices.Index(names, c.name)] = Defused(string(text))
	}
	return w.Write(cells)
}

// rowsOfCSV yields rows one by one, up to the first error.
func rowsOfCSV(source io.Reader) iter.Seq2[read, error] {
	return func(yield func(read, error) bool) {
		r := csv.NewReader(withoutMark(source))
		names, err := r.Read()
		if err != nil {
			yield(read{}, told(r, err))
			return
		}
		if err := checkHeading(names); err != nil {
			yield(read{}, inLine(1, err))
			return
		}
		for {
			cells, err := r.Read()
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				yield(read{}, told(r, err))
				return
			}
			line, _ := r.FieldPos(0)
			row, err := readRow(names, cells)
			row.line = line
			if err != nil {
				err = inLine(line, err)
			}
			if !yield(row, err) || err != nil {
				return
			}
		}
	}
}

// withoutMark drops the mark that spreadsheets put before a text.
func withoutMark(r io.Reader) io.Reader {
	b := bufio.NewReader(r)
	if start, err := b.Peek(3); err == nil && string(start) == "\ufeff" {
		_, _ = b.Discard(3) // it was peeked
	}
	return b
}

// told names the line of an error of the reader, which does so itself for what
// is wrong with the text.
func told(r *csv.Reader, err error) error {
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
			return fmt.Errorf("this uncramp knows no column %.40q; take it out, or get a newer one; the columns are %s", name, strings.Join(known, ", "))
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

func readRow(names, cells []string) (r read, err error) {
	kind := cells[slices.Index(names, kindKey)]
	switch kind {
	case crampKind:
		r.episode = new(record.Episode)
		err = readCells(names, cells, episodeColumns(r.episode))
	case sessionKind:
		r.session = new(record.Session)
		err = readCells(names, cells, sessionColumns(r.session))
	case string(record.Cause), string(record.Water):
		r.mark = &record.Tally{Kind: record.TallyKind(kind)}
		err = readCells(names, cells, tallyColumns(r.mark))
	default:
		err = fmt.Errorf("the kind is %.40q; it is %s, %s, %s or %s", kind, crampKind, sessionKind, record.Cause, record.Water)
	}
	return r, err
}

func readCells(names, cells []string, columns []column) error {
	for i, name := range names {
		at := slices.IndexFunc(columns, func(c column) bool { return c.name == name })
		switch {
		case name == kindKey:
		case at >= 0:
			if err := columns[at].cell.UnmarshalText([]byte(fused(cells[i]))); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
		case cells[i] != "":
			return fmt.Errorf("%s is nothing that such a row has; leave it empty", name)
		}
	}
	return nil
}

// lit are the characters that make a formula of a cell, in some spreadsheets
// and languages.
const lit = "=+-@\t\r＝＋－＠"

// Defused is a cell that no spreadsheet takes for a formula: an apostrophe goes
// before one that it would. A text that looks so already gets another, so that
// all can be read back.
func Defused(cell string) string {
	if strings.IndexAny(strings.TrimLeft(cell, "'"), lit) == 0 {
		return "'" + cell
	}
	return cell
}

func fused(cell string) string {
	if rest, ok := strings.CutPrefix(cell, "'"); ok && strings.IndexAny(strings.TrimLeft(rest, "'"), lit) == 0 {
		return rest
	}
	return cell
}

type (
	wordCell   string
	lengthCell record.Seconds // nothing for 0
	flagCell   bool
	countCell  int
	triedCell  []record.Attempt // as JSON
)

func (c wordCell) MarshalText() ([]byte, error) { return []byte(c), nil }

func (c *wordCell) UnmarshalText(text []byte) error {
	*c = wordCell(text)
	return nil
}

func (c lengthCell) MarshalText() ([]byte, error) {
	if c == 0 {
		return nil, nil
	}
	return []byte(record.Seconds(c).String()), nil
}

func (c *lengthCell) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*c = 0
		return nil
	}
	return (*record.Seconds)(c).UnmarshalJSON(text)
}

func (c flagCell) MarshalText() ([]byte, error) {
	if c {
		return []byte(record.Yes), nil
	}
	return nil, nil
}

func (c *flagCell) UnmarshalText(text []byte) error {
	switch record.Answer(text) {
	case record.Yes, record.No, "":
		*c = record.Answer(text) == record.Yes
		return nil
	}
	return fmt.Errorf("%.40q is neither %s nor %s", text, record.Yes, record.No)
}

func (c countCell) MarshalText() ([]byte, error) { return strconv.AppendInt(nil, int64(c), 10), nil }

func (c *countCell) UnmarshalText(text []byte) error {
	n, err := strconv.Atoi(string(text))
	if err != nil {
		return fmt.Errorf("%.40q is no number", text)
	}
	*c = countCell(n)
	return nil
}

func (c triedCell) MarshalText() ([]byte, error) {
	if len(c) == 0 {
		return nil, nil
	}
	return json.Marshal([]record.Attempt(c))
}

func (c *triedCell) UnmarshalText(text []byte) error {
	*c = nil
	if len(text) == 0 {
		return nil
	}
	return json.Unmarshal(text, (*[]record.Attempt)(c))
}
