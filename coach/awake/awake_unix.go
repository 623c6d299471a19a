//go:build !windows

package awake

import (
	"context"
	"fmt"
	"runtime"
	"time"

	"uncramp/coach/process"
)

// holder is how a system is kept awake.
type holder struct {
	needs string // the program by which that is done
	// args are a command that runs until its input ends, which it does with our process,
	// whatever becomes of it.
	args []string
	undo time.Duration // how long letting go may take, where that has to be done; else zero
}

// holderOf is what a system has; nothing is needed where it has none.
func holderOf(system, why string) holder {
	switch system {
	case "linux":
		return held("systemd-inhibit", "--what=idle:sleep", "--mode=block", "--who=uncramp", "--why="+why, "cat")
	case "darwin":
		return held("caffeinate", "-di", "cat")
	case "android": // Termux has one lock, which whoever comes last lets go
		return holder{"termux-wake-lock", []string{"sh", "-c", "termux-wake-lock && cat; termux-wake-unlock"}, 2 * time.Second}
	}
	return holder{}
}

// held is a program that keeps awake as long as another one runs.
func held(program string, args ...string) holder {
	return holder{needs: program, args: append([]string{program}, args...)}
}

// hold keeps awake until the context is done.
func hold(ctx context.Context, why string) { holderOf(runtime.GOOS, why).hold(ctx) }

func (h holder) hold(ctx context.Context) {
	if _, err := process.Find(h.needs); err == nil { // and may not be allowed to
		_ = process.Hold(ctx, process.Command{Program: h.args[0], Args: h.args[1:], Timeout: h.undo})
	}
}

// Means tells by what the machine is kept awake; the error says why it is not.
func Means() (string, error) {
	h := holderOf(runtime.GOOS, "")
	if h.needs == "" {
		return "", errNothing
	}
	if _, err := process.Find(h.needs); err != nil {
		return "", fmt.Errorf(mayGoDark, err)
	}
	return h.needs, nil
}
