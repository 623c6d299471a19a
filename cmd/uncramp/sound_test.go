//go:build linux

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// stubs are programs that stand in for all that the program runs. Each notes its
// process in $NOTES and does what it does.
func stubs(t *testing.T, does string) (path, notes string) {
	t.Helper()
	path, notes = t.TempDir(), filepath.Join(t.TempDir(), "notes")
	if err := os.Mkdir(notes, 0o700); err != nil {
		t.Fatal(err)
	}
	script := fmt.Sprintf("#!/bin/sh\nNOTES=%s\necho \"$@\" > $NOTES/$$\n%s\n", notes, does)
	for _, name := range []string{"pw-play", "paplay", "aplay", "espeak-ng", "notify-send", "systemd-inhibit", "systemctl", "crontab"} {
		if err := os.WriteFile(filepath.Join(path, name), []byte(script), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	return path, notes
}

// TestHelpersCantHurt is promise 11: whatever the programs for sound and speech
// do, the countdown goes on, leaving is prompt, and nothing of theirs is left.
func TestHelpersCantHurt(t *testing.T) {
	for name, does := range map[string]string{
		"hang":  "exec sleep 1000",
		"flood": "exec yes 'a lot of words'",
		"fork":  "sleep 1000 & sleep 1000 & wait",
		"fail":  "exit 3",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path, notes := stubs(t, does)
			env := []string{"PATH=" + path + ":" + os.Getenv("PATH"), "XDG_RUNTIME_DIR=" + t.TempDir(), "PULSE_SERVER="}
			x := start(t, setup{env: env}, "start", "bedtime", "--theme", "mono", "--sound", "--voice", "--still")
			x.wait("3:38 left")
			began := time.Now()
			for i, left := range []string{"3:37", "3:36", "3:35", "3:34"} {
				x.wait(left + " left")
				if late := time.Since(began) - time.Duration(i+1)*time.Second; late > 400*time.Millisecond {
					t.Errorf("the countdown is %v late at %s", late, left)
				}
			}
			x.send("q")
			ended := time.Now()
			if code := x.exit(patience); code != 0 {
				t.Errorf("exit code %d", code)
			}
			if took := time.Since(ended); took > 2*time.Second {
				t.Errorf("leaving takes %v", took)
			}
			left, asked := alive(t, notes)
			if asked == 0 {
				t.Error("no program was asked: this proves nothing")
			}
			if len(left) > 0 {
				t.Errorf("processes %v are left", left)
			}
			x.left()
		})
	}
}

// alive lists the processes of stubs that still run a moment later, and how
// many there were.
func alive(t *testing.T, notes string) (left []int, asked int) {
	t.Helper()
	deadline := time.Now().Add(2 * time.Second)
	for {
		files, err := os.ReadDir(notes)
		if err != nil {
			t.Fatal(err)
		}
		left = nil
		for _, f := range files {
			if pid, err := strconv.Atoi(f.Name()); err == nil && syscall.Kill(pid, 0) == nil && !zombieOfOthers(pid) {
				left = append(left, pid)
			}
		}
		if len(left) == 0 || time.Now().After(deadline) {
			return left, len(files)
		}
	}
}

// zombieOfOthers reports whether a process has ended and waits only for a
// process that is not ours to ask for it.
func zombieOfOthers(pid int) bool {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	return err == nil && strings.Contains(string(stat), ") Z 1 ")
}

// TestWhatIsSaidNeverBecomesAnOption looks at how the programs were called.
func TestWhatIsSaidNeverBecomesAnOption(t *testing.T) {
	t.Parallel()
	path, notes := stubs(t, "cat > /dev/null; exit 3")
	home := t.TempDir()
	own := filepath.Join(home, ".config", "uncramp", "routines")
	if err := os.MkdirAll(own, 0o700); err != nil {
		t.Fatal(err)
	}
	routine := "id: mine\nname: Mine\npurpose: day\nsummary: One.\nsteps:\n  - id: a\n    name: A\n    muscle: calf\n    sides: one\n" +
		"    hold: {time: 30s, source: default, word: \"--help\", prompt: \"-w /tmp/uncramp-must-not-be-there\"}\n" +
		"    sources:\n      - {document: own, heading: mine}\n"
	if err := os.WriteFile(filepath.Join(own, "mine.yaml"), []byte(routine), 0o600); err != nil {
		t.Fatal(err)
	}
	env := []string{"PATH=" + path + ":" + os.Getenv("PATH"), "HOME=" + home, "XDG_RUNTIME_DIR=" + t.TempDir(), "PULSE_SERVER="}
	x := start(t, setup{env: env}, "start", "mine", "--theme", "mono", "--voice", "--sound")
	x.wait("0:27")
	x.send("q")
	x.exit(patience)
	files, err := os.ReadDir(notes)
	if err != nil || len(files) == 0 {
		t.Fatalf("no program was asked: %v", err)
	}
	for _, f := range files {
		args, err := os.ReadFile(filepath.Join(notes, f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(args), "--help") || strings.Contains(string(args), "must-not-be") {
			t.Errorf("a program was called with %q", args)
		}
	}
}
