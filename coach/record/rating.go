package record

import (
	"bytes"
	"cmp"
	"fmt"
	"strconv"
)

// maxRating is the worst there is.
const maxRating = 10

// Rating is a number from 0 to 10, or none: its zero value was not given.
type Rating struct {
	Given bool
	Value int
}

// String is the number, or nothing where none was given.
func (r Rating) String() string {
	if !r.Given {
		return ""
	}
	return strconv.Itoa(r.Value)
}

// MarshalText writes what [Rating.String] says.
func (r Rating) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads a whole number from 0 to 10, which may be written as 7.0, or
// nothing for one not given.
func (r *Rating) UnmarshalText(text []byte) error {
	given := Rating{Given: len(text) > 0}
	if given.Given {
		n, ok := parseWhole(string(text))
		if !ok {
			return fmt.Errorf("%.20q is no whole number; write one from 0 to %d", text, maxRating)
		}
		given.Value = n
	}
	if err := given.check(); err != nil {
		return err
	}
	*r = given
	return nil
}

// MarshalJSON writes the number, or null where none was given.
func (r Rating) MarshalJSON() ([]byte, error) { return []byte(cmp.Or(r.String(), "null")), nil }

// UnmarshalJSON reads what [Rating.MarshalJSON] writes.
func (r *Rating) UnmarshalJSON(text []byte) error {
	if bytes.HasPrefix(text, []byte(`"`)) {
		return fmt.Errorf("%.20s is no whole number; write one from 0 to %d, without quotation marks", text, maxRating)
	}
	return r.UnmarshalText(bytes.TrimPrefix(text, []byte("null")))
}

func (r Rating) check() error {
	if r.Given && (r.Value < 0 || r.Value > maxRating) {
		return fmt.Errorf("%d is too little or too much; write a number from 0 to %d", r.Value, maxRating)
	}
	return nil
}
