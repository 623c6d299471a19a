package diary

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/gofrs/flock"

	"uncramp/coach/record"
)

// DB is a diary in a file. While it is open, nothing but [Open] may open that
// file in the same process: as it is closed again, the system drops the locks.
type DB struct {
	path    string
	now     func() time.Time
	db      *sql.DB
	using   *flock.Flock // shared by all who have the diary open
	notice  string
	found   seal        // when it was opened
	checked time.Time   // all of it
	doubted atomic.Bool // something in it was found damaged since

	restoring sync.RWMutex // whoever writes shares it
}

var _ Merger = (*DB)(nil)

// Notice says in one line what was found amiss and put right when the diary
// was opened; empty where nothing was.
func (d *DB) Notice() string { return d.notice }

// Close lets go of the file.
func (d *DB) Close() error {
	err := errors.Join(d.db.Close(), d.using.Close())
	switch {
	case d.doubted.Load():
		unseal(d.path)
	case err == nil:
		d.found.renew(d.path, d.checked)
	}
	return err
}

// explain is [explain]; what is damaged is remembered, so that all of it is
// checked when it is opened next.
func (d *DB) explain(what string, err error) error {
	if damaged(err) {
		d.doubted.Store(true)
	}
	return explain(what, err)
}

// PutEpisode is told at [Store].
func (d *DB) PutEpisode(ctx context.Context, e record.Episode) error {
	_, err := d.Merge(ctx, record.Batch{Episodes: []record.Episode{e}})
	return err
}

// PutSession is told at [Store].
func (d *DB) PutSession(ctx context.Context, s record.Session) error {
	_, err := d.Merge(ctx, record.Batch{Sessions: []record.Session{s}})
	return err
}

// PutMark is told at [Store].
func (d *DB) PutMark(ctx context.Context, m record.Tally) error {
	_, err := d.Merge(ctx, record.Batch{Tallies: []record.Tally{m}})
	return err
}

// AddMark is told at [Store].
func (d *DB) AddMark(ctx context.Context, m record.Tally) (n int, err error) {
	err = d.write(ctx, func(tx *sql.Tx) error {
		kept, err := marks.find(ctx, tx, m.ID())
		if err != nil && !errors.Is(err, ErrNone) {
			return err
		}
		sum, err := kept.Plus(m)
		if err != nil {
			return err
		}
		n = sum.Count
		if n == kept.Count {
			return nil
		}
		_, err = marks.merge(ctx, tx, sum, d.now())
		return err
	})
	if err != nil {
		return 0, d.explain("not saved", err)
	}
	return n, nil
}

// Episode is told at [Store].
func (d *DB) Episode(ctx context.Context, id record.ID) (record.Episode, error) {
	e, err := episodes.find(ctx, d.db, id)
	return e, d.explain(unread, err)
}

// Session returns a routine that was followed, a deleted one too. The error is
// [ErrNone].
func (d *DB) Session(ctx context.Context, id record.ID) (record.Session, error) {
	s, err := sessions.find(ctx, d.db, id)
	return s, d.explain(unread, err)
}

// Episodes is told at [Store]. A row that can't be read is an error; those
// after it follow.
func (d *DB) Episodes(ctx context.Context, within record.Span, deleted bool) iter.Seq2[record.Episode, error] {
	return episodes.list(ctx, d, within, deleted)
}

// Sessions is told at [Store]; see [DB.Episodes].
func (d *DB) Sessions(ctx context.Context, within record.Span, deleted bool) iter.Seq2[record.Session, error] {
	return sessions.list(ctx, d, within, deleted)
}

// Marks is told at [Store]; see [DB.Episodes].
func (d *DB) Marks(ctx context.Context, of record.TallyKind, within record.Days, deleted bool) iter.Seq2[record.Tally, error] {
	return query(ctx, d, marks.name, marks.cells, marks.within, of, within.First, within.Last, deleted)
}

// Merge is told at [Merger].
func (d *DB) Merge(ctx context.Context, b record.Batch) (changed int, err error) {
	err = d.write(ctx, func(tx *sql.Tx) error {
		for _, merge := range []mergeAll{allOf(episodes, b.Episodes), allOf(sessions, b.Sessions), allOf(marks, b.Tallies)} {
			n, err := merge(ctx, tx, d.now())
			if err != nil {
				return err
			}
			changed += n
		}
		return nil
	})
	if err != nil {
		return 0, d.explain("not saved", err)
	}
	if slices.ContainsFunc(b.Episodes, func(e record.Episode) bool { return e.Deleted }) || slices.ContainsFunc(b.Sessions, func(s record.Session) bool { return s.Deleted }) {
		d.forget(ctx)
	}
	return changed, nil
}

// mergeAll writes the rows of one table.
type mergeAll func(ctx context.Context, tx *sql.Tx, now time.Time) (changed int, err error)

func allOf[T record.Row[T]](t table[T], list []T) mergeAll {
	return func(ctx context.Context, tx *sql.Tx, now time.Time) (changed int, err error) {
		for _, v := range list {
			did, err := t.merge(ctx, tx, v, now)
			if err != nil {
				return 0, err
			}
			if did {
				changed++
			}
		}
		return changed, nil
	}
}

// write does something in one transaction; it returns once that is on disk.
func (d *DB) write(ctx context.Context, do func(*sql.Tx) error) error {
	d.restoring.RLock()
	defer d.restoring.RUnlock()
	tx, err := d.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := do(tx); err != nil {
		return err
	}
	return tx.Commit()
}

// forget takes what was deleted out of the log, too. While somebody reads, it
// can't; then the next deletion, or the last to close, does.
func (d *DB) forget(ctx context.Context) {
	ctx = context.WithoutCancel(ctx) // it is quick, and patience must be had again
	conn, err := d.db.Conn(ctx)
	if err != nil {
		return
	}
	defer func() { _ = conn.Close() }() // it goes back to the pool
	for _, do := range []string{"PRAGMA busy_timeout = 0", "PRAGMA wal_checkpoint(TRUNCATE)", fmt.Sprintf("PRAGMA busy_timeout = %d", patience.Milliseconds())} {
		_, _ = conn.ExecContext(ctx, do) // the row itself is deleted
	}
}
