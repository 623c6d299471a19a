package awake

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// asHelper makes this test's own program one that keeps awake and waits to be
// killed.
const asHelper = "UNCRAMP_TEST_KEEPS_AWAKE"

func TestMain(m *testing.M) {
	if os.Getenv(asHelper) != "" {
		Keep("a test")
		select {}
	}
	os.Exit(m.Run())
}

// inhibit puts a systemd-inhibit of our own first in the path, which can find
// its folder in $HERE, and tells its number in the file pid.
func inhibit(t *testing.T, script string) (folder string) {
	t.Helper()
	folder = t.TempDir()
	script = "#!/bin/sh\necho $$ > $HERE/pid.new; mv $HERE/pid.new $HERE/pid\n" + script
	if err := os.WriteFile(filepath.Join(folder, "systemd-inhibit"), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("HERE", folder)
	t.Setenv("PATH", folder+":"+os.Getenv("PATH"))
	return folder
}

// recording notes what it was asked for, and that its input has ended.
const recording = `printf '%s\n' "$@" > $HERE/args
cat > $HERE/input
echo yes > $HERE/closed
`

func TestKeepHoldsALock(t *testing.T) {
	here := inhibit(t, recording)
	release := Keep("left calf; $(date) --what=shutdown")
	pid := await(t, here, "pid")
	await(t, here, "args")
	if !alive(t, pid) || exists(here, "closed") {
		t.Fatal("it did not wait")
	}
	release()
	if !exists(here, "closed") || alive(t, pid) {
		t.Error("its input is still open after release")
	}
	release()
	args := strings.Split(strings.TrimSpace(await(t, here, "args")), "\n")
	want := []string{"--what=idle:sleep", "--mode=block", "--who=uncramp", "--why=left calf; $(date) --what=shutdown", "cat"}
	if !slices.Equal(args, want) {
		t.Errorf("asked for %q, want %q", args, want)
	}
}

func TestItHasNoTerminal(t *testing.T) {
	here := inhibit(t, "cut -d' ' -f6 /proc/$$/stat > $HERE/session.new; mv $HERE/session.new $HERE/session\ncat\n")
	defer Keep("a test")()
	if pid, session := await(t, here, "pid"), await(t, here, "session"); pid != session {
		t.Errorf("process %s is in session %s: it could ask for a password on our screen", pid, session)
	}
}

func TestKilledProgramLetsGo(t *testing.T) {
	here := inhibit(t, recording)
	us := exec.Command(os.Args[0])
	us.Env = append(os.Environ(), asHelper+"=1")
	if err := us.Start(); err != nil {
		t.Fatal(err)
	}
	pid := await(t, here, "pid")
	await(t, here, "input")
	if exists(here, "closed") {
		t.Error("it let go before the program was killed")
	}
	if err := us.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = us.Wait() // it was killed
	await(t, here, "closed")
	until(t, "systemd-inhibit is gone", func() bool { return !alive(t, pid) })
}

func TestOneThatHangsIsKilled(t *testing.T) {
	here := inhibit(t, `trap '' TERM HUP INT
sleep 1000 &
echo $! > $HERE/child.new; mv $HERE/child.new $HERE/child
while :; do wait; done
`)
	begun := time.Now()
	release := Keep("a test")
	if took := time.Since(begun); took > 100*time.Millisecond {
		t.Errorf("Keep took %v", took)
	}
	pid, child := await(t, here, "pid"), await(t, here, "child")
	begun = time.Now()
	release()
	if took := time.Since(begun); took > time.Second {
		t.Errorf("release took %v", took)
	}
	until(t, "both are gone", func() bool { return !alive(t, pid) && !alive(t, child) })
}

// TestAPhoneIsLetGo as its lock was taken, by whichever way it ends.
func TestAPhoneIsLetGo(t *testing.T) {
	here := t.TempDir()
	for _, name := range []string{"termux-wake-lock", "termux-wake-unlock"} {
		script := "#!/bin/sh\nsleep 0.4\necho " + name + " >> $HERE/said\n"
		if err := os.WriteFile(filepath.Join(here, name), []byte(script), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("HERE", here)
	t.Setenv("PATH", here+":"+os.Getenv("PATH"))
	phone := holderOf("android", "a test")
	if phone.undo < time.Second {
		t.Errorf("it may take %v to let go", phone.undo)
	}
	phone.undo = time.Minute                                // this machine may be busy
	for _, at := range []string{"", "termux-wake-lock\n"} { // at once, and while it is held
		ctx, cancel := context.WithCancel(t.Context())
		gone := make(chan struct{})
		go func() {
			defer close(gone)
			phone.hold(ctx)
		}()
		said := func() string {
			b, _ := os.ReadFile(filepath.Join(here, "said")) // nothing is said yet
			return string(b)
		}
		if at != "" {
			until(t, "it is held", func() bool { return strings.HasSuffix(said(), at) })
		}
		cancel()
		<-gone
		if got := said(); got != "" && got != "termux-wake-lock\ntermux-wake-unlock\n" {
			t.Errorf("it was asked for %q", got)
		}
		_ = os.Remove(filepath.Join(here, "said"))
	}
}

func TestOneThatFailsOrIsMissing(t *testing.T) {
	here := inhibit(t, "exit 1\n")
	release := Keep("a test")
	pid := await(t, here, "pid")
	until(t, "it is gone", func() bool { return !alive(t, pid) })
	release()

	t.Setenv("PATH", t.TempDir())
	done := make(chan struct{})
	go func() {
		defer close(done)
		release := Keep("a test")
		release()
		release()
	}()
	select {
	case <-done:
	case <-time.After(2 * time.Second):
		t.Error("without systemd-inhibit it hangs")
	}
}

// await waits for a file and returns what stands in it.
func await(t *testing.T, folder, name string) (text string) {
	t.Helper()
	until(t, "there is a file "+name, func() bool { return exists(folder, name) })
	b, err := os.ReadFile(filepath.Join(folder, name))
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(b))
}

func exists(folder, name string) bool {
	_, err := os.Stat(filepath.Join(folder, name))
	return err == nil
}

// until looks again and again whether something is so.
func until(t *testing.T, what string, so func() bool) {
	t.Helper()
	again := time.NewTicker(5 * time.Millisecond)
	defer again.Stop()
	late := time.After(10 * time.Second)
	for !so() {
		select {
		case <-again.C:
		case <-late:
			t.Fatalf("after 10 s it is not so that %s", what)
		}
	}
}

// alive reports whether a process runs. One that has ended and that nobody has
// asked for does not.
func alive(t *testing.T, pid string) bool {
	t.Helper()
	number, err := strconv.Atoi(pid)
	if err != nil {
		t.Fatal(err)
	}
	if syscall.Kill(number, 0) != nil {
		return false
	}
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", number))
	return err == nil && !strings.Contains(string(stat), ") Z ")
}
