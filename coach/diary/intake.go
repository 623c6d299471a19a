package diary

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"uncramp/coach/record"
)

// Preference says which of two versions of a row is kept where they differ and the one
// from outside wasn't edited later.
type Preference string

// The preferences.
const (
	PreferNone  Preference = ""      // neither: it is an error
	PreferFile  Preference = "file"  // the one from outside
	PreferDiary Preference = "diary" // the one that is kept
	PreferLater Preference = "later" // the later edit; of two at the same moment the one that every diary keeps
)

// Takes reports whether a row from outside of a standing changes the diary.
func (p Preference) Takes(s record.Standing) bool {
	switch {
	case s == record.New, s == record.Later:
		return true
	case p == PreferLater:
		return s == record.Prevails
	}
	return p == PreferFile && s.Differs()
}

// Conflict says that a row from outside is another version of one in the diary, and was
// not edited later.
type Conflict struct {
	ID      record.ID
	Differs string // in what, as a person reads it
}

// Error implements error.
func (c *Conflict) Error() string { return fmt.Sprintf(conflict, c.Differs) }

// Intake takes rows that come from outside, all in one transaction.
type Intake struct {
	ctx      context.Context
	prefer   Preference
	now      time.Time
	episodes taker[record.Episode, *record.Episode]
	sessions taker[record.Session, *record.Session]
	tallies  taker[record.Tally, *record.Tally]
	deleted  bool // a row that was taken is a deleted one
}

// TakeIn has rows taken in one transaction: they are on disk once it returns without an
// error; if do returns one, nothing of them is.
func (d *DB) TakeIn(ctx context.Context, prefer Preference, do func(*Intake) error) error {
	in := Intake{ctx: ctx, prefer: prefer, now: d.now()}
	var refused error
	err := d.write(ctx, func(tx *sql.Tx) (err error) {
		defer in.close()
		err = errors.Join(in.episodes.prepare(ctx, tx, episodes), in.sessions.prepare(ctx, tx, sessions),
			in.tallies.prepare(ctx, tx, tallies))
		if err != nil {
			return err
		}
		refused = do(&in)
		return refused
	})
	if refused != nil {
		return refused
	}
	if err == nil && in.deleted {
		d.truncateLog(ctx)
	}
	return d.explain("not saved", err)
}

func (in *Intake) close() {
	_ = errors.Join(in.episodes.close(), in.sessions.close(), in.tallies.close())
} // they were only prepared

// Take takes a normalized row, a [*record.Episode], [*record.Session] or
// [*record.Tally], and returns what it was to the one that is kept. The error is a
// [*Conflict] where neither is preferred; then the row isn't taken.
func (in *Intake) Take(row any) (record.Standing, error) {
	switch v := row.(type) {
	case *record.Episode:
		in.deleted = in.deleted || v.Deleted
		return in.episodes.take(in, *v)
	case *record.Session:
		in.deleted = in.deleted || v.Deleted
		return in.sessions.take(in, *v)
	case *record.Tally:
		return in.tallies.take(in, *v)
	}
	return 0, fmt.Errorf("%T is no row of a diary", row)
}

// taker takes rows of one kind, in one place each for the row that is kept and the one
// that is written.
type taker[T any, R record.Row[T]] struct {
	of         table[T, R]
	ids        map[record.ID]bool // of the rows that the diary has
	find, put  *sql.Stmt
	kept, row  T
	from, into []any // the cells of both
}

func (t *taker[T, R]) prepare(ctx context.Context, tx *sql.Tx, of table[T, R]) (err error) {
	t.of, t.ids = of, map[record.ID]bool{}
	t.into, t.from = of.cells(&t.kept), of.cells(&t.row)
	if t.find, err = tx.PrepareContext(ctx, of.rows+"WHERE id = ?"); err != nil {
		return err
	}
	if t.put, err = tx.PrepareContext(ctx, of.put); err != nil {
		return err
	}
	rows, err := tx.QueryContext(ctx, of.allIDs)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var id record.ID
		if err := rows.Scan(&id); err != nil {
			return err
		}
		t.ids[id] = true
	}
	return rows.Err()
}

func (t *taker[T, R]) close() error {
	var errs []error
	for _, s := range []*sql.Stmt{t.find, t.put} {
		if s != nil {
			errs = append(errs, s.Close())
		}
	}
	return errors.Join(errs...)
}

func (t *taker[T, R]) take(in *Intake, row T) (record.Standing, error) {
	id, edited := R(&row).Head()
	var there *T
	if t.ids[id] {
		there = &t.kept
		var none T
		t.kept = none
		if err := t.find.QueryRowContext(in.ctx, id).Scan(t.into...); err != nil {
			return 0, explain("not saved", err)
		}
	}
	standing := record.Stand[T, R](there, row)
	switch {
	case standing.Differs() && in.prefer == PreferNone:
		return standing, &Conflict{id, record.Differences(row, *there, t.of.columns)}
	case !in.prefer.Takes(standing):
		return standing, nil
	case standing.Differs() && in.prefer == PreferFile:
		*edited = time.Time{} // it is chosen now
	}
	t.row, _ = record.Merge[T, R](there, row, in.now)
	_, err := t.put.ExecContext(in.ctx, t.from...)
	return standing, explain("not saved", err)
}
