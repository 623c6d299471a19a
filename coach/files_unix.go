//go:build unix

package coach

import (
	"errors"
	"syscall"
)

// neededFiles is how many files have to be free for Go's runtime, and for a
// routine to be followed.
const neededFiles = 4

// checkFiles says that too few files may be open: Go's runtime would end the
// program with a page of its own.
func checkFiles() (err error) {
	for range neededFiles {
		fd, failed := syscall.Dup(2)
		if failed != nil {
			return errors.New(fewFiles)
		}
		defer func() { _ = syscall.Close(fd) }() // nothing was written to it
	}
	return nil
}
