package syncfolder

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/gofrs/flock"

	"uncramp/coach/record"
)

// TestAFileIsWrittenOnlyWhereItChanges, so that nothing is carried for nothing.
func TestAFileIsWrittenOnlyWhereItChanges(t *testing.T) {
	w := worldOf(t, 2)
	a, b := w.homes[0], w.homes[1]
	first := w.sync(t, a)
	equal(t, "the first is written", first.Written, true)
	equal(t, "its name", first.Own, "uncramp-"+a.Device()+".json")
	before, err := os.Stat(filepath.Join(w.folder, first.Own))
	must(t, err)
	equal(t, "the next", w.sync(t, a).Written, false)
	after, err := os.Stat(filepath.Join(w.folder, first.Own))
	must(t, err)
	equal(t, "the file stays", os.SameFile(before, after), true)
	w.log(t, a, "mine")
	equal(t, "once there is a cramp", w.sync(t, a).Written, true)
	got := w.sync(t, b)
	if len(got.Files) != 1 || got.Files[0].Name != first.Own || got.Files[0].Changed != 1 || got.Files[0].Rows != 1 {
		t.Errorf("the other reads %+v", got)
	}
	equal(t, "what the other wrote", w.own(t, b), w.own(t, a))
	equal(t, "an export is what is written", w.own(t, a), a.all(t))
	must(t, a.SaveEpisode(record.Episode{ID: "cramp", At: evening}))
	w.sync(t, a)
	w.sync(t, b)
	must(t, a.SaveEpisode(record.Episode{ID: "cramp", At: evening, Note: "edited"}))
	equal(t, "what comes in of an earlier edit", w.sync(t, a).Files[0].Changed, 0)
	equal(t, "what comes in of the later one", w.sync(t, b).Files[0].Changed, 1)
}

func TestADryRunKeepsNothing(t *testing.T) {
	w := worldOf(t, 2)
	a, b := w.homes[0], w.homes[1]
	w.log(t, a, "mine")
	w.sync(t, a)
	there := w.inFolder(t)
	s := w.of(b)
	s.DryRun = true
	got, err := s.Run()
	must(t, err)
	if len(got.Files) != 1 || got.Files[0].Changed != 1 || got.Written || got.Own != "" {
		t.Errorf("it says %+v", got)
	}
	equal(t, "the folder", w.inFolder(t), there)
	if _, err := os.Stat(filepath.Dir(b.path)); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("something is beside the diary that isn't there: %v", err)
	}
}

// TestWhatIsNoWholeFileIsPassedOver, and what is whole comes in.
func TestWhatIsNoWholeFileIsPassedOver(t *testing.T) {
	w := worldOf(t, 3)
	a, b, c := w.homes[0], w.homes[1], w.homes[2]
	for _, note := range []string{"one", "two"} {
		w.log(t, a, note)
		w.sync(t, a)
	}
	w.log(t, b, "three")
	w.sync(t, b)
	whole, theirs := w.own(t, a), w.own(t, b)
	must(t, os.Remove(filepath.Join(w.folder, fileOf(b.Device()))))
	w.sync(t, c)
	for name, damaged := range map[string]struct{ text, says string }{
		"empty":         {"", "ends too early"},
		"half":          {whole[:len(whole)*2/3], "ends too early"},
		"one byte less": {strings.TrimSuffix(whole, "}\n"), "ends too early"},
		"zeros":         {whole[:200] + strings.Repeat("\x00", 400), "not UTF-8"},
		"twice":         {whole + whole, "more follows"},
		"one bad row":   {strings.Replace(whole, `"note":"two"`, `"note":"two","severity":11`, 1), "0 to 10"},
		"a newer form":  {strings.Replace(whole, `"uncramp_diary":2`, `"uncramp_diary":3`, 1), "get a newer one"},
		"other things":  {`{"name":"x"}`, "no diary"},
		"deep":          {`{"uncramp_diary":2,"episodes":` + strings.Repeat("[", 200_000), "put it right"},
		"control":       {strings.Replace(whole, `"note"`, `"\u001b[2J"`, 1), "take it out"},
	} {
		t.Run(name, func(t *testing.T) {
			before := c.all(t)
			w.put(t, fileOf("damagedx"), damaged.text)
			got, err := w.of(c).Run()
			must(t, err)
			for _, f := range got.Files {
				if f.Name == fileOf("damagedx") {
					says(t, f.Fault, fileOf("damagedx"), damaged.says, "nothing of it comes in")
				}
			}
			equal(t, "files", len(got.Files), 2)
			if text, _ := os.ReadFile(filepath.Join(w.folder, fileOf("damagedx"))); string(text) != damaged.text {
				t.Error("another device's file was written to")
			}
			equal(t, "the diary", c.all(t), before)
		})
	}
	w.put(t, fileOf("damagedx"), theirs)
	w.sync(t, c)
	equal(t, "once it is whole", strings.Contains(c.all(t), `"note":"three"`), true)
}

