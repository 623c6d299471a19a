package syncfolder

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"uncramp/coach/diary/exchange"
	"uncramp/coach/journal"
	"uncramp/coach/record"
)

var long = flag.Bool("long", false, "thousands of trials instead of some")

// trials is how often something is tried.
func trials(quick, thorough int) int {
	if *long {
		return thorough
	}
	return quick
}

// evening is when the tests take place.
var evening = time.Date(2026, 11, 21, 22, 30, 0, 0, time.FixedZone("", 3600))

// home is a device with a diary of its own.
type home struct {
	*journal.Journal
	path  string        // of the diary
	ahead time.Duration // by how much its clock is
}

// world is some homes, what time it really is, and the folder that they share.
type world struct {
	now    time.Time
	folder string
	homes  []*home
}

func worldOf(t testing.TB, homes int) *world {
	t.Helper()
	w := &world{now: evening, folder: t.TempDir()}
	for range homes {
		h := &home{path: filepath.Join(t.TempDir(), "uncramp", "diary.db")}
		h.Journal = journal.New(h.path, func() time.Time { return w.now.Add(h.ahead) })
		w.homes = append(w.homes, h)
	}
	return w
}

// of is a sync of a home.
func (w *world) of(h *home) Sync {
	return Sync{
		Folder: w.folder, Journal: h.Journal, Lock: filepath.Join(filepath.Dir(h.path), "sync.lock"),
		Now: func() time.Time { return w.now.Add(h.ahead) },
	}
}

// sync syncs a home, at which nothing may be wrong.
func (w *world) sync(t testing.TB, h *home) Result {
	t.Helper()
	w.now = w.now.Add(time.Second)
	r, err := w.of(h).Run()
	must(t, err)
	for _, f := range r.Files {
		must(t, f.Fault)
	}
	return r
}

// settle has every home read what all others have.
func (w *world) settle(t testing.TB) {
	t.Helper()
	for range 2 {
		for _, h := range w.homes {
			w.sync(t, h)
		}
	}
}

// put writes a file into the folder.
func (w *world) put(t testing.TB, name, text string) {
	t.Helper()
	must(t, os.WriteFile(filepath.Join(w.folder, name), []byte(text), 0o600))
}

// own is the text of a home's own file.
func (w *world) own(t testing.TB, h *home) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(w.folder, fileOf(h.Device())))
	must(t, err)
	return string(text)
}

// all is all that a home's diary says.
func (h *home) all(t testing.TB) string {
	t.Helper()
	var text strings.Builder
	must(t, h.Export(&text, exchange.JSON))
	return text.String()
}

// log writes a cramp into a home's diary.
func (w *world) log(t testing.TB, h *home, note string) record.Episode {
	t.Helper()
	w.now = w.now.Add(time.Second)
	at := w.now.Add(h.ahead)
	e := record.Episode{ID: record.NewID(at), At: at, Note: note}
	must(t, h.SaveEpisode(e))
	return e
}

// inFolder are the names of all files there.
func (w *world) inFolder(t testing.TB) string {
	t.Helper()
	entries, err := os.ReadDir(w.folder)
	must(t, err)
	return fmt.Sprint(entries)
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func equal[T comparable](t testing.TB, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s:\ngot  %+v\nwant %+v", what, got, want)
	}
}

// says sees that an error is a line that says some words, and has no hidden character.
func says(t testing.TB, err error, words ...string) {
	t.Helper()
	if err == nil {
		t.Fatalf("no error; it should say %q", words)
	}
	for _, w := range words {
		if !strings.Contains(err.Error(), w) {
			t.Errorf("%q doesn't say %q", err, w)
		}
	}
	if strings.ContainsAny(err.Error(), "\n\x1b") {
		t.Errorf("%q is more than a line of text", err)
	}
}
