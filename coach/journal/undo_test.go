package journal

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"uncramp/coach/record"
	"uncramp/coach/session"
)

// entries are two that a program of ours made, the cramp with its routines first
// by date but last to be made.
func entries() (stretch, cramp record.Batch) {
	made := func(d time.Duration) record.ID { return record.NewID(morning.Add(d)) }
	stretch = record.Batch{Sessions: []record.Session{
		{ID: made(0), At: morning, Routine: "bedtime", Ending: session.Completed, Planned: time.Minute, Worked: time.Minute, Edited: morning},
	}}
	e := record.Episode{ID: made(time.Minute), At: morning.Add(-time.Hour), Muscle: "calf", Length: 40 * time.Second, Note: "mine", Edited: morning}
	e.Severity = record.Rating{Given: true, Value: 7}
	cramp = record.Batch{Episodes: []record.Episode{e}}
	for i, routine := range []string{"ease", "massage"} {
		cramp.Sessions = append(cramp.Sessions, record.Session{
			ID: made(time.Minute + time.Duration(i+1)*time.Second), At: e.At.Add(time.Duration(i) * time.Minute),
			Routine: routine, Worked: time.Minute, Episode: e.ID, Edited: morning,
		})
	}
	return stretch, cramp
}

func TestTheLastEntryIsTakenBackAndPutBack(t *testing.T) {
	j := onDisk(t)
	stretch, cramp := entries()
	put(t, j, cramp)
	put(t, j, stretch) // written last, but made before it
	whole := rows(t, j)
	took := func(do func() (record.Batch, error), want record.Batch, left int) {
		t.Helper()
		b, err := do()
		if err != nil || len(b.Episodes) != len(want.Episodes) || len(b.Sessions) != len(want.Sessions) || b.Sessions[0].ID != want.Sessions[0].ID {
			t.Fatalf("%+v, %v; want %+v", b, err, want)
		}
		if n := living(rows(t, j)); n != left {
			t.Fatalf("%d rows are left, want %d", n, left)
		}
	}
	took(j.TakeBack, cramp, 1)
	took(j.TakeBack, stretch, 0)
	if _, err := j.TakeBack(); !errors.Is(err, ErrNothing) {
		t.Errorf("of an empty diary: %v", err)
	}
	took(j.PutBack, stretch, 1)
	took(j.PutBack, cramp, 4)
	if _, err := j.PutBack(); !errors.Is(err, ErrNothing) {
		t.Errorf("where nothing is to be put back: %v", err)
	}
	again := rows(t, j)
	e, was := again.Episodes[0], whole.Episodes[0]
	if !e.Edited.After(was.Edited) {
		t.Errorf("edited at %v", e.Edited)
	}
	e.Edited = was.Edited
	if e.Note != "mine" || e.Severity != was.Severity || e.Length != was.Length || !e.At.Equal(was.At) {
		t.Errorf("it is %+v, and was %+v", e, was)
	}
}

// living are the rows that are not deleted.
func living(b record.Batch) (n int) {
	for _, e := range b.Episodes {
		if !e.Deleted {
			n++
		}
	}
	for _, s := range b.Sessions {
		if !s.Deleted {
			n++
		}
	}
	return n
}

// TestRowsOfOtherProgramsAreTakenBackLast: their ids tell no moment.
func TestRowsOfOtherProgramsAreTakenBackLast(t *testing.T) {
	j := onDisk(t)
	_, cramp := entries()
	put(t, j, cramp)
	put(t, j, record.Batch{Episodes: []record.Episode{
		{ID: "zzz", At: morning, Edited: morning}, {ID: "aaa", At: morning, Edited: morning.Add(time.Hour)},
	}})
	for _, want := range []record.ID{cramp.Episodes[0].ID, "aaa", "zzz"} {
		if b, err := j.TakeBack(); err != nil || b.Episodes[0].ID != want {
			t.Fatalf("%+v, %v; want %s", b.Episodes, err, want)
		}
	}
}

// TestNothingIsTakenBackThatCannotBeKept beside the diary.
func TestNothingIsTakenBackThatCannotBeKept(t *testing.T) {
	j := onDisk(t)
	_, cramp := entries()
	put(t, j, cramp)
	must(t, os.WriteFile(filepath.Join(filepath.Dir(j.path), takenBack), nil, 0o600))
	if _, err := j.TakeBack(); err == nil || living(rows(t, j)) != 3 {
		t.Errorf("%v, and %d rows are left", err, living(rows(t, j)))
	}
}

// TestWhatIsThereByNowIsNotPutBackOver: a program that was killed took nothing out,
// or put it back and left the file. What was told since then stands.
func TestWhatIsThereByNowIsNotPutBackOver(t *testing.T) {
	j := onDisk(t)
	stretch, cramp := entries()
	put(t, j, stretch)
	put(t, j, cramp)
	_, err := j.TakeBack()
	must(t, err)
	file, err := os.ReadFile(j.takenBackFile(1))
	must(t, err)
	_, err = j.PutBack()
	must(t, err)
	e := rows(t, j).Episodes[0]
	e.Note, e.Edited = "told since", time.Time{}
	must(t, j.SaveEpisode(e))
	must(t, os.WriteFile(j.takenBackFile(1), file, 0o600))
	if _, err := j.PutBack(); !errors.Is(err, ErrNothing) {
		t.Errorf("nothing is missing: %v", err)
	}
	if note := rows(t, j).Episodes[0].Note; note != "told since" {
		t.Errorf("the note is %q", note)
	}
}

// TestFilesOfOtherNamesAreLeftAlone beside what was taken back, and cost none of
// it.
func TestFilesOfOtherNamesAreLeftAlone(t *testing.T) {
	j := onDisk(t)
	stretch, cramp := entries()
	put(t, j, stretch)
	put(t, j, cramp)
	_, err := j.TakeBack()
	must(t, err)
	others := []string{"mine.json", "7.json", "000009.json.bak", "-00001.json"}
	for _, name := range others {
		must(t, os.WriteFile(filepath.Join(j.takenBackFolder(), name), nil, 0o600))
	}
	_, err = j.TakeBack()
	must(t, err)
	for range 2 {
		if _, err := j.PutBack(); err != nil {
			t.Error(err)
		}
	}
	if n := living(rows(t, j)); n != 4 {
		t.Errorf("%d rows are back", n)
	}
	for _, name := range others {
		if _, err := os.Stat(filepath.Join(j.takenBackFolder(), name)); err != nil {
			t.Error(err)
		}
	}
}

// TestWhatWasTakenBackIsPrivate and a journal that keeps nothing takes nothing.
func TestWhatWasTakenBackIsPrivate(t *testing.T) {
	j := onDisk(t)
	_, cramp := entries()
	put(t, j, cramp)
	if b, err := j.Silent().TakeBack(); b.Len() != 0 || err != nil || living(rows(t, j)) != 3 {
		t.Errorf("a silent journal took %+v, %v", b, err)
	}
	_, err := j.TakeBack()
	must(t, err)
	number, err := j.latestTakenBack()
	must(t, err)
	path := j.takenBackFile(number)
	folder, err := os.Stat(filepath.Dir(path))
	must(t, err)
	file, err := os.Stat(path)
	must(t, err)
	if (folder.Mode().Perm()&0o077 != 0 || file.Mode().Perm()&0o077 != 0) && runtime.GOOS != "windows" { // which has no such modes
		t.Errorf("others may read it: %v, %v", folder.Mode(), file.Mode())
	}
}
