package diary

import (
	"database/sql"
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"time"

	"uncramp/coach/record"
	"uncramp/coach/session"
)

// zoneName is the column beside a moment.
const zoneName = "zone"

// cellsOf returns the places in SQL for a field of a row, of which it is handed
// a pointer: one, or for a moment with its zone two.
func cellsOf(field any) []any {
	switch f := field.(type) {
	case *time.Time:
		return []any{moment(f), zone(f)}
	case *record.Edit:
		return []any{moment((*time.Time)(f))}
	case *record.Rating:
		return []any{rating{f}}
	case *[]record.Attempt:
		return []any{attempts(f)}
	case *session.Ending:
		return []any{ending((*record.Ending)(f))}
	}
	return []any{field} // words and numbers
}

// cell is a place of which SQL keeps an int64 or a string.
type cell[V any] struct {
	get func() (V, error)
	set func(V) error
}

// Value implements driver.Valuer.
func (c cell[V]) Value() (driver.Value, error) { return c.get() }

// Scan implements sql.Scanner.
func (c cell[V]) Scan(src any) error {
	v, ok := src.(V)
	if !ok {
		return fmt.Errorf("it is kept as %T", src)
	}
	return c.set(v)
}

// moment is kept as nanoseconds since 1970.
func moment(t *time.Time) cell[int64] {
	return cell[int64]{func() (int64, error) { return t.UnixNano(), nil }, func(n int64) error {
		*t = time.Unix(0, n).UTC()
		return nil
	}}
}

// zone is the other half of a moment, kept as seconds east of Greenwich; it is
// read after it.
func zone(t *time.Time) cell[int64] {
	get := func() (int64, error) {
		_, east := t.Zone()
		return int64(east), nil
	}
	return cell[int64]{get, func(east int64) error {
		if east <= -86400 || east >= 86400 {
			return fmt.Errorf("a zone is kept as %d", east)
		}
		*t = record.AtOffset(*t, int(east))
		return nil
	}}
}

// attempts are kept as JSON; an empty list as nothing.
func attempts(list *[]record.Attempt) cell[string] {
	get := func() (string, error) {
		if len(*list) == 0 {
			return "", nil
		}
		text, err := json.Marshal(*list)
		return string(text), err
	}
	return cell[string]{get, func(text string) error {
		if *list = nil; text == "" {
			return nil
		}
		return json.Unmarshal([]byte(text), list)
	}}
}

// ending is kept as a word.
func ending(e *record.Ending) cell[string] {
	get := func() (string, error) {
		word, err := e.MarshalText()
		return string(word), err
	}
	return cell[string]{get, func(word string) error { return e.UnmarshalText([]byte(word)) }}
}

// rating is kept as a number, or NULL where none was given.
type rating struct{ of *record.Rating }

// Value implements driver.Valuer.
func (r rating) Value() (driver.Value, error) {
	return sql.NullInt64{Int64: int64(r.of.Value), Valid: r.of.Given}.Value()
}

// Scan implements sql.Scanner.
func (r rating) Scan(src any) error {
	var n sql.NullInt64
	if err := n.Scan(src); err != nil {
		return err
	}
	*r.of = record.Rating{Given: n.Valid, Value: int(n.Int64)}
	return nil
}
