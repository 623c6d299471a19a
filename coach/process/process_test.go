package process

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"
)

// asParent makes this test's own program one that runs the script that it holds,
// and waits for it.
const asParent = "UNCRAMP_TEST_RUNS"

func TestMain(m *testing.M) {
	if script := os.Getenv(asParent); script != "" {
		_, _ = Run(context.Background(), Command{Program: "/bin/sh", Args: []string{"-c", script}, Timeout: time.Hour})
	}
	os.Exit(m.Run())
}

// needsShell skips a test where its scripts can't run.
func needsShell(t *testing.T) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the programs are shell scripts, and Windows has no shell for them")
	}
}

// shell runs a script with words as its input. It finds a folder of its own in
// $HERE.
func shell(ctx context.Context, t *testing.T, script string) (out []byte, here string, err error) {
	t.Helper()
	needsShell(t)
	here = t.TempDir()
	out, err = Run(ctx, Command{Program: "/bin/sh", Args: []string{"-c", script}, Env: []string{"HERE=" + here}, Input: []byte("words")})
	return out, here, err
}

func TestRunReturnsWhatWasPrinted(t *testing.T) {
	t.Parallel()
	for script, want := range map[string]string{
		"echo of no interest >&2; cat; echo ' printed'": "words printed\n",
		"sleep 1000 & echo 'the shell has ended'":       "the shell has ended\n",
		"exec >&- 2>&- <&-":                             "",
	} {
		if got, _, err := shell(t.Context(), t, script); err != nil || string(got) != want {
			t.Errorf("%q: got %q, %v", script, got, err)
		}
	}
}

func TestOutputIsBounded(t *testing.T) {
	t.Parallel()
	got, _, err := shell(t.Context(), t, "head -c 40000000 /dev/zero >&2; head -c 40000000 /dev/zero")
	if err != nil || len(got) != MaxOutput || cap(got) > 2*MaxOutput {
		t.Errorf("kept %d bytes in %d, %v", len(got), cap(got), err)
	}
}

// TestAFloodTakesNoMemory has a helper that prints and complains without end.
func TestAFloodTakesNoMemory(t *testing.T) {
	needsShell(t)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err := Run(t.Context(), Command{
		Program: "/bin/sh", Args: []string{"-c", "yes 'a lot of words' >&2 & exec yes 'a lot of words'"}, Timeout: 300 * time.Millisecond,
	})
	runtime.ReadMemStats(&after)
	if !errors.Is(err, context.DeadlineExceeded) || !strings.Contains(err.Error(), "/bin/sh gave no answer in time") {
		t.Errorf("it ends with %v", err)
	}
	if made := after.TotalAlloc - before.TotalAlloc; made > 8*MaxOutput { // what is kept grows, a quarter at a time
		t.Errorf("a flood takes %d MB", made>>20)
	}
}

func TestFailureComesWithTheComplaint(t *testing.T) {
	t.Parallel()
	for script, want := range map[string]string{
		"exit 3": "/bin/sh: exit status 3",
		"echo first >&2; echo 'no device' >&2; echo >&2; exit 1":              "/bin/sh: exit status 1: no device",
		`printf '\033[31mred\007 alert\n' >&2; exit 1`:                        "/bin/sh: exit status 1: [31mred alert",
		"i=0; while [ $i -lt 9999 ]; do echo y; i=$((i+1)); done >&2; exit 1": "/bin/sh: exit status 1: y",
		"kill -9 $$": "/bin/sh: signal: killed",
	} {
		if _, _, err := shell(t.Context(), t, script); err == nil || err.Error() != want {
			t.Errorf("%q: %v, want %s", script, err, want)
		}
	}
}

func TestAProgramThatIsMissing(t *testing.T) {
	t.Parallel()
	for _, program := range []string{"/no/such/program", "no-such-program-here"} {
		if _, err := Run(t.Context(), Command{Program: program}); err == nil || err.Error() != program+" is not installed; install it, or do without" {
			t.Errorf("%s: %v", program, err)
		}
		if path, err := Find(program); path != "" || err == nil || err.Error() != program+" is not installed" {
			t.Errorf("%s is found at %q, %v", program, path, err)
		}
	}
}

func TestAProgramThatCannotBeRun(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("on Windows the ending tells what can be run")
	}
	program := filepath.Join(t.TempDir(), "helper")
	if err := os.WriteFile(program, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Run(t.Context(), Command{Program: program}); err == nil || err.Error() != program+" can't be run; see that you may" {
		t.Error(err)
	}
}

