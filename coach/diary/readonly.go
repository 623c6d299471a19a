package diary

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"syscall"
	"time"

	sqlite3 "modernc.org/sqlite/lib"

	"uncramp/coach/record"
)

// OpenToRead is [Open] for who only reads: where the disk is full or can't be
// written to, the diary can be read all the same. What is to be written to it
// then fails, with the error that [Open] returns.
func OpenToRead(ctx context.Context, path string, now func() time.Time) (*DB, error) {
	d, err := openChecked(ctx, path, now)
	if err == nil || !isOfDisk(err) {
		return d, explain(cantOpen, record.In(path, err))
	}
	if target, errLink := filepath.EvalSymlinks(path); errLink == nil {
		path = target
	}
	d, errReading := openReadOnly(ctx, path, now)
	if errReading != nil {
		return nil, explain(cantOpen, record.In(path, err))
	}
	d.fault = explain(cantOpen, record.In(path, err))
	return d, nil
}

// isOfDisk reports whether an error is of a disk that keeps nothing.
func isOfDisk(err error) bool {
	switch primary(err) {
	case sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR:
		return true
	}
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EROFS) || errors.Is(err, fs.ErrPermission)
}

// openReadOnly opens a file as it is, or where it has a log, or is older than this
// program, a copy of it on the disk for temporary files.
func openReadOnly(ctx context.Context, path string, now func() time.Time) (*DB, error) {
	list, err := steps()
	if err != nil {
		return nil, err
	}
	if len(logs(path)) == 0 {
		db, err := sql.Open("sqlite", address(path, url.Values{"mode": {"ro"}, "immutable": {"1"}}))
		if err != nil {
			return nil, err
		}
		v, err := checkVersion(ctx, db, len(list))
		if err == nil && v == len(list) {
			err = errors.Join(checkIntegrity(ctx, db), checkColumns(ctx, db))
		} else if err == nil {
			err = fmt.Errorf("its version is %d", v)
		}
		if err == nil {
			return &DB{path: path, now: now, db: db}, nil
		}
		_ = db.Close() // nothing was written
	}
	return openCopy(ctx, path, now)
}

// openCopy opens a copy of a file and its log, which goes when it is closed.
func openCopy(ctx context.Context, path string, now func() time.Time) (*DB, error) {
	folder, err := os.MkdirTemp("", "uncramp-reading-")
	if err != nil {
		return nil, err
	}
	copied := filepath.Join(folder, "diary.db")
	err = errors.Join(copyFile(path, copied), copyLogs(path, copied))
	var db *sql.DB
	if err == nil {
		db, err = openFile(ctx, copied, WAL, false)
	}
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(folder))
	}
	return &DB{path: path, now: now, db: db, copied: folder}, nil
}

// closeReadOnly lets go of a diary that was only read.
func (d *DB) closeReadOnly() error {
	err := d.db.Close()
	if d.copied != "" {
		err = errors.Join(err, os.RemoveAll(d.copied))
	}
	return err
}
