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

// textual is a field that is written and read as text.
type textual interface {
	encoding.TextMarshaler
	encoding.TextUnmarshaler
}

// cell is a field as it stands in CSV.
type cell struct {
	text  func() (string, error)
	parse func(string) error
}

// cellOf returns the cell of a field, of which it is handed a pointer.
func cellOf(field any) cell {
	switch f := field.(type) {
	case textual: // a moment, a rating
		return textCell(f)
	case *record.Edit:
		return textCell((*time.Time)(f))
	case *session.Ending:
		return textCell((*record.Ending)(f))
	case *time.Duration:
		return lengthCell((*record.Seconds)(f))
	case *record.Lead:
		return lengthCell((*record.Seconds)(f))
	case *bool:
		return flagCell(f)
	case *int:
		return countCell(f)
	case *[]record.Attempt:
		return attemptsCell(f)
	}
	word := reflect.ValueOf(field).Elem() // a text of any type
	return cell{func() (string, error) { return word.String(), nil }, func(text string) error {
		word.SetString(text)
		return nil
	}}
}

func textCell(f textual) cell {
	return cell{func() (string, error) {
		text, err := f.MarshalText()
		return string(text), err
	}, func(text string) error { return f.UnmarshalText([]byte(text)) }}
}

// lengthCell has nothing for 0.
func lengthCell(s *record.Seconds) cell {
	return cell{func() (string, error) {
		if *s == 0 {
			return "", nil
		}
		return s.String(), nil
	}, func(text string) error {
		if *s = 0; text == "" {
			return nil
		}
		return s.UnmarshalJSON([]byte(text))
	}}
}

// flagCell has yes, or nothing.
func flagCell(f *bool) cell {
	return cell{func() (string, error) {
		if *f {
			return string(record.Yes), nil
		}
		return "", nil
	}, func(text string) error {
		switch record.Answer(text) {
		case record.Yes, record.No, "":
			*f = record.Answer(text) == record.Yes
			return nil
		}
		return fmt.Errorf("%.40q is neither %s nor %s", text, record.Yes, record.No)
	}}
}

func countCell(n *int) cell {
	return cell{func() (string, error) { return strconv.Itoa(*n), nil }, func(text string) (err error) {
		if *n, err = strconv.Atoi(text); err != nil {
			return fmt.Errorf("%.40q is no number", text)
		}
		return nil
	}}
}

// attemptsCell has JSON, or nothing.
func attemptsCell(list *[]record.Attempt) cell {
	return cell{func() (string, error) {
		if len(*list) == 0 {
			return "", nil
		}
		text, err := json.Marshal(*list)
		return string(text), err
	}, func(text string) error {
		if *list = nil; text == "" {
			return nil
		}
		return json.Unmarshal([]byte(text), list)
	}}
}
