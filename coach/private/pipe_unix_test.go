//go:build unix

package private

import (
	"path/filepath"
	"syscall"
	"testing"
)

// pipes are pipes that nobody writes to: to open one would wait without end.
func pipes(t *testing.T, folder string) []string {
	t.Helper()
	path := filepath.Join(folder, "pipe")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	return []string{path}
}
