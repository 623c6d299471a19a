package diary

import (
	"encoding/json"
	"os"
	"time"
)

// Reading all of a large diary to see that it is sound takes longer than
// showing it. So whoever closes one seals it: what the file looked like, and
// when all of it was last read. A file that still looks so is not read again,
// for some days. The seal stands in the lock's file, which has no other use.
//
// Nothing here opens the diary itself: see [private]. Nothing here fails,
// either: without a seal the diary is read again, no more. The seal is written
// after the lock was let go of, as Windows wants it.

// sealed is how long a seal is trusted: disks fail without a change of the file.
const sealed = 7 * 24 * time.Hour

// seal is what a file looked like when its last user closed it.
type seal struct {
	Size     int64     `json:"size"`
	Modified time.Time `json:"modified"`
	Checked  time.Time `json:"checked"` // all of it
	Doubts   int       `json:"doubts"`  // how often something in it was found damaged
}

// sealOf reads the seal of a file; without one it is empty.
func sealOf(path string) (s seal) {
	text, err := os.ReadFile(lockOf(path))
	if err != nil || json.Unmarshal(text, &s) != nil {
		return seal{}
	}
	return s
}

// holds reports whether a file is as it was left, and the check not too old. One
// with a log was not closed by its last user.
func (s seal) holds(path string, now time.Time) bool {
	info, err := os.Stat(path)
	age := now.Sub(s.Checked)
	return err == nil && !logged(path) && info.Size() == s.Size && info.ModTime().Equal(s.Modified) && age >= 0 && age < sealed
}

// renew seals a file that had this seal when it was opened, unless somebody
// found it damaged since, or didn't finish writing another seal.
func (s seal) renew(path string, checked time.Time) {
	kept := sealOf(path)
	info, err := os.Stat(path)
	if err != nil || logged(path) || kept.Doubts != s.Doubts || kept.Checked.Before(s.Checked) {
		return
	}
	seal{info.Size(), info.ModTime().UTC(), checked.UTC(), s.Doubts}.write(path)
}

// unseal has a file read when it is opened next, and keeps those who opened it
// before from sealing it.
func unseal(path string) { seal{Doubts: sealOf(path).Doubts + 1}.write(path) }

func (s seal) write(path string) {
	if text, err := json.Marshal(s); err == nil {
		_ = os.WriteFile(lockOf(path), text, 0o600)
	}
}

func lockOf(path string) string { return path + ".lock" }
