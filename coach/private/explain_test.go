package private

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"uncramp/coach/skip"
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
	folder := t.TempDir()
	file := filepath.Join(folder, "file")
	write(t, file, "")
	if runtime.GOOS != "windows" { // which has other faults for these
		tells(t, Write(filepath.Join(folder, strings.Repeat("x", 300)), nil), "its name is too long; choose")
		tells(t, Write(filepath.Join(file, "x"), nil), "no folder; see")
		tells(t, MakeFolder(filepath.Join(file, "x")), "no folder; see")
	}
	link := filepath.Join(folder, "link")
	if err := os.Symlink("nowhere", link); err != nil {
		skip.Because(t, "no links can be made here: %v", err)
	}
	tells(t, MakeFolder(link), "it is a link that leads to no folder")
}

func tells(t *testing.T, err error, want string) {
	t.Helper()
	if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "uncramp-") {
		t.Errorf("%v; want %q", err, want)
	}
}
