package diary

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"uncramp/coach/record"
)

// often is one of so many cramps that they are minutes apart.
func often(n int) record.Episode {
	e := cramp(0)
	e.ID, e.At = record.ID(fmt.Sprint("cramp-", n)), evening.Add(-time.Duration(n)*time.Minute)
	return e
}

// TestBackupUnderLoad: a backup is the diary at one moment, while somebody
// writes: all that was acknowledged before it, and then no gap.
func TestBackupUnderLoad(t *testing.T) {
	t.Parallel()
	path := diaryIn(t)
	d, other := open(t, path), open(t, path)
	_, err := d.Merge(t.Context(), record.Batch{Sessions: several(500, followedTwice)})
	must(t, err)
	ctx, stop := context.WithCancel(t.Context())
	var saved atomic.Int64
	first := make(chan struct{})
	done := make(chan struct{})
	go func() {
		defer close(done)
		for i := 0; ctx.Err() == nil; i++ {
			if err := other.PutEpisode(ctx, often(i)); err != nil {
				if ctx.Err() == nil {
					t.Error(err)
				}
				return
			}
			if saved.Add(1) == 1 {
				close(first)
			}
		}
	}()
	<-first
	folder := t.TempDir()
	for i := range trials(5, 100) {
		to := filepath.Join(folder, fmt.Sprintf("backup-%d.db", i%3))
		before := int(saved.Load())
		must(t, d.Backup(t.Context(), to))
		b := open(t, to)
		whole(t, b)
		kept := collect(t, b.Episodes(t.Context(), record.Span{}, false))
		if len(kept) < before {
			t.Fatalf("%d of %d acknowledged rows are in the backup", len(kept), before)
		}
		for _, e := range kept {
			if e.At.Before(often(len(kept) - 1).At) {
				t.Fatalf("%d rows, and among them %s", len(kept), e.ID)
			}
		}
		equal(t, "sessions", len(collect(t, b.Sessions(t.Context(), record.Span{}, false))), 500)
		closed(t, b)
	}
	stop()
	<-done
	t.Logf("%d rows were written meanwhile", saved.Load())
	equal(t, "files", slices.ContainsFunc(names(t, folder), func(n string) bool { return len(n) != len("backup-0.db") && n[len(n)-5:] != ".lock" }), false)
}

func TestBackupReplacesNothingElse(t *testing.T) {
	path := diaryIn(t)
	d := open(t, path)
	must(t, d.PutEpisode(t.Context(), cramp(1)))
	folder := t.TempDir()
	letter := filepath.Join(folder, "letter.txt")
	must(t, os.WriteFile(letter, []byte("dear doctor"), 0o600))
	plain(t, d.Backup(t.Context(), letter), "something else", "another")
	equal(t, "the letter", string(bytesOf(t, letter)), "dear doctor")
	plain(t, d.Backup(t.Context(), folder), "something else")
	plain(t, d.Backup(t.Context(), path), "the diary itself")
	plain(t, d.Backup(t.Context(), filepath.Join(folder, "no", "backup.db")), "no backup")
	equal(t, "files", names(t, folder), []string{"letter.txt"})
	must(t, d.PutEpisode(t.Context(), cramp(2)))
	whole(t, d)
}

func TestRestore(t *testing.T) {
	path, backup := diaryIn(t), filepath.Join(t.TempDir(), "backup.db")
	d := open(t, path)
	_, err := d.Merge(t.Context(), batch(300))
	must(t, err)
	must(t, d.Backup(t.Context(), backup))
	then := contents(t, d)
	for n := 1; n <= 3; n++ {
		must(t, d.PutSession(t.Context(), followed(n+300)))
		must(t, d.PutTally(t.Context(), marked(n+300)))
		now := contents(t, d)
		aside, err := d.Restore(t.Context(), backup)
		must(t, err)
		equal(t, "aside", aside, fmt.Sprintf("%s.before-restore-%d", path, n))
		sameRows(t, contents(t, d), then)
		whole(t, d)
		kept := open(t, aside)
		sameRows(t, contents(t, kept), now)
		closed(t, kept)
		must(t, os.Remove(aside+".lock"))
	}
	must(t, d.PutEpisode(t.Context(), cramp(999)))
	closed(t, d)
	d = open(t, path)
	equal(t, "cramps", len(collect(t, d.Episodes(t.Context(), record.Span{}, false))), 301)
	closed(t, d)
	equal(t, "files", names(t, parent(path)), []string{
		"diary.db", "diary.db.before-restore-1", "diary.db.before-restore-2", "diary.db.before-restore-3", "diary.db.lock",
	})
}

