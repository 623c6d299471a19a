package private

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"time"

	"github.com/gofrs/flock"
	"github.com/natefinch/atomic"
)

// Temp is a file that is to take another one's place, or was made for a while.
// It stands beside that, and is locked as long as it is needed, so that what a
// process leaves behind that was killed is known by the lock that nobody has.
type Temp struct {
	*os.File
	lock *flock.Flock
}

// tempName is what every temporary file of ours is called, and what SQLite puts
// beside one.
var tempName = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\.uncramp-[0-9]+((?:-wal|-shm|-journal)?)$`)
})

// NewTemp makes a temporary file beside a path, for its owner alone. Files that
// nobody needs any more are swept from there first. An error doesn't name the file.
func NewTemp(path string) (t *Temp, err error) {
	Sweep(filepath.Dir(path))
	name := "." + filepath.Base(path) + ".uncramp-*"
	if len(name) > maxName {
		name = ".uncramp-*"
	}
	for tries := 0; tries < 10; tries++ { // one may be swept before it is locked
		f, err := os.CreateTemp(filepath.Dir(path), name)
		if err != nil {
			return nil, bare(err)
		}
		t = &Temp{f, flock.New(f.Name())}
		if t.hold() && t.stands() {
			return t, nil
		}
		t.Discard()
	}
	return nil, errSwept
}

// maxName is how long a name may be that gets some more digits, and an ending of
// SQLite's.
const maxName = 200

var errSwept = errors.New("its temporary file was taken away; try again")

// hold locks the file, unless who sweeps has it. Some disks know no locks: what is
// left behind there stays. Windows would keep others from reading the file, and
// takes none away that is open.
func (t *Temp) hold() bool {
	if runtime.GOOS == "windows" {
		return true
	}
	mine, err := t.lock.TryLock()
	return mine || err != nil
}

// stands reports whether the file has its name still.
func (t *Temp) stands() bool {
	there, err := os.Lstat(t.Name())
	mine, errMine := t.Stat()
	return err == nil && errMine == nil && os.SameFile(there, mine)
}

// Replace puts the file in the place of another one, or where none is, when the
// disk has it. An error doesn't name the file.
func (t *Temp) Replace(path string) error {
	err := errors.Join(t.Sync(), t.Close())
	if err == nil {
		err = patiently(replaceTimeout, isHeld, func() error { return atomic.ReplaceFile(t.Name(), path) })
	}
	if err == nil {
		SyncFolder(path)
	}
	return bare(err)
}

// replaceTimeout is how long a file that is to be replaced may be held by another program.
const replaceTimeout = time.Second

// SyncFolder has a new name of a file survive a power cut. Systems that can't do
// that for folders say so, and nothing is to be done about it.
func SyncFolder(path string) {
	folder, err := os.Open(filepath.Dir(path))
	if err != nil {
		return
	}
	_ = folder.Sync()
	_ = folder.Close()
}

// Discard takes the file away, if it has not replaced another, and lets go of it.
func (t *Temp) Discard() {
	_ = t.Close() // it may be closed
	_ = t.lock.Close()
	remove(t.Name())
}

// remove takes a temporary file away with what SQLite put beside it.
func remove(name string) {
	for _, part := range []string{"", "-wal", "-shm", "-journal"} {
		_ = os.Remove(name + part) // it may be gone, or never have been
	}
}

// Sweep takes away the temporary files in a folder that a process which was killed
// has left behind. What can't be taken away stays.
func Sweep(folder string) {
	entries, _ := os.ReadDir(folder) // without a list nothing goes
	for _, e := range entries {
		if part := tempName().FindStringSubmatch(e.Name()); part != nil && e.Type().IsRegular() {
			sweep(filepath.Join(folder, strings.TrimSuffix(e.Name(), part[1])))
		}
	}
}

// sweep takes a temporary file away unless somebody needs it, which its lock tells. On
// Windows nobody can take away what somebody has open, be it for a lock.
func sweep(name string) {
	if runtime.GOOS == "windows" {
		if err := os.Remove(name); err == nil || errors.Is(err, os.ErrNotExist) {
			remove(name)
		}
		return
	}
	lock := flock.New(name, flock.SetFlag(os.O_RDONLY))
	mine, err := lock.TryLock()
	if mine || errors.Is(err, os.ErrNotExist) {
		remove(name)
	}
	_ = lock.Close()
}
