package cue

import (
	"runtime"
	"strings"
	"testing"
	"time"
)

// shell runs a script with run.
func shell(t *testing.T, script string) ([]byte, error) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the programs are shell scripts, and Windows has no shell for them")
	}
	return run(t.Context(), []byte("words"), "/bin/sh", "-c", script)
}

func TestRunReturnsWhatWasPrinted(t *testing.T) {
	got, err := shell(t, "echo of no interest >&2; cat; echo ' printed'")
	if err != nil || string(got) != "words printed\n" {
		t.Errorf("got %q, %v", got, err)
	}
}

func TestOutputIsBounded(t *testing.T) {
	got, err := shell(t, "head -c 40000000 /dev/zero >&2; head -c 40000000 /dev/zero")
	if err != nil || len(got) != mostOutput || cap(got) > 2*mostOutput {
		t.Errorf("kept %d bytes in %d, %v", len(got), cap(got), err)
	}
}

func TestFailureComesWithTheComplaint(t *testing.T) {
	for script, want := range map[string]string{
		"exit 3": "/bin/sh: exit status 3",
		"echo first >&2; echo 'no device' >&2; echo >&2; exit 1":              "/bin/sh: exit status 1: no device",
		`printf '\033[31mred\007 alert\n' >&2; exit 1`:                        "/bin/sh: exit status 1: 31mred alert",
		"i=0; while [ $i -lt 9999 ]; do echo y; i=$((i+1)); done >&2; exit 1": "/bin/sh: exit status 1: y",
	} {
		if _, err := shell(t, script); err == nil || err.Error() != want {
			t.Errorf("%q: %v, want %s", script, err, want)
		}
	}
	if _, err := run(t.Context(), nil, "/no/such/program"); err == nil || !strings.Contains(err.Error(), "/no/such/program") {
		t.Errorf("a program that is missing: %v", err)
	}
}

// TestLeftoversAreNoFault leaves a child behind that holds the output open.
func TestLeftoversAreNoFault(t *testing.T) {
	begun := time.Now()
	got, err := shell(t, "sleep 1000 & echo $!")
	if err != nil || time.Since(begun) > time.Second {
		t.Errorf("%v after %v", err, time.Since(begun))
	}
	if runtime.GOOS != "linux" {
		return
	}
	until(t, "the child is gone", func() bool { return !lives(t, strings.TrimSpace(string(got))) })
}

// inTime tries something up to five times until it is as quick as it has to be:
// a machine that others keep busy is late now and then, a fault always.
func inTime(t *testing.T, limit time.Duration, try func(t *testing.T) (took time.Duration)) {
	t.Helper()
	for take := 1; ; take++ {
		took := try(t)
		if took <= limit {
			return
		}
		if t.Logf("it took %v, and may take %v", took, limit); take == 5 {
			t.Fatal("it was too late each time")
		}
	}
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