// TestALogBesideABackup belongs to a diary that was copied while it was used, or
// to one that is gone: nothing is made of either.
func TestALogBesideABackup(t *testing.T) {
	d := open(t, diaryIn(t))
	must(t, d.PutEpisode(t.Context(), cramp(1)))
	before := contents(t, d)
	file, log := specimen(t)
	from := filepath.Join(t.TempDir(), "copy.db")
	must(t, os.WriteFile(from, file, 0o600))
	must(t, writeLog(from, log))
	_, err := d.Restore(t.Context(), from)
	plain(t, err, "nothing was restored", from+"-wal", "uncramp diary backup")
	sameRows(t, contents(t, d), before)
	plain(t, d.Backup(t.Context(), from), "no backup was made", from+"-wal", "another name")
	equal(t, "the copy", slices.Equal(bytesOf(t, from), file), true)
	must(t, os.Remove(from))
	plain(t, d.Backup(t.Context(), from), "no backup was made", from+"-wal", "another name")
	equal(t, "files", names(t, parent(from)), []string{"copy.db-wal"})
	must(t, os.WriteFile(from+"-wal", nil, 0o600)) // as an open one has that nobody writes to
	must(t, d.Backup(t.Context(), from))
	_, err = d.Restore(t.Context(), from)
	must(t, err)
	sameRows(t, contents(t, d), before)
}

// TestRestoreOfAnEarlierVersion brings it up to date first.
func TestRestoreOfAnEarlierVersion(t *testing.T) {
	d := open(t, diaryIn(t))
	_, err := d.Restore(t.Context(), fixture(1, ".db"))
	must(t, err)
	equal(t, "rows", len(contents(t, d)), 2*fixtureRows)
}

func TestRestoreOfWhatIsNoBackup(t *testing.T) {
	path := diaryIn(t)
	d := open(t, path)
	must(t, d.PutEpisode(t.Context(), cramp(1)))
	before := contents(t, d)
	good := filepath.Join(t.TempDir(), "good.db")
	must(t, d.Backup(t.Context(), good))
	data := bytesOf(t, good)
	newer := slices.Clone(data)
	newer[63] = 99
	damaged := slices.Clone(data)
	for i := 4096; i < len(damaged); i += 3 {
		damaged[i] = 'x'
	}
	for name, c := range map[string]struct {
		data  []byte
		words []string
	}{
		"empty":   {nil, []string{"no backup"}},
		"letter":  {[]byte("dear doctor"), []string{"no backup"}},
		"cut off": {data[:5000], []string{"damaged"}},
		"damaged": {damaged, []string{"damaged"}},
		"newer":   {newer, []string{"newer", "99"}},
	} {
		from := filepath.Join(t.TempDir(), name+".db")
		must(t, os.WriteFile(from, c.data, 0o600))
		_, err := d.Restore(t.Context(), from)
		plain(t, err, c.words...)
		sameRows(t, contents(t, d), before)
	}
	_, err := d.Restore(t.Context(), path)
	plain(t, err, "the diary itself")
	_, err = d.Restore(t.Context(), filepath.Join(t.TempDir(), "none.db"))
	plain(t, err, "nothing was restored")
	must(t, d.PutEpisode(t.Context(), cramp(2)))
	equal(t, "files", names(t, parent(path)), []string{"diary.db", "diary.db-shm", "diary.db-wal", "diary.db.lock"})
}

// TestRestoreWaitsForOthers who have the diary open, and gives up.
func TestRestoreWaitsForOthers(t *testing.T) {
	path, backup := diaryIn(t), filepath.Join(t.TempDir(), "backup.db")
	d := open(t, path)
	must(t, d.Backup(t.Context(), backup))
	must(t, d.PutEpisode(t.Context(), cramp(1)))
	other := open(t, path)
	ctx, cancel := context.WithTimeout(t.Context(), waitTimeout)
	defer cancel()
	_, err := d.Restore(ctx, backup)
	plain(t, err, "another uncramp", "close")
	must(t, d.PutEpisode(t.Context(), cramp(2)))
	equal(t, "rows", len(contents(t, other)), 2)
	closed(t, other)
	_, err = d.Restore(t.Context(), backup)
	must(t, err)
	equal(t, "rows", len(contents(t, d)), 0)
}

// TestAnExportIsNotRestored: the command is named that takes it.
func TestAnExportIsNotRestored(t *testing.T) {
	export := filepath.Join(t.TempDir(), "diary.json")
	must(t, os.WriteFile(export, []byte(`{"uncramp_diary":2}`), 0o600))
	_, err := open(t, diaryIn(t)).Restore(t.Context(), export)
	plain(t, err, "nothing was restored", "uncramp diary import takes an export")
}

// TestABackupThatActsByItselfIsNotRestored: somebody put a trigger in it.
func TestABackupThatActsByItselfIsNotRestored(t *testing.T) {
	path := diaryIn(t)
	d := open(t, path)
	must(t, d.PutEpisode(t.Context(), cramp(1)))
	for _, statement := range []string{
		"CREATE TRIGGER eats AFTER INSERT ON episodes BEGIN DELETE FROM episodes; END", "CREATE VIEW more AS SELECT * FROM episodes",
	} {
		backup := filepath.Join(t.TempDir(), "backup.db")
		must(t, d.Backup(t.Context(), backup))
		db, err := sql.Open("sqlite", backup)
		must(t, err)
		_, err = db.Exec(statement)
		must(t, errors.Join(err, db.Close()))
		before := contents(t, d)
		_, err = d.Restore(t.Context(), backup)
		plain(t, err, "nothing was restored", "acts by itself")
		sameRows(t, contents(t, d), before)
	}
}
