package state

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"time"

	"uncramp/coach/private"
	"uncramp/coach/text"
	"uncramp/coach/triage"
	"uncramp/coach/yamlfile"
)

// place is a folder in which a finding may stand.
type place struct {
	folder string
	shared bool // it lies among other people's folders: it counts only if it is this person's alone
}

func (p place) path() string { return filepath.Join(p.folder, findingFile) }

// read returns the finding that stands in a place; the zero value where there is
// none. One that is there and can't be read is unreadable since it was changed.
func (p place) read() triage.Finding {
	if p.shared && private.CheckFolder(p.folder) != nil {
		return triage.Finding{}
	}
	there, err := os.Lstat(p.path())
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) || errors.Is(err, syscall.ELOOP) { // there is no such folder
		return triage.Finding{}
	}
	data, err := yamlfile.Load(os.DirFS(p.folder), findingFile)
	found, whole := parse(data)
	switch {
	case err == nil && whole:
		return found
	case err == nil:
		err = errDamaged
	case errors.Is(err, private.ErrIrregular):
		err = errNoFile
	case errors.Is(err, fs.ErrPermission):
		err = errForbidden
	case errors.Is(err, fs.ErrNotExist) && there != nil && there.Mode()&fs.ModeSymlink != 0:
		err = errNoTarget
	case errors.Is(err, fs.ErrNotExist): // it was put aside meanwhile
		return triage.Finding{}
	}
	unreadable := p.unreadable(err)
	if there != nil {
		unreadable.At = there.ModTime()
	}
	return unreadable
}

// unreadable is what stands in a place while it can't be read.
func (p place) unreadable(err error) triage.Finding {
	return triage.Finding{Level: triage.Unreadable, Fault: text.Clean(fmt.Sprintf("%s: %v", p.path(), err))}
}

// parse reads a finding. It is whole only as the program writes it, to the byte:
// of two findings in one file, or of half of one, nobody knows which was meant.
func parse(data []byte) (found triage.Finding, whole bool) {
	if json.Unmarshal(data, &found) != nil || !bytes.Equal(append(bytes.TrimSpace(data), '\n'), marshal(found)) {
		return triage.Finding{}, false
	}
	known := found.Level == triage.Clear && len(found.Yes) == 0 ||
		slices.ContainsFunc(triage.Groups(), func(g triage.Group) bool { return g.Level == found.Level })
	if !known {
		return triage.Finding{}, false
	}
	return found, true
}

// lockInterval is how long to wait before a lock is tried again.
const lockInterval = 20 * time.Millisecond

// keep keeps a finding in a place, unless another one that stands there holds
// over it.
func (p place) keep(ctx context.Context, found triage.Finding, now time.Time, write Writer) error {
	if err := p.open(); err != nil {
		return err
	}
	unlock, err := p.acquire(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	there := p.read()
	if holds := triage.Latest(now, there, found); !holds.At.Equal(found.At) || holds.Level != found.Level {
		return nil
	}
	if there.Level == triage.Unreadable {
		if err := putAside(p.path()); err != nil {
			return err
		}
	}
	return write(p.path(), marshal(found))
}

// open makes the folder, if it is not there.
func (p place) open() error {
	if !p.shared {
		return private.MakeFolder(p.folder)
	}
	if err := os.Mkdir(p.folder, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return private.CheckFolder(p.folder)
}

// acquire takes the lock of the finding. What can't be one is put aside; where
// there are no locks, it does without.
func (p place) acquire(ctx context.Context) (unlock func(), err error) {
	lock := lockOf(p.folder, findingFile)
	mine, err := tryLock(lock)
	if errors.Is(err, private.ErrIrregular) || errors.Is(err, fs.ErrPermission) {
		_ = putAside(lock.Path()) // where it can't be, nor can the finding be written
		mine, err = tryLock(lock)
	}
	for ; err == nil && !mine; mine, err = tryLock(lock) {
		select {
		case <-ctx.Done():
			return nil, errBusy
		case <-time.After(lockInterval):
		}
	}
	return func() { _ = lock.Unlock() }, nil
}

// putAside gives what can't be read another name.
func putAside(path string) error {
	for n := 1; ; n++ {
		aside := fmt.Sprintf("%s.unreadable-%d", path, n)
		if _, err := os.Lstat(aside); errors.Is(err, fs.ErrNotExist) {
			return os.Rename(path, aside)
		} else if err != nil {
			return err
		}
	}
}
