//go:build linux

package main

import (
	"fmt"
	"strings"
	"syscall"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/sys/unix"
)

// job is the process that has the terminal: the program, where a shell began it.
func (x *terminal) job() (pid int) {
	x.Helper()
	x.control(func(fd int) (err error) {
		pid, err = unix.IoctlGetInt(fd, unix.TIOCGPGRP)
		return err
	})
	return pid
}

// TestAStopThatIsAskedForFromOutside is as ctrl-z.
func TestAStopThatIsAskedForFromOutside(t *testing.T) {
	t.Parallel()
	x := start(t, setup{shell: jobs}, "now", "--theme", "night")
	x.drawn()
	if err := syscall.Kill(x.job(), syscall.SIGTSTP); err != nil {
		t.Fatal(err)
	}
	x.waitRaw("stopped: 148")
	x.restored()
	x.send("\n")
	x.wait(firstMove)
	x.send(" ")
	x.wait("PAUSED")
	x.send("\x1a") // and again
	x.until("the program to stop once more", func() bool { return strings.Contains(string(x.raw), "left: 148") })
	x.restored()
}

// TestNothingIsAskedAfterTheWayOut: the answers of the terminal would be read by
// the shell, as typed.
func TestNothingIsAskedAfterTheWayOut(t *testing.T) {
	for _, args := range [][]string{nil, {"now"}, {"now", "--theme", "night"}} {
		for _, keys := range []string{"q", " q"} {
			t.Run(fmt.Sprintf("%v %q", args, keys), func(t *testing.T) {
				t.Parallel()
				x := start(t, setup{typed: keys}, args...)
				x.exit(patience)
				x.left()
				out := x.written()
				_, after, left := strings.Cut(out, ansi.ResetModeAltScreenSaveCursor)
				if !left || strings.Contains(after, "$p") || strings.Contains(after, "?\x07") || strings.Contains(after, ansi.RequestKittyKeyboard) {
					t.Errorf("after the way out it writes %q", after)
				}
			})
		}
	}
}

// TestCtrlZInTheInstantOfASignal leaves the terminal as it was.
func TestCtrlZInTheInstantOfASignal(t *testing.T) {
	trials := 8
	if *long {
		trials = 400
	}
	for i := range trials {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			t.Parallel()
			x := start(t, setup{}, "now", "--theme", "night")
			if i%2 == 0 {
				x.drawn()
			} else {
				x.wait(firstMove)
			}
			x.send("\x1a")
			x.signal(syscall.SIGTERM)
			if code := x.exit(patience); code != 143 {
				t.Errorf("exit code %d", code)
			}
			x.left()
		})
	}
}
