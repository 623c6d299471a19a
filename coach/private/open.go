package private

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"time"
)

var (
	// ErrIrregular says that something stands in a file's place that is none, such as
	// a folder, a pipe or a device.
	ErrIrregular = errors.New("it is no ordinary file; move it away")
	// ErrTooLarge says that a file has more bytes than it can have.
	ErrTooLarge = errors.New("it is too large; move it away")
)

// Open opens a file to be read. What is no ordinary file is not opened, for that
// may wait without end; the error wraps [ErrIrregular].
func Open(path string) (f *os.File, err error) {
	err = patiently(readTimeout, isHeld, func() error {
		if err := check(os.Stat(path)); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		f, err = os.Open(path)
		return err
	})
	return f, err
}

// readTimeout is how long a file that is to be read may be held by another program: not
// so long that relief waits.
const readTimeout = 100 * time.Millisecond

// OpenIn is [Open] for a file of a folder, or of files that the program carries.
func OpenIn(files fs.FS, name string) (f fs.File, err error) {
	err = patiently(readTimeout, isHeld, func() error {
		if err := check(fs.Stat(files, name)); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		f, err = files.Open(name)
		return err
	})
	return f, err
}

// Read reads a file of so many bytes at most; the error of a longer one wraps
// [ErrTooLarge].
func Read(path string, most int64) ([]byte, error) {
	f, err := Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // it was only read
	data, err := io.ReadAll(io.LimitReader(f, most+1))
	if err == nil && int64(len(data)) > most {
		return nil, fmt.Errorf("%s: %w", path, ErrTooLarge)
	}
	return data, err
}

// CheckPlace says why what stands at a path can't be opened as a file, with an
// error that wraps [ErrIrregular]. Where nothing stands, one can be made. It is
// for who opens it in ways of his own, to lock it or to write to it.
func CheckPlace(path string) error {
	err := check(os.Stat(path))
	if err == nil || errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return fmt.Errorf("%s: %w", path, err)
}

// check says why what was looked at can't be opened as a file.
func check(info fs.FileInfo, err error) error {
	switch {
	case errors.Is(err, fs.ErrInvalid): // a device's name, of which a folder of files has none
		return ErrIrregular
	case err != nil:
		return bare(err)
	case !info.Mode().IsRegular():
		return ErrIrregular
	}
	return nil
}

// bare is what went wrong with a file, without the file.
func bare(err error) error {
	var file *fs.PathError
	var files *os.LinkError
	switch {
	case errors.As(err, &file):
		return file.Err
	case errors.As(err, &files):
		return files.Err
	}
	return err
}
