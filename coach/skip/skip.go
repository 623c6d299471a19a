// Package skip lets a test go where the machine lacks what it needs, and keeps
// the gate from letting it go unseen. Only tests import it.
package skip

import (
	"os"
	"os/exec"
	"testing"
)

// nothing is the variable under which a test that can't run has failed.
const nothing = "UNCRAMP_SKIP_NOTHING"

// Because skips the test for the reason given, as fmt.Sprintf takes it.
// Where UNCRAMP_SKIP_NOTHING is set, as in .ci/run, the test fails instead.
func Because(t testing.TB, format string, args ...any) {
	t.Helper()
	if os.Getenv(nothing) != "" {
		t.Fatalf(format+"; "+nothing+" asks that no test is skipped", args...)
	}
	t.Skipf(format, args...)
}

// Without returns the path of the first of these programs that is installed.
// It skips the test like Because if none is.
func Without(t testing.TB, programs ...string) string {
	t.Helper()
	for _, name := range programs {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	Because(t, "no program of these is installed: %v", programs)
	return ""
}
