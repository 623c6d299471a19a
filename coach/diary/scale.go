package diary

import (
	"database/sql"
	"database/sql/driver"
	"fmt"
	"strconv"
)

// mostScale is the worst there is.
const mostScale = 10

// String is the number, or nothing where none was told.
func (s Scale) String() string {
	if !s.Told {
		return ""
	}
	return strconv.Itoa(s.N)
}

// MarshalText writes what [Scale.String] says.
func (s Scale) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads a number from 0 to 10, or nothing for one not told.
func (s *Scale) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*s = Scale{}
		return nil
	}
	n, err := strconv.Atoi(string(text))
	if err != nil || strconv.Itoa(n) != string(text) {
		return fmt.Errorf("%.20q is no number from 0 to %d", text, mostScale)
	}
	told := Scale{Told: true, N: n}
	if err := told.check(); err != nil {
		return err
	}
	*s = told
	return nil
}

// MarshalJSON writes the number, or null where none was told.
func (s Scale) MarshalJSON() ([]byte, error) {
	if !s.Told {
		return []byte("null"), nil
	}
	return []byte(s.String()), nil
}

// UnmarshalJSON reads what [Scale.MarshalJSON] writes.
func (s *Scale) UnmarshalJSON(text []byte) error {
	if string(text) == "null" {
		*s = Scale{}
		return nil
	}
	return s.UnmarshalText(text)
}

// Value is the number as SQL keeps it: NULL where none was told.
func (s Scale) Value() (driver.Value, error) {
	return sql.NullInt64{Int64: int64(s.N), Valid: s.Told}.Value()
}

// Scan reads what [Scale.Value] gave.
func (s *Scale) Scan(src any) error {
	var n sql.NullInt64
	if err := n.Scan(src); err != nil {
		return err
	}
	*s = Scale{Told: n.Valid, N: int(n.Int64)}
	return nil
}

func (s Scale) check() error {
	if s.Told && (s.N < 0 || s.N > mostScale) {
		return fmt.Errorf("%d is no number from 0 to %d", s.N, mostScale)
	}
	return nil
}
