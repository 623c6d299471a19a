package syncfolder

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"

	"uncramp/coach/diary/exchange"
	"uncramp/coach/private"
)

// write writes the diary into this device's own file, whole or not at all, and reports
// whether it had to: a file that says the same stays, so that nothing carries it.
func (s Sync) write(path string) (written bool, err error) {
	there, err := sumOf(path)
	if err != nil {
		return false, fmt.Errorf(notWritten, err)
	}
	now := sha256.New()
	if err := s.Journal.Export(now, exchange.JSON); err != nil {
		return false, fmt.Errorf(notWritten, err)
	}
	if bytes.Equal(there, now.Sum(nil)) {
		return false, nil
	}
	err = private.WriteBy(path, func(f *os.File) error { return s.Journal.Export(f, exchange.JSON) })
	if err != nil {
		return false, fmt.Errorf(notWritten, err)
	}
	return true, nil
}

// sumOf is the check sum of a file; nil where none is there. What is no file, or a link,
// is not written to.
func sumOf(path string) ([]byte, error) {
	f, err := open(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case errors.Is(err, private.ErrTooLarge): // it is written anew
		return nil, nil
	case err != nil:
		return nil, err
	}
	defer func() { _ = f.Close() }() // it was only read
	sum := sha256.New()
	_, err = io.Copy(sum, f)
	return sum.Sum(nil), err
}

// checkFolder says why a folder is none, and what to do.
func checkFolder(path string) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf(noFolder, path)
	case err != nil:
		return private.Explain(err)
	case !info.IsDir():
		return fmt.Errorf(isNoFolder, path)
	}
	return nil
}

const (
	lockTimeout = 5 * time.Second
	retryAfter  = 20 * time.Millisecond
)

// alone does something while nobody else on this machine does the same. Where the disk
// knows no locks it is done all the same: two at once lose nothing.
func alone(path string, do func() error) error {
	if err := errors.Join(private.MakeFolder(filepath.Dir(path)), private.CheckPlace(path)); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(context.Background(), lockTimeout)
	defer cancel()
	lock := flock.New(path, flock.SetPermissions(0o600))
	defer func() { _ = lock.Close() }() // nothing of it is needed
	if _, err := lock.TryLockContext(ctx, retryAfter); errors.Is(err, context.DeadlineExceeded) {
		return errors.New(inUse)
	}
	return do()
}
