package diary

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/gofrs/flock"
	_ "modernc.org/sqlite" // the driver
	sqlite3 "modernc.org/sqlite/lib"

	"uncramp/coach/private"
	"uncramp/coach/record"
)

const (
	lockTimeout = 5 * time.Second       // for locks that other processes hold
	retryAfter  = 20 * time.Millisecond // for locks of files, which tell nobody when they are free
)

// errCorrupt says that SQLite's own check found faults.
var errCorrupt = errors.New("its contents are damaged")

// Open opens a diary, and makes the file and its folder where they are not
// there: call it when the diary is needed. A file that is damaged, or is none,
// is renamed, and an empty diary begins; [DB.Notice] tells of it. One
// that a newer program wrote is left as it is; the error is [ErrNewer]. All
// errors are one line. The clock tells when rows are edited.
func Open(ctx context.Context, path string, now func() time.Time) (*DB, error) {
	d, err := openChecked(ctx, path, now)
	return d, explain(cantOpen, record.In(path, err))
}

// openChecked opens a diary that nobody replaces while it is used. One that is
// damaged is renamed first.
func openChecked(ctx context.Context, path string, now func() time.Time) (*DB, error) {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	if err := private.MakeFolder(filepath.Dir(path)); err != nil {
		return nil, err
	}
	for _, part := range []string{".lock", "-wal", "-shm", "-journal"} {
		if err := private.CheckPlace(path + part); err != nil {
			return nil, err
		}
	}
	d := &DB{path: path, now: now, lock: flock.New(lockPath(path), flock.SetPermissions(0o600))}
	err := putLogAside(ctx, d)
	if err == nil {
		err = d.open(ctx)
	}
	if isDamage(err) {
		d.notice, err = quarantine(ctx, path, d.lock)
		if err == nil {
			err = d.open(ctx)
		}
	}
	if err != nil {
		return nil, errors.Join(err, d.lock.Close())
	}
	return d, nil
}

// open opens the file and shares the lock. With an error it does neither.
func (d *DB) open(ctx context.Context) (err error) {
	if err := acquire(ctx, d.lock.TryRLockContext); err != nil {
		return err
	}
	d.stamp, d.checked = readStamp(d.path), d.now()
	trust := d.stamp.holds(d.path, d.checked)
	if trust {
		d.checked = d.stamp.Checked
	}
	if d.db, err = openFile(ctx, d.path, ModeAt(d.path), trust); err != nil {
		return errors.Join(err, d.lock.Unlock())
	}
	if err := d.disarm(ctx); err != nil {
		return errors.Join(err, d.db.Close(), d.lock.Unlock())
	}
	return nil
}

// disarm takes out the triggers that another program left: no diary has one, and
// what it does may undo what is said to be saved. [DB.Notice] tells of them.
func (d *DB) disarm(ctx context.Context) error {
	for {
		var name string
		err := d.db.QueryRowContext(ctx, "SELECT name FROM sqlite_schema WHERE type = 'trigger'").Scan(&name)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		if err == nil {
			d.notice = fmt.Sprintf(disarmed, name)
			_, err = d.db.ExecContext(ctx, `DROP TRIGGER IF EXISTS "`+strings.ReplaceAll(name, `"`, `""`)+`"`)
		}
		if err != nil {
			return err
		}
	}
}

