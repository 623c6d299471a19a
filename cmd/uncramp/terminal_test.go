//go:build linux

package main

import (
	"bytes"
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

// asProgram in the environment makes this test binary the program itself.
const asProgram = "TEST_BINARY_IS_THE_PROGRAM"

// An init, not TestMain: the program starts before a test flag is read.
func init() {
	if os.Getenv(asProgram) != "" {
		main()
	}
}

// TestMain runs four tests at a time on any machine: most of their time they wait
// for the program, which waits for them.
func TestMain(m *testing.M) {
	flag.Parse()
	if err := flag.Set("test.parallel", "4"); err != nil {
		panic(err) // the flag is testing's own
	}
	os.Exit(m.Run())
}

// patience is how long a test waits for what must come.
const patience = 10 * time.Second

// setup is how the program is started; the zero value is an ordinary terminal
// of 80 by 24 cells that answers nothing.
type setup struct {
	cols, rows uint16
	noSize     bool // the terminal says 0 by 0
	env        []string
	typed      string // keys that were typed before the program ran
	// shell is a script that runs "$@", the program.
	shell string
}

// terminal is a pseudo-terminal with a screen, and the program in it.
type terminal struct {
	*testing.T
	cmd    *exec.Cmd
	master *os.File
	before unix.Termios
	ended  chan struct{} // the program's end was waited for
	silent chan struct{} // nothing will be read any more

	mu      sync.Mutex
	changed *sync.Cond
	raw     []byte // everything that was written
	screen  *vt.Emulator
	stalled bool
}

// program is the command that runs this binary as the program, with a home of
// its own and nothing of ours in the environment.
func program(t *testing.T, s setup, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	argv := append([]string{self}, args...)
	if s.shell != "" {
		argv = append([]string{"/bin/sh", "-c", s.shell, "sh"}, argv...)
	}
	cmd := exec.Command(argv[0], argv[1:]...)
	temporary := t.TempDir() // where a finding is kept if it can't be at home
	cmd.Env = append([]string{
		"TMPDIR=" + temporary, "XDG_RUNTIME_DIR=" + temporary,
		asProgram + "=1", "PATH=" + os.Getenv("PATH"), "HOME=" + t.TempDir(), "TERM=xterm-256color",
		"GORACE=atexit_sleep_ms=0", // the race detector would add a second to every end
	}, s.env...)
	return cmd
}

// start runs the program in a terminal of its own.
func start(t *testing.T, s setup, args ...string) *terminal {
	t.Helper()
	blocking, slave, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	cols, rows := cmp.Or(s.cols, 80), cmp.Or(s.rows, 24)
	if !s.noSize {
		if err := pty.Setsize(slave, &pty.Winsize{Cols: cols, Rows: rows}); err != nil {
			t.Fatal(err)
		}
	}
	x := &terminal{T: t, cmd: program(t, s, args...), master: unblocked(t, blocking), ended: make(chan struct{}), silent: make(chan struct{})}
	x.changed = sync.NewCond(&x.mu)
	x.screen = newScreen(int(cols), int(rows))
	x.before = x.settings()
	x.send(s.typed)
	x.cmd.Stdin, x.cmd.Stdout, x.cmd.Stderr = slave, slave, slave
	x.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := x.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	slave.Close()
	go x.read()
	go func() {
		_ = x.cmd.Wait() // the exit code is asked for later
		close(x.ended)
	}()
	t.Cleanup(func() {
		_ = syscall.Kill(-x.cmd.Process.Pid, syscall.SIGKILL)
		x.master.Close()
		<-x.ended
		if t.Failed() {
			t.Logf("the screen at the end:\n%s", strings.TrimSpace(x.now()))
		}
	})
	return x
}

// unblocked opens the terminal's end again in a way that a close, and a
// deadline, end a read that waits.
func unblocked(t *testing.T, f *os.File) *os.File {
	t.Helper()
	fd, err := unix.Dup(int(f.Fd()))
	if err == nil {
		err = unix.SetNonblock(fd, true)
	}
	if err != nil {
		t.Fatal(err)
	}
	unix.CloseOnExec(fd)
	f.Close()
	return os.NewFile(uintptr(fd), "terminal")
}

// read feeds the screen until the last process has closed the terminal.
func (x *terminal) read() {
	defer close(x.silent)
	chunk := make([]byte, 64<<10)
	for {
		n, err := x.master.Read(chunk)
		x.mu.Lock()
		x.take(chunk[:n])
		x.changed.Broadcast()
		for x.stalled {
			x.changed.Wait()
		}
		x.mu.Unlock()
		if err != nil && !errors.Is(err, os.ErrDeadlineExceeded) {
			return
		}
	}
}

// newScreen returns an emulated screen. What it would answer the program goes
// nowhere: the program's terminal is one that answers nothing.
func newScreen(cols, rows int) *vt.Emulator {
	screen := vt.NewEmulator(cols, rows)
	go func() { _, _ = io.Copy(io.Discard, screen) }()
	return screen
}

// take draws what was read.
func (x *terminal) take(b []byte) {
	x.raw = append(x.raw, b...)
	_, _ = x.screen.Write(b)
}

// text is what can be read on the screen, for a condition of [terminal.until],
// which holds the lock.
func (x *terminal) text() string { return x.screen.String() }

// now is what can be read on the screen by now.
func (x *terminal) now() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.text()
}

