package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"
	"testing"

	"uncramp/coach/triage"
)

// TestWhatTheSystemSaysHasARemedy, unless who handed it on gave one.
func TestWhatTheSystemSaysHasARemedy(t *testing.T) {
	full := &fs.PathError{Op: "write", Path: "r.md", Err: syscall.ENOSPC}
	_, missing := os.Open("no/such/file")
	for err, want := range map[error]string{
		fmt.Errorf("the report is not written: %w", full):             "the report is not written: r.md: the disk is full; free some space",
		fmt.Errorf("not saved: the disk is full; free it (%w)", full): fmt.Sprintf("not saved: the disk is full; free it (%v)", full),
		missing:             "no/such/file: there is no such file or folder; see how it is written",
		errors.New("wrong"): "wrong",
	} {
		if got := withRemedy(err); got != want {
			t.Errorf("got  %q\nwant %q", got, want)
		}
	}
}

// TestWhatCanNotBePrinted is told, unless the terminal is gone: then nobody reads it.
func TestWhatCanNotBePrinted(t *testing.T) {
	for _, args := range [][]string{{"now", "--plain"}, {"start", "bedtime", "--plain"}, {"--plain"}, {"list"}, {"check"}, {"log", "--plain"}} {
		for typed, want := range map[bool]int{false: Failed, true: hungUp} {
			x := newTypist(t, triage.Finding{}, "q")
			x.Typed, x.Out = typed, broken{}
			if code := x.Run(args); code != want {
				t.Errorf("%q exits with %d, not %d, typed %v; it says %q", args, code, want, typed, x.err)
			}
		}
	}
}

// broken is a writer that fails, as a terminal does that is gone.
type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, syscall.EIO }
