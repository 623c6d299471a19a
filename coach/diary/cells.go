package diary

import (
	"database/sql"
	"database/sql/driver"
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
	case *[]record.Attempt, *session.Ending:
		return []any{text{record.TextOf(f)}}
	}
	return []any{field} // words and numbers
}

// number is a place of which SQL keeps an int64.
type number struct {
	get func() int64
	set func(int64) error
}

// Value implements driver.Valuer.
func (n number) Value() (driver.Value, error) { return n.get(), nil }

// Scan implements sql.Scanner.
func (n number) Scan(src any) error {
	v, ok := src.(int64)
	if !ok {
		return fmt.Errorf("it is kept as %T", src)
	}
	return n.set(v)
}

// moment is kept as nanoseconds since 1970.
func moment(t *time.Time) number {
	return number{func() int64 { return t.UnixNano() }, func(n int64) error {
		*t = time.Unix(0, n).UTC()
		return nil
	}}
}

// zone is the other half of a moment, kept as seconds east of Greenwich; it is
// read after it.
func zone(t *time.Time) number {
	get := func() int64 {
		_, east := t.Zone()
		return int64(east)
	}
	return number{get, func(east int64) error {
		if east <= -86400 || east >= 86400 {
			return fmt.Errorf("a zone is kept as %d", east)
		}
		*t = record.AtOffset(*t, int(east))
		return nil
	}}
}

// text is kept as it is written.
type text struct{ of record.Text }

// Value implements driver.Valuer.
func (t text) Value() (driver.Value, error) {
	written, err := t.of.MarshalText()
	return string(written), err
}

// Scan implements sql.Scanner.
func (t text) Scan(src any) error {
	written, ok := src.(string)
	if !ok {
		return fmt.Errorf("it is kept as %T", src)
	}
	return t.of.UnmarshalText([]byte(written))
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
