//go:build !linux

package process

import "os/exec"

// endWithUs does nothing where a system offers nothing: StopAll is all there is.
func endWithUs(*exec.Cmd) {}
