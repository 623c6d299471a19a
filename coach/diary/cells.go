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

// cellsOf returns the places in SQL for a field of a row, of which it is handed
// a pointer: one, or for a moment with its zone two.
func cellsOf(field any) []any {
	switch f := field.(type) {
	case *time.Time:
		return []any{(*moment)(f), (*zone)(f)}
	case *record.Edit:
		return []any{(*moment)(f)}
	case *record.Rating:
		return []any{rating{f}}
	case *[]record.Attempt:
		return []any{(*attempts)(f)}
	case *session.Ending:
		return []any{(*ending)(f)}
	}
	return []any{field} // words and numbers
}

// moment is a moment as SQL keeps it.
type moment time.Time

// Value returns the moment's nanoseconds since 1970.
func (m moment) Value() (driver.Value, error) { return time.Time(m).UnixNano(), nil }

// Scan reads what [moment.Value] gave.
func (m *moment) Scan(src any) error {
	n, ok := src.(int64)
	if !ok {
		return fmt.Errorf("a moment is kept as %T", src)
	}
	*m = moment(time.Unix(0, n).UTC())
	return nil
}

// zoneName is the column beside a moment.
const zoneName = "zone"

// zone is the other half of a moment; it is read after it.
type zone time.Time

// Value returns the zone's seconds east of Greenwich.
func (z zone) Value() (driver.Value, error) {
	_, east := time.Time(z).Zone()
	return int64(east), nil
}

// Scan moves the moment into the zone.
func (z *zone) Scan(src any) error {
	east, ok := src.(int64)
	if !ok || east <= -86400 || east >= 86400 {
		return fmt.Errorf("a zone is kept as %v", src)
	}
	*z = zone(record.AtOffset(time.Time(*z), int(east)))
	return nil
}

// rating is a rating as SQL keeps it: NULL where none was given.
type rating struct{ of *record.Rating }

// Value returns the number.
func (r rating) Value() (driver.Value, error) {
	return sql.NullInt64{Int64: int64(r.of.Value), Valid: r.of.Given}.Value()
}

// Scan reads what [rating.Value] gave.
func (r rating) Scan(src any) error {
	var n sql.NullInt64
	if err := n.Scan(src); err != nil {
		return err
	}
	*r.of = record.Rating{Given: n.Valid, Value: int(n.Int64)}
	return nil
}

// attempts is what was done, as SQL keeps it.
type attempts []record.Attempt

// Value returns the list as JSON; nothing for an empty one.
func (a attempts) Value() (driver.Value, error) {
	if len(a) == 0 {
		return "", nil
	}
	text, err := json.Marshal([]record.Attempt(a))
	return string(text), err
}

// Scan reads what [attempts.Value] gave.
func (a *attempts) Scan(src any) error {
	text, ok := src.(string)
	switch {
	case !ok:
		return fmt.Errorf("what was done is kept as %T", src)
	case text == "":
		*a = nil
		return nil
	}
	return json.Unmarshal([]byte(text), (*[]record.Attempt)(a))
}

// ending is how a session ended, as SQL keeps it.
type ending session.Ending

// Value returns the ending's word.
func (e ending) Value() (driver.Value, error) {
	word, err := record.Ending(e).MarshalText()
	return string(word), err
}

// Scan reads what [ending.Value] gave.
func (e *ending) Scan(src any) error {
	word, ok := src.(string)
	if !ok {
		return fmt.Errorf("an ending is kept as %T", src)
	}
	return (*record.Ending)(e).UnmarshalText([]byte(word))
}
