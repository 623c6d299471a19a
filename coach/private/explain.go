package private

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"syscall"
)

// Explain returns an error in which our words, with what to do, stand for those of the
// system; one that says nothing of a system stays. The file's path goes before them,
// where the system named it. It is nil for none.
func Explain(err error) error {
	for _, f := range faults {
		if errors.Is(common(err), f.of) {
			return explain(err, f.said)
		}
	}
	return err
}

func explain(err error, said string) error {
	var file *fs.PathError
	var files *os.LinkError
	var call *os.SyscallError
	var number syscall.Errno
	switch {
	case errors.As(err, &file):
		return Reword(err, file, file.Path+": "+said)
	case errors.As(err, &files):
		return Reword(err, files, files.New+": "+said)
	case errors.As(err, &call):
		return Reword(err, call, said)
	case errors.As(err, &number):
		return Reword(err, number, said)
	}
	return err
}

// Reword returns an error that reads as err does, but for what a part of it says.
func Reword(err, part error, said string) error {
	return rewordedError{strings.ReplaceAll(err.Error(), part.Error(), said), err}
}

type rewordedError struct {
	said string
	of   error
}

func (r rewordedError) Error() string { return r.said }

// Unwrap returns the error as it was said at first.
func (r rewordedError) Unwrap() error { return r.of }

// MakeFolder makes a folder for its owner alone, and those that it is in, unless it is
// there.
func MakeFolder(path string) error {
	err := os.MkdirAll(path, 0o700)
	if errors.Is(err, fs.ErrExist) {
		return explain(err, linkOfFolder)
	}
	return Explain(err)
}
