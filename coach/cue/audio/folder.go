package audio

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

// maxFolder is how many bytes of files are kept.
const maxFolder = 20 << 20

// folder holds sounds, each a WAV file named by its key.
type folder struct{ path string }

func (f folder) file(key string) string { return filepath.Join(f.path, key+".wav") }

// get returns a sound that was put there; false too if its file is damaged.
func (f folder) get(key string) (Sound, bool) {
	sound, err := readSound(f.file(key))
	return sound, err == nil
}

// put keeps a sound. The oldest go where there is no room for all.
func (f folder) put(key string, sound Sound) error {
	if err := os.MkdirAll(f.path, 0o700); err != nil {
		return fmt.Errorf("speech can't be kept: %w", err)
	}
	// A damaged file would hand on its permissions to the one that replaces it.
	if err := os.Remove(f.file(key)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("damaged speech can't be replaced: %w", err)
	}
	if err := atomic.WriteFile(f.file(key), bytes.NewReader(encodeWAV(sound))); err != nil {
		return fmt.Errorf("speech can't be kept in %s: %w", f.path, err)
	}
	return f.prune()
}

// ownFile matches the names of our own files, what a write that was cut off left behind
// included. Nothing else is ever removed.
var ownFile = regexp.MustCompile(`^[0-9a-f]{64}\.wav[0-9]*$`)

// prune removes the oldest files until there is room for all.
func (f folder) prune() error {
	entries, err := os.ReadDir(f.path)
	if err != nil {
		return fmt.Errorf("kept speech can't be listed: %w", err)
	}
	var files []fs.FileInfo
	size := int64(0)
	for _, e := range entries {
		info, err := e.Info()
		if err != nil || !ownFile.MatchString(e.Name()) {
			continue
		}
		files = append(files, info)
		size += info.Size()
	}
	slices.SortFunc(files, func(a, b fs.FileInfo) int {
		return cmp.Or(a.ModTime().Compare(b.ModTime()), cmp.Compare(a.Name(), b.Name()))
	})
	for _, old := range files {
		if size <= maxFolder {
			break
		}
		if err := os.Remove(filepath.Join(f.path, old.Name())); err != nil {
			return fmt.Errorf("old speech can't be removed: %w", err)
		}
		size -= old.Size()
	}
	return nil
}

// maxSoundFile is more bytes than a sound has in a file.
const maxSoundFile = 16 << 20

// readSound reads a WAV file that somebody else may have written.
func readSound(file string) (Sound, error) {
	info, err := os.Lstat(file)
	if err != nil {
		return nil, fmt.Errorf("no sound: %w", err)
	}
	if !info.Mode().IsRegular() || info.Size() > maxSoundFile {
		return nil, fmt.Errorf("%s is no sound: not a file of %d MB at most", file, maxSoundFile>>20)
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