// bad are helpers that never end, with the processes that they are in $HERE/pids.
var bad = map[string]string{
	"hangs":             "trap '' TERM INT HUP; echo $$ > $HERE/pids; echo > $HERE/up; while :; do sleep 1; done",
	"floods":            "echo $$ > $HERE/pids; echo > $HERE/up; while :; do echo yyyyyyyyyyyyyyyyyyyyyyy; echo nnnnnnnnnnnnnnnnnnnnnnn >&2; done",
	"forks":             "sleep 1000 & echo $! $$ > $HERE/pids; echo > $HERE/up; wait",
	"forks deaf ones":   "(trap '' TERM HUP INT; exec >&- 2>&-; sleep 1000) & echo $! $$ > $HERE/pids; echo > $HERE/up; wait",
	"reads, then hangs": "echo $$ > $HERE/pids; cat > /dev/null; echo > $HERE/up; exec sleep 1000",
}

func TestBadHelpersAreEndedWithAllTheyStarted(t *testing.T) {
	t.Parallel()
	for name, script := range bad {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			needsShell(t)
			for take := 1; ; take++ { // a machine that others keep busy is late now and then, a fault always
				here := t.TempDir()
				ctx, cancel := context.WithCancel(t.Context())
				ended := make(chan error, 1)
				go func() {
					_, err := Run(ctx, Command{Program: "/bin/sh", Args: []string{"-c", script}, Env: []string{"HERE=" + here}})
					ended <- err
				}()
				until(t, "the helper is up", func() bool { return exists(here, "up") })
				began := time.Now()
				cancel()
				if err := <-ended; !errors.Is(err, context.Canceled) {
					t.Errorf("it ends with %v", err)
				}
				took := time.Since(began)
				nothingLeft(t, here)
				if took <= 100*time.Millisecond {
					return
				}
				if t.Logf("to end it took %v", took); take == 5 {
					t.Fatal("it was too late each time")
				}
			}
		})
	}
}

// TestLeftoversAreNoFault leaves a child behind that holds the output open.
func TestLeftoversAreNoFault(t *testing.T) {
	t.Parallel()
	for _, end := range []string{"exit 0", "exit 3"} {
		begun := time.Now()
		_, here, err := shell(t.Context(), t, "sleep 1000 & echo $! > $HERE/pids; "+end)
		if err != nil != (end == "exit 3") || time.Since(begun) > time.Second {
			t.Errorf("%v after %v", err, time.Since(begun))
		}
		nothingLeft(t, here)
	}
}

// TestAServiceOutlivesItsHelper, which ends by itself, or hangs and is killed.
func TestAServiceOutlivesItsHelper(t *testing.T) {
	t.Parallel()
	needsShell(t)
	for _, end := range []string{"exit 0", "exec >&- 2>&-; echo > $HERE/up; while :; do sleep 1; done"} {
		here := t.TempDir()
		script := "sleep 1000 >/dev/null 2>&1 & echo $! > $HERE/service; echo $$ > $HERE/pids; " + end
		ctx, cancel := context.WithCancel(t.Context())
		ended := make(chan struct{})
		go func() {
			defer close(ended)
			_, _ = Run(ctx, Command{Program: "/bin/sh", Args: []string{"-c", script}, Env: []string{"HERE=" + here}, StartsService: true})
		}()
		if end != "exit 0" {
			until(t, "the helper is up", func() bool { return exists(here, "up") })
			cancel()
		}
		<-ended
		cancel()
		nothingLeft(t, here)
		pid, err := os.ReadFile(filepath.Join(here, "service"))
		if err != nil {
			t.Fatal(err)
		}
		number, err := strconv.Atoi(strings.TrimSpace(string(pid)))
		if err != nil {
			t.Fatal(err)
		}
		service, err := os.FindProcess(number)
		if err == nil {
			err = service.Kill()
		}
		if err != nil {
			t.Errorf("the service is gone: %v", err)
		}
	}
}

func TestOneThatHangsIsCutOff(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	begun := time.Now()
	_, _, err := shell(ctx, t, "trap '' TERM INT HUP; exec sleep 1000")
	if !errors.Is(err, context.DeadlineExceeded) || !strings.Contains(err.Error(), "no answer") {
		t.Errorf("it says %v", err)
	}
	if took := time.Since(begun); took > DefaultTimeout {
		t.Errorf("it took %v", took)
	}
}

