//go:build !unix

package cue

import "os/exec"

// ofItsOwn leaves a program as it is: what it starts ends by itself.
func ofItsOwn(*exec.Cmd) {}

func endGroup(*exec.Cmd) {}
