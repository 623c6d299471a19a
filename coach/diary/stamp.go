package diary

import (
	"encoding/json"
	"os"
	"time"

	"uncramp/coach/private"
)

// Reading all of a large diary to see that it is whole takes longer than
// showing it. So whoever closes one writes a stamp: what the file looked like,
// and when all of it was last read. A file that still looks so is not read
// again, for some days. The stamp stands in the lock's file, which has no other
// use.
//
// Nothing here opens the diary itself: see [ensureFile]. Nothing here fails,
// either: without a stamp the diary is read again, no more. The stamp is written
// after the lock was let go of, as Windows wants it.

// stampLifetime is how long a stamp is trusted: disks fail without a change of
// the file.
const stampLifetime = 7 * 24 * time.Hour

// maxStamp is more bytes than any stamp has.
const maxStamp = 4 << 10

// stamp is what a file looked like when its last user closed it.
type stamp struct {
	Size     int64     `json:"size"`
	Modified time.Time `json:"modified"`
	Checked  time.Time `json:"checked"` // all of it
	Damages  int       `json:"doubts"`  // how often something in it was found damaged
}

// readStamp returns the stamp of a file; without one it is empty.
func readStamp(path string) (s stamp) {
	text, err := private.Read(lockPath(path), maxStamp)
	if err != nil || json.Unmarshal(text, &s) != nil {
		return stamp{}
	}
	return s
}

// holds reports whether a file is as it was left, and the check not too old. One
// with a log was not closed by its last user.
func (s stamp) holds(path string, now time.Time) bool {
	info, err := os.Stat(path)
	age := now.Sub(s.Checked)
	return err == nil && !hasLog(path) && info.Size() == s.Size && info.ModTime().Equal(s.Modified) && age >= 0 && age < stampLifetime
}

// renew stamps a file that had this stamp when it was opened, unless somebody
// found it damaged since, or didn't finish writing another stamp.
func (s stamp) renew(path string, checked time.Time) {
	kept := readStamp(path)
	info, err := os.Stat(path)
	if err != nil || hasLog(path) || kept.Damages != s.Damages || kept.Checked.Before(s.Checked) {
		return
	}
	stamp{info.Size(), info.ModTime().UTC(), checked.UTC(), s.Damages}.write(path)
}

// revokeStamp has a file read when it is opened next, and keeps those who opened
// it before from stamping it.
func revokeStamp(path string) { stamp{Damages: readStamp(path).Damages + 1}.write(path) }

func (s stamp) write(path string) {
	if text, err := json.Marshal(s); err == nil {
		_ = os.WriteFile(lockPath(path), text, 0o600)
	}
}

func lockPath(path string) string { return path + ".lock" }
