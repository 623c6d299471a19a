//go:build linux

package term

import (
	"bytes"
	"errors"
	"fmt"
	"image/color"
	"io"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

// faultIn in the environment makes this test binary a program that is faulty
// in that place.
const faultIn = "TEST_BINARY_FAULT_IN"

// An init, not TestMain: the program starts before a test flag is read.
func init() {
	if place := os.Getenv(faultIn); place != "" {
		os.Exit(faulty(place))
	}
}

// toy is a program that falls where it is told to.
type toy struct {
	pressed bool
	update  func() // what falls in Update, once time went by
	effect  func() tea.Msg
}

func (m toy) Init() tea.Cmd {
	return tea.Tick(200*time.Millisecond, func(t time.Time) tea.Msg { return t })
}

func (m toy) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg.(type) {
	case time.Time:
		if m.update != nil {
			m.update()
		}
	case tea.KeyPressMsg:
		m.pressed = true
		if m.effect != nil {
			return m, Safely(m.effect)
		}
	}
	return m, nil
}

func (m toy) View() tea.View {
	if m.pressed && m.effect == nil {
		panic("the picture fell down")
	}
	return tea.View{
		AltScreen: true, MouseMode: tea.MouseModeCellMotion, ReportFocus: true, Content: "toy",
		ForegroundColor: color.White, BackgroundColor: color.Black,
	}
}

// faulty runs a program with a fault in it and returns its exit code.
func faulty(place string) int {
	var m toy
	t := Terminal{In: os.Stdin, Out: os.Stdout, Env: os.Environ(), Exit: os.Exit}
	switch place {
	case "Update":
		m.update = func() { panic("the clock fell down") }
	case "Cmd":
		m.effect = func() tea.Msg { panic("the shelf fell down") }
	case "nowhere":
		signals := make(chan int, 1)
		t.Signals = signals
		m.update = func() {
			signals <- 143
			select {} // Update does not come back
		}
	case "goroutine":
		before, _ := unix.IoctlGetTermios(0, unix.TCGETS)
		guard := &watchdog{out: newOutput(os.Stdout, formOf(nil)), exit: os.Exit, report: func(f *Fault) { fmt.Fprintln(os.Stderr, f) }}
		guard.restore = func() { _ = unix.IoctlSetTermios(0, unix.TCSETS, before) }
		m.update = func() {
			go guard.out.drain()
			go guard.protect(func() { panic("the floor fell down") })
		}
	}
	_, _, err := Run(func(int, int, Abilities) (tea.Model, string, func(int) []byte) {
		if place == "New" {
			panic("the clock fell down")
		}
		return m, " ", nil
	}, t)
	var fault *Fault
	if !errors.As(err, &fault) {
		fmt.Fprintln(os.Stderr, "no fault:", err)
		return 3
	}
	fmt.Fprintln(os.Stderr, fault)
	return 1
}

// TestAPanicInAnEffectIsAFault that ends the program.
func TestAPanicInAnEffectIsAFault(t *testing.T) {
	h := &host{model: toy{}, ending: func(int) {}}
	_, cmd := h.Update(Safely(func() tea.Msg { panic("broken") })())
	m, code, err := h.result()
	var f *Fault
	if !errors.As(err, &f) || f.Value != "broken" || !bytes.Contains(f.Stack, []byte("TestAPanic")) || code != 1 || m == nil || cmd == nil {
		t.Errorf("it ends with %d, %v", code, err)
	}
}

func TestTheTerminalComesBackFromAPanic(t *testing.T) {
	tests := []struct {
		name, place string
		typed       string // before the program runs
		keys        string // once the framework has drawn
		says        string
	}{
		{name: "in Update", place: "Update", says: "the clock fell down"},
		{name: "in View", place: "View", keys: "n", says: "the picture fell down"},
		{name: "in View before the framework has drawn", place: "View", typed: "n", says: "the picture fell down"},
		{name: "in a Cmd", place: "Cmd", keys: "n", says: "the shelf fell down"},
		{name: "in a Cmd before the framework has drawn", place: "Cmd", typed: "n", says: "the shelf fell down"},
		{name: "in a goroutine of our own", place: "goroutine", says: "the floor fell down"},
		{name: "before there is a program", place: "New", says: "the clock fell down"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			out, code := inTerminal(t, tt.place, tt.typed, tt.keys)
			if code != 1 {
				t.Errorf("exit code %d, not 1", code)
			}
			if !strings.Contains(out, tt.says) {
				t.Errorf("it does not say %q", tt.says)
			}
			undone(t, out)
		})
	}
}

