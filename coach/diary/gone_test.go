package diary

import (
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"uncramp/coach/record"
	"uncramp/coach/skip"
)

// held opens a diary as another program does, which keeps its log from being
// written back.
func held(t *testing.T, path string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", dsn(path))
	must(t, err)
	var n int
	must(t, db.QueryRow("SELECT count(*) FROM episodes").Scan(&n))
	return db
}

// TestALogWhoseDiaryIsGoneIsPutAside: what was saved last is in it. Whoever finds
// the file again has all of it again.
func TestALogWhoseDiaryIsGoneIsPutAside(t *testing.T) {
	if runtime.GOOS == "windows" {
		skip.Because(t, "no file that is open can be moved away")
	}
	t.Run("named in full", func(t *testing.T) { putAside(t, func(path string) string { return path }) })
	t.Run("named from its folder", func(t *testing.T) { putAside(t, filepath.Base) })
}

// putAside puts a log aside, and restores it by a name of it.
func putAside(t *testing.T, named func(path string) string) {
	path := diaryIn(t)
	closed(t, open(t, path))
	other := held(t, path)
	for n := range 5 {
		d := open(t, path)
		must(t, d.PutEpisode(t.Context(), cramp(n)))
		closed(t, d)
	}
	found := path + ".somewhere"
	must(t, os.Rename(path, found))
	log := bytesOf(t, path+"-wal")

	d := open(t, path)
	aside := path + ".gone-1"
	if !strings.Contains(d.Notice(), aside) || strings.Contains(d.Notice(), "\n") {
		t.Errorf("the notice is %q", d.Notice())
	}
	equal(t, "rows of the new diary", len(contents(t, d)), 0)
	must(t, d.PutEpisode(t.Context(), cramp(9)))
	equal(t, "the log is kept", string(bytesOf(t, aside+"-wal")) == string(log), true)

	must(t, os.Rename(found, aside))
	t.Chdir(filepath.Dir(path))
	previous, err := d.Restore(t.Context(), named(aside))
	must(t, err)
	equal(t, "cramps", len(collect(t, d.Episodes(t.Context(), record.Span{}, false))), 5)
	equal(t, "what stood there before is kept", previous, fmt.Sprintf("%s.before-restore-1", path))
	closed(t, d)
	d = open(t, path)
	equal(t, "the notice of the next start", d.Notice(), "")
	must(t, other.Close())
}

// TestALogOfAnotherFileIsNotRestored: it may have been copied at another moment.
func TestALogOfAnotherFileIsNotRestored(t *testing.T) {
	path := diaryIn(t)
	d := open(t, path)
	must(t, d.PutEpisode(t.Context(), cramp(1)))
	backup := path + ".copy"
	must(t, d.Backup(t.Context(), backup))
	must(t, os.WriteFile(backup+"-wal", []byte("log"), 0o600))
	_, err := d.Restore(t.Context(), backup)
	plain(t, err, "only in its log")
}
