package diary

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"modernc.org/sqlite"

	"uncramp/coach/private"
)

// Backup copies the diary as it is at one moment into a file for its owner
// alone, while others write to it. An older backup of that name is replaced;
// anything else that has it is left, with an error.
func (d *DB) Backup(ctx context.Context, path string) error {
	err := replaceable(d.path, path)
	if err == nil {
		err = d.copyTo(ctx, path)
	}
	return d.explain(fmt.Sprintf("no backup was made as %s", path), err)
}

// Restore puts what a backup holds in the place of the diary, once nobody else
// has it open. The backup is checked first. The diary as it was is kept as
// previous.
func (d *DB) Restore(ctx context.Context, path string) (previous string, err error) {
	d.restoring.Lock()
	defer d.restoring.Unlock()
	previous, err = d.restore(ctx, path)
	return previous, explain(fmt.Sprintf("nothing was restored from %s", path), err)
}

func (d *DB) restore(ctx context.Context, path string) (previous string, err error) {
	if same(path, d.path) {
		return "", errors.New("that is the diary itself; name a backup")
	}
	checked, err := d.checkedCopy(ctx, path)
	if err != nil {
		return "", err
	}
	defer checked.Discard()
	if err := d.lock.Unlock(); err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, d.shareAgain(ctx)) }()
	if err := acquire(ctx, d.lock.TryLockContext); err != nil {
		return "", err
	}
	if previous, err = freeName(d.path, "before-restore"); err != nil {
		return "", err
	}
	if err := d.copyTo(ctx, previous); err != nil {
		return "", err
	}
	return previous, d.overwriteFrom(ctx, checked.Name())
}

// shareAgain goes back from having the diary alone to using it.
func (d *DB) shareAgain(ctx context.Context) error {
	return errors.Join(d.lock.Unlock(), acquire(context.WithoutCancel(ctx), d.lock.TryRLockContext))
}

// checkedCopy is a private copy of a backup, checked and brought up to
// date. A copy, because a backup may lie where nothing can be written.
func (d *DB) checkedCopy(ctx context.Context, path string) (*private.Temp, error) {
	if beside := logs(path); len(beside) > 0 && !d.keptAside(path) {
		return nil, fmt.Errorf("it was copied without uncramp: what was saved last is only in its log, %s%s; "+
			"make a backup of that diary with uncramp diary backup, and restore that", path, beside[0])
	}
	from, err := private.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = from.Close() }() // it was only read
	if !looksLikeDiary(path) {
		return nil, errors.New(noBackup)
	}
	to, err := private.NewTemp(d.path)
	if err != nil {
		return nil, err
	}
	_, err = io.Copy(to, from)
	if err == nil {
		err = copyLogs(path, to.Name())
	}
	if err == nil {
		err = checkBackup(ctx, to.Name())
	}
	if err != nil {
		to.Discard()
		return nil, err
	}
	return to, nil
}

// keptAside reports whether a file was given the name under which the log of the
// diary is kept that was gone: they belong together.
func (d *DB) keptAside(path string) bool {
	whole, err := filepath.Abs(path)
	beside := err == nil && filepath.Dir(whole) == filepath.Dir(d.path)
	return beside && strings.HasPrefix(filepath.Base(path), filepath.Base(d.path)+"."+gone+"-")
}

func checkBackup(ctx context.Context, path string) error {
	db, err := openFile(ctx, path, WAL, false)
	if isDamage(err) {
		return fmt.Errorf("the backup is damaged or is none: %w", err)
	}
	if err != nil {
		return err
	}
	return errors.Join(checkForeign(ctx, db), db.Close())
}

// checkForeign refuses what acts by itself when a row is written: no diary has it.
func checkForeign(ctx context.Context, q queryer) error {
	var name string
	err := q.QueryRowContext(ctx, "SELECT name FROM sqlite_schema WHERE type IN ('trigger', 'view')").Scan(&name)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return nil
	case err != nil:
		return err
	}
	return fmt.Errorf(actsByItself, name)
}

// overwriteFrom takes over all that another file holds, in one transaction.
func (d *DB) overwriteFrom(ctx context.Context, path string) error {
	conn, err := d.db.Conn(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = conn.Close() }() // it goes back to the pool
	return conn.Raw(func(c any) error {
		to, ok := c.(interface {
			NewRestore(string) (*sqlite.Backup, error)
		})
		if !ok {
			return fmt.Errorf("%T can't restore", c)
		}
		restore, err := to.NewRestore(dsn(path))
		if err != nil {
			return err
		}
		_, err = restore.Step(-1)
		return errors.Join(err, restore.Finish())
	})
}

// copyTo writes a copy under a temporary name first, so that what has the name in
// the end is whole.
func (d *DB) copyTo(ctx context.Context, path string) error {
	path, err := filepath.Abs(path) // SQLite would take some relative names for addresses
	if err != nil {
		return err
	}
	temp, err := private.NewTemp(path)
	if err != nil {
		return err
	}
	defer temp.Discard()
	if _, err := d.db.ExecContext(ctx, "VACUUM INTO ?", temp.Name()); err != nil {
		return err
	}
	return temp.Replace(path)
}

// replaceable reports what speaks against writing a backup to a path.
func replaceable(diary, path string) error {
	info, err := os.Lstat(path)
	switch {
	case same(path, diary): // which is not to be looked into
		return errors.New("that is the diary itself; choose another name")
	case hasLog(path):
		return fmt.Errorf("the log of another diary lies there, %s-wal, and would be taken for its own; choose another name", path)
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case !info.Mode().IsRegular() || !looksLikeDiary(path):
		return errors.New("something else has that name; choose another")
	}
	return nil
}

// same reports whether two names are of one file; of none it is false.
func same(a, b string) bool {
	x, _ := os.Stat(a)
	y, _ := os.Stat(b)
	return os.SameFile(x, y)
}

// looksLikeDiary reports whether a file that nobody has open begins as SQLite
// files of ours do: schema/1.sql sets the mark.
func looksLikeDiary(path string) bool {
	const magic, mark, markAt = "SQLite format 3\x00", "uncr", 68
	f, err := private.Open(path)
	if err != nil {
		return false
	}
	defer func() { _ = f.Close() }() // it was only read
	start := make([]byte, markAt+len(mark))
	_, err = io.ReadFull(f, start)
	return err == nil && string(start[:len(magic)]) == magic && string(start[markAt:]) == mark
}
