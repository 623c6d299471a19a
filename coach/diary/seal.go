package diary

import (
	"encoding/json"
	"hash/crc32"
	"io"
	"os"
	"time"
)

// Reading all of a large diary to see that it is sound takes longer than
// showing it. So whoever closes one seals it: what the file looked like, and
// when all of it was last read. A file that still looks so is not read again,
// for some days. The seal stands in the lock's file, which has no other use.

// sealed is how long a seal is trusted: disks fail without a change of the file.
const sealed = 7 * 24 * time.Hour

// seal is what a file looked like when its last user closed it.
type seal struct {
	Size     int64     `json:"size"`
	Modified time.Time `json:"modified"`
	Start    uint32    `json:"start"`   // of the file, where SQLite counts its changes
	Checked  time.Time `json:"checked"` // all of it
}

// sealOf looks at a file. One with a log was not closed by its last user, and
// has no seal.
func sealOf(path string, checked time.Time) (seal, bool) {
	const header = 100
	f, err := os.Open(path)
	if err != nil || logged(path) {
		return seal{}, false
	}
	defer func() { _ = f.Close() }() // it was only read
	start := make([]byte, header)
	info, err := f.Stat()
	if err == nil {
		_, err = io.ReadFull(f, start)
	}
	if err != nil {
		return seal{}, false
	}
	return seal{info.Size(), info.ModTime().UTC(), crc32.ChecksumIEEE(start), checked.UTC()}, true
}

// trusted returns when a file was last checked, and whether it is as it was
// left since, and the check not too old.
func trusted(path string, now time.Time) (checked time.Time, ok bool) {
	var kept seal
	text, err := os.ReadFile(lockOf(path))
	if err != nil || json.Unmarshal(text, &kept) != nil {
		return time.Time{}, false
	}
	found, ok := sealOf(path, kept.Checked)
	age := now.Sub(kept.Checked)
	return kept.Checked, ok && found == kept && age >= 0 && age < sealed
}

// sealUp seals a file. Without a seal it is read again, no more.
func sealUp(path string, checked time.Time) {
	s, ok := sealOf(path, checked)
	if !ok {
		return
	}
	if text, err := json.Marshal(s); err == nil {
		_ = os.WriteFile(lockOf(path), text, 0o600)
	}
}

// unseal has a file read when it is opened next.
func unseal(path string) { _ = os.Truncate(lockOf(path), 0) }

func lockOf(path string) string { return path + ".lock" }