// written is everything the program wrote so far.
func (x *terminal) written() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	return string(x.raw)
}

// wait waits until the screen shows a pattern.
func (x *terminal) wait(pattern string) {
	x.Helper()
	re := regexp.MustCompile(pattern)
	x.until("the screen to show "+pattern, func() bool { return re.MatchString(x.text()) })
}

// waitRaw waits until something was written, seen or not.
func (x *terminal) waitRaw(s string) {
	x.Helper()
	x.until(fmt.Sprintf("%q to be written", s), func() bool { return bytes.Contains(x.raw, []byte(s)) })
}

// drawn waits until the framework, too, has drawn; our own first frame comes
// before.
func (x *terminal) drawn() {
	x.Helper()
	x.waitRaw(ansi.RequestKittyKeyboard)
}

// until waits for a condition that more output can make true.
func (x *terminal) until(what string, holds func() bool) {
	x.Helper()
	late := false
	timer := time.AfterFunc(patience, func() {
		x.mu.Lock()
		late = true
		x.changed.Broadcast()
		x.mu.Unlock()
	})
	defer timer.Stop()
	x.mu.Lock()
	defer x.mu.Unlock()
	for !holds() {
		if late {
			x.Fatalf("waited in vain for %s; written was, at the end, %q", what, x.raw[max(len(x.raw)-400, 0):])
		}
		x.changed.Wait()
	}
}

// quiet returns what is written within so long; nothing else can end the wait.
func (x *terminal) quiet(d time.Duration) string {
	x.mu.Lock()
	defer x.mu.Unlock()
	from, over := len(x.raw), false
	time.AfterFunc(d, func() {
		x.mu.Lock()
		over = true
		x.changed.Broadcast()
		x.mu.Unlock()
	})
	for !over && len(x.raw) == from {
		x.changed.Wait()
	}
	return string(x.raw[from:])
}

// send types.
func (x *terminal) send(keys string) {
	x.Helper()
	if _, err := x.master.WriteString(keys); err != nil {
		x.Error(err)
	}
}

// letGo waits until the key that changed the screen may act again: it was let go.
func (x *terminal) letGo() { <-time.After(500 * time.Millisecond) }

func (x *terminal) signal(s syscall.Signal) {
	x.Helper()
	if err := x.cmd.Process.Signal(s); err != nil {
		x.Error(err)
	}
}

// resize makes the window another size, and blank.
func (x *terminal) resize(cols, rows int) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.screen = newScreen(max(cols, 1), max(rows, 1))
	size := &unix.Winsize{Col: uint16(cols), Row: uint16(rows)}
	x.control(func(fd int) error { return unix.IoctlSetWinsize(fd, unix.TIOCSWINSZ, size) })
}

// stall stops reading and fills what lies between, so that the next write of
// the program has no room.
func (x *terminal) stall() {
	x.Helper()
	x.mu.Lock()
	x.stalled = true
	x.mu.Unlock()
	_ = x.master.SetReadDeadline(time.Unix(1, 0))
	x.control(func(fd int) error {
		n, err := unix.IoctlGetInt(fd, unix.TIOCGPTN)
		if err != nil {
			return err
		}
		slave, err := unix.Open(fmt.Sprintf("/dev/pts/%d", n), unix.O_WRONLY|unix.O_NONBLOCK|unix.O_NOCTTY, 0)
		if err != nil {
			return err
		}
		defer unix.Close(slave)
		// The kernel moves what is written further on, which makes room again.
		for full := false; !full; {
			for err = nil; err == nil; {
				_, err = unix.Write(slave, bytes.Repeat([]byte("x"), 4096))
			}
			if !errors.Is(err, unix.EAGAIN) && !errors.Is(err, unix.EINTR) {
				return err
			}
			n, err := unix.Poll([]unix.PollFd{{Fd: int32(slave), Events: unix.POLLOUT}}, 30)
			full = n == 0 && err == nil
		}
		return nil
	})
}

