package audio

import (
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"

	"uncramp/coach/private"
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

// put keeps a sound. The oldest go where there is no room for all. What can't be
// kept is made anew the next time.
func (f folder) put(key string, sound Sound) {
	if os.MkdirAll(f.path, 0o700) != nil {
		return
	}
	_ = os.Remove(f.file(key)) // a damaged file, or what stands in its place
	if private.Write(f.file(key), encodeWAV(sound)) == nil {
		f.prune()
	}
}

// ownFile matches the names of our own files, what a write that was cut off
// left behind included. Nothing else is ever removed.
var ownFile = regexp.MustCompile(`^[0-9a-f]{64}\.wav[0-9]*$`)

// prune removes the oldest files until there is room for all.
func (f folder) prune() {
	entries, _ := os.ReadDir(f.path) // without a list nothing goes
	var files []fs.FileInfo
	size := int64(0)
	for _, e := range entries {
		if info, err := e.Info(); err == nil && ownFile.MatchString(e.Name()) {
			files = append(files, info)
			size += info.Size()
		}
	}
	slices.SortFunc(files, func(a, b fs.FileInfo) int {
		return cmp.Or(a.ModTime().Compare(b.ModTime()), cmp.Compare(a.Name(), b.Name()))
	})
	for _, old := range files {
		if size > maxFolder && os.Remove(filepath.Join(f.path, old.Name())) == nil {
			size -= old.Size()
		}
	}
}

// maxSoundFile is more bytes than a sound has in a file.
const maxSoundFile = 16 << 20

// readSound reads a WAV file that somebody else may have written.
func readSound(file string) (Sound, error) {
	info, err := os.Lstat(file)
	if err != nil {
		return nil, fmt.Errorf(noSound, err)
	}
	if !info.Mode().IsRegular() || info.Size() > maxSoundFile {
		return nil, fmt.Errorf(notASound, file, maxSoundFile>>20)
	}
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf(noSound, err)
	}
	sound, err := decodeWAV(b)
	if err == nil && len(sound) == 0 {
		err = errEmpty
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return sound, nil
}
