// Package private opens the files of a person, and writes them for her eyes alone.
//
// Its contract: it is the one door to files that may be anything. Opening one
// never waits, and reading one takes no more memory than is allowed.
package private

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Write writes a file whole or not at all, readable by its owner alone; where a
// link stands, it writes what that links to, which must be there. It takes the
// place of files only, and its folder must be there. The error says what to do.
func Write(path string, data []byte) error {
	return WriteBy(path, all(data))
}

// all writes so many bytes.
func all(data []byte) func(f *os.File) error {
	return func(f *os.File) error {
		_, err := f.Write(data)
		return err
	}
}

// Replace writes a file as [Write] does, but takes the place of a link that stands there.
func Replace(path string, data []byte) error {
	if !isLink(path) {
		return Write(path, data)
	}
	return replace(path, all(data))
}

// WriteBy writes a file as [Write] does, piece by piece: what write puts into a file
// beside it takes its place when write is done. If that fails, nothing is left of it.
func WriteBy(path string, write func(f *os.File) error) error {
	target, err := filepath.EvalSymlinks(path)
	switch {
	case err == nil:
		path = target
	case isLink(path):
		return fmt.Errorf("%s is a link that leads nowhere; make the file it links to, or take the link away", path)
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if _, err := os.Stat(filepath.Dir(path)); errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("there is no folder %s; make it first", filepath.Dir(path))
		}
	case err != nil:
		return Explain(err)
	case info.IsDir():
		return fmt.Errorf("%s is a folder; name a file in it", path)
	case !info.Mode().IsRegular():
		return fmt.Errorf("%s is no ordinary file; name another", path)
	}
	return replace(path, write)
}

// replace puts what is written in the place of a file, or where none is.
func replace(path string, write func(f *os.File) error) error {
	t, err := NewTemp(path)
	if err == nil {
		defer t.Discard()
		err = write(t.File)
	}
	if err == nil {
		err = t.Replace(path)
	}
	if err != nil {
		return Explain(fmt.Errorf("%s: %w", path, bare(err)))
	}
	return nil
}

// CheckFolder says why a folder is not one that its owner, this person, alone can
// read and write.
func CheckFolder(path string) error {
	info, err := os.Lstat(path)
	switch {
	case err != nil:
		return err
	case !info.IsDir() || !belongsToUser(info) || info.Mode().Perm()&others != 0:
		return fmt.Errorf("%s is not a folder of yours alone", path)
	}
	return nil
}

func isLink(path string) bool {
	info, err := os.Lstat(path)
	return err == nil && info.Mode()&fs.ModeSymlink != 0
}
