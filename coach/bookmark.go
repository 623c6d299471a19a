package coach

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/adrg/xdg"
	"github.com/gofrs/flock"

	"uncramp/coach/private"
	"uncramp/coach/visit"
)

// stale is how old a bookmark may be to be gone on with.
const stale = 12 * time.Hour

// bookmarks keep the routine that is being followed, kept so that it can be gone on
// with after a crash. The program that follows one holds the lock, so that
// another one neither offers nor overwrites it.
type bookmarks struct {
	path string
	lock *flock.Flock
}

func newBookmarks() *bookmarks {
	path := filepath.Join(xdg.StateHome, name, "session.json")
	return &bookmarks{path, flock.New(path + ".lock")}
}

// read returns where a routine stopped; nil if none did, or if another program
// is following it.
func (b *bookmarks) read() *visit.Bookmark {
	data, err := os.ReadFile(b.path)
	if err != nil {
		return nil
	}
	info, err := os.Stat(b.path)
	if err != nil || time.Since(info.ModTime()) > stale {
		return nil
	}
	if free, err := b.lock.TryLock(); err != nil || !free {
		return nil
	}
	var m visit.Bookmark
	if err := json.Unmarshal(data, &m); err != nil || m.Routine == "" {
		return nil
	}
	return &m
}

// keep writes where the routine stands; nil forgets it.
func (b *bookmarks) keep(m *visit.Bookmark) error {
	if err := os.MkdirAll(filepath.Dir(b.path), 0o700); err != nil {
		return fmt.Errorf("where you are can't be kept: %w", err)
	}
	if !b.lock.Locked() {
		if free, err := b.lock.TryLock(); err != nil || !free {
			return err // another program keeps its own
		}
	}
	if m == nil {
		if err := os.Remove(b.path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("where you were can't be forgotten: %w", err)
		}
		return nil
	}
	data, err := json.Marshal(m)
	if err != nil {
		return fmt.Errorf("where you are can't be kept: %w", err)
	}
	if err := private.Write(b.path, append(data, '\n')); err != nil {
		return fmt.Errorf("where you are can't be kept: %w", err)
	}
	return nil
}
