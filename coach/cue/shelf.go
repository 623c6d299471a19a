package cue

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"

	"github.com/natefinch/atomic"
)

// shelfRoom is how many bytes of files are kept.
const shelfRoom = 20 << 20

// shelf is a folder of sounds, each a WAV file named by its key.
type shelf struct{ folder string }

func (s shelf) file(key string) string { return filepath.Join(s.folder, key+".wav") }

// get returns a sound that was put there; false too if its file is damaged.
func (s shelf) get(key string) (Sound, bool) {
	sound, err := readSound(s.file(key))
	return sound, err == nil
}

// put keeps a sound. The oldest go where there is no room for all.
func (s shelf) put(key string, sound Sound) error {
	if err := os.MkdirAll(s.folder, 0o700); err != nil {
		return fmt.Errorf("speech can't be kept: %w", err)
	}
	// A damaged file would hand on its permissions to the one that replaces it.
	if err := os.Remove(s.file(key)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("damaged speech can't be replaced: %w", err)
	}
	if err := atomic.WriteFile(s.file(key), bytes.NewReader(encodeWAV(sound))); err != nil {
		return fmt.Errorf("speech can't be kept in %s: %w", s.folder, err)
	}
	return s.tidy()
}

// shelved are our own files, what a write that was cut off left behind
// included. Nothing else is ever removed.
var shelved = regexp.MustCompile(`^[0-9a-f]{64}\.wav[0-9]*$`)

func (s shelf) tidy() error {
	entries, err := os.ReadDir(s.folder)
	if err != nil {
		return fmt.Errorf("kept speech can't be listed: %w", err)
	}
	var files []fs.FileInfo
	size := int64(0)
	for _, e := range entries {
		info, err := e.Info()
		if err != nil || !shelved.MatchString(e.Name()) {
			continue
		}
		files = append(files, info)
		size += info.Size()
	}
	slices.SortFunc(files, func(a, b fs.FileInfo) int {
		return cmp.Or(a.ModTime().Compare(b.ModTime()), cmp.Compare(a.Name(), b.Name()))
	})
	for _, f := range files {
		if size <= shelfRoom {
			break
		}
		if err := os.Remove(filepath.Join(s.folder, f.Name())); err != nil {
			return fmt.Errorf("old speech can't be removed: %w", err)
		}
		size -= f.Size()
	}
	return nil
}

// readSound reads a WAV file that somebody else may have written.
func readSound(file string) (Sound, error) {
	info, err := os.Lstat(file)
	if err != nil {
		return nil, fmt.Errorf("no sound: %w", err)
	}
	if !info.Mode().IsRegular() || info.Size() > mostOutput {
		return nil, fmt.Errorf("%s is no sound: not a file of %d MB at most", file, mostOutput>>20)
	}
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("no sound: %w", err)
	}
	sound, err := decodeWAV(b)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	if len(sound) == 0 {
		return nil, fmt.Errorf("%s: no sound in it", file)
	}
	return sound, nil
}