// TestStopAll ends what runs, lets nothing begin, and tells no command of an end.
func TestStopAll(t *testing.T) {
	needsShell(t)
	here := t.TempDir()
	ended := make(chan error, 2)
	c := Command{Program: "/bin/sh", Args: []string{"-c", bad["forks deaf ones"]}, Env: []string{"HERE=" + here}}
	go func() {
		_, err := Run(t.Context(), c)
		ended <- err
	}()
	until(t, "the helper is up", func() bool { return exists(here, "up") })
	go func() {
		ended <- Hold(t.Context(), Command{Program: "/bin/sh", Args: []string{"-c", "trap '' TERM HUP INT; echo $$ >> $HERE/pids; echo > $HERE/held; exec sleep 1000"}, Env: c.Env})
	}()
	until(t, "the other holds", func() bool { return exists(here, "held") })
	StopAll()
	nothingLeft(t, here)
	if running.mu.TryLock() {
		t.Error("others may begin, and the commands go on")
	}
	running.mu.Unlock() // for the tests that follow
	for range 2 {
		if err := <-ended; err == nil || !strings.Contains(err.Error(), "killed") {
			t.Errorf("it ends with %v", err)
		}
	}
}

// TestWhatHasSomethingToUndoMayDoSo after StopAll, in its time.
func TestWhatHasSomethingToUndoMayDoSo(t *testing.T) {
	needsShell(t)
	here := t.TempDir()
	ended := make(chan error, 1)
	script := "echo > $HERE/up; cat; sleep 0.5; echo > $HERE/undone"
	go func() {
		ended <- Hold(t.Context(), Command{Program: "/bin/sh", Args: []string{"-c", script}, Env: []string{"HERE=" + here}, Timeout: 10 * time.Second})
	}()
	until(t, "it holds", func() bool { return exists(here, "up") })
	StopAll()
	until(t, "it has undone that", func() bool { return exists(here, "undone") })
	running.mu.Unlock() // for the tests that follow
	if err := <-ended; err != nil {
		t.Errorf("it ends with %v", err)
	}
}

// TestAHelperEndsWithUs kills a process that runs one: on Linux it can be told.
func TestAHelperEndsWithUs(t *testing.T) {
	t.Parallel()
	if runtime.GOOS != "linux" {
		t.Skip("only Linux tells a helper that the process that started it was killed")
	}
	here := t.TempDir()
	us := exec.Command(os.Args[0])
	us.Env = append(os.Environ(), "HERE="+here, asParent+"="+bad["reads, then hangs"])
	if err := us.Start(); err != nil {
		t.Fatal(err)
	}
	until(t, "the helper is up", func() bool { return exists(here, "up") })
	if err := us.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = us.Wait() // it was killed
	pids, err := os.ReadFile(filepath.Join(here, "pids"))
	if err != nil {
		t.Fatal(err)
	}
	until(t, "the helper is gone", func() bool { return !lives(strings.TrimSpace(string(pids))) })
}

func TestAHelperHasNoTerminal(t *testing.T) {
	t.Parallel()
	if runtime.GOOS != "linux" {
		t.Skip("only Linux tells the session in /proc")
	}
	got, _, err := shell(t.Context(), t, "cut -d' ' -f1,6 /proc/$$/stat")
	if pid, session, _ := strings.Cut(strings.TrimSpace(string(got)), " "); err != nil || pid != session {
		t.Errorf("process %s is in session %s, %v: it could ask for a password on our screen", pid, session, err)
	}
}

func exists(folder, name string) bool {
	_, err := os.Stat(filepath.Join(folder, name))
	return err == nil
}

// nothingLeft holds that no process of a helper is left.
func nothingLeft(t *testing.T, here string) {
	t.Helper()
	pids, err := os.ReadFile(filepath.Join(here, "pids"))
	if err != nil || len(pids) == 0 {
		t.Fatalf("no process to look for: %v", err)
	}
	for _, pid := range strings.Fields(string(pids)) {
		if runtime.GOOS == "linux" {
			until(t, "process "+pid+" is gone", func() bool { return !lives(pid) })
		}
	}
}

// lives reports whether a process runs. A zombie counts if it is one of ours.
func lives(pid string) bool {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%s/stat", pid))
	if err != nil {
		return false
	}
	_, rest, _ := strings.Cut(string(stat), ") ")
	fields := strings.Fields(rest)
	return fields[0] != "Z" || fields[1] == strconv.Itoa(os.Getpid())
}

// until waits for something that is to happen soon.
func until(t *testing.T, what string, done func() bool) {
	t.Helper()
	again := time.NewTicker(5 * time.Millisecond)
	defer again.Stop()
	late := time.After(10 * time.Second)
	for !done() {
		select {
		case <-again.C:
		case <-late:
			t.Fatalf("waited in vain until %s", what)
		}
	}
}
