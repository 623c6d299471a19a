//go:build linux

package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// machine is a home, and what is temporary beside it, for programs that follow
// each other or run at a time.
type machine struct {
	*testing.T
	home, temporary string
}

func newMachine(t *testing.T) machine {
	t.Helper()
	return machine{t, t.TempDir(), t.TempDir()}
}

// on is how a program is started on the machine.
func (m machine) on() setup {
	return setup{env: []string{"HOME=" + m.home, "TMPDIR=" + m.temporary, "XDG_RUNTIME_DIR=" + m.temporary}}
}

func (m machine) state() string { return filepath.Join(m.home, ".local", "state", "uncramp") }

// run runs a program without a terminal, in which lines are typed.
func (m machine) run(typed string, args ...string) (out string, code int) {
	m.Helper()
	var all bytes.Buffer
	cmd := program(m.T, m.on(), args...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(typed), &all, &all
	var failed *exec.ExitError
	if err := cmd.Run(); err != nil && !errors.As(err, &failed) {
		m.Fatal(err)
	}
	return all.String(), cmd.ProcessState.ExitCode()
}

// allowsNothing fails unless the next program plays nothing, and says why.
func (m machine) allowsNothing(says string) {
	m.Helper()
	out, code := m.run("", "now", "--plain")
	if code != 1 || strings.Contains(out, firstMove) || !strings.Contains(out, says) || !strings.Contains(out, "uncramp check") {
		m.Errorf("the next program ends with %d and says %q", code, out)
	}
}

// noToAll answers every question of the plain check with no.
var noToAll = strings.Repeat("n\n", 30)

const stop = "STOP. CALL THE EMERGENCY SERVICES NOW."

// TestARedFlagIsOnDiskWhenTheProgramIsLeft in one burst with the way out, and at
// a person's speed, from wherever the check is asked.
func TestARedFlagIsOnDiskWhenTheProgramIsLeft(t *testing.T) {
	from := map[string]struct {
		args  []string
		shows string
		keys  string
		back  string // to where the program is left
	}{
		"check": {[]string{"check"}, "Is one of these true now", "1y", ""},
		"home":  {nil, homeKeys, "!1y", escape},
		"now":   {[]string{"now"}, firstMove, "!1y", ""},
	}
	for name, f := range from {
		for _, end := range ends {
			for _, burst := range []bool{true, false} {
				if !burst && name != "check" {
					continue
				}
				t.Run(fmt.Sprint(name, " ", end.name, " burst ", burst), func(t *testing.T) {
					t.Parallel()
					m := newMachine(t)
					x := start(t, m.on(), f.args...)
					x.wait(f.shows)
					if burst && end.key != "" {
						x.send(f.keys + f.back + end.key)
					} else {
						x.send(f.keys)
						x.wait("Call the emergency services")
						end.do(x)
					}
					if code := x.exit(patience); code != end.code {
						t.Errorf("exit code %d, not %d", code, end.code)
					}
					x.left()
					m.allowsNothing(stop)
				})
			}
		}
	}
}

// TestTheScreenAndTheFileAgree after two checks in one burst.
func TestTheScreenAndTheFileAgree(t *testing.T) {
	for i := range 6 {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			t.Parallel()
			m := newMachine(t)
			x := start(t, m.on())
			x.wait(homeKeys)
			x.send("!")
			x.wait("Is one of these true now")
			x.send(strings.Repeat("n ", 3) + "!1y") // no to all of them, back home, and asked again; space keeps n from bouncing
			x.send("?")                             // once its answer is there, all before it was heard
			x.wait(keysBack)
			x.send("\x1b")
			emergency := false
			x.until("a finding", func() bool {
				emergency = strings.Contains(x.text(), "Call the emergency")
				return emergency || strings.Contains(x.text(), "None of these. You")
			})
			x.send("\x03")
			x.exit(patience)
			if out, code := m.run("", "now", "--plain", "--speed", "600"); emergency != (code == 1) {
				t.Errorf("an emergency was shown: %v; then code %d: %s", emergency, code, out)
			}
		})
	}
}

// TestADiskThatDoesNotAnswerHoldsNobodyUp: another program has the lock and does
// not give it back. With a second place the finding is there; without one it is
// said that it is lost.
func TestADiskThatDoesNotAnswerHoldsNobodyUp(t *testing.T) {
	for _, second := range []bool{true, false} {
		for _, key := range []string{"q", "\x03"} {
			t.Run(fmt.Sprintf("second place %v, %q", second, key), func(t *testing.T) {
				t.Parallel()
				m := newMachine(t)
				if !second {
					m.temporary = filepath.Join(m.temporary, "missing")
				}
				if err := os.MkdirAll(m.state(), 0o700); err != nil {
					t.Fatal(err)
				}
				lock, err := os.Create(filepath.Join(m.state(), "check.json.lock"))
				if err != nil {
					t.Fatal(err)
				}
				defer lock.Close()
				if err := unix.Flock(int(lock.Fd()), unix.LOCK_EX); err != nil {
					t.Fatal(err)
				}
				x := start(t, m.on(), "check")
				x.wait("Is one of these true now")
				x.send("1y" + key)
				code := x.exit(patience)
				x.left()
				out := x.written()
				switch {
				case second && strings.Contains(out, "holds until you log out or restart"):
					m.allowsNothing(stop)
				case !second && code == 1 && strings.Contains(out, "holds only while this program runs"):
				default:
					t.Errorf("code %d; written is %q", code, out)
				}
			})
		}
	}
}

