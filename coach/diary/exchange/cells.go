package exchange

import (
	"encoding"
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"
	"time"

	"uncramp/coach/record"
	"uncramp/coach/session"
)

// cell is a field of a row that is read and written as text.
type cell interface {
	encoding.TextMarshaler
	encoding.TextUnmarshaler
}

// cellOf returns the cell of a field, of which it is handed a pointer.
func cellOf(field any) cell {
	switch f := field.(type) {
	case cell: // a moment, a rating
		return f
	case *record.Edit:
		return (*time.Time)(f)
	case *time.Duration:
		return (*lengthCell)(f)
	case *record.Lead:
		return (*lengthCell)(f)
	case *bool:
		return (*flagCell)(f)
	case *int:
		return (*countCell)(f)
	case *[]record.Attempt:
		return (*attemptsCell)(f)
	case *session.Ending:
		return (*record.Ending)(f)
	}
	return wordCell{reflect.ValueOf(field).Elem()}
}

// wordCell is a text of any type.
type wordCell struct{ reflect.Value }

// MarshalText implements encoding.TextMarshaler.
func (c wordCell) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (c wordCell) UnmarshalText(text []byte) error {
	c.SetString(string(text))
	return nil
}

type (
	lengthCell   record.Seconds // nothing for 0
	flagCell     bool
	countCell    int
	attemptsCell []record.Attempt // as JSON
)

// MarshalText implements encoding.TextMarshaler.
func (c lengthCell) MarshalText() ([]byte, error) {
	if c == 0 {
		return nil, nil
	}
	return []byte(record.Seconds(c).String()), nil
}

// UnmarshalText implements encoding.TextUnmarshaler.
func (c *lengthCell) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*c = 0
		return nil
	}
	return (*record.Seconds)(c).UnmarshalJSON(text)
}

// MarshalText implements encoding.TextMarshaler.
func (c flagCell) MarshalText() ([]byte, error) {
	if c {
		return []byte(record.Yes), nil
	}
	return nil, nil
}

// UnmarshalText implements encoding.TextUnmarshaler.
func (c *flagCell) UnmarshalText(text []byte) error {
	switch record.Answer(text) {
	case record.Yes, record.No, "":
		*c = record.Answer(text) == record.Yes
		return nil
	}
	return fmt.Errorf("%.40q is neither %s nor %s", text, record.Yes, record.No)
}

// MarshalText implements encoding.TextMarshaler.
func (c countCell) MarshalText() ([]byte, error) { return strconv.AppendInt(nil, int64(c), 10), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (c *countCell) UnmarshalText(text []byte) error {
	n, err := strconv.Atoi(string(text))
	if err != nil {
		return fmt.Errorf("%.40q is no number", text)
	}
	*c = countCell(n)
	return nil
}

// MarshalText implements encoding.TextMarshaler.
func (c attemptsCell) MarshalText() ([]byte, error) {
	if len(c) == 0 {
		return nil, nil
	}
	return json.Marshal([]record.Attempt(c))
}

// UnmarshalText implements encoding.TextUnmarshaler.
func (c *attemptsCell) UnmarshalText(text []byte) error {
	*c = nil
	if len(text) == 0 {
		return nil
	}
	return json.Unmarshal(text, (*[]record.Attempt)(c))
}
