// Package state keeps what the program has to know the next time it runs: what
// the latest check found, where the routine stands that is being followed, and that its
// first start was greeted.
package state

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"
	"unicode/utf8"

	"github.com/gofrs/flock"

	"uncramp/coach/private"
	"uncramp/coach/triage"
	"uncramp/coach/visit"
	"uncramp/coach/yamlfile"
	"uncramp/routines"
)

// The files of the folder.
const (
	findingFile  = "check.json"
	bookmarkFile = "session.json"
	faultFile    = "fault.log"
	greetedFile  = "greeted"
)

// maxAge is how old a bookmark may be to be gone on with.
const maxAge = 12 * time.Hour

// Folder is where the files stand. The program that follows a routine holds the
// lock of the bookmark, so that another one neither offers nor overwrites it.
// What the latest check found may stand in other places as well; see
// [Folder.KeepFinding]. Copies share what this program found.
type Folder struct {
	path   string
	lock   *flock.Flock
	places []place
	own    *ownFinding
	now    func() time.Time
	write  Writer
}

// Writer writes a file whole or not at all, in a folder that is there. It
// returns when the disk has it.
type Writer func(path string, data []byte) error

// In returns the folder of a path, by a wall clock. It is made when something is
// kept. Of the other folders, in which a finding is kept where it can't be in
// this one, those count that nobody else can write to.
func In(path string, others []string, now func() time.Time, write Writer) Folder {
	f := Folder{
		path: path, lock: lockOf(path, bookmarkFile), places: []place{{folder: path}},
		own: &ownFinding{read: map[int]triage.Finding{}}, now: now, write: write,
	}
	for _, other := range others {
		if other != path {
			f.places = append(f.places, place{folder: other, shared: true})
		}
	}
	return f
}

// Bookmark returns where a routine stopped; nil if none did in the last twelve
// hours, or if another program is following it.
func (f Folder) Bookmark(now time.Time) *visit.Bookmark {
	info, err := os.Stat(filepath.Join(f.path, bookmarkFile))
	if err != nil || now.Sub(info.ModTime()) > maxAge {
		return nil
	}
	if mine, err := tryLock(f.lock); err != nil || !mine {
		return nil
	}
	data, err := yamlfile.Load(os.DirFS(f.path), bookmarkFile)
	if err != nil {
		return nil
	}
	return parseBookmark(data)
}

// parseBookmark returns nil for what the program doesn't write.
func parseBookmark(data []byte) *visit.Bookmark {
	var b visit.Bookmark
	legs := []routines.Side{"", routines.Left, routines.Right, routines.Both}
	if !utf8.Valid(data) || json.Unmarshal(data, &b) != nil || b.Routine == "" || !slices.Contains(legs, b.Choice.Side) {
		return nil
	}
	return &b
}

// KeepBookmark keeps where the routine stands; nil forgets it. While another
// program follows one, it does nothing.
func (f Folder) KeepBookmark(b *visit.Bookmark) error {
	err := private.MakeFolder(f.path)
	mine := false
	if err == nil {
		mine, err = tryLock(f.lock)
	}
	switch {
	case err != nil || !mine:
	case b != nil:
		err = f.write(filepath.Join(f.path, bookmarkFile), marshal(b))
	default:
		err = os.RemoveAll(filepath.Join(f.path, bookmarkFile)) // there may be none
	}
	if err != nil {
		return fmt.Errorf("where the routine stands can't be kept: %w", private.Explain(err))
	}
	return nil
}

// Greeted reports whether the person was told what is told at the first start, as far
// as can be seen.
func (f Folder) Greeted() bool {
	_, err := os.Lstat(filepath.Join(f.path, greetedFile))
	return !errors.Is(err, fs.ErrNotExist)
}

// KeepGreeted keeps that she was.
func (f Folder) KeepGreeted() error {
	err := private.MakeFolder(f.path)
	if err == nil {
		err = f.write(filepath.Join(f.path, greetedFile), nil)
	}
	return err
}

// KeepFault keeps the details of a fault of the program, and returns what to do
// about it.
func (f Folder) KeepFault(details []byte) string {
	path := filepath.Join(f.path, faultFile)
	if private.MakeFolder(f.path) != nil || private.Write(path, details) != nil {
		return "please report it"
	}
	return "please report it with " + path
}

// lockOf is the lock of a file.
func lockOf(folder, name string) *flock.Flock { return flock.New(filepath.Join(folder, name+".lock")) }

// tryLock takes a lock, unless another program has it. What is no ordinary file
// is not opened, for that may wait without end.
func tryLock(lock *flock.Flock) (mine bool, err error) {
	if err := private.CheckPlace(lock.Path()); err != nil {
		return false, err
	}
	return lock.TryLock()
}

// marshal is a value in a line of JSON.
func marshal(what any) []byte {
	data, _ := json.Marshal(what) // each of ours has a JSON form
	return append(data, '\n')
}