// openFile opens a file, which is made if it isn't there. All of it is read to
// see that it is whole, unless that is trusted.
func openFile(ctx context.Context, path string, m Mode, trust bool) (*sql.DB, error) {
	if err := ensureFile(ctx, path); err != nil {
		return nil, err
	}
	db, err := sql.Open("sqlite", dsn(path))
	if err != nil {
		return nil, err
	}
	err = retryWhileBusy(ctx, func() error { return prepare(ctx, db, m, trust) })
	if primary(err) == sqlite3.SQLITE_ERROR { // what SQLite says of names, statements and formats it doesn't know
		err = errors.Join(errForeign, err)
	}
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

// retryWhileBusy tries again while another process is at the same. SQLite itself
// doesn't wait where two who make a diary stand in each other's way.
func retryWhileBusy(ctx context.Context, try func() error) error {
	ctx, cancel := context.WithTimeout(ctx, lockTimeout)
	defer cancel()
	for {
		err := try()
		if primary(err) != sqlite3.SQLITE_BUSY {
			return err
		}
		select {
		case <-ctx.Done():
			return err
		case <-time.After(retryAfter):
		}
	}
}

// acquire takes a lock, or gives up: with [errInUse] where it waited in vain,
// however long it was let wait.
func acquire(ctx context.Context, try func(context.Context, time.Duration) (bool, error)) error {
	if err := ctx.Err(); err != nil {
		return err // before it waited for anybody
	}
	ctx, cancel := context.WithTimeout(ctx, lockTimeout)
	defer cancel()
	_, err := try(ctx, retryAfter)
	if errors.Is(err, context.DeadlineExceeded) {
		return errInUse
	}
	return err
}

// errInUse says that another process keeps the diary from being opened or
// replaced.
var errInUse = errors.New("another uncramp uses the diary; close that and try again")

// What can stand in the place of a diary's file.
var (
	errNoTarget = errors.New("it is a link that leads nowhere; see that the disk it leads to is connected, or take the link away")
	errNoFile   = errors.New("what stands there is no file; move it away")
)

// ensureFile makes the file, if it isn't there, for its owner alone. What SQLite
// puts beside it takes its mode. It opens nothing that is there: as a file is
// closed, the system drops all locks that this process has on it, SQLite's too.
func ensureFile(ctx context.Context, path string) error {
	log := hasLog(path) // first: who makes a diary makes the log last
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return create(ctx, path)
	case err != nil:
		return err
	case info.Mode()&fs.ModeSymlink != 0: // else it would have been followed
		return errNoTarget
	case !info.Mode().IsRegular():
		return errNoFile
	case info.Size() < leastPage && (info.Size() > 0 || log):
		return fmt.Errorf("%w: it is cut off", errCorrupt)
	case info.Mode().Perm()&0o077 != 0 && runtime.GOOS != "windows":
		return os.Chmod(path, 0o600)
	}
	return nil
}

// create makes the file, empty, if nobody was faster. SQLite does, because it
// knows which locks it has on it by then; the mode is that of the lock's file.
func create(ctx context.Context, path string) error {
	db, err := sql.Open("sqlite", address(path, url.Values{"mode": {"rwc"}, "modeof": {lockPath(path)}}))
	if err != nil {
		return err
	}
	return errors.Join(retryWhileBusy(ctx, func() error { return db.PingContext(ctx) }), db.Close())
}

// leastPage is the size of the smallest database. With less, SQLite would throw
// the log away, and all that was saved in it.
const leastPage = 512

// dsn names a file that is there for SQLite.
func dsn(path string) string { return address(path, url.Values{"mode": {"rw"}}) }

// address names a file for SQLite, and how to open it. Synchronous FULL is what
// makes saved mean saved.
func address(path string, how url.Values) string {
	slashed := filepath.ToSlash(path)
	if !strings.HasPrefix(slashed, "/") && filepath.IsAbs(path) {
		slashed = "/" + slashed // C:/
	}
	options := url.Values{
		"_busy_timeout": {fmt.Sprint(lockTimeout.Milliseconds())}, "_synchronous": {"FULL"}, "_txlock": {"immediate"},
		"_pragma": {"secure_delete(ON)"}, "_dqs": {"0"}, "_defensive": {"1"}, "_error_rc": {"1"},
	}
	maps.Copy(options, how)
	query := strings.ReplaceAll(options.Encode(), "+", "%20") // SQLite takes a + for itself
	return (&url.URL{Scheme: "file", OmitHost: true, Path: slashed, RawQuery: query}).String()
}

// prepare checks a diary and brings it up to date.
func prepare(ctx context.Context, db *sql.DB, m Mode, trust bool) error {
	list, err := steps()
	if err != nil {
		return err
	}
	if _, err := checkVersion(ctx, db, len(list)); err != nil {
		return err
	}
	if !trust {
		if err := checkIntegrity(ctx, db); err != nil {
			return err
		}
	}
	if err := m.set(ctx, db); err != nil {
		return err
	}
	if err := migrate(ctx, db, list); err != nil {
		return err
	}
	return checkColumns(ctx, db)
}

// checkIntegrity has SQLite read the whole file. It changes nothing.
func checkIntegrity(ctx context.Context, q queryer) error {
	var verdict string
	if err := q.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&verdict); err != nil {
		return err
	}
	if verdict != "ok" {
		return fmt.Errorf("%w: %s", errCorrupt, cmp.Or(verdict, "no verdict"))
	}
	return nil
}

// checkColumns sees that all tables have all columns.
func checkColumns(ctx context.Context, db *sql.DB) error {
	_, errEpisodes := episodes.find(ctx, db, "")
	_, errSessions := sessions.find(ctx, db, "")
	_, errTallies := tallies.find(ctx, db, "")
	for _, err := range []error{errEpisodes, errSessions, errTallies} {
		if !errors.Is(err, ErrNone) {
			return err
		}
	}
	return nil
}
