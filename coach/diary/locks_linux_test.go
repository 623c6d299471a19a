package diary

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"

	"uncramp/coach/skip"
)

// locksOn counts the locks that this process has on a file, as the system sees
// it. SQLite holds one on each diary that is open. The system's list is read in
// parts, and one may be passed over while others come and go: what is not in
// many readings is not there.
func locksOn(t *testing.T, path string) (n int) {
	t.Helper()
	const readings = 100
	for range readings {
		if n = locksListed(t, path); n > 0 {
			break
		}
	}
	return n
}

func locksListed(t *testing.T, path string) (n int) {
	t.Helper()
	info, err := os.Stat(path)
	must(t, err)
	inode := fmt.Sprintf(":%d", info.Sys().(*syscall.Stat_t).Ino)
	list, err := os.ReadFile("/proc/locks")
	if err != nil {
		skip.Because(t, "this system doesn't list its locks: %v", err)
	}
	for line := range strings.Lines(string(list)) {
		cells := strings.Fields(line) // 1: POSIX ADVISORY READ 4711 08:01:12345 ...
		if len(cells) > 5 && cells[1] == "POSIX" && cells[4] == fmt.Sprint(os.Getpid()) && strings.HasSuffix(cells[5], inode) {
			n++
		}
	}
	return n
}

// TestNothingDropsTheLocks that SQLite has on a diary: without them another
// process takes the log away, and what was saved in it.
func TestNothingDropsTheLocks(t *testing.T) {
	backup := filepath.Join(t.TempDir(), "backup.db")
	for name, do := range map[string]func(t *testing.T, d *DB){
		"another opening": func(t *testing.T, d *DB) { closed(t, open(t, d.path)) },
		"a second after it was stamped": func(t *testing.T, d *DB) {
			closed(t, open(t, d.path))
			closed(t, open(t, d.path))
		},
		"one with a log": func(t *testing.T, d *DB) {
			must(t, d.PutEpisode(t.Context(), cramp(200)))
			closed(t, open(t, d.path))
			runtime.GC() // which closes what was forgotten
			runtime.GC()
		},
		"one with a log that was taken in": func(t *testing.T, d *DB) {
			other := open(t, d.path)
			e := cramp(1)
			e.Deleted, e.Edited = true, evening.UTC()
			must(t, other.PutEpisode(t.Context(), e))
			closed(t, other)
		},
		"a backup": func(t *testing.T, d *DB) { must(t, d.Backup(t.Context(), backup)) },
		"a backup onto itself": func(t *testing.T, d *DB) {
			plain(t, d.Backup(t.Context(), d.path), "itself")
		},
		"a restoring of itself": func(t *testing.T, d *DB) {
			_, err := d.Restore(t.Context(), d.path)
			plain(t, err, "itself")
		},
		"a restoring of its link": func(t *testing.T, d *DB) {
			link := filepath.Join(t.TempDir(), "link.db")
			must(t, os.Link(d.path, link))
			_, err := d.Restore(t.Context(), link)
			plain(t, err, "itself")
			plain(t, d.Backup(t.Context(), link), "itself")
		},
	} {
		t.Run(name, func(t *testing.T) {
			d := open(t, stampedDiary(t))
			if locksOn(t, d.path) == 0 {
				t.Fatal("an open diary has no lock; the test sees nothing")
			}
			do(t, d)
			if locksOn(t, d.path) == 0 {
				t.Error("the lock is gone while the diary is open")
			}
		})
	}
}

// TestManyWhoMakeADiaryKeepTheirLocks: one of them makes the file while the
// others open it already.
func TestManyWhoMakeADiaryKeepTheirLocks(t *testing.T) {
	for range trials(20, 1000) {
		path := diaryIn(t)
		list := make([]*DB, 6)
		var group sync.WaitGroup
		for i := range list {
			group.Go(func() {
				var err error
				if list[i], err = Open(t.Context(), path, clock); err != nil {
					t.Error(err)
				}
			})
		}
		group.Wait()
		if t.Failed() {
			return
		}
		if locksOn(t, path) == 0 {
			t.Error("the lock is gone while the diary is open")
		}
		for _, d := range list {
			closed(t, d)
		}
	}
}
