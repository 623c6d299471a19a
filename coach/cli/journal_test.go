package cli

import (
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"uncramp/coach/diary"
	"uncramp/coach/journal"
	"uncramp/coach/record"
)

// disk is where a test's diary lies.
type disk struct{ path string }

// newDisk is a folder for a diary, which there is not yet.
func newDisk(t testing.TB) disk {
	t.Helper()
	return disk{filepath.Join(t.TempDir(), "uncramp", "diary.db")}
}

// journal is that of a program whose clock says now.
func (d disk) journal(now func() time.Time) *journal.Journal { return journal.New(d.path, now) }

// block puts a folder in the diary's place: it can't be opened.
func (d disk) block(t testing.TB) {
	t.Helper()
	must(t, os.RemoveAll(d.path))
	must(t, os.MkdirAll(d.path, 0o700))
}

// fill lets a table take only rows of which a condition of SQL holds.
func (d disk) fill(t testing.TB, table, only string) {
	t.Helper()
	db, err := diary.Open(t.Context(), d.path, time.Now)
	must(t, err)
	must(t, db.Close())
	d.exec(t, "ALTER TABLE "+table+" ADD COLUMN room INT CONSTRAINT \"the disk is full; free some\x1b[2J space\" CHECK ("+only+")")
}

// exec carries out a statement of SQL beside the program.
func (d disk) exec(t testing.TB, statement string) {
	t.Helper()
	raw, err := sql.Open("sqlite", d.path)
	must(t, err)
	_, err = raw.ExecContext(t.Context(), statement)
	must(t, errors.Join(err, raw.Close()))
}

// rows are all rows of the diary.
func (d disk) rows(t testing.TB) (b record.Batch) {
	t.Helper()
	if _, err := os.Stat(d.path); errors.Is(err, os.ErrNotExist) {
		return b
	}
	db, err := diary.Open(t.Context(), d.path, time.Now)
	must(t, err)
	defer func() { must(t, db.Close()) }()
	for e, err := range db.Episodes(t.Context(), record.Span{}, true) {
		must(t, err)
		b.Episodes = append(b.Episodes, e)
	}
	for s, err := range db.Sessions(t.Context(), record.Span{}, true) {
		must(t, err)
		b.Sessions = append(b.Sessions, s)
	}
	return b
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
