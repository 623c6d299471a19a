package diary

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"time"

	"uncramp/coach/record"
	"uncramp/coach/session"
)

// table is how one kind of row stands in SQL.
type table[T record.Row[T]] struct {
	name   string // for people
	put    string
	one    string
	within string // by from, until, and whether deleted ones are wanted; of marks by kind first
	// cells are places for all columns, in order, to read them into and to
	// write them from.
	cells func(*T) []any
}

var episodes = table[record.Episode]{
	name: "cramp",
	put: `INSERT OR REPLACE INTO episodes (id, at, zone, edited, deleted, length, muscle, side, severity, disturbance, asleep, woke,
		doing, tried, relief, soreness, helped, fluids, medicine, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
	one: `SELECT id, at, zone, edited, deleted, length, muscle, side, severity, disturbance, asleep, woke,
		doing, tried, relief, soreness, helped, fluids, medicine, note FROM episodes WHERE id = ?`,
	within: `SELECT id, at, zone, edited, deleted, length, muscle, side, severity, disturbance, asleep, woke,
		doing, tried, relief, soreness, helped, fluids, medicine, note FROM episodes
		WHERE at >= ? AND at < ? AND deleted <= ? ORDER BY at, id`,
	cells: func(e *record.Episode) []any {
		return []any{
			&e.ID, (*moment)(&e.At), (*zone)(&e.At), (*moment)(&e.Edited), &e.Deleted, &e.Length, &e.Muscle, &e.Side,
			rating{&e.Severity}, rating{&e.Disturbance}, &e.Asleep, &e.Woke, &e.Doing, (*tried)(&e.Tried), &e.Relief, rating{&e.Soreness},
			&e.Helped, &e.Fluids, &e.Medicine, &e.Note,
		}
	},
}

var sessions = table[record.Session]{
	name: "session",
	put: `INSERT OR REPLACE INTO sessions (id, at, zone, edited, deleted, routine, ending, planned, worked, muscle, side, position,
		prepare, done, episode) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
	one: `SELECT id, at, zone, edited, deleted, routine, ending, planned, worked, muscle, side, position,
		prepare, done, episode FROM sessions WHERE id = ?`,
	within: `SELECT id, at, zone, edited, deleted, routine, ending, planned, worked, muscle, side, position,
		prepare, done, episode FROM sessions
		WHERE at >= ? AND at < ? AND deleted <= ? ORDER BY at, id`,
	cells: func(s *record.Session) []any {
		return []any{
			&s.ID, (*moment)(&s.At), (*zone)(&s.At), (*moment)(&s.Edited), &s.Deleted, &s.Routine, (*ending)(&s.Ending), &s.Planned, &s.Worked,
			&s.Choice.Muscle, &s.Choice.Side, &s.Choice.Position, &s.Choice.Prepare, (*tried)(&s.Done), &s.Episode,
		}
	},
}

var marks = table[record.Tally]{
	name: "mark",
	put:  `INSERT OR REPLACE INTO marks (kind, day, name, n, edited) VALUES (?, ?, ?, ?, ?)`,
	one:  `SELECT kind, day, name, n, edited FROM marks WHERE id = ?`,
	within: `SELECT kind, day, name, n, edited FROM marks
		WHERE ?1 IN (kind, '') AND day >= ?2 AND (day <= ?3 OR ?3 = '') AND (n > 0 OR ?4) ORDER BY id`,
	cells: func(m *record.Tally) []any { return []any{&m.Kind, &m.Day, &m.Name, &m.Count, (*moment)(&m.Edited)} },
}

// find returns a row; the error is [ErrNone].
func (t table[T]) find(ctx context.Context, q queryer, id record.ID) (T, error) {
	var v T
	err := q.QueryRowContext(ctx, t.one, id).Scan(t.cells(&v)...)
	if errors.Is(err, sql.ErrNoRows) {
		return v, fmt.Errorf("the %s %.80q: %w", t.name, id, ErrNone)
	}
	return v, err
}

// merge writes a version of a row, unless a later one is kept.
func (t table[T]) merge(ctx context.Context, tx *sql.Tx, v T, now time.Time) (changed bool, err error) {
	v, err = v.Normalize()
	if err != nil {
		return false, err
	}
	kept, err := t.find(ctx, tx, v.Head().ID)
	there := &kept
	if errors.Is(err, ErrNone) {
		there, err = nil, nil
	}
	if err != nil {
		return false, err
	}
	v, changed = record.Merge(there, v, now)
	if !changed {
		return false, nil
	}
	_, err = tx.ExecContext(ctx, t.put, t.cells(&v)...)
	return true, err
}

// list yields rows one by one.
func (t table[T]) list(ctx context.Context, d *DB, within record.Span, deleted bool) iter.Seq2[T, error] {
	from, until := within.UnixNano()
	return query(ctx, d, t.name, t.cells, t.within, from, until, deleted)
}

// query yields what a query finds, one by one. A row that can't be read is an
// error of its own; the others follow it.
func query[T record.Row[T]](ctx context.Context, d *DB, name string, cells func(*T) []any, text string, args ...any) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var v, none T
		rows, err := d.db.QueryContext(ctx, text, args...)
		if err != nil {
			yield(none, d.explain(unread, err))
			return
		}
		defer rows.Close()
		places := cells(&v)
		for rows.Next() {
			v = none
			err := rows.Scan(places...)
			if err != nil {
				err = fmt.Errorf("the %s %.80q can't be read: %w", name, v.Head().ID, err)
				v = none
			}
			if !yield(v, err) {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(none, d.explain(unread, err))
		}
	}
}

const unread = "the diary can't be read"

// moment is a moment as SQL keeps it.
type moment time.Time

// Value is the moment's nanoseconds since 1970.
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

// zone is the other half of a moment; it is read after it.
type zone time.Time

// Value is the zone's seconds east of Greenwich.
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

// tried is what was done, as SQL keeps it.
type tried []record.Attempt

// Value is the list as JSON; nothing for an empty one.
func (t tried) Value() (driver.Value, error) {
	if len(t) == 0 {
		return "", nil
	}
	text, err := json.Marshal([]record.Attempt(t))
	return string(text), err
}

// Scan reads what [tried.Value] gave.
func (t *tried) Scan(src any) error {
	text, ok := src.(string)
	switch {
	case !ok:
		return fmt.Errorf("what was done is kept as %T", src)
	case text == "":
		*t = nil
		return nil
	}
	return json.Unmarshal([]byte(text), (*[]record.Attempt)(t))
}

// ending is how a session ended, as SQL keeps it.
type ending session.Ending

// Value is the ending's word.
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

// rating is a rating as SQL keeps it: NULL where none was given.
type rating struct{ of *record.Rating }

// Value is the number.
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
