// Package diary keeps the diary's rows in a file, with SQLite.
//
// Its contract: what [DB.Merge] and [DB.AddTally] acknowledge is on disk. Every
// row has an id that no other machine makes, and the moment of its latest edit, so
// that two diaries can be merged: the later edit wins. What is deleted leaves its
// id behind, so that it stays deleted.
package diary

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/gofrs/flock"

	"uncramp/coach/record"
)

// ErrNone says that there is no such row.
var ErrNone = errors.New("not in the diary")

// DB is a diary in a file. All of it may be called from several goroutines, and
// from several processes. While it is open, nothing but [Open] may open that
// file in the same process: as it is closed again, the system drops the locks.
type DB struct {
	path    string
	now     func() time.Time
	db      *sql.DB
	lock    *flock.Flock // shared by all who have the diary open
	notice  string
	stamp   stamp       // the file's when it was opened
	checked time.Time   // when all of it was read last
	damaged atomic.Bool // something in it was found damaged since
	fault   error       // why it can only be read; nil: it can be written to
	copied  string      // the folder of the copy that is read; empty: it is the diary itself

	restoring sync.RWMutex // whoever writes shares it
}

// Notice says in one line what was found amiss and put right when the diary
// was opened; empty where nothing was.
func (d *DB) Notice() string { return d.notice }

// Close lets go of the file.
func (d *DB) Close() error {
	if d.fault != nil {
		return d.closeReadOnly()
	}
	err := errors.Join(d.db.Close(), d.lock.Close())
	switch {
	case d.damaged.Load():
		revokeStamp(d.path)
	case err == nil:
		d.stamp.renew(d.path, d.checked)
	}
	return err
}

// explain is [explain]; what is damaged is remembered, so that all of it is
// checked when it is opened next.
func (d *DB) explain(what string, err error) error {
	if isDamage(err) {
		d.damaged.Store(true)
	}
	return explain(what, err)
}

// AddTally changes what is counted, as of now, by a tally's Count, which may be less
// than 0: from 0 up to what the kind allows, [record.MaxGlasses] of water. It returns
// the count that is on disk then, that of all devices. What others add at the same
// time counts too.
func (d *DB) AddTally(ctx context.Context, t record.Tally) (n int, err error) {
	err = d.write(ctx, func(tx *sql.Tx) error {
		kept, err := countedTogether(ctx, tx, t)
		if err != nil {
			return err
		}
		changed, sum, err := t.AddTo(kept)
		if err != nil {
			return err
		}
		n = sum
		_, err = tallies.mergeAll(ctx, tx, changed, d.now())
		return err
	})
	if err != nil {
		return 0, d.explain("not saved", err)
	}
	return n, nil
}

// countedTogether are the tallies that count the same thing: of water one for each
// device.
func countedTogether(ctx context.Context, tx *sql.Tx, t record.Tally) (list []record.Tally, err error) {
	rows, err := tx.QueryContext(ctx, tallies.rows+"WHERE kind = ?1 AND day = ?2 AND (name = ?3 OR kind = ?4) ORDER BY id",
		t.Kind, t.Day, t.Name, record.Water)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var kept record.Tally
		if err := rows.Scan(tallies.cells(&kept)...); err != nil {
			return nil, err
		}
		list = append(list, kept)
	}
	return list, rows.Err()
}

// Merge writes rows, or other versions of them, all of them or none; a version
// that was edited earlier than the one that is kept changes nothing. It returns,
// once they are on disk, how many of them changed the diary. A row whose Edited is
// zero was edited just now: that is what a screen writes, whatever the clock.
// Texts are kept as one line without hidden characters. Of a deleted row only id
// and moments are kept; put back with a zero Edited, the row as it was is there
// again. A tally whose count is 0 is taken away.
func (d *DB) Merge(ctx context.Context, b record.Batch) (changed int, err error) {
	err = d.write(ctx, func(tx *sql.Tx) error {
		now := d.now()
		cramps, errCramps := episodes.mergeAll(ctx, tx, b.Episodes, now)
		followed, errFollowed := sessions.mergeAll(ctx, tx, b.Sessions, now)
		ticked, errTicked := tallies.mergeAll(ctx, tx, b.Tallies, now)
		changed = cramps + followed + ticked
		return cmp.Or(errCramps, errFollowed, errTicked)
	})
	if err != nil {
		return 0, d.explain("not saved", err)
	}
	if slices.ContainsFunc(b.Episodes, func(e record.Episode) bool { return e.Deleted }) ||
		slices.ContainsFunc(b.Sessions, func(s record.Session) bool { return s.Deleted }) {
		d.truncateLog(ctx)
	}
	return changed, nil
}

// write does something in one transaction; it returns once that is on disk.
func (d *DB) write(ctx context.Context, do func(*sql.Tx) error) error {
	if d.fault != nil {
		return d.fault
	}
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

// truncateLog takes what was deleted out of the log, too. While somebody reads,
// it can't; then the next deletion, or the last to close, does.
func (d *DB) truncateLog(ctx context.Context) {
	ctx = context.WithoutCancel(ctx) // it is quick, and the timeout must be set again
	conn, err := d.db.Conn(ctx)
	if err != nil {
		return
	}
	defer func() { _ = conn.Close() }() // it goes back to the pool
	again := fmt.Sprintf("PRAGMA busy_timeout = %d", lockTimeout.Milliseconds())
	for _, do := range []string{"PRAGMA busy_timeout = 0", "PRAGMA wal_checkpoint(TRUNCATE)", again} {
		_, _ = conn.ExecContext(ctx, do) // the row itself is deleted
	}
}
