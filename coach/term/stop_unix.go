//go:build unix

package term

import (
	"os"
	"syscall"
)

// stopProcess stops the whole job, as the terminal does on ctrl-z.
//
// A child that was forked and is not yet a program of its own belongs to the
// job, too. If it is stopped, our process, which waits for it, never is, and the
// shell waits for ever. So no fork may be under way. Go makes one outside of its
// lock, once, to try what the system can do; FindProcess waits for that.
func stopProcess() bool {
	if p, err := os.FindProcess(os.Getpid()); err == nil {
		_ = p.Release() // nothing is wanted of it
	}
	syscall.ForkLock.RLock()
	defer syscall.ForkLock.RUnlock()
	return syscall.Kill(0, syscall.SIGTSTP) == nil
}