// TestOtherFilesAreLeftAlone, and so is what is no file at all.
func TestOtherFilesAreLeftAlone(t *testing.T) {
	w := worldOf(t, 1)
	h := w.homes[0]
	w.log(t, h, "mine")
	for _, name := range []string{
		"diary.json", "uncramp-report.json", "uncramp.ics", ".uncramp-aaaaaaaa.json.tmp", "~syncthing~uncramp-aaaaaaaa.json.tmp",
		"uncramp-aaaaaaaa.json~", "uncramp-aaaaaaaa.txt", "UNCRAMP-AAAAAAAA.JSON", "uncramp-aaaaaaaab.json",
	} {
		w.put(t, name, "hello")
	}
	must(t, os.Mkdir(filepath.Join(w.folder, "uncramp-bbbbbbbb.json"), 0o700))
	before := w.inFolder(t)
	r := w.sync(t, h)
	equal(t, "files that were read", len(r.Files), 0)
	must(t, os.Remove(filepath.Join(w.folder, r.Own)))
	equal(t, "the folder", w.inFolder(t), before)
}

// TestALinkIsNotFollowed, neither to be read nor to be written to.
func TestALinkIsNotFollowed(t *testing.T) {
	w := worldOf(t, 2)
	a, b := w.homes[0], w.homes[1]
	w.log(t, a, "mine")
	w.sync(t, a)
	w.sync(t, b)
	elsewhere := filepath.Join(t.TempDir(), "precious")
	must(t, os.WriteFile(elsewhere, []byte("precious"), 0o600))
	own := filepath.Join(w.folder, fileOf(a.Device()))
	must(t, os.Remove(own))
	if err := os.Symlink(elsewhere, own); err != nil {
		t.Skip(err)
	}
	_, err := w.of(a).Run()
	says(t, err, "not written", "no ordinary file")
	r, err := w.of(b).Run()
	must(t, err)
	says(t, r.Files[0].Fault, "no ordinary file", "nothing of it comes in")
	text, err := os.ReadFile(elsewhere)
	must(t, err)
	equal(t, "what the link leads to", string(text), "precious")
}

// TestTwoDevicesOfOneName are told apart, as a home that was copied to a second machine
// is; nothing that either wrote is lost.
func TestTwoDevicesOfOneName(t *testing.T) {
	w := worldOf(t, 2)
	a, b := w.homes[0], w.homes[1]
	w.log(t, a, "before")
	w.sync(t, a)
	must(t, b.NameDevice(a.Device()))
	w.log(t, b, "the copy's")
	w.log(t, a, "the first one's")
	w.sync(t, a)
	former := fileOf(a.Device())
	r := w.sync(t, b)
	equal(t, "the file of both", r.Former, former)
	if r.Own == former || r.Own != fileOf(b.Device()) || len(r.Files) != 1 || r.Files[0].Changed != 2 {
		t.Errorf("the copy: %+v", r)
	}
	equal(t, "the first stays", w.sync(t, a).Former, "")
	equal(t, "what both say", b.all(t), a.all(t))
	for _, note := range []string{"before", "the copy's", "the first one's"} {
		if !strings.Contains(a.all(t), note) {
			t.Errorf("%q is lost", note)
		}
	}
	must(t, b.NameDevice("damaged!"))
	equal(t, "a name that can't be read", b.Device(), "")
	equal(t, "then it has a new one", w.sync(t, b).Own, fileOf(b.Device()))
}

// TestADiaryThatIsGoneComesBack from this device's own file.
func TestADiaryThatIsGoneComesBack(t *testing.T) {
	w := worldOf(t, 1)
	h := w.homes[0]
	w.log(t, h, "mine")
	first := w.sync(t, h)
	before := h.all(t)
	must(t, os.Remove(h.path))
	r := w.sync(t, h)
	equal(t, "it says whose it was", r.Former, first.Own)
	equal(t, "the diary", h.all(t), before)
}

// TestANewerFileIsNeverOverwritten, even this device's own.
func TestANewerFileIsNeverOverwritten(t *testing.T) {
	w := worldOf(t, 1)
	h := w.homes[0]
	w.log(t, h, "mine")
	own := w.sync(t, h).Own
	w.put(t, own, `{"uncramp_diary":9}`)
	r, err := w.of(h).Run()
	must(t, err)
	says(t, r.Files[0].Fault, own, "get a newer one")
	text, err := os.ReadFile(filepath.Join(w.folder, own))
	must(t, err)
	equal(t, "the newer one", string(text), `{"uncramp_diary":9}`)
	equal(t, "what is written is another", w.own(t, h), h.all(t))
}

