//go:build unix

package skip

import (
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
)

// nobody is the user without any rights.
const nobody = 65534

// Root is for a test of what a user may not do, which root may. As root it runs
// the test once more as nobody, in a process of its own, and reports true: the
// test has been done. For everybody else it reports false.
func Root(t *testing.T) bool {
	t.Helper()
	if os.Getuid() != 0 {
		return false
	}
	// The file may lie where nobody can't go; this name of it leads there.
	cmd := exec.CommandContext(t.Context(), "/proc/self/exe", "-test.v", "-test.run=^"+t.Name()+"$")
	cmd.Dir = os.TempDir()
	cmd.Env = append(os.Environ(), "TMPDIR="+os.TempDir(), "HOME=/nonexistent")
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	out, err := cmd.CombinedOutput()
	switch {
	case cmd.ProcessState == nil:
		Because(t, "root may do everything, and nobody can't run this test: %v", err)
	case err != nil || !strings.Contains(string(out), "--- PASS: "+t.Name()):
		t.Errorf("as nobody: %v\n%s", err, out)
	}
	return true
}