// TestAFullDisk lets no file have a byte. With a limit of its own for each
// process, it holds for the second place, too.
func TestAFullDisk(t *testing.T) {
	t.Parallel()
	m := newMachine(t)
	full := m.on()
	full.shell = `ulimit -f 0; "$@"; echo "left: $?"`
	x := start(t, full, "check")
	x.wait("Is one of these true now")
	x.send("1y")
	x.wait("holds only while this program runs")
	x.send("q")
	x.wait("left: 1")
	x.exit(patience)
	x.left()
}

// TestAFolderThatCantBeWritten: the finding is kept in the second place.
func TestAFolderThatCantBeWritten(t *testing.T) {
	t.Parallel()
	m := newMachine(t)
	if err := os.MkdirAll(filepath.Dir(m.state()), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(m.state(), nil, 0o600); err != nil { // in the folder's place, which holds for root, too
		t.Fatal(err)
	}
	out, code := m.run("y\n", "check", "--plain")
	if code != 0 || !strings.Contains(out, "holds until you log out or restart") {
		t.Errorf("code %d: %s", code, out)
	}
	m.allowsNothing(stop)
	if out, code := m.run(noToAll, "check", "--plain"); code != 0 {
		t.Errorf("taken again: code %d: %s", code, out)
	}
	if out, code := m.run("", "now", "--plain", "--speed", "600"); code != 0 || !strings.Contains(out, firstMove) {
		t.Errorf("then: code %d: %s", code, out)
	}
}

// TestAProgramThatIsOpenObeysAnothersFinding at its next phase, and the plain
// player, too.
func TestAProgramThatIsOpenObeysAnothersFinding(t *testing.T) {
	tests := map[string]struct {
		args []string
		says string
		code int
	}{
		"screen": {[]string{"now", "--speed", "4"}, "You reported this in another window", 0},
		"plain":  {[]string{"now", "--plain", "--speed", "4"}, stop, 1},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			m := newMachine(t)
			x := start(t, m.on(), tt.args...)
			x.wait(firstMove)
			if out, code := m.run("y\n", "check", "--plain"); code != 0 {
				t.Fatalf("code %d: %s", code, out)
			}
			x.wait(tt.says)
			if name == "screen" {
				x.send("q")
			}
			if code := x.exit(patience); code != tt.code {
				t.Errorf("exit code %d, not %d", code, tt.code)
			}
			x.left()
		})
	}
}

// TestNoFileInItsPlaceStopsTheProgram: it says at once what stands there and the
// way out, which leads on.
func TestNoFileInItsPlaceStopsTheProgram(t *testing.T) {
	spoilt := map[string]func(path string) error{
		"a pipe":   func(path string) error { return syscall.Mkfifo(path, 0o600) },
		"a folder": func(path string) error { return os.Mkdir(path, 0o700) },
		"a loop":   func(path string) error { return os.Symlink(path, path) },
		"half":     func(path string) error { return os.WriteFile(path, []byte(`{"level":"emerg`), 0o600) },
		"3 GB": func(path string) error {
			if err := os.WriteFile(path, nil, 0o600); err != nil {
				return err
			}
			return os.Truncate(path, 3<<30)
		},
		"a pipe as the lock of a bookmark": func(path string) error {
			if err := os.WriteFile(path, []byte("{}"), 0o600); err != nil {
				return err
			}
			return syscall.Mkfifo(filepath.Join(filepath.Dir(path), "session.json.lock"), 0o600)
		},
	}
	for name, spoil := range spoilt {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			m := newMachine(t)
			if err := os.MkdirAll(m.state(), 0o700); err != nil {
				t.Fatal(err)
			}
			if err := spoil(filepath.Join(m.state(), "check.json")); err != nil {
				t.Fatal(err)
			}
			m.allowsNothing("YOUR LATEST CHECK CAN'T BE READ")
			x := start(t, m.on(), "now")
			x.wait("(?s)Your latest check can't be read.*check again")
			x.send("q")
			if code := x.exit(3 * time.Second); code != 0 {
				t.Errorf("exit code %d", code)
			}
			x.left()
			if out, code := m.run(noToAll, "check", "--plain"); code != 0 {
				t.Errorf("the check ends with %d: %s", code, out)
			}
			if out, code := m.run("", "now", "--plain", "--speed", "600"); code != 0 || !strings.Contains(out, firstMove) {
				t.Errorf("after the check: code %d: %s", code, out)
			}
		})
	}
}
