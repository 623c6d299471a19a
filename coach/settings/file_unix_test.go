//go:build unix

package settings

import (
	"os"
	"testing"

	"uncramp/coach/skip"
)

func TestAFileThatMayNotBeReadStays(t *testing.T) {
	if skip.Root(t) {
		return
	}
	path := file(t, "rate: 90\n")
	if err := os.Chmod(path, 0); err != nil {
		t.Fatal(err)
	}
	s, err := Read(path)
	if err == nil || !says(nil, s) {
		t.Errorf("got %+v, %v", s, err)
	}
	if err := Keep(path, Change{Name: "rate", Text: "100"}); err == nil {
		t.Error("it was written over")
	}
}
