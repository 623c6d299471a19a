package private

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
	"testing"
	"time"
)

// TestWindowsFaultsAreOurs: each number of Windows has words of ours, and only there.
func TestWindowsFaultsAreOurs(t *testing.T) {
	for number, is := range windowsFaults {
		err := &fs.PathError{Op: "open", Path: "a", Err: number}
		if got := commonOf("windows", err); !errors.Is(got, is) {
			t.Errorf("%d is %v, want %v", uint(number), got, is)
		}
		if got := commonOf("linux", err); !errors.Is(got, err) {
			t.Errorf("on Linux %d is %v", uint(number), got)
		}
		said := false
		for _, f := range faults {
			said = said || errors.Is(is, f.of)
		}
		if !said {
			t.Errorf("nothing is said of %v", is)
		}
	}
}

func TestOnlyWindowsHoldsFiles(t *testing.T) {
	sharing, full := &os.LinkError{Op: "replace", Err: syscall.Errno(32)}, &os.LinkError{Op: "replace", Err: syscall.Errno(112)}
	for _, tt := range []struct {
		system string
		err    error
		want   bool
	}{
		{"windows", sharing, true}, {"windows", full, false}, {"windows", fs.ErrPermission, true}, {"windows", fs.ErrNotExist, false},
		{"windows", nil, false}, {"linux", sharing, false}, {"linux", fs.ErrPermission, false},
	} {
		if got := isHeldOn(tt.system, tt.err); got != tt.want {
			t.Errorf("%s, %v: %v", tt.system, tt.err, got)
		}
	}
}

// TestAHeldFileIsTriedAgain until it can be had, or the time is over.
func TestAHeldFileIsTriedAgain(t *testing.T) {
	busy, full := errors.New("busy"), errors.New("full")
	held := func(err error) bool { return errors.Is(err, busy) }
	for _, tt := range []struct {
		most    time.Duration
		answers []error
		want    error
		tries   int
	}{
		{time.Hour, []error{nil}, nil, 1}, {time.Hour, []error{full}, full, 1}, {time.Hour, []error{busy, busy, nil}, nil, 3},
		{time.Hour, []error{busy, full}, full, 2}, {0, []error{busy, busy, busy, busy}, busy, 0},
	} {
		tries := 0
		err := patiently(tt.most, held, func() error { tries++; return tt.answers[min(tries, len(tt.answers))-1] })
		if !errors.Is(err, tt.want) || tt.tries > 0 && tries != tt.tries {
			t.Errorf("%v: %v after %d tries", tt, err, tries)
		}
	}
}
