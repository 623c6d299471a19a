package cue

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"time"
)

// drain is how long a program's leftovers may hold its streams open.
const drain = 100 * time.Millisecond

// mostOutput is how much a program may print, and mostComplaint how much it may
// complain; what is beyond is thrown away.
const (
	mostOutput    = 16 << 20
	mostComplaint = 4 << 10
)

// run carries a program out until it ends or the context is done, and returns
// what it printed. Whatever it started is killed with it, and afterwards. An
// error ends with the last line of its complaints.
func run(ctx context.Context, stdin []byte, program string, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, program, args...)
	out, complaint := &limited{left: mostOutput}, &limited{left: mostComplaint}
	cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(stdin), out, complaint
	cmd.WaitDelay = drain
	ofItsOwn(cmd)
	err := cmd.Run()
	endGroup(cmd)
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case errors.Is(err, exec.ErrWaitDelay): // it did its work; what it left behind is gone now
	case err != nil:
		return nil, fmt.Errorf("%s: %w%s", program, err, complaint.lastLine())
	}
	return out.kept, nil
}

// limited keeps the first bytes that are written to it. It takes them by Write
// alone: a buffer within it would offer ways around the limit.
type limited struct {
	kept []byte
	left int
}

func (l *limited) Write(b []byte) (int, error) {
	keep := min(len(b), l.left)
	l.left -= keep
	l.kept = append(l.kept, b[:keep]...)
	return len(b), nil
}

// lastLine is the last line in words, after a colon.
func (l *limited) lastLine() string {
	text := bytes.TrimSpace(l.kept)
	words := plain(string(text[bytes.LastIndexByte(text, '\n')+1:]))
	if words == "" {
		return ""
	}
	return ": " + words
}
