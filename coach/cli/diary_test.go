package cli

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"

	"uncramp/coach/record"
	"uncramp/coach/triage"
)

// shelved is an App with a diary in a folder of its own, and where that is.
func shelved(t *testing.T) (typist, string) {
	t.Helper()
	x := newTypist(t, triage.Finding{})
	d := newDisk(t)
	x.Clock = at(func() time.Time { return morning })
	x.Journal = d.journal(x.now)
	return x, d.path
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
	must(t, empty.Journal.Merge(record.Batch{}))
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
