package exchange

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"uncramp/coach/record"
)

// newRows makes the rows of each array.
var newRows = map[string]func() any{
	episodesKey: func() any { return new(record.Episode) },
	sessionsKey: func() any { return new(record.Session) },
	talliesKey:  func() any { return new(record.Tally) },
}

// document is JSON that is read row by row.
type document struct {
	*reader
	dec   *json.Decoder
	named bool // it said that it is a diary
}

// readJSON reads a document whose keys stand in any order.
func readJSON(r *reader) *Fault {
	d := &document{reader: r, dec: json.NewDecoder(r.source)}
	switch got, err := d.dec.Token(); {
	case err != nil:
		return d.at(err)
	case got != json.Delim('{'):
		return d.at(&finalFault{fmt.Errorf(noDiary, formKey)})
	}
	for d.dec.More() {
		key, err := d.dec.Token()
		if err != nil {
			return d.at(err)
		}
		var f *Fault
		switch newRow, ok := newRows[fmt.Sprint(key)]; {
		case ok:
			f = d.array(newRow)
		case key == formKey:
			f = d.version()
		default:
			f = d.foreign(fmt.Sprint(key))
		}
		if f != nil {
			return f
		}
	}
	if f := d.delimiter('}'); f != nil {
		return f
	}
	if !d.named {
		return &Fault{1, &finalFault{fmt.Errorf(noDiary, formKey)}}
	}
	return d.end()
}

// foreign is the fault of a key that no diary has.
func (d *document) foreign(key string) *Fault {
	if !d.named {
		return d.at(&finalFault{fmt.Errorf(noDiary, formKey)})
	}
	return d.at(fmt.Errorf(unknownKey, key))
}

// end sees that nothing but white space is left.
func (d *document) end() *Fault {
	_, err := d.dec.Token()
	var syntax *json.SyntaxError
	switch {
	case errors.Is(err, io.EOF):
		return nil
	case err == nil, errors.As(err, &syntax), errors.Is(err, io.ErrUnexpectedEOF):
		return &Fault{d.source.line(d.dec.InputOffset()), errMore}
	}
	return d.at(err)
}

func (d *document) version() *Fault {
	var raw json.RawMessage
	if err := d.dec.Decode(&raw); err != nil {
		return d.at(err)
	}
	v, err := strconv.ParseFloat(string(raw), 64) // others may write 2.0
	if err != nil || v < 1 || v > formVersion || v != math.Trunc(v) {
		return d.at(&finalFault{fmt.Errorf(newerForm, raw, formVersion, ErrNewer)})
	}
	d.named = true
	return nil
}

func (d *document) array(newRow func() any) *Fault {
	if f := d.delimiter('['); f != nil {
		return f
	}
	for d.dec.More() {
		if err := d.ctx.Err(); err != nil {
			return d.at(err)
		}
		var raw json.RawMessage
		if err := d.dec.Decode(&raw); err != nil {
			return d.at(err)
		}
		line := d.source.line(d.dec.InputOffset() - int64(len(raw)))
		if row, err := decodeRow(raw, newRow()); err != nil {
			d.fault(line, err)
		} else {
			d.row(line, row)
		}
		if d.first && len(d.faults) > 0 {
			return &Fault{d.faults[0].Line, &finalFault{d.faults[0].Err}}
		}
	}
	return d.delimiter(']')
}

// decodeRow reads a row, all of it.
func decodeRow(raw []byte, row any) (any, error) {
	strict := json.NewDecoder(bytes.NewReader(raw))
	strict.DisallowUnknownFields()
	if err := strict.Decode(row); err != nil {
		return nil, plainJSON(err)
	}
	if halved(raw) {
		return nil, errLone
	}
	if key := repeatedKey(raw); key != "" {
		return nil, fmt.Errorf(keyTwice, key)
	}
	switch v := row.(type) {
	case *record.Episode:
		return row, checkEdit(v)
	case *record.Session:
		return row, checkEdit(v)
	case *record.Tally:
		return row, checkEdit(v)
	}
	return row, nil
}

// escapes are those of a text in JSON: a character of two halves, a half alone, or
// anything else.
var escapes = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[dD][89a-fA-F][0-9a-fA-F]{2}|.)`)
})

// halved reports whether half of a character stands alone in a row, for which the JSON
// library reads U+FFFD.
func halved(raw []byte) bool {
	if !bytes.Contains(raw, []byte(`\u`)) { // as nearly always
		return false
	}
	const half = len(`\ud800`)
	return slices.ContainsFunc(escapes().FindAll(raw, -1), func(e []byte) bool { return len(e) == half })
}

func checkEdit[T any, R record.Row[T]](v R) error {
	if id, edited := v.Head(); edited.IsZero() {
		return fmt.Errorf(noEdit, id)
	}
	return nil
}

func (d *document) delimiter(want json.Delim) *Fault {
	got, err := d.dec.Token()
	if err != nil {
		return d.at(err)
	}
	if got == nil {
		got = "null"
	}
	if got != want {
		return d.at(fmt.Errorf(noDelimiter, fmt.Sprint(got), want.String()))
	}
	return nil
}

// at is the fault of an error, with its line.
func (d *document) at(err error) *Fault {
	offset := d.dec.InputOffset()
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &syntax):
		offset = cmp.Or(syntax.Offset, offset)
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		offset, err = d.source.read, errCutOff
	}
	return &Fault{d.source.line(offset), plainJSON(err)}
}

// quoted is the character in a message of the JSON library.
var quoted = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`'.+?'`)
})

// plainJSON says in our words what the JSON library said.
func plainJSON(err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	var moment *time.ParseError
	field, isUnknown := strings.CutPrefix(err.Error(), "json: unknown field ")
	switch {
	case isUnknown:
		return fmt.Errorf(unknownField, field)
	case errors.As(err, &moment):
		return fmt.Errorf(noMoment, strings.Trim(moment.Value, `"`))
	case strings.HasPrefix(err.Error(), "Time.UnmarshalJSON"):
		return fmt.Errorf(noMoment, "what stands there")
	case errors.As(err, &kind):
		path := strings.Split(cmp.Or(kind.Field, kind.Value), ".") // of our own types' names, which nobody knows
		return fmt.Errorf(wrongKind, path[len(path)-1])
	case errors.As(err, &syntax):
		return fmt.Errorf(noJSON, cmp.Or(quoted().FindString(syntax.Error()), "here"))
	}
	return err
}