// The watchdog ends it.
func TestAProgramThatHangsEndsOnASignalAllTheSame(t *testing.T) {
	t.Parallel()
	began := time.Now()
	out, code := inTerminal(t, "nowhere", "", "")
	if took := time.Since(began); code != 143 || took > 5*time.Second {
		t.Errorf("exit code %d after %v", code, took)
	}
	undone(t, out)
}

// TestTheWayOutIsWrittenHoweverMuchIsDue to a terminal that does not read.
func TestTheWayOutIsWrittenHoweverMuchIsDue(t *testing.T) {
	t.Parallel()
	master, slave, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer master.Close()
	o := newOutput(slave, formOf(nil))
	go o.drain()
	if _, err := o.Write([]byte("\x1b[?1049h" + strings.Repeat("frame", 200_000))); err != nil {
		t.Fatal(err)
	}
	o.close()
	written := o.flushed()
	slave.Close()
	if out, _ := io.ReadAll(master); !written || !strings.HasSuffix(string(out), leaveScreen) {
		t.Errorf("written: %t, and it ends with %q", written, out[max(len(out)-200, 0):])
	}
}

// undone fails unless output resets every mode it set.
func undone(t *testing.T, out string) {
	t.Helper()
	for _, pair := range [][2]string{
		{"\x1b[?1049h", "\x1b[?1049l"}, {"\x1b[?25l", "\x1b[?25h"}, {"\x1b]10;#", "\x1b]110"}, {"\x1b]11;#", "\x1b]111"},
		{"\x1b[?2004h", "\x1b[?2004l"}, {"\x1b[?2026h", "\x1b[?2026l"}, {"\x1b[>4;2m", "\x1b[>4m"}, {"\x1b[>1u", "\x1b[<1u"},
	} {
		if strings.LastIndex(out, pair[0]) > strings.LastIndex(out, pair[1]) {
			t.Errorf("%q was not undone", pair[0])
		}
	}
	if t.Failed() {
		t.Logf("written was %q", out)
	}
}

// inTerminal runs the faulty program in a pseudo-terminal to its end, and
// checks the line settings it leaves.
func inTerminal(t *testing.T, place, typed, keys string) (out string, code int) {
	t.Helper()
	master, slave, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer master.Close()
	settings := func() unix.Termios {
		s, err := unix.IoctlGetTermios(int(master.Fd()), unix.TCGETS)
		if err != nil {
			t.Fatal(err)
		}
		return *s
	}
	before := settings()
	if err := errors.Join(pty.Setsize(slave, &pty.Winsize{Cols: 80, Rows: 24}), write(master, typed)); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(os.Args[0])
	cmd.Env = []string{faultIn + "=" + place, "TERM=xterm-256color", "GORACE=atexit_sleep_ms=0"}
	cmd.Stdin, cmd.Stdout, cmd.Stderr = slave, slave, slave
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	slave.Close()
	late := time.AfterFunc(10*time.Second, func() { _ = cmd.Process.Kill() })
	defer late.Stop()
	for chunk := make([]byte, 4096); err == nil; { // the last one to close the terminal makes it an error
		var n int
		n, err = master.Read(chunk)
		out += string(chunk[:n])
		if strings.Contains(out, "\x1b[?u") {
			_ = write(master, keys)
			keys = ""
		}
	}
	_ = cmd.Wait() // the code tells
	if after := settings(); after != before {
		t.Errorf("line settings are %+v and were %+v", after, before)
	}
	return out, cmd.ProcessState.ExitCode()
}

func write(w io.Writer, s string) error {
	_, err := io.WriteString(w, s)
	return err
}
