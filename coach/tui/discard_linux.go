package tui

import (
	"os"

	"golang.org/x/sys/unix"
)

// discard takes back output that the terminal has not read, so that what
// follows has room.
func discard(f *os.File) { _ = unix.IoctlSetInt(int(f.Fd()), unix.TCFLSH, unix.TCOFLUSH) }
