package awake

import (
	"context"
	"os"
	"os/exec"
	"strconv"
)

// hold keeps a caffeinate that ends with our process, too.
func hold(ctx context.Context, _ string) {
	cmd := exec.CommandContext(ctx, "caffeinate", "-di", "-w", strconv.Itoa(os.Getpid()))
	cmd.WaitDelay = killTimeout
	_ = cmd.Run() // it may be missing
}
