package process

import (
	"os/exec"
	"syscall"
)

// endWithUs has a helper killed when our process is gone, even if that was
// killed itself.
func endWithUs(cmd *exec.Cmd) { cmd.SysProcAttr.Pdeathsig = syscall.SIGKILL }
