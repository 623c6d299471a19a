//go:build !unix

package process

import "os/exec"

// ownSession leaves a helper as it is: what it starts ends by itself.
func ownSession(*exec.Cmd) {}

func killGroup(cmd *exec.Cmd) error { return cmd.Process.Kill() }
