package diary

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"math"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/gofrs/flock"
	_ "modernc.org/sqlite" // the driver
	sqlite3 "modernc.org/sqlite/lib"
)

const (
	patience   = 5 * time.Second       // with other processes
	retryAfter = 20 * time.Millisecond // for locks of files, which tell nobody when they are free
)

// DB is a diary in a file. While it is open, nothing else in the same process
// may open that file: with closing it again, the system would drop the locks.
type DB struct {
	path   string
	now    func() time.Time
	db     *sql.DB
	using  *flock.Flock // shared by all who have the diary open
	notice string

	restoring sync.RWMutex // whoever writes shares it
}

var _ Merger = (*DB)(nil)

// errUnsound says that SQLite's own check found faults.
var errUnsound = errors.New("its contents are damaged")

// Open opens a diary, and makes the file and its folder where they are not
// there: call it when the diary is needed. A file that is damaged, or is none,
// is renamed aside, and an empty diary begins; [DB.Notice] tells of it. One
// that a newer program wrote is left as it is; the error is [ErrNewer]. All
// errors are one line. The clock tells when rows are edited.
func Open(ctx context.Context, path string, now func() time.Time) (*DB, error) {
	d, err := openSound(ctx, path, now)
	if err != nil {
		return nil, explain("the diary can't be opened", fmt.Errorf("%s: %w", path, err))
	}
	return d, err
}

// Notice says in one line what was found amiss and put right when the diary
// was opened; empty where nothing was.
func (d *DB) Notice() string { return d.notice }

// Close lets go of the file.
func (d *DB) Close() error { return errors.Join(d.db.Close(), d.using.Close()) }

// PutEpisode is told at [Store].
func (d *DB) PutEpisode(ctx context.Context, e Episode) error {
	_, err := d.Merge(ctx, []Episode{e}, nil)
	return err
}

// PutSession is told at [Store].
func (d *DB) PutSession(ctx context.Context, s Session) error {
	_, err := d.Merge(ctx, nil, []Session{s})
	return err
}

// Episode is told at [Store].
func (d *DB) Episode(ctx context.Context, id ID) (Episode, error) {
	e, err := episodes.find(ctx, d.db, id)
	return e, explain(unread, err)
}

// Session returns a routine that was followed, a deleted one too. The error is
// [ErrNone].
func (d *DB) Session(ctx context.Context, id ID) (Session, error) {
	s, err := sessions.find(ctx, d.db, id)
	return s, explain(unread, err)
}

// Episodes is told at [Store]. A row that can't be read is an error; those
// after it follow.
func (d *DB) Episodes(ctx context.Context, within Span, deleted bool) iter.Seq2[Episode, error] {
	return episodes.list(ctx, d.db, within, deleted)
}

// Sessions is told at [Store]; see [DB.Episodes].
func (d *DB) Sessions(ctx context.Context, within Span, deleted bool) iter.Seq2[Session, error] {
	return sessions.list(ctx, d.db, within, deleted)
}

// Merge is told at [Merger].
func (d *DB) Merge(ctx context.Context, cramps []Episode, followed []Session) (changed int, err error) {
	err = d.write(ctx, func(tx *sql.Tx) error {
		n, err := mergeAll(ctx, tx, episodes, cramps, d.now())
		if err != nil {
			return err
		}
		m, err := mergeAll(ctx, tx, sessions, followed, d.now())
		changed = n + m
		return err
	})
	if err != nil {
		return 0, explain("not saved", err)
	}
	if slices.ContainsFunc(cramps, Episode.gone) || slices.ContainsFunc(followed, Session.gone) {
		d.forget(ctx)
	}
	return changed, nil
}

func mergeAll[T row[T]](ctx context.Context, tx *sql.Tx, t table[T], list []T, now time.Time) (changed int, err error) {
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
	conn, err := d.db.Conn(ctx)
	if err != nil {
		return
	}
	defer func() { _ = conn.Close() }() // it goes back to the pool
	for _, do := range []string{"PRAGMA busy_timeout = 0", "PRAGMA wal_checkpoint(TRUNCATE)", fmt.Sprintf("PRAGMA busy_timeout = %d", patience.Milliseconds())} {
		_, _ = conn.ExecContext(ctx, do) // the row itself is deleted
	}
}

// openSound opens a diary that nobody replaces while it is used. One that is
// damaged is put aside first.
func openSound(ctx context.Context, path string, now func() time.Time) (*DB, error) {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, err
	}
	d := &DB{path: path, now: now, using: flock.New(path+".lock", flock.SetPermissions(0o600))}
	err := d.open(ctx)
	if damaged(err) {
		d.notice, err = replace(ctx, path, d.using)
		if err == nil {
			err = d.open(ctx)
		}
	}
	if err != nil {
		return nil, errors.Join(err, d.using.Close())
	}
	return d, nil
}