// TestAClockThatRunsAheadIsTold, and a later edit made elsewhere wins all the same.
func TestAClockThatRunsAheadIsTold(t *testing.T) {
	w := worldOf(t, 2)
	a, b := w.homes[0], w.homes[1]
	b.ahead = 4 * time.Minute
	w.log(t, b, "nearly right")
	w.sync(t, b)
	equal(t, "minutes are nothing", w.sync(t, a).Files[0].Ahead, 0)
	b.ahead = 3 * time.Hour
	e := w.log(t, b, "ahead")
	w.sync(t, b)
	r := w.sync(t, a)
	if got := r.Files[0].Ahead; got < 3*time.Hour-5*time.Second || got > 3*time.Hour {
		t.Errorf("it is said to be %s ahead", got)
	}
	equal(t, "it is told once", w.sync(t, a).Files[0].Ahead, 0)
	e.Note = "put right"
	must(t, a.SaveEpisode(e))
	w.settle(t)
	for _, h := range w.homes {
		kept, err := h.Episode(e.ID)
		must(t, err)
		equal(t, "the later edit", kept.Note, "put right")
	}
	e.Edited = time.Date(2199, 12, 31, 23, 59, 59, 999_999_999, time.UTC)
	must(t, b.SaveEpisode(e))
	w.settle(t)
	e.Edited, e.Note = time.Time{}, "xylophone"
	must(t, a.SaveEpisode(e)) // no moment is later, and others can read what is written
	w.settle(t)
	equal(t, "what both say", b.all(t), a.all(t))
}

// TestTwoVersionsOfOneMoment: all devices keep the same, and it is told.
func TestTwoVersionsOfOneMoment(t *testing.T) {
	w := worldOf(t, 2)
	a, b := w.homes[0], w.homes[1]
	e := record.Episode{ID: "one", At: evening, Edited: evening.UTC(), Note: "a says"}
	must(t, a.SaveEpisode(e))
	e.Note = "b says"
	must(t, b.SaveEpisode(e))
	w.sync(t, a)
	r := w.sync(t, b)
	equal(t, "told", r.Files[0].Tied, 1)
	equal(t, "the one that loses", r.Files[0].Changed, 0)
	r = w.sync(t, a)
	equal(t, "told there too", r.Files[0].Tied, 1)
	equal(t, "the one that is kept", r.Files[0].Changed, 1)
	equal(t, "then it is settled", w.sync(t, b).Files[0].Tied, 0)
	for _, h := range w.homes {
		kept, err := h.Episode("one")
		must(t, err)
		equal(t, "what is kept", kept.Note, "b says")
	}
}

// TestWhatAKilledSyncLeavesIsSwept, and keeps nobody from anything.
func TestWhatAKilledSyncLeavesIsSwept(t *testing.T) {
	w := worldOf(t, 1)
	h := w.homes[0]
	w.log(t, h, "mine")
	w.put(t, ".uncramp-aaaaaaaa.json.uncramp-123", "half")
	own := w.sync(t, h).Own
	equal(t, "the folder", w.inFolder(t), "[- "+own+"]")
}

func TestFoldersThatAreNone(t *testing.T) {
	w := worldOf(t, 1)
	h := w.homes[0]
	w.log(t, h, "mine")
	w.put(t, "file", "")
	for folder, want := range map[string]string{
		filepath.Join(w.folder, "none"):         "make it first",
		filepath.Join(w.folder, "file"):         "is no folder",
		filepath.Join(w.folder, "file", "none"): "folder",
		"":                                      "make it first",
	} {
		s := w.of(h)
		s.Folder = folder
		_, err := s.Run()
		says(t, err, want)
	}
	equal(t, "the name of the device", h.Device(), "")
}

// TestTwoAtOnce: the second waits, and says so where that takes too long.
func TestTwoAtOnce(t *testing.T) {
	w := worldOf(t, 1)
	h := w.homes[0]
	w.log(t, h, "mine")
	held := flock.New(w.of(h).Lock)
	must(t, held.Lock())
	synctest.Test(t, func(t *testing.T) {
		_, err := w.of(h).Run()
		says(t, err, "another uncramp syncs")
	})
	must(t, held.Close())
	w.sync(t, h)
}

// FuzzForeignFile hands a device what another would never write. It comes in whole or
// not at all, and what this device writes then can be read by others.
func FuzzForeignFile(f *testing.F) {
	seed := worldOf(f, 1)
	seed.log(f, seed.homes[0], "mine")
	_, err := seed.homes[0].AddGlasses(0, 1)
	must(f, err)
	seed.sync(f, seed.homes[0])
	whole := seed.own(f, seed.homes[0])
	for _, text := range []string{
		whole, whole[:len(whole)/2], "", "{}", `{"uncramp_diary":9}`, strings.Replace(whole, "mine", `\u001b[2J`, 1),
		strings.ReplaceAll(whole, "2026", "2199"), strings.Repeat("[", 20_000),
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		w := worldOf(t, 2)
		a, b := w.homes[0], w.homes[1]
		before := a.all(t)
		w.put(t, fileOf("aaaaaaaa"), text)
		r, err := w.of(a).Run()
		must(t, err)
		if fault := r.Files[0].Fault; fault != nil {
			says(t, fault)
			equal(t, "the diary", a.all(t), before)
		}
		must(t, os.Remove(filepath.Join(w.folder, fileOf("aaaaaaaa"))))
		w.settle(t)
		equal(t, "what both say", b.all(t), a.all(t))
	})
}
