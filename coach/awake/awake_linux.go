package awake

import (
	"context"
	"os/exec"
	"syscall"
)

// hold keeps a cat that waits for input from us. The input ends with our
// process, whatever becomes of it, and the lock ends with the cat.
func hold(ctx context.Context, why string) {
	cmd := exec.CommandContext(ctx, "systemd-inhibit",
		"--what=idle:sleep", "--mode=block", "--who=uncramp", "--why="+why, "cat")
	// In a session of its own it has no terminal, on which it would ask for a
	// password where it is not allowed to hold a lock.
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	input, err := cmd.StdinPipe()
	if err != nil {
		return
	}
	cmd.Cancel = input.Close
	cmd.WaitDelay = killTimeout
	_ = cmd.Run() // it may be missing, or not be allowed to
	if cmd.Process != nil {
		_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) // there is nobody left, as a rule
	}
}
