package diary

import (
	"context"
	"errors"
	"fmt"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"uncramp/coach/private"
	"uncramp/coach/record"
)

// explain says in one line what a fault of the disk or of the database means
// and what to do.
func explain(what string, err error) error {
	if err == nil || errors.Is(err, ErrNone) {
		return err
	}
	if errors.Is(err, context.DeadlineExceeded) {
		err = private.Reword(err, context.DeadlineExceeded, tookTooLong)
	}
	var fault *sqlite.Error
	if errors.As(err, &fault) {
		if said := faults[primary(err)]; said != "" {
			err = private.Reword(err, fault, said)
		}
	}
	return fmt.Errorf("%s: %w", what, record.OneLine(private.Explain(err)))
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
