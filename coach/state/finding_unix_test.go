//go:build unix

package state

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"uncramp/coach/skip"
	"uncramp/coach/triage"
	"uncramp/coach/visit"
)

// TestWhatWouldHangIsNotOpened: pipes, and links in a circle.
func TestWhatWouldHangIsNotOpened(t *testing.T) {
	path := t.TempDir()
	at := filepath.Join(path, findingFile)
	must(t, syscall.Mkfifo(at, 0o600))
	unreadable(t, "a pipe", path, "it is no ordinary file")
	path = t.TempDir()
	must(t, os.Symlink("nowhere", filepath.Join(path, findingFile)))
	unreadable(t, "a link that leads nowhere", path, "it is a link that leads nowhere")
	path = t.TempDir()
	must(t, os.Symlink(findingFile, filepath.Join(path, findingFile)))
	if got := onDisk(path); got.Level != triage.Unreadable {
		t.Errorf("a link to itself is %+v", got)
	}
	if keep(t, in(path), found(triage.Clear, 0)).Blocks() || onDisk(path).Blocks() {
		t.Error("a link to itself can't be replaced")
	}
}

func TestALinkToAFindingIsFollowed(t *testing.T) {
	path, elsewhere := t.TempDir(), t.TempDir()
	keep(t, in(elsewhere), found(triage.Today, 0))
	must(t, os.Symlink(filepath.Join(elsewhere, findingFile), filepath.Join(path, findingFile)))
	if !onDisk(path).Blocks() {
		t.Error("it is not read")
	}
	keep(t, in(path), found(triage.Clear, 0))
	if onDisk(path).Blocks() || onDisk(elsewhere).Blocks() {
		t.Error("it is not written")
	}
}

// TestAPipeAsALockHoldsUpNothing.
func TestAPipeAsALockHoldsUpNothing(t *testing.T) {
	path := t.TempDir()
	for _, name := range []string{bookmarkFile + ".lock", findingFile + ".lock", bookmarkFile} {
		must(t, syscall.Mkfifo(filepath.Join(path, name), 0o600))
	}
	f := in(path)
	if f.Bookmark(f.now()) != nil || f.KeepBookmark(&visit.Bookmark{}) == nil {
		t.Error("a bookmark is kept")
	}
	if keep(t, f, found(triage.Today, 0)); !onDisk(path).Blocks() {
		t.Error("a finding is not kept")
	}
}

// TestWhatMayNotBeReadBlocks: a file without permissions, such as another user's,
// and a folder without. A check that is taken again replaces it, or is kept in
// another place.
func TestWhatMayNotBeReadBlocks(t *testing.T) {
	if skip.Root(t) {
		return
	}
	path := t.TempDir()
	keep(t, in(path), found(triage.Clear, 0))
	must(t, os.Chmod(filepath.Join(path, findingFile), 0))
	unreadable(t, "a file without permissions", path, errForbidden.Error())

	path, other := filepath.Join(t.TempDir(), "state"), filepath.Join(t.TempDir(), "other")
	keep(t, in(path), found(triage.Clear, 0))
	must(t, os.Chmod(path, 0))
	t.Cleanup(func() { must(t, os.Chmod(path, 0o700)) })
	if got := onDisk(path, other); got.Level != triage.Unreadable {
		t.Errorf("in a folder without permissions it is %+v", got)
	}
	if err := in(path, other).KeepFinding(found(triage.Clear, 0))(); !errors.Is(err, ErrTemporary) || onDisk(path, other).Blocks() {
		t.Errorf("a check taken again does not hold: %v", err)
	}
}

// TestAFolderThatIsReadOnly: the second place is taken, and what stands in the
// first does not hold over it.
func TestAFolderThatIsReadOnly(t *testing.T) {
	if skip.Root(t) {
		return
	}
	path, other := filepath.Join(t.TempDir(), "state"), filepath.Join(t.TempDir(), "other")
	keep(t, in(path), found(triage.Clear, 0))
	must(t, os.Chmod(path, 0o500))
	t.Cleanup(func() { must(t, os.Chmod(path, 0o700)) })
	for _, l := range []triage.Level{triage.Emergency, triage.Clear} {
		if err := in(path, other).KeepFinding(found(l, 0))(); !errors.Is(err, ErrTemporary) || onDisk(path, other).Level != l {
			t.Errorf("%s: the next program finds %+v: %v", l, onDisk(path, other), err)
		}
	}
}

// TestAPlaceThatIsNotOursDoesNotCount, neither to read nor to write.
func TestAPlaceThatIsNotOursDoesNotCount(t *testing.T) {
	folder := t.TempDir()
	path, open := filepath.Join(folder, "file"), filepath.Join(folder, "open")
	must(t, os.WriteFile(path, nil, 0o600))
	keep(t, in(open), found(triage.Emergency, 0))
	must(t, os.Chmod(open, 0o777))
	link := filepath.Join(folder, "link")
	must(t, os.Symlink(open, link))
	for _, other := range []string{open, link} {
		if got := onDisk(path, other); got.Level != "" {
			t.Errorf("in %s it finds %+v", other, got)
		}
		if err := in(path, other).KeepFinding(found(triage.Today, 0))(); err == nil || onDisk(open).Level != triage.Emergency {
			t.Errorf("it is kept in %s: %v", other, err)
		}
	}
}
