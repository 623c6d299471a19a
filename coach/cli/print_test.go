package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"
	"testing"
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
