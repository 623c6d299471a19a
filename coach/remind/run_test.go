package remind

import (
	"context"
	"errors"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"uncramp/coach/process"
)

// shell runs a script in place of a scheduler's program.
func shell(ctx context.Context, t *testing.T, script, input string) (string, error) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the programs are shell scripts, and Windows has no shell for them")
	}
	out, err := run(ctx, Command{Args: []string{"/bin/sh", "-c", script}, Input: []byte(input)})
	return string(out), err
}

func TestRun(t *testing.T) {
	for script, want := range map[string]struct{ out, err string }{
		"cat; echo $LC_ALL":                       {"in\nC\n", ""},
		"echo of no interest >&2; echo out":       {"out\n", ""},
		"echo out; exit 3":                        {"", "/bin/sh: exit status 3"},
		"echo 'no crontab for anna' >&2; exit 1":  {"", "/bin/sh: exit status 1: no crontab for anna"},
		"kill -9 $$":                              {"", "/bin/sh: signal: killed"},
		"sleep 1000 & echo 'the shell has ended'": {"the shell has ended\n", ""},
	} {
		out, err := shell(t.Context(), t, script, "in\n")
		if out != want.out || (err == nil) != (want.err == "") || err != nil && err.Error() != want.err {
			t.Errorf("%q gives %q, %v", script, out, err)
		}
	}
	if _, err := run(t.Context(), Command{Args: []string{"no-such-program-here"}}); err == nil || !strings.Contains(err.Error(), "no-such-program-here") {
		t.Errorf("a program that is missing: %v", err)
	}
}

// TestOneThatPrintsTooMuch is a table that must not be written back cut off.
func TestOneThatPrintsTooMuch(t *testing.T) {
	if out, err := shell(t.Context(), t, "head -c 40000000 /dev/zero", ""); out != "" || err == nil || !strings.Contains(err.Error(), "can't be right") {
		t.Errorf("it gives %d bytes, %v", len(out), err)
	}
}

func TestOneThatHangsIsCutOff(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	begun := time.Now()
	_, err := shell(ctx, t, "trap '' TERM INT HUP; exec sleep 1000", "")
	if !errors.Is(err, context.DeadlineExceeded) || !strings.Contains(err.Error(), "no answer") {
		t.Errorf("it says %v", err)
	}
	if took := time.Since(begun); took > process.DefaultTimeout {
		t.Errorf("it took %v", took)
	}
}

func TestThisHost(t *testing.T) {
	m := ThisHost("config", "home")
	if m.System != runtime.GOOS || m.Config != "config" || m.Home != "home" || m.User == "" || m.Find == nil || m.Run == nil {
		t.Errorf("here is %+v", m)
	}
}

func TestSocket(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there is no such bus on Windows")
	}
	// A socket's path may have a hundred characters, and t.TempDir more.
	folder, err := os.MkdirTemp("", "bus") //nolint:usetesting // see above
	must(t, err)
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	path := filepath.Join(folder, "bus")
	if got := socket(path); got != "" {
		t.Errorf("there is none, and it finds %q", got)
	}
	must(t, os.WriteFile(path, nil, 0o600))
	if got := socket(path); got != "" {
		t.Errorf("a file is taken for one: %q", got)
	}
	must(t, os.Remove(path))
	l, err := net.Listen("unix", path)
	must(t, err)
	defer l.Close()
	if got := socket(path); got != path {
		t.Errorf("it finds %q", got)
	}
}
