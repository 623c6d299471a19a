package term

import (
	"os"
	"os/signal"
	"unsafe"

	"golang.org/x/sys/unix"
)

// catchStops has the signal by which others ask the process to stop come to a
// channel, instead of stopping it with the terminal as it is.
func catchStops(asked chan<- os.Signal) { signal.Notify(asked, unix.SIGTSTP) }

// letStop has that signal stop the process, as it does by itself, until it is
// caught again. Go leaves its own handler in place when nobody listens any more,
// which takes the signal and does nothing.
func letStop() (catchAgain func()) {
	var byItself, caught action
	if !swap(&byItself, &caught) {
		return func() {}
	}
	return func() { swap(&caught, nil) }
}

// action is what the system does at a signal, with room to spare. Zero is what it
// does by itself.
type action [8]uint64

// swap gives the signal an action and returns the one before; false: it can't.
func swap(to, before *action) bool {
	const setSize = 8 // bytes of a set of signals
	_, _, errno := unix.RawSyscall6(unix.SYS_RT_SIGACTION, uintptr(unix.SIGTSTP),
		uintptr(unsafe.Pointer(to)), uintptr(unsafe.Pointer(before)), setSize, 0, 0)
	return errno == 0
}
