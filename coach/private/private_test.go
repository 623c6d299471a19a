package private

import (
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"uncramp/coach/skip"
)

func holds(t *testing.T, path, want string) {
	t.Helper()
	got, err := os.ReadFile(path)
	if err != nil || string(got) != want {
		t.Errorf("%s holds %q, want %q (%v)", path, got, want, err)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if got := info.Mode().Perm(); got != 0o600 && runtime.GOOS != "windows" { // which has no such modes
		t.Errorf("the mode of %s is %v", path, got)
	}
}

func TestWriteIsForItsOwner(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "file")
	for _, text := range []string{"new", "longer than before", ""} {
		if err := Write(path, []byte(text)); err != nil {
			t.Fatal(err)
		}
		holds(t, path, text)
		if err := os.Chmod(path, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(folder, "*")); len(left) != 1 {
		t.Errorf("beside the file stand %v", left)
	}
}

func TestWriteGoesToWhatALinkLinksTo(t *testing.T) {
	folder := t.TempDir()
	link, path := filepath.Join(folder, "link"), filepath.Join(folder, "file")
	if err := os.WriteFile(path, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(path, link); err != nil {
		skip.Because(t, "no links can be made here: %v", err)
	}
	if err := Write(link, []byte("text")); err != nil {
		t.Fatal(err)
	}
	holds(t, path, "text")
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v, %v", info, err)
	}
}

// TestReplaceTakesThePlaceOfALink, and leaves what that links to; else it is [Write].
func TestReplaceTakesThePlaceOfALink(t *testing.T) {
	folder := t.TempDir()
	path, link, dead := filepath.Join(folder, "file"), filepath.Join(folder, "link"), filepath.Join(folder, "dead")
	for name, to := range map[string]string{link: "file", dead: "none"} {
		if err := os.Symlink(to, name); err != nil {
			skip.Because(t, "no links can be made here: %v", err)
		}
	}
	write(t, path, "before")
	for _, name := range []string{link, dead, filepath.Join(folder, "new")} {
		if err := Replace(name, []byte("text")); err != nil {
			t.Fatal(err)
		}
		holds(t, name, "text")
		if info, err := os.Lstat(name); err != nil || !info.Mode().IsRegular() {
			t.Errorf("%s is %v, %v", name, info, err)
		}
	}
	if b, err := os.ReadFile(path); err != nil || string(b) != "before" {
		t.Errorf("the link's file has %q, %v", b, err)
	}
	if err := Replace(folder, nil); err == nil || !strings.Contains(err.Error(), "is a folder") {
		t.Errorf("a folder: %v", err)
	}
}

// TestAFileIsReadAndWrittenAtOnce: readers see one whole, and keep nobody from writing.
func TestAFileIsReadAndWrittenAtOnce(t *testing.T) {
	path, texts := filepath.Join(t.TempDir(), "file"), []string{strings.Repeat("a", 5000), strings.Repeat("b", 7000)}
	write(t, path, texts[0])
	for n := range 50 {
		read := make(chan error)
		for range 2 {
			go func() {
				b, err := Read(path, 1<<20)
				if err == nil && !slices.Contains(texts, string(b)) {
					err = fmt.Errorf("%d bytes are read", len(b))
				}
				read <- err
			}()
		}
		if err := errors.Join(Write(path, []byte(texts[n%2])), <-read, <-read); err != nil {
			t.Fatal(err)
		}
	}
}

// TestWriteLeavesALinkThatLeadsNowhere: it is not to become a file itself.
func TestWriteLeavesALinkThatLeadsNowhere(t *testing.T) {
	folder := t.TempDir()
	for name, target := range map[string]string{"gone": "none", "loop": "loop", "far": filepath.Join(folder, "none", "file")} {
		link := filepath.Join(folder, name)
		if err := os.Symlink(target, link); err != nil {
			skip.Because(t, "no links can be made here: %v", err)
		}
		if err := Write(link, []byte("text")); err == nil || !strings.Contains(err.Error(), "leads nowhere") || !strings.Contains(err.Error(), link) {
			t.Errorf("%s: %v", name, err)
		}
		if got, err := os.Readlink(link); err != nil || got != target {
			t.Errorf("%s links to %q now, %v", name, got, err)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(folder, "*")); len(left) != 3 {
		t.Errorf("beside the links stand %v", left)
	}
}

func TestWriteTakesThePlaceOfFilesOnly(t *testing.T) {
	folder := t.TempDir()
	for path, want := range map[string]string{folder: "is a folder", filepath.Join(folder, "none", "file"): "make it first"} {
		if err := Write(path, nil); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", path, err)
		}
	}
	socket := filepath.Join(folder, "s")
	l, err := net.Listen("unix", socket)
	if err != nil {
		skip.Because(t, "no sockets can be made here: %v", err)
	}
	defer func() { _ = l.Close() }()
	if err := Write(socket, nil); err == nil || !strings.Contains(err.Error(), "no ordinary file") {
		t.Errorf("a socket is overwritten: %v", err)
	}
}

// TestWriteByLeavesNothingOfAFailure fails in the middle of a file, where one is and
// where none is.
func TestWriteByLeavesNothingOfAFailure(t *testing.T) {
	folder, fails := t.TempDir(), errors.New("it fails")
	old := filepath.Join(folder, "old")
	if err := Write(old, []byte("old")); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{old, filepath.Join(folder, "new")} {
		err := WriteBy(path, func(f *os.File) error {
			_, err := f.WriteString("half of it")
			return errors.Join(err, fails)
		})
		if !errors.Is(err, fails) {
			t.Errorf("%s: %v", path, err)
		}
	}
	left, err := os.ReadDir(folder)
	if b, _ := os.ReadFile(old); err != nil || len(left) != 1 || string(b) != "old" {
		t.Errorf("left are %v, and in the old one %q", left, b)
	}
}
