package exchange

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"

	"uncramp/coach/record"
)

// What a diary is called in JSON, with the version of its form. One row stands
// in each line.
const (
	formKey     = "uncramp_diary"
	formVersion = 2 // 1 had no tallies
	episodesKey = "episodes"
	sessionsKey = "sessions"
	talliesKey  = "marks"
)

func writeJSON(to io.Writer, rows Rows) error {
	w := bufio.NewWriter(to)
	fmt.Fprintf(w, "{%q:%d,\n", formKey, formVersion)
	err := writeArray(w, episodesKey, rows.Episodes, ",\n")
	if err == nil {
		err = writeArray(w, sessionsKey, rows.Sessions, ",\n")
	}
	if err == nil {
		err = writeArray(w, talliesKey, rows.Tallies, "}\n")
	}
	return cmp.Or(err, w.Flush())
}

func writeArray[T any](w *bufio.Writer, key string, rows iter.Seq2[T, error], then string) error {
	fmt.Fprintf(w, "%q:[", key)
	end := "\n"
	for v, err := range rows {
		if err != nil {
			return err
		}
		text, err := json.Marshal(v)
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintf(w, "%s%s", end, text); err != nil {
			return err
		}
		end = ",\n"
	}
	fmt.Fprint(w, "\n]", then)
	return nil
}

// newRows makes the rows of each array.
var newRows = map[string]func() any{
	episodesKey: func() any { return new(record.Episode) },
	sessionsKey: func() any { return new(record.Session) },
	talliesKey:  func() any { return new(record.Tally) },
}

// document is JSON that is read row by row.
type document struct {
	dec    *json.Decoder
	source *lines
	add    adder
	named  bool // it said that it is a diary
}

func readJSON(source *lines, add adder) error {
	d := &document{dec: json.NewDecoder(source), source: source, add: add}
	if err := d.delimiter('{'); err != nil {
		return err
	}
	for d.dec.More() {
		key, err := d.dec.Token()
		if err != nil {
			return d.fault(err)
		}
		switch newRow, ok := newRows[fmt.Sprint(key)]; {
		case ok:
			err = d.array(newRow)
		case key == formKey:
			err = d.version()
		default:
			err = d.fault(fmt.Errorf("a diary has no %.40q", fmt.Sprint(key)))
		}
		if err != nil {
			return err
		}
	}
	if err := d.delimiter('}'); err != nil {
		return err
	}
	return d.end()
}

// errMore says that a file doesn't end with the diary.
var errMore = errors.New("more follows where the diary ends, and nothing was imported; put each export into a file of its own")

// end sees that nothing but white space is left.
func (d *document) end() error {
	_, err := d.dec.Token()
	var syntax *json.SyntaxError
	switch {
	case errors.Is(err, io.EOF):
		return nil
	case err == nil, errors.As(err, &syntax), errors.Is(err, io.ErrUnexpectedEOF):
		return inLine(d.source.line(d.dec.InputOffset()), errMore)
	}
	return d.fault(err)
}

func (d *document) version() error {
	var v int
	if err := d.dec.Decode(&v); err != nil {
		return d.fault(err)
	}
	if v < 1 || v > formVersion {
		return d.fault(fmt.Errorf("the diary has the form %d, this program reads 1 to %d; get a newer one", v, formVersion))
	}
	d.named = true
	return nil
}

func (d *document) array(newRow func() any) error {
	if !d.named {
		return d.fault(fmt.Errorf("this is no diary; one begins with {%q:%d", formKey, formVersion))
	}
	if err := d.delimiter('['); err != nil {
		return err
	}
	for d.dec.More() {
		var raw json.RawMessage
		if err := d.dec.Decode(&raw); err != nil {
			return d.fault(err)
		}
		line := d.source.line(d.dec.InputOffset() - int64(len(raw)))
		row, strict := newRow(), json.NewDecoder(bytes.NewReader(raw))
		strict.DisallowUnknownFields()
		err := strict.Decode(row)
		if err == nil {
			err = d.add(row)
		}
		if err != nil {
			return inLine(line, err)
		}
	}
	return d.delimiter(']')
}

func (d *document) delimiter(want json.Delim) error {
	got, err := d.dec.Token()
	if err != nil {
		return d.fault(err)
	}
	if got != want {
		return d.fault(fmt.Errorf("%.40q stands where %q belongs; this is no diary", fmt.Sprint(got), want.String()))
	}
	return nil
}

// fault names the line of an error.
func (d *document) fault(err error) error {
	offset := d.dec.InputOffset()
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &syntax):
		offset = cmp.Or(syntax.Offset, offset)
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		offset, err = d.source.read, errors.New("the file ends too early; export it again")
	}
	return inLine(d.source.line(offset), err)
}
