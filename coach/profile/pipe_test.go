//go:build unix

package profile

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// TestAPipeIsNotWaitedFor, into which nobody writes.
func TestAPipeIsNotWaitedFor(t *testing.T) {
	s := store(t)
	must(t, os.MkdirAll(filepath.Dir(s.Path()), 0o700))
	must(t, syscall.Mkfifo(s.Path(), 0o600))
	if p, err := s.Read(); err == nil || !p.Unreadable() {
		t.Errorf("%v, %v", p, err)
	}
}
