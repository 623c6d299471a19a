package state

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"uncramp/coach/private"
	"uncramp/coach/session"
	"uncramp/coach/visit"
	"uncramp/routines"
)

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// in is a folder whose disk does what it should, and other places.
func in(path string, others ...string) Folder { return In(path, others, time.Now, private.Write) }

// running is a program that ends with the test: on Windows nobody takes its lock away before.
func running(t *testing.T, path string) Folder {
	t.Helper()
	f := in(path)
	t.Cleanup(func() { _ = f.lock.Unlock() })
	return f
}

func TestABookmarkIsKeptUntilItIsForgotten(t *testing.T) {
	path := t.TempDir()
	want := visit.Bookmark{Routine: "ease", Choice: session.Choice{Muscle: routines.Foot}, Phase: 3}
	f := running(t, path)
	if b := f.Bookmark(time.Now()); b != nil {
		t.Errorf("before anything was followed it is %+v", b)
	}
	must(t, f.KeepBookmark(&want))
	if b := f.Bookmark(time.Now()); b == nil || *b != want {
		t.Errorf("it is %+v, want %+v", b, want)
	}
	if b := f.Bookmark(time.Now().Add(13 * time.Hour)); b != nil {
		t.Errorf("half a day later it is %+v", b)
	}
	must(t, f.KeepBookmark(nil))
	must(t, f.KeepBookmark(nil))
	if b := f.Bookmark(time.Now()); b != nil {
		t.Errorf("forgotten it is %+v", b)
	}
}

// TestABookmarkBelongsToWhoFollows, who alone keeps, forgets and reads it.
func TestABookmarkBelongsToWhoFollows(t *testing.T) {
	path := t.TempDir()
	first, second := running(t, path), running(t, path)
	must(t, first.KeepBookmark(&visit.Bookmark{Routine: "ease"}))
	if b := second.Bookmark(time.Now()); b != nil {
		t.Errorf("another program is offered %+v", b)
	}
	must(t, second.KeepBookmark(&visit.Bookmark{Routine: "desk"}))
	must(t, second.KeepBookmark(nil))
	if b := first.Bookmark(time.Now()); b == nil || b.Routine != "ease" {
		t.Errorf("after another program wrote, it is %+v", b)
	}
	must(t, first.lock.Unlock()) // it ended
	if b := second.Bookmark(time.Now()); b == nil || b.Routine != "ease" {
		t.Errorf("the next program is offered %+v", b)
	}
}

func TestWhatCannotBeKeptSaysSo(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	must(t, os.WriteFile(path, nil, 0o600))
	f := in(path)
	if f.KeepBookmark(nil) == nil {
		t.Error("a file in the folder's place goes unsaid")
	}
	if got := f.KeepFault([]byte("x")); got != "please report it" {
		t.Errorf("of a fault it says %q", got)
	}
}

// TestTheFirstStartIsGreetedOnce, and again where that can't be kept.
func TestTheFirstStartIsGreetedOnce(t *testing.T) {
	f := in(filepath.Join(t.TempDir(), "not", "there"))
	if f.Greeted() {
		t.Error("it was before anything was kept")
	}
	must(t, f.KeepGreeted())
	must(t, f.KeepGreeted())
	if !f.Greeted() {
		t.Error("it is not kept")
	}
	file := filepath.Join(t.TempDir(), "file")
	must(t, os.WriteFile(file, nil, 0o600))
	if in(file).KeepGreeted() == nil {
		t.Error("a file in the folder's place goes unsaid")
	}
}
