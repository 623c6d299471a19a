package diary

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/gofrs/flock"

	"uncramp/coach/record"
	"uncramp/coach/skip"
)

// waitTimeout is how long a test waits for a lock that stays: longer than a busy machine
// takes to come to it.
const waitTimeout = lockTimeout / 10

func TestADiaryIsMadeOnce(t *testing.T) {
	folder := "50% #1?"
	if runtime.GOOS == "windows" { // which has no such names
		folder = "50% #1"
	}
	path := filepath.Join(t.TempDir(), "a b", folder, "diary.db")
	var group sync.WaitGroup
	for i := range 6 {
		group.Go(func() {
			d, err := Open(t.Context(), path, clock)
			if err == nil {
				err = errors.Join(d.PutEpisode(t.Context(), cramp(i)), d.Close())
			}
			if err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	d := open(t, path)
	whole(t, d)
	equal(t, "cramps", len(collect(t, d.Episodes(t.Context(), record.Span{}, false))), 6)
	for pragma, want := range map[string]string{"journal_mode": "wal", "synchronous": "2", "secure_delete": "1", "busy_timeout": "5000"} {
		var got string
		must(t, d.db.QueryRow("PRAGMA "+pragma).Scan(&got))
		equal(t, pragma, got, want)
	}
}

func TestALinkIsFollowed(t *testing.T) {
	path, link := diaryIn(t), filepath.Join(t.TempDir(), "link.db")
	d := open(t, path)
	must(t, d.PutEpisode(t.Context(), cramp(1)))
	closed(t, d)
	if err := os.Symlink(path, link); err != nil {
		skip.Because(t, "no links can be made here: %v", err)
	}
	must(t, os.WriteFile(path, []byte("no diary"), 0o600))
	d = open(t, link)
	if !strings.Contains(d.Notice(), "diary.db.damaged-1") {
		t.Errorf("the notice is %q", d.Notice())
	}
	equal(t, "what lies beside the link", names(t, parent(link)), []string{"link.db"})
}

// TestADamagedDiaryIsPutAside and never deleted, nor one that was put aside
// before.
func TestADamagedDiaryIsPutAside(t *testing.T) {
	path := diaryIn(t)
	must(t, os.MkdirAll(parent(path), 0o700))
	for n := 1; n <= 3; n++ {
		garbage := fmt.Appendf(nil, "no database, but a letter, number %d", n)
		must(t, os.WriteFile(path, garbage, 0o600))
		d, err := Open(t.Context(), path, clock)
		must(t, err)
		aside := fmt.Sprintf("%s.damaged-%d", path, n)
		if !strings.Contains(d.Notice(), aside) || strings.Contains(d.Notice(), "\n") {
			t.Errorf("the notice is %q", d.Notice())
		}
		equal(t, "what was put aside", string(bytesOf(t, aside)), string(garbage))
		must(t, d.PutEpisode(t.Context(), cramp(n)))
		closed(t, d)
		d = open(t, path)
		equal(t, "the notice of the second start", d.Notice(), "")
		closed(t, d)
	}
}

// TestALogGoesWithItsFile when that is put aside: the new diary must not take
// it, and somebody may get rows out of it.
func TestALogGoesWithItsFile(t *testing.T) {
	_, log := specimen(t)
	for _, rest := range []string{"", "no diary"} {
		path := diaryIn(t)
		must(t, os.MkdirAll(parent(path), 0o700))
		must(t, os.WriteFile(path, []byte(rest), 0o600))
		must(t, writeLog(path, log))
		d := open(t, path)
		equal(t, "rows of the new diary", len(contents(t, d)), 0)
		equal(t, "the log is kept", slices.Equal(bytesOf(t, path+".damaged-1-wal"), log), true)
	}
}

func TestADatabaseOfSomethingElseIsPutAside(t *testing.T) {
	for _, statement := range []string{"DROP TABLE episodes; PRAGMA user_version = 0", "DROP TABLE marks", "PRAGMA user_version = -5"} {
		path := diaryIn(t)
		d := open(t, path)
		_, err := d.db.Exec(statement)
		must(t, err)
		closed(t, d)
		d = open(t, path)
		if !strings.Contains(d.Notice(), "damaged-1") {
			t.Errorf("after %s the notice is %q", statement, d.Notice())
		}
		must(t, d.PutEpisode(t.Context(), cramp(1)))
		must(t, d.PutTally(t.Context(), marked(1)))
	}
}

// TestADamagedDiaryInUseStays where it is: another process has it open.
func TestADamagedDiaryInUseStays(t *testing.T) {
	path := diaryIn(t)
	must(t, os.MkdirAll(parent(path), 0o700))
	must(t, os.WriteFile(path, []byte("no diary"), 0o600))
	other := flock.New(path + ".lock")
	must(t, other.RLock())
	ctx, cancel := context.WithTimeout(t.Context(), waitTimeout)
	defer cancel()
	_, err := Open(ctx, path, clock)
	plain(t, err, "can't be opened", "another uncramp", "close")
	equal(t, "the file", string(bytesOf(t, path)), "no diary")
	must(t, other.Unlock())
	equal(t, "the notice", open(t, path).Notice() != "", true)
}

// TestADiaryThatIsReplaced by another process can't be opened meanwhile, and the
// error says why, whoever's lockTimeout ends first.
func TestADiaryThatIsReplaced(t *testing.T) {
	path := stampedDiary(t)
	other := flock.New(lockPath(path))
	must(t, other.Lock())
	ctx, cancel := context.WithTimeout(t.Context(), waitTimeout)
	defer cancel()
	_, err := Open(ctx, path, clock)
	plain(t, err, "can't be opened", "another uncramp", "close")
	if strings.Contains(err.Error(), "deadline") {
		t.Errorf("it says %q", err)
	}
	_, err = Open(ctx, path, clock)
	plain(t, err, "too long") // it did not even wait
	must(t, other.Unlock())
	equal(t, "the notice", open(t, path).Notice(), "")
}

func TestAFolderInItsPlace(t *testing.T) {
	path := diaryIn(t)
	must(t, os.MkdirAll(filepath.Join(path, "mine"), 0o700))
	_, err := Open(t.Context(), path, clock)
	plain(t, err, path, "move it away")
	equal(t, "the folder", names(t, path), []string{"mine"})
	under := filepath.Join(diaryIn(t), "deeper.db")
	must(t, os.MkdirAll(parent(parent(under)), 0o700))
	must(t, os.WriteFile(parent(under), nil, 0o600))
	_, err = Open(t.Context(), under, clock)
	plain(t, err, "can't be opened")
}

// TestALockedDiary tells so after a while, and goes on when it is free.
func TestALockedDiary(t *testing.T) {
	path := diaryIn(t)
	d, other := open(t, path), open(t, path)
	conn, err := other.db.Conn(t.Context())
	must(t, err)
	defer conn.Close()
	_, err = conn.ExecContext(t.Context(), "BEGIN IMMEDIATE")
	must(t, err)
	_, err = d.db.Exec("PRAGMA busy_timeout = 50") // of the one connection that there is so far
	must(t, err)
	plain(t, d.PutEpisode(t.Context(), cramp(1)), "not saved", "another program")
	equal(t, "what can be read meanwhile", len(contents(t, d)), 0)
	_, err = conn.ExecContext(t.Context(), "ROLLBACK")
	must(t, err)
	must(t, d.PutEpisode(t.Context(), cramp(1)))
}

// TestDeletedTextsAreGone from the file and its log, as far as SQLite has them.
func TestDeletedTextsAreGone(t *testing.T) {
	path := diaryIn(t)
	d := open(t, path)
	e := cramp(1)
	e.Note = strings.Repeat("xyzzy plugh ", 1000) // on pages of its own
	must(t, d.PutEpisode(t.Context(), e))
	must(t, d.PutEpisode(t.Context(), cramp(2)))
	e.Deleted, e.Edited = true, evening.UTC()
	must(t, d.PutEpisode(t.Context(), e))
	if log, err := os.Stat(path + "-wal"); err != nil || log.Size() > 0 {
		t.Errorf("the log is still there: %v, %v", log, err)
	}
	closed(t, d)
	if strings.Contains(string(bytesOf(t, path)), "xyzzy") {
		t.Error("the file still has the note")
	}
	if !strings.Contains(string(bytesOf(t, path)), cramp(2).Note) {
		t.Error("what was not deleted can't be found this way; the test sees nothing")
	}
}

// TestMutatedFiles is promise 6: whatever happened to the file, a diary can be
// had, and nothing is deleted.
func TestMutatedFiles(t *testing.T) {
	t.Parallel()
	file, log := specimen(t)
	var sound, aside, newer, rows, unread atomic.Int64
	files := trials(200, 5000)
	var group sync.WaitGroup
	for worker := range 4 {
		group.Go(func() {
			for i := worker; i < files; i += 4 {
				r := rand.New(rand.NewPCG(uint64(i), 7))
				path := filepath.Join(t.TempDir(), "diary.db")
				bad, badLog := mutated(r, file), []byte(nil)
				if i%4 == 0 {
					bad, badLog = file, mutated(r, log)
				}
				if err := errors.Join(os.WriteFile(path, bad, 0o600), writeLog(path, badLog)); err != nil {
					t.Error(err)
				}
				d, err := Open(t.Context(), path, clock)
				switch {
				case errors.Is(err, ErrNewer):
					newer.Add(1)
					continue
				case err != nil:
					t.Errorf("file %d: %v", i, err)
					continue
				case d.Notice() == "":
					sound.Add(1)
				default:
					aside.Add(1)
					if kept, err := os.ReadFile(path + ".damaged-1"); err != nil || badLog == nil && !slices.Equal(kept, bad) {
						t.Errorf("file %d is not kept as it was: %v", i, err)
					}
				}
				for err := range readAll(t.Context(), d) {
					rows.Add(1)
					if err != nil {
						unread.Add(1)
					}
				}
				if err := errors.Join(d.PutEpisode(t.Context(), cramp(1000)), d.PutTally(t.Context(), marked(1001))); err != nil && d.Notice() != "" {
					t.Errorf("file %d: the new diary: %v", i, err)
				}
				if err := d.Close(); err != nil {
					t.Errorf("file %d: %v", i, err)
				}
			}
		})
	}
	group.Wait()
	t.Logf("%d files: %d opened, %d put aside, %d of another version; %d rows read, %d of them can't be",
		files, sound.Load(), aside.Load(), newer.Load(), rows.Load(), unread.Load())
	if aside.Load() < int64(files)/4 {
		t.Error("too few files were put aside")
	}
}

// readAll yields the error, or none, of each row of a diary.
func readAll(ctx context.Context, s *DB) iter.Seq[error] {
	return func(yield func(error) bool) {
		for _, err := range s.Episodes(ctx, record.Span{}, true) {
			if !yield(err) {
				return
			}
		}
		for _, err := range s.Sessions(ctx, record.Span{}, true) {
			if !yield(err) {
				return
			}
		}
		for _, err := range s.Tallies(ctx, "", record.Days{}, true) {
			if !yield(err) {
				return
			}
		}
	}
}

func writeLog(path string, log []byte) error {
	if log == nil {
		return nil
	}
	return os.WriteFile(path+"-wal", log, 0o600)
}

// specimen is a diary, and the same one with a log that was not taken in.
func specimen(t *testing.T) (file, log []byte) {
	t.Helper()
	path := diaryIn(t)
	d := open(t, path)
	_, err := d.Merge(t.Context(), batch(50))
	must(t, err)
	closed(t, d)
	file = bytesOf(t, path)
	d = open(t, path)
	for n := 50; n < 60; n++ {
		must(t, d.PutEpisode(t.Context(), cramp(n)))
		must(t, d.PutTally(t.Context(), marked(n)))
	}
	return file, bytesOf(t, path+"-wal")
}

// mutated is a file to which something happened.
func mutated(r *rand.Rand, file []byte) []byte {
	bad := slices.Clone(file)
	at := r.IntN(len(bad))
	end := min(len(bad), at+1+r.IntN(8192))
	switch r.IntN(8) {
	case 0: // cut off
		return bad[:at]
	case 1: // zeros
		clear(bad[at:end])
	case 2: // a part moved
		copy(bad[at:], file[r.IntN(len(file)):])
	case 3: // noise
		for i := at; i < end; i++ {
			bad[i] = byte(r.IntN(256))
		}
	case 4: // the beginning
		for range 1 + r.IntN(4) {
			bad[r.IntN(min(100, len(bad)))] = byte(r.IntN(256))
		}
	case 5: // more behind it
		return append(bad, file[:at]...)
	default: // some bits
		for range 1 + r.IntN(64) {
			bad[r.IntN(len(bad))] ^= 1 << r.IntN(8)
		}
	}
	return bad
}

func modesIn(t *testing.T, folder string) {
	t.Helper()
	must(t, filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		if info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s can be read by others: %s", path, info.Mode())
		}
		return nil
	}))
}

// TestATriggerInADiaryIsTakenOut: it would undo what is said to be saved. The rows stay.
func TestATriggerInADiaryIsTakenOut(t *testing.T) {
	path := diaryIn(t)
	d := open(t, path)
	must(t, d.PutEpisode(t.Context(), cramp(1)))
	closed(t, d)
	db, err := sql.Open("sqlite", path)
	must(t, err)
	for _, name := range []string{`eats`, `a "b" c`} {
		_, err = db.Exec(`CREATE TRIGGER "` + strings.ReplaceAll(name, `"`, `""`) + `" AFTER INSERT ON episodes BEGIN DELETE FROM episodes; END`)
		must(t, err)
	}
	must(t, db.Close())

	d = open(t, path)
	plain(t, errors.New(d.Notice()), "acts by itself", "taken out")
	must(t, d.PutEpisode(t.Context(), cramp(2)))
	equal(t, "rows", len(contents(t, d)), 2)
	closed(t, d)
	d = open(t, path)
	equal(t, "the notice of the next start", d.Notice(), "")
}
