//go:build unix

package term

import "syscall"

// stopProcess stops the whole job, as the terminal does on ctrl-z.
func stopProcess() bool { return syscall.Kill(0, syscall.SIGTSTP) == nil }
