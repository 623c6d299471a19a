package private

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestWhatTheSystemSaysIsSaidInOurWords wherever it stands in an error.
func TestWhatTheSystemSaysIsSaidInOurWords(t *testing.T) {
	for _, c := range []struct {
		in   error
		want string
	}{
		{nil, "<nil>"},
		{errors.New("wrong"), "wrong"},
		{ErrTooLarge, ErrTooLarge.Error()},
		{fmt.Errorf("not kept: %w", &fs.PathError{Op: "write", Path: "a/b", Err: syscall.ENOSPC}), "not kept: a/b: the disk is full; free some space"},
		{fmt.Errorf("a/b: %w", syscall.EIO), "a/b: the disk fails; choose another, or see whether it is well connected"},
		{os.NewSyscallError("fcntl", syscall.EROFS), "the disk can't be written to; choose another place"},
		{&os.LinkError{Op: "rename", Old: "a", New: "b", Err: syscall.EISDIR}, "b: it is a folder; name a file in it"},
		{errors.Join(errors.New("first"), syscall.ENOSPC), "first\nthe disk is full; free some space"},
	} {
		got := Explain(c.in)
		if fmt.Sprint(got) != c.want || !errors.Is(got, c.in) {
			t.Errorf("%v becomes %v, want %s", c.in, got, c.want)
		}
		if again := Explain(got); fmt.Sprint(again) != c.want {
			t.Errorf("twice it is %v", again)
		}
	}
}

// TestWhatIsNotWrittenSaysWhatToDo and not under which name it was tried.
func TestWhatIsNotWrittenSaysWhatToDo(t *testing.T) {
	long := filepath.Join(t.TempDir(), strings.Repeat("x", 300))
	for err, want := range map[error]string{
		Write(long, nil): "its name is too long; choose", Write(filepath.Join("/dev/null", "x"), nil): "no folder; see",
		MakeFolder(filepath.Join("/dev/null", "x")): "no folder; see",
		MakeFolder(deadLink(t)):                     "it is a link that leads to no folder",
	} {
		if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "uncramp-") {
			t.Errorf("%v; want %q", err, want)
		}
	}
}

// deadLink is a link to nothing.
func deadLink(t *testing.T) string {
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink("nowhere", link); err != nil {
		t.Fatal(err)
	}
	return link
}