// open opens the file and shares the lock. With an error it does neither.
func (d *DB) open(ctx context.Context) (err error) {
	if err := locked(ctx, d.using.TryRLockContext); err != nil {
		return err
	}
	if d.db, err = openFile(ctx, d.path); err != nil {
		return errors.Join(err, d.using.Unlock())
	}
	return nil
}

// openFile opens a file, which is made if it isn't there.
func openFile(ctx context.Context, path string) (*sql.DB, error) {
	if err := private(path); err != nil {
		return nil, err
	}
	db, err := sql.Open("sqlite", dsn(path))
	if err != nil {
		return nil, err
	}
	if err := ready(ctx, db); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

// locked takes a lock, or gives up.
func locked(ctx context.Context, try func(context.Context, time.Duration) (bool, error)) error {
	ctx, cancel := context.WithTimeoutCause(ctx, patience, errInUse)
	defer cancel()
	_, err := try(ctx, retryAfter)
	if err != nil && ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return err
}

// errInUse says that another process keeps the diary from being opened or
// replaced.
var errInUse = errors.New("another uncramp uses the diary; close that and try again")

// private makes the file, if it isn't there, for its owner alone. What SQLite
// puts beside it takes its mode.
func private(path string) error {
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
		if errors.Is(err, fs.ErrExist) {
			return nil // another process was first
		}
		if err != nil {
			return err
		}
		return f.Close()
	case err != nil:
		return err
	case !info.Mode().IsRegular():
		return errors.New("what stands there is no file; move it away")
	case info.Mode().Perm()&0o077 != 0 && runtime.GOOS != "windows":
		return os.Chmod(path, 0o600)
	}
	return nil
}

// dsn names a file for SQLite. Synchronous FULL is what makes saved mean saved.
func dsn(path string) string {
	slashed := filepath.ToSlash(path)
	if !strings.HasPrefix(slashed, "/") && filepath.IsAbs(path) {
		slashed = "/" + slashed // C:/
	}
	options := url.Values{
		"mode": {"rw"}, "_busy_timeout": {fmt.Sprint(patience.Milliseconds())}, "_synchronous": {"FULL"}, "_txlock": {"immediate"},
		"_pragma": {"secure_delete(ON)"}, "_dqs": {"0"}, "_defensive": {"1"}, "_error_rc": {"1"},
	}
	return (&url.URL{Scheme: "file", OmitHost: true, Path: slashed, RawQuery: options.Encode()}).String()
}

// ready checks a diary and brings it up to date.
func ready(ctx context.Context, db *sql.DB) error {
	list, err := steps()
	if err != nil {
		return err
	}
	if err := sound(ctx, db, len(list)); err != nil {
		return err
	}
	var mode string
	if err := db.QueryRowContext(ctx, "PRAGMA journal_mode = WAL").Scan(&mode); err != nil {
		return err
	}
	if err := migrate(ctx, db, list); err != nil {
		return err
	}
	return complete(ctx, db)
}

// sound only reads: a newer diary is left as it is.
func sound(ctx context.Context, q queryer, newest int) error {
	v, err := version(ctx, q)
	switch {
	case err != nil:
		return err
	case v > newest || v < 0:
		return fmt.Errorf("%w: its version is %d, this program knows %d; get a newer one", ErrNewer, v, newest)
	case v == 0:
		if err := empty(ctx, q); err != nil {
			return err
		}
	}
	var verdict string
	if err := q.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&verdict); err != nil {
		return err
	}
	if verdict != "ok" {
		return fmt.Errorf("%w: %s", errUnsound, cmp.Or(verdict, "no verdict"))
	}
	return nil
}

// complete sees that all tables have all columns.
func complete(ctx context.Context, db *sql.DB) error {
	_, errEpisodes := episodes.find(ctx, db, "")
	_, errSessions := sessions.find(ctx, db, "")
	for _, err := range []error{errEpisodes, errSessions} {
		switch {
		case primary(err) == sqlite3.SQLITE_ERROR: // which is what SQLite says of names it doesn't know
			return errors.Join(errForeign, err)
		case !errors.Is(err, ErrNone):
			return err
		}
	}
	return nil
}

// nanoseconds are the limits as SQL compares them.
func (s Span) nanoseconds() (from, until int64) {
	return nanoseconds(s.From, math.MinInt64), nanoseconds(s.Until, math.MaxInt64)
}

// nanoseconds can count those of no other years than a diary can hold.
func nanoseconds(t time.Time, without int64) int64 {
	switch y := t.UTC().Year(); {
	case t.IsZero():
		return without
	case y < earliestYear:
		return math.MinInt64
	case y > latestYear:
		return math.MaxInt64
	}
	return t.UnixNano()
}
