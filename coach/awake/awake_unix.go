//go:build !windows

package awake

import (
	"context"
	"fmt"
	"runtime"

	"uncramp/coach/process"
)

// holder is the program that keeps a system awake as long as a cat runs, which
// waits for input from us and ends with our process, whatever becomes of it. It
// is empty where a system has none.
func holder(system, why string) []string {
	return map[string][]string{
		"linux":  {"systemd-inhibit", "--what=idle:sleep", "--mode=block", "--who=uncramp", "--why=" + why, "cat"},
		"darwin": {"caffeinate", "-di", "cat"},
	}[system]
}

// hold keeps awake until the context is done.
func hold(ctx context.Context, why string) {
	if args := holder(runtime.GOOS, why); len(args) > 0 {
		_ = process.Hold(ctx, process.Command{Program: args[0], Args: args[1:]}) // it may be missing, or not be allowed to
	}
}

// Means tells by what the machine is kept awake; the error says why it is not.
func Means() (string, error) {
	args := holder(runtime.GOOS, "")
	if len(args) == 0 {
		return "", errNothing
	}
	if _, err := process.Find(args[0]); err != nil {
		return "", fmt.Errorf(mayGoDark, err)
	}
	return args[0], nil
}
