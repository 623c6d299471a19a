package term

import (
	"os"

	"golang.org/x/sys/unix"
)

// discard takes back output that the terminal has not read, so that what
// follows has room. The flush alone does not wake a write that waits for room;
// setting the terminal, to what it is set to, does.
func discard(f *os.File) {
	fd := int(f.Fd())
	_ = unix.IoctlSetInt(fd, unix.TCFLSH, unix.TCOFLUSH)
	if settings, err := unix.IoctlGetTermios(fd, unix.TCGETS); err == nil {
		_ = unix.IoctlSetTermios(fd, unix.TCSETS, settings)
	}
}
