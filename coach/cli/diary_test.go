package cli

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"

	"uncramp/coach/diary"
	"uncramp/coach/record"
	"uncramp/coach/triage"
)

// shelved is an App with a diary in a folder of its own, and where that is.
func shelved(t *testing.T) (typist, string) {
	t.Helper()
	x := newTypist(triage.Finding{})
	disk, path := onDisk(t)
	x.Diary, x.HasDiary, x.Now = disk.Diary, disk.HasDiary, func() time.Time { return morning }
	return x, path
}

// printed is what a command prints, here and beside it.
func (x typist) printed(t *testing.T, cmd *cobra.Command, args ...string) string {
	t.Helper()
	x.out.Reset()
	x.err.Reset()
	cmd.SetArgs(args)
	cmd.SetOut(x.out)
	cmd.SetErr(x.err)
	if err := cmd.Execute(); err != nil {
		t.Fatalf("%s %q: %v", cmd.Name(), args, err)
	}
	return x.out.String() + x.err.String()
}

// TestWhatReadsTheDiaryMakesNone, and says what it says of an empty one.
func TestWhatReadsTheDiaryMakesNone(t *testing.T) {
	none, path := shelved(t)
	empty, _ := shelved(t)
	if err := empty.inDiary(func(context.Context, diary.Store) error { return nil }); err != nil {
		t.Fatal(err)
	}
	for _, args := range []string{"diary", "diary --days 0", "diary export", "diary export --format csv", "report", "report --format json", "report --format html"} {
		words := strings.Fields(args)
		command := map[string]func(typist) *cobra.Command{
			"diary": func(x typist) *cobra.Command { return x.diaryCommand() }, "report": func(x typist) *cobra.Command { return x.reportCommand() },
		}[words[0]]
		got, want := none.printed(t, command(none), words[1:]...), empty.printed(t, command(empty), words[1:]...)
		if got != want || got == "" {
			t.Errorf("%s prints\n%s\nwithout a diary, and of an empty one\n%s", args, got, want)
		}
		if _, err := os.Stat(filepath.Dir(path)); !errors.Is(err, os.ErrNotExist) {
			t.Fatalf("%s made the diary's folder: %v", args, err)
		}
	}
}

// TestUntoldIsOfLastNight, not of the day.
func TestUntoldIsOfLastNight(t *testing.T) {
	at := func(day, hour int) time.Time { return time.Date(2026, 11, day, hour, 0, 0, 0, morning.Location()) }
	for _, c := range []struct {
		name       string
		cramp, now time.Time
		asleep     record.Answer
		want       bool
	}{
		{"in the night", at(21, 3), at(21, 9), "", true},
		{"in the night, asked in the evening", at(21, 3), at(21, 19), "", true},
		{"in the night, asked as the next begins", at(21, 3), at(21, 20), "", true},
		{"in the night before", at(20, 3), at(21, 9), "", false},
		{"in this very night", at(21, 2), at(21, 3), "", true},
		{"in the evening", at(20, 21), at(21, 9), "", true},
		{"by day", at(20, 17), at(20, 18), "", false},
		{"by day, asked in the morning", at(20, 17), at(21, 9), "", false},
		{"in the morning", at(21, 8), at(21, 9), "", false},
		{"asleep in the morning", at(21, 9), at(21, 10), record.Yes, true},
	} {
		x, _ := shelved(t)
		e := record.Episode{ID: "cramp", At: c.cramp, Severity: record.Rating{Given: true, Value: 6}, Asleep: c.asleep}
		if err := x.putEpisode(e); err != nil {
			t.Fatal(err)
		}
		if got, found := x.untold(c.now); found != c.want || found && got.ID != e.ID {
			t.Errorf("%s: %v, %+v", c.name, found, got)
		}
		e.Note = "it hurt"
		if err := x.putEpisode(e); err != nil {
			t.Fatal(err)
		}
		if _, found := x.untold(c.now); found {
			t.Errorf("%s: asked again after it was told", c.name)
		}
	}
}

// TestNothingIsUntoldWithoutADiary, and none is made.
func TestNothingIsUntoldWithoutADiary(t *testing.T) {
	x, _ := shelved(t)
	if _, found := x.untold(morning); found || x.hasDiary() {
		t.Errorf("found %v, has a diary %v", found, x.hasDiary())
	}
}