// goOn reads again.
func (x *terminal) goOn() {
	_ = x.master.SetReadDeadline(time.Time{})
	x.mu.Lock()
	x.stalled = false
	x.changed.Broadcast()
	x.mu.Unlock()
}

// settings are the line settings as they stand.
func (x *terminal) settings() (t unix.Termios) {
	x.Helper()
	x.control(func(fd int) error {
		now, err := unix.IoctlGetTermios(fd, unix.TCGETS)
		if err == nil {
			t = *now
		}
		return err
	})
	return t
}

func (x *terminal) control(f func(fd int) error) {
	x.Helper()
	conn, err := x.master.SyscallConn()
	if err == nil {
		cerr := conn.Control(func(fd uintptr) { err = f(int(fd)) })
		err = errors.Join(err, cerr)
	}
	if err != nil {
		x.Error(err)
	}
}

// uninterrupted makes a call again when a signal got between.
func uninterrupted(call func() error) error {
	for {
		if err := call(); !errors.Is(err, unix.EINTR) {
			return err
		}
	}
}

// exit is the program's exit code. It must come within so long.
func (x *terminal) exit(within time.Duration) int {
	x.Helper()
	select {
	case <-x.ended:
	case <-time.After(within):
		x.Fatalf("the program has not ended after %v", within)
	}
	return x.cmd.ProcessState.ExitCode()
}

// left fails unless the terminal is as it was found, once all output is read.
func (x *terminal) left() {
	x.Helper()
	select {
	case <-x.silent:
	case <-time.After(patience):
		x.Fatal("somebody still has the terminal")
	}
	x.restored()
}

// restored fails unless the terminal is now as it was found.
func (x *terminal) restored() {
	x.Helper()
	if now := x.settings(); now != x.before {
		x.Errorf("line settings are %+v and were %+v", now, x.before)
	}
	if on := stillOn(x.written()); len(on) > 0 {
		out := x.written()
		x.Errorf("still on: %s; the last that was written is %q", strings.Join(on, ", "), out[max(len(out)-200, 0):])
	}
}

var modes = regexp.MustCompile(`\x1b\[\?(\d+)([hl])|\x1b\[([<>])(\d*)u|\x1b\[>4(;2)?m|\x1b\](1?1[01])(?:;#|[\x07\x1b])|\x1b\[([\d;]*)m`)

// stillOn names what output has set and has not reset.
func stillOn(output string) []string {
	set := map[string]bool{}
	kitty := map[bool]int{} // the keyboard protocol's stack, one for each screen
	saved := false          // the style that goes with the cursor of the main screen
	for _, m := range modes.FindAllStringSubmatch(output, -1) {
		switch {
		case m[1] == "25" || m[1] == "7": // a visible cursor, and lines that wrap, are as it should be
			set["reset mode "+m[1]] = m[2] == "l"
		case m[1] == "1049":
			on := m[2] == "h"
			switch was := set["mode 1049"]; {
			case on && !was:
				saved = set["style"]
			case !on && was:
				set["style"] = saved
			}
			set["mode 1049"] = on
		case m[1] != "":
			set["mode "+m[1]] = m[2] == "h"
		case m[3] != "":
			if alt := set["mode 1049"]; m[3] == ">" {
				kitty[alt]++
			} else {
				kitty[alt] = max(kitty[alt]-1, 0)
			}
		case strings.HasPrefix(m[0], "\x1b[>4"):
			set["modified keys"] = m[5] != ""
		case m[6] != "":
			set["colour "+m[6][len(m[6])-2:]] = len(m[6]) == 2
		default:
			set["style"] = m[7] != "" && m[7] != "0"
		}
	}
	set["keyboard protocol on the main screen"] = kitty[false] > 0
	set["keyboard protocol on the other screen"] = kitty[true] > 0
	var on []string
	for name, is := range set {
		if is {
			on = append(on, name)
		}
	}
	slices.Sort(on)
	return on
}

// draw changes the screen behind the program's back.
func (x *terminal) draw(s string) {
	x.mu.Lock()
	defer x.mu.Unlock()
	_, _ = x.screen.Write([]byte(s))
}
