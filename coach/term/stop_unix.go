//go:build unix

package term

import (
	"os"
	"syscall"
)

// stopProcess stops the whole job, as the terminal does on ctrl-z. No fork may be
// under way: see [holdForks].
func stopProcess() bool { return syscall.Kill(0, syscall.SIGTSTP) == nil }

// holdForks lets no fork begin until what it returns is called.
//
// A child that was forked and is not yet a program of its own belongs to the
// job, too. If it is stopped, by us or by a ctrl-z that the terminal obeys itself,
// our process, which waits for it, never is, and the shell waits for ever. Go makes a
// fork outside of its lock, once, to try what the system can do; FindProcess waits
// for that.
func holdForks() (release func()) {
	if p, err := os.FindProcess(os.Getpid()); err == nil {
		_ = p.Release() // nothing is wanted of it
	}
	syscall.ForkLock.RLock()
	return syscall.ForkLock.RUnlock
}
