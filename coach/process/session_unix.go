//go:build unix

package process

import (
	"os/exec"
	"syscall"
)

// ownSession puts a helper into a session of its own: it is killed with all that
// it has started, and has no terminal on which it could ask for a password.
func ownSession(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true} }

func killGroup(cmd *exec.Cmd) error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
