package diary

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"uncramp/coach/record"
)

// explain says in one line what a fault of the disk or of the database means
// and what to do.
func explain(what string, err error) error {
	if err == nil || errors.Is(err, ErrNone) {
		return err
	}
	if advice := advice(err); advice != "" {
		return fmt.Errorf("%s: %s (%w)", what, advice, record.OneLine(err))
	}
	return fmt.Errorf("%s: %w", what, record.OneLine(err))
}

func advice(err error) string {
	switch {
	case errors.Is(err, syscall.ENOSPC):
		return "the disk is full; free some space"
	case errors.Is(err, syscall.EROFS), errors.Is(err, fs.ErrPermission):
		return "its folder can't be written to; see that it is yours"
	case errors.Is(err, fs.ErrNotExist):
		return "there is no such file or folder; see how it is written"
	case errors.Is(err, syscall.EISDIR):
		return "it is a folder; name a file in it"
	case errors.Is(err, context.DeadlineExceeded):
		return "it took too long; try again"
	}
	switch primary(err) {
	case sqlite3.SQLITE_FULL:
		return "the disk is full; free some space"
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return "another program holds it; close that and try again"
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN:
		return "its file or folder can't be written to; see that it is yours"
	case sqlite3.SQLITE_IOERR:
		return "the disk fails or is full; see that it has space"
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
		return "the file is damaged; start uncramp again, which puts it aside"
	}
	return ""
}

// primary is SQLite's own code for what went wrong; 0 where it isn't SQLite's.
func primary(err error) int {
	var fault *sqlite.Error
	if !errors.As(err, &fault) {
		return 0
	}
	return fault.Code() & 0xff
}

// isDamage reports whether an error says that a file is damaged or no diary.
func isDamage(err error) bool {
	code := primary(err)
	return code == sqlite3.SQLITE_CORRUPT || code == sqlite3.SQLITE_NOTADB || errors.Is(err, errForeign) || errors.Is(err, errCorrupt)
}
