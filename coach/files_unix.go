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
func checkFiles() error {
	var opened []int
	for range neededFiles {
		if fd, err := syscall.Dup(syscall.Stderr); err == nil {
			opened = append(opened, fd)
		}
	}
	for _, fd := range opened {
		_ = syscall.Close(fd) // nothing was written to it
	}
	if len(opened) < neededFiles {
		return errors.New(fewFiles)
	}
	return nil
}
