//go:build linux

package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestSchedulersCantHurt is promise 18: whatever the programs for reminders do,
// a signal ends the command, and nothing of theirs is left.
func TestSchedulersCantHurt(t *testing.T) {
	for name, tt := range map[string]struct {
		does   string
		signal syscall.Signal
		code   int
	}{
		"hang":  {"trap '' TERM INT HUP; while :; do sleep 1; done", syscall.SIGINT, 130},
		"flood": {"yes 'a lot of words' >&2 & exec yes 'a lot of words'", syscall.SIGTERM, 143},
		"fork":  {"(trap '' TERM INT HUP; exec >&- 2>&-; exec sleep 1000) & echo > $NOTES/$!; sleep 1000 & wait", syscall.SIGHUP, 129},
		"kill":  {"exec sleep 1000", syscall.SIGKILL, -1},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path, notes := stubs(t, tt.does)
			cmd := program(t, setup{env: []string{"PATH=" + path + ":" + os.Getenv("PATH")}}, "remind", "list")
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			for asked := 0; asked == 0; { // until a scheduler runs
				files, err := os.ReadDir(notes)
				if err != nil {
					t.Fatal(err)
				}
				asked = len(files)
			}
			began := time.Now()
			if err := cmd.Process.Signal(tt.signal); err != nil {
				t.Fatal(err)
			}
			ended := make(chan struct{})
			go func() {
				_ = cmd.Wait() // the exit code tells
				close(ended)
			}()
			if most := peak(cmd.Process.Pid, ended); most > 150<<10 {
				t.Errorf("it took %d MB", most>>10)
			}
			if code := cmd.ProcessState.ExitCode(); code != tt.code {
				t.Errorf("exit code %d, want %d", code, tt.code)
			}
			if took := time.Since(began); took > 2*time.Second {
				t.Errorf("leaving takes %v", took)
			}
			if left, _ := alive(t, notes); len(left) > 0 {
				t.Errorf("processes %v are left", left)
			}
		})
	}
}

// peak is the most memory that a process has had when it ends, in KB.
func peak(pid int, ended <-chan struct{}) (most int) {
	for {
		select {
		case <-ended:
			return most
		case <-time.After(10 * time.Millisecond):
		}
		status, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid)) // it may be gone
		_, rest, _ := strings.Cut(string(status), "VmHWM:")
		if fields := strings.Fields(rest); len(fields) > 0 {
			if kb, err := strconv.Atoi(fields[0]); err == nil {
				most = max(most, kb)
			}
		}
	}
}
