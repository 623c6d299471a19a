package diary

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/gofrs/flock"

	"uncramp/coach/private"
)

// quarantine renames a damaged diary, once nobody else uses it; the notice tells
// where it is. It does nothing where another process has done it.
func quarantine(ctx context.Context, path string, lock *flock.Flock) (notice string, err error) {
	if err := acquire(ctx, lock.TryLockContext); err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, lock.Unlock()) }()
	db, err := openFile(ctx, path, ModeAt(path), false)
	if err == nil {
		return "", db.Close()
	}
	if !isDamage(err) {
		return "", err
	}
	renamed, err := rename(path, "damaged")
	if err != nil {
		return "", err
	}
	return fmt.Sprintf(damagedIsKept, renamed), nil
}

// putLogAside renames a log whose diary is gone, once nobody else uses it: SQLite
// would throw it away, and what was saved last may be in it alone. A diary that is
// put beside it under the name that the notice tells has its log again.
func putLogAside(ctx context.Context, d *DB) (err error) {
	if !lacksDiary(d.path) {
		return nil
	}
	if err := acquire(ctx, d.lock.TryLockContext); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, d.lock.Unlock()) }()
	if !lacksDiary(d.path) { // another process has done it, and begun a diary
		return nil
	}
	renamed, err := rename(d.path, gone)
	if err == nil {
		d.notice = fmt.Sprintf(logIsKept, renamed)
	}
	return err
}

// gone is in the name of what is kept of a diary whose file is gone.
const gone = "gone"

// lacksDiary reports whether there is a log, and no diary that it belongs to.
func lacksDiary(path string) bool {
	_, err := os.Lstat(path)
	return errors.Is(err, fs.ErrNotExist) && hasLog(path)
}

// rename gives a file and what belongs to it a name that says why. The log goes
// first: where the machine stops in between, no file meets a log that isn't its
// own.
func rename(path, why string) (string, error) {
	renamed, err := freeName(path, why)
	if err != nil {
		return "", err
	}
	for _, part := range []string{"-wal", "-journal", ""} {
		if err := os.Rename(path+part, renamed+part); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
	}
	if err := os.Remove(path + "-shm"); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", err
	}
	private.SyncFolder(path)
	return renamed, nil
}

// freeName is a name beside a file that nothing has yet, nor its log.
func freeName(path, why string) (string, error) {
	for n := 1; ; n++ {
		name := fmt.Sprintf("%s.%s-%d", path, why, n)
		_, err := os.Lstat(name)
		if errors.Is(err, fs.ErrNotExist) {
			_, err = os.Lstat(name + "-wal")
		}
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return name, nil
		case err != nil:
			return "", err
		}
	}
}
