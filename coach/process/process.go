// Package process runs helper programs: those that play and speak, notify, keep
// awake and schedule. Nothing else in the program starts one.
//
// Its contract: a helper can't hurt. It has a deadline and a session of its own,
// without a terminal to ask on. What it prints is bounded, and read until it
// ends. When it ends, is given up, or the program itself ends, whatever it has
// started is killed with it, but for a service. Text reaches it as its input, or after a "--".
package process

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"sync"
	"time"

	"uncramp/coach/text"
)

const (
	// MaxOutput is how many bytes of what a helper prints are kept; the rest is
	// read, and thrown away.
	MaxOutput = 4 << 20
	// maxComplaint is the same for what it complains of.
	maxComplaint = 4 << 10
	// DefaultTimeout is how long a helper may take that names no timeout.
	DefaultTimeout = 10 * time.Second
	// drainTimeout is how long what a helper leaves behind may hold its output open.
	drainTimeout = 100 * time.Millisecond
	// releaseTimeout is how long a helper that holds something may take to end by
	// itself once its input has ended.
	releaseTimeout = 300 * time.Millisecond
)

// Command is a helper to be run.
type Command struct {
	Program string // a name to be looked for in the path, or a path
	Args    []string
	Env     []string // what its environment has beside ours, as NAME=value
	Input   []byte
	Timeout time.Duration // zero: DefaultTimeout
	// StartsService says that what it starts serves others, too: it alone is killed. The
	// service may be in its session without being its own.
	StartsService bool
}

// Find returns the path of a program; the error says that it is not installed.
func Find(program string) (string, error) {
	path, err := exec.LookPath(program)
	if err != nil {
		return "", fmt.Errorf("%s is not installed", program)
	}
	return path, nil
}

// Run runs a helper until it ends, its timeout is over or the context is done,
// and returns what it printed. An error ends with the last line that the helper
// complained with; where it was given up, it is the context's.
func Run(ctx context.Context, c Command) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, cmp.Or(c.Timeout, DefaultTimeout))
	defer cancel()
	out, complaint := &limited{left: MaxOutput}, &limited{left: maxComplaint}
	cmd := command(ctx, c)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(c.Input), out, complaint
	cmd.WaitDelay = drainTimeout
	kill := killGroup
	if c.StartsService {
		kill = killAlone
	}
	cmd.Cancel = func() error { return kill(cmd) }
	endWithUs(cmd)
	err := running.run(cmd, kill, kill)
	switch {
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		return nil, &stopped{c.Program + " gave no answer in time", ctx.Err()}
	case ctx.Err() != nil:
		return nil, &stopped{c.Program + " was stopped", ctx.Err()}
	case errors.Is(err, exec.ErrWaitDelay): // it did its work; what it left behind is gone now
	case errors.Is(err, exec.ErrNotFound), errors.Is(err, fs.ErrNotExist):
		return nil, &stopped{c.Program + " is not installed; install it, or do without", err}
	case errors.Is(err, fs.ErrPermission):
		return nil, &stopped{c.Program + " can't be run; see that you may", err}
	case err != nil:
		return nil, fmt.Errorf("%s: %w%s", c.Program, err, complaint.lastLine())
	}
	return out.kept, nil
}

// stopped says that a helper was given up, or didn't start. Why is for programs, not for people.
type stopped struct {
	what string
	why  error
}

func (s *stopped) Error() string { return s.what }
func (s *stopped) Unwrap() error { return s.why }

// Hold runs a helper that holds something for us as long as its input is open,
// which is until the context is done or our process ends, however it ends. What
// it prints is not read, and its Input counts for nothing. One with a Timeout has
// something to undo, which may take so long: StopAll ends its input alone.
func Hold(ctx context.Context, c Command) error {
	cmd := command(ctx, c)
	input, err := cmd.StdinPipe()
	if err != nil {
		return fmt.Errorf("%s can't be given input: %w", c.Program, err)
	}
	defer func() { _ = input.Close() }() // what reads it is gone by then
	cmd.Cancel = input.Close             // it ends by itself then
	cmd.WaitDelay = cmp.Or(c.Timeout, releaseTimeout)
	stop := killGroup
	if c.Timeout > 0 {
		stop = func(*exec.Cmd) error { return input.Close() }
	}
	return running.run(cmd, stop, killGroup)
}

func command(ctx context.Context, c Command) *exec.Cmd {
	cmd := exec.CommandContext(ctx, c.Program, c.Args...)
	cmd.Env = append(os.Environ(), c.Env...)
	ownSession(cmd)
	return cmd
}

// StopAll kills every helper with what it has started, but for one that has something
// to undo. It is called on every way
// out of the program: from then on no other begins, and neither Run nor Hold
// returns, or a command would take for a failure that we have killed its helper,
// and end with a code of its own. A second call waits for the end of the process.
func StopAll() {
	running.mu.Lock() // for good
	for cmd, stop := range running.helpers {
		_ = stop(cmd) // one that has ended by now is as good
	}
}

// running are the helpers of this process.
var running = group{helpers: map[*exec.Cmd]killer{}}

type group struct {
	mu      sync.Mutex
	helpers map[*exec.Cmd]killer
}

// killer ends a helper, by itself or with what it has started.
type killer func(*exec.Cmd) error

// killAlone kills a helper by itself. One whose end was waited for is left alone.
func killAlone(cmd *exec.Cmd) error { return cmd.Process.Kill() }

// run starts a helper and waits for its end. StopAll stops it; when it has ended, what
// it leaves behind is killed.
func (g *group) run(cmd *exec.Cmd, stop, kill killer) error {
	// On Linux a helper ends with the thread that started it; see endWithUs.
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if err := g.start(cmd, stop); err != nil {
		return err
	}
	err := cmd.Wait()
	g.mu.Lock()
	defer g.mu.Unlock()
	_ = kill(cmd) // there is nobody left, as a rule
	delete(g.helpers, cmd)
	return err
}

func (g *group) start(cmd *exec.Cmd, stop killer) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	err := cmd.Start()
	if err == nil {
		g.helpers[cmd] = stop
	}
	return err
}

// limited keeps the first bytes that are written to it. It takes them by Write
// alone: a buffer within it would offer ways around the limit.
type limited struct {
	kept []byte
	left int
}

// Write implements io.Writer; it takes everything.
func (l *limited) Write(b []byte) (int, error) {
	keep := min(len(b), l.left)
	l.left -= keep
	l.kept = append(l.kept, b[:keep]...)
	return len(b), nil
}

// lastLine is the last line that has words, after a colon.
func (l *limited) lastLine() string {
	said := bytes.TrimSpace(l.kept)
	line := text.Clean(string(said[bytes.LastIndexByte(said, '\n')+1:]))
	if line = strings.Join(strings.Fields(line), " "); line == "" {
		return ""
	}
	return ": " + line
}
