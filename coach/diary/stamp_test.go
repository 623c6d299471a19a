package diary

import (
	"bytes"
	"errors"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"uncramp/coach/record"
)

// spoil writes over a page of a diary's table of cramps; by its look the file
// is as it was, as after a fault of the disk.
func spoil(t *testing.T, path string) {
	t.Helper()
	before, err := os.Stat(path)
	must(t, err)
	data := bytesOf(t, path)
	at := bytes.Index(data, []byte(cramp(50).Note)) // which no index has
	if at < 0 {
		t.Fatal("the cramp is not in the file")
	}
	const page = 4096
	start := at / page * page
	copy(data[start:start+page], bytes.Repeat([]byte{0xff}, page))
	must(t, os.WriteFile(path, data, 0o600))
	must(t, os.Chtimes(path, time.Time{}, before.ModTime()))
}

func stampedDiary(t *testing.T) string {
	t.Helper()
	path := diaryIn(t)
	d := open(t, path)
	_, err := d.Merge(t.Context(), record.Batch{Episodes: several(100, cramp)})
	must(t, err)
	closed(t, d)
	return path
}

// TestWhatIsStampedIsNotReadAgain, until something in it is found damaged.
func TestWhatIsStampedIsNotReadAgain(t *testing.T) {
	t.Parallel()
	path := stampedDiary(t)
	spoil(t, path)
	d := open(t, path)
	equal(t, "the notice", d.Notice(), "")
	var fault error
	for _, err := range d.Episodes(t.Context(), record.Span{}, false) {
		if err != nil {
			fault = err
		}
	}
	plain(t, fault, "damaged", "start uncramp again")
	closed(t, d)
	d = open(t, path)
	if !strings.Contains(d.Notice(), "damaged-1") {
		t.Errorf("the notice is %q", d.Notice())
	}
}

// TestDamageStays when one who opened the diary before closes it after.
func TestDamageStays(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("Windows lets nobody write into the lock's file while it is locked; the damage is found again there")
	}
	for name, unstamped := range map[string]bool{"of what was stamped": false, "of what was read when it was opened": true} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := stampedDiary(t)
			if unstamped {
				must(t, os.Remove(lockPath(path)))
			}
			d, other := open(t, path), open(t, path)
			d.damaged.Store(true)
			closed(t, d)
			closed(t, other)
			if readStamp(path).holds(path, evening) {
				t.Error("it is stamped again")
			}
			closed(t, open(t, path))
			if !readStamp(path).holds(path, evening) {
				t.Error("it is not stamped after all of it was read")
			}
		})
	}
	path := stampedDiary(t)
	spoil(t, path)
	d, other := open(t, path), open(t, path)
	plain(t, errors.Join(slices.Collect(readAll(t.Context(), d))...), "damaged")
	closed(t, d)
	closed(t, other)
	if d = open(t, path); !strings.Contains(d.Notice(), "damaged-1") {
		t.Errorf("the notice is %q", d.Notice())
	}
}

// TestTheLastToCloseStamps, whoever closed before it.
func TestTheLastToCloseStamps(t *testing.T) {
	t.Parallel()
	path := stampedDiary(t)
	d, other := open(t, path), open(t, path)
	must(t, other.PutEpisode(t.Context(), cramp(200)))
	closed(t, d)
	closed(t, other)
	if !readStamp(path).holds(path, evening) {
		t.Error("it is not stamped")
	}
}

func TestAStampIsBroken(t *testing.T) {
	t.Parallel()
	for name, later := range map[string]func(t *testing.T, path string) (now time.Time){
		"after a week": func(*testing.T, string) time.Time { return evening.AddDate(0, 0, 8) },
		"by a clock that stands before it": func(*testing.T, string) time.Time {
			return evening.AddDate(0, 0, -1)
		},
		"by another time of the file": func(t *testing.T, path string) time.Time {
			must(t, os.Chtimes(path, time.Time{}, evening))
			return evening
		},
		"by a log": func(t *testing.T, path string) time.Time {
			must(t, os.WriteFile(path+"-wal", []byte("cut off"), 0o600))
			return evening
		},
		"without its text": func(t *testing.T, path string) time.Time {
			must(t, os.WriteFile(lockPath(path), []byte("{"), 0o600))
			return evening
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := stampedDiary(t)
			spoil(t, path)
			now := later(t, path)
			d, err := Open(t.Context(), path, func() time.Time { return now })
			must(t, err)
			t.Cleanup(func() { closed(t, d) })
			if !strings.Contains(d.Notice(), "damaged-1") {
				t.Errorf("the notice is %q", d.Notice())
			}
		})
	}
}
