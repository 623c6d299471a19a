// Package state keeps what the program has to know the next time it runs: what
// the latest check found, and where the routine stands that is being followed.
package state

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"

	"uncramp/coach/private"
	"uncramp/coach/triage"
	"uncramp/coach/visit"
)

// The files of the folder.
const (
	findingFile  = "check.json"
	bookmarkFile = "session.json"
	faultFile    = "fault.log"
)

// maxAge is how old a bookmark may be to be gone on with.
const maxAge = 12 * time.Hour

// Folder is where the files stand. The program that follows a routine holds the
// lock of the bookmark, so that another one neither offers nor overwrites it.
type Folder struct {
	path string
	lock *flock.Flock
}

// In returns the folder of a path. It is made when something is kept.
func In(path string) Folder {
	return Folder{path, flock.New(filepath.Join(path, bookmarkFile+".lock"))}
}

// Finding returns what the latest check found; it holds until the check is taken
// again. Without one, or where the file can't be read, nothing is known, and
// nothing stands in the way of relief.
func (f Folder) Finding() (latest triage.Finding) {
	if f.read(findingFile, &latest) != nil {
		return triage.Finding{}
	}
	return latest
}

// KeepFinding keeps what a check found.
func (f Folder) KeepFinding(latest triage.Finding) error {
	if err := f.write(findingFile, latest); err != nil {
		return fmt.Errorf("the check holds only until you leave: %w", err)
	}
	return nil
}

// Bookmark returns where a routine stopped; nil if none did in the last twelve
// hours, or if another program is following it.
func (f Folder) Bookmark(now time.Time) *visit.Bookmark {
	info, err := os.Stat(filepath.Join(f.path, bookmarkFile))
	if err != nil || now.Sub(info.ModTime()) > maxAge {
		return nil
	}
	if mine, err := f.lock.TryLock(); err != nil || !mine {
		return nil
	}
	var b visit.Bookmark
	if f.read(bookmarkFile, &b) != nil || b.Routine == "" {
		return nil
	}
	return &b
}

// KeepBookmark keeps where the routine stands; nil forgets it. While another
// program follows one, it does nothing.
func (f Folder) KeepBookmark(b *visit.Bookmark) error {
	err := os.MkdirAll(f.path, 0o700)
	mine := false
	if err == nil {
		mine, err = f.lock.TryLock()
	}
	switch {
	case err != nil || !mine:
	case b != nil:
		err = f.write(bookmarkFile, b)
	default:
		err = os.RemoveAll(filepath.Join(f.path, bookmarkFile)) // there may be none
	}
	if err != nil {
		return fmt.Errorf("where the routine stands can't be kept: %w", err)
	}
	return nil
}

// KeepFault keeps the details of a fault of the program, and returns what to do
// about it.
func (f Folder) KeepFault(details []byte) string {
	path := filepath.Join(f.path, faultFile)
	if os.MkdirAll(f.path, 0o700) != nil || os.WriteFile(path, details, 0o600) != nil {
		return "please report it"
	}
	return "please report it with " + path
}

func (f Folder) read(name string, into any) error {
	data, err := os.ReadFile(filepath.Join(f.path, name))
	if err != nil {
		return err
	}
	return json.Unmarshal(data, into)
}

func (f Folder) write(name string, what any) error {
	data, err := json.Marshal(what)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(f.path, 0o700); err != nil {
		return err
	}
	return private.Write(filepath.Join(f.path, name), append(data, '\n'))
}
