package cli

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"uncramp/coach/record"
	"uncramp/coach/skip"
	"uncramp/coach/stats"
	"uncramp/coach/triage"
)

// keeper is an App with a diary that holds some cramps.
func keeper(t *testing.T, notes ...string) typist {
	t.Helper()
	x, _ := newKeeper(t, notes...)
	return x
}

func newKeeper(t *testing.T, notes ...string) (typist, disk) {
	t.Helper()
	d := newDisk(t)
	x := newTypist(t, triage.Finding{})
	x.Clock = at(func() time.Time { return time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC) })
	x.Journal = d.journal(x.now)
	for i, note := range notes {
		at := x.now().Add(-time.Duration(i+5) * time.Hour)
		must(t, x.Journal.SaveEpisode(record.Episode{ID: record.NewID(at), At: at, Note: note}))
	}
	return x, d
}

func (x typist) reportRun(args ...string) error {
	cmd := x.reportCommand()
	cmd.SilenceErrors, cmd.SilenceUsage = true, true
	cmd.SetArgs(args)
	cmd.SetOut(x.out)
	cmd.SetErr(x.err)
	return cmd.Execute()
}

func TestReportIsPrinted(t *testing.T) {
	for format, want := range map[string]string{"": "# Leg cramps", "md": "# Leg cramps", "html": "<!DOCTYPE html>", "csv": "\ufeffbegan,", "json": "{\n"} {
		x := keeper(t, "my own words")
		var args []string
		if format != "" {
			args = []string{"--format", format}
		}
		if err := x.reportRun(args...); err != nil {
			t.Fatal(err)
		}
		if out := x.out.String(); !strings.HasPrefix(out, want) || !strings.Contains(out, "my own words") {
			t.Errorf("--format %q prints\n%s", format, out)
		}
	}
}

func TestReportTakesTheWindowItIsTold(t *testing.T) {
	x := keeper(t, "x")
	if err := x.reportRun("--days", "14", "--format", "json"); err != nil {
		t.Fatal(err)
	}
	var doc struct {
		From string `json:"from"`
	}
	if err := json.Unmarshal(x.out.Bytes(), &doc); err != nil || doc.From != "2026-11-08" {
		t.Errorf("14 days begin on %q, %v", doc.From, err)
	}
	for _, bad := range []string{"0", "367", "-3", "x"} {
		var failed *failure
		if err := keeper(t).reportRun("--days", bad); err == nil || errors.As(err, &failed) {
			t.Errorf("--days %s is no wrong usage: %v", bad, err)
		}
	}
}

func TestReportOfAnEmptyDiary(t *testing.T) {
	for format, onErr := range map[string]bool{"md": false, "html": false, "csv": true, "json": true} {
		x := keeper(t)
		if err := x.reportRun("--format", format); err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(x.err.String(), stats.EmptyDiary); got != onErr {
			t.Errorf("as %s it is told beside the report: %v, want %v", format, got, onErr)
		}
		if !strings.Contains(x.out.String()+x.err.String(), stats.EmptyDiary) {
			t.Errorf("as %s nothing says that the diary is empty", format)
		}
	}
}

func TestReportToAFile(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "cramps.html")
	if err := os.WriteFile(path, []byte("<!DOCTYPE html>\n<title>Leg cramps, an earlier one"), 0o644); err != nil {
		t.Fatal(err)
	}
	x := keeper(t, "my own words")
	if err := x.reportRun("-o", path); err != nil {
		t.Fatal(err)
	}
	if got := x.out.String(); got != path+"\n" {
		t.Errorf("it prints %q", got)
	}
	page, err := os.ReadFile(path)
	if err != nil || !strings.HasPrefix(string(page), "<!DOCTYPE html>") {
		t.Errorf("the file has %.80q, %v", page, err)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if got := info.Mode().Perm(); got != 0o600 && runtime.GOOS != "windows" { // which has no such modes
		t.Errorf("its mode is %v", got)
	}
	if err := keeper(t, "x").reportRun("-o", path, "--format", "csv"); err != nil {
		t.Fatal(err)
	}
	if page, _ := os.ReadFile(path); !strings.HasPrefix(string(page), "\ufeffbegan,") {
		t.Errorf("--format does not go before the ending: %.80q", page)
	}
	if left, _ := filepath.Glob(filepath.Join(folder, "*")); len(left) != 1 {
		t.Errorf("beside the file stand %v", left)
	}
}

// TestTheEndingTellsTheFormat, in any case, and one that tells none is refused.
func TestTheEndingTellsTheFormat(t *testing.T) {
	folder := t.TempDir()
	for name, want := range map[string]string{
		"R.HTML": "<!DOCTYPE html>", "r.htm": "<!DOCTYPE html>", "r.CSV": "\ufeffbegan,", "r.Json": "{", "r.MD": "# Leg cramps", "r": "# Leg cramps",
	} {
		path := filepath.Join(folder, name)
		for range 2 { // what it wrote it may overwrite
			if err := keeper(t, "Café").reportRun("-o", path); err != nil {
				t.Error(err)
			}
		}
		if page, err := os.ReadFile(path); err != nil || !strings.HasPrefix(string(page), want) || !strings.Contains(string(page), "Café") {
			t.Errorf("%s has %.80q (%v)", name, page, err)
		}
	}
	path := filepath.Join(folder, "r.docx")
	x := keeper(t, "x")
	var wrong *misuse
	if err := x.reportRun("-o", path); !errors.As(err, &wrong) || !strings.Contains(err.Error(), `".docx" is the ending of no format; end the file's name with .md`) {
		t.Error(err)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("it was written")
	}
}

// TestReportOverwritesNothingOfOthers unless it is forced to.
func TestReportOverwritesNothingOfOthers(t *testing.T) {
	path := filepath.Join(t.TempDir(), "letter.md")
	const letter = "# Dear doctor\n"
	if err := os.WriteFile(path, []byte(letter), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := keeper(t, "x").reportRun("-o", path); err == nil || !strings.Contains(err.Error(), "or overwrite it with --force") {
		t.Error(err)
	}
	if text, err := os.ReadFile(path); err != nil || string(text) != letter {
		t.Errorf("it has %q (%v)", text, err)
	}
	if err := keeper(t, "x").reportRun("-o", path, "--force"); err != nil {
		t.Error(err)
	}
	if text, err := os.ReadFile(path); err != nil || !strings.HasPrefix(string(text), "# Leg cramps") {
		t.Errorf("it has %.80q (%v)", text, err)
	}
}

func TestReportOverwritesFilesOnly(t *testing.T) {
	folder := t.TempDir()
	for path, want := range map[string]string{
		folder: "is a folder",
		filepath.Join(folder, "none", "cramps.md"): "make it first",
	} {
		x := keeper(t, "x")
		var failed *failure
		if err := x.reportRun("-o", path); !errors.As(err, &failed) || !strings.Contains(err.Error(), want) {
			t.Errorf("-o %s: %v", path, err)
		}
		if x.out.Len() > 0 {
			t.Errorf("-o %s prints %q", path, x.out)
		}
	}
}

func TestReportFollowsALinkToItsFile(t *testing.T) {
	folder := t.TempDir()
	link, path := filepath.Join(folder, "link.md"), filepath.Join(folder, "cramps.md")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(path, link); err != nil {
		skip.Because(t, "no links can be made here: %v", err)
	}
	if err := keeper(t, "x").reportRun("-o", link); err != nil {
		t.Fatal(err)
	}
	if page, _ := os.ReadFile(path); !strings.HasPrefix(string(page), "# Leg cramps") {
		t.Errorf("the file behind the link has %.80q", page)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v, %v", info, err)
	}
}

func TestReportSaysWhyThereIsNone(t *testing.T) {
	x := keeper(t)
	d := newDisk(t)
	d.block(t)
	x.Journal = d.journal(x.now)
	var failed *failure
	if err := x.reportRun(); !errors.As(err, &failed) || !strings.Contains(err.Error(), "the diary can't be opened") {
		t.Errorf("a locked diary gives %v", err)
	}
}

func TestFindingsAreToldToTheDoctor(t *testing.T) {
	at := time.Date(2026, 11, 20, 8, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		finding triage.Finding
		want    []string
	}{
		{triage.Finding{}, []string{"No answers are on record."}},
		{triage.Finding{Level: triage.Unreadable, At: at}, []string{"The latest check can't be read."}},
		{triage.Finding{Level: triage.Clear, At: at}, []string{"20 Nov 2026: no to every question"}},
		{triage.Finding{Level: triage.Today, Yes: []string{"clot", "long"}, At: at}, []string{
			"20 Nov 2026, yes: One leg swollen", "20 Nov 2026, yes: One cramp of more than ten minutes", "nothing less urgent was asked",
		}},
		{triage.Finding{Level: triage.Appointment, Yes: []string{"often"}}, []string{"At the latest check, yes: Cramps keep coming back"}},
	} {
		x := keeper(t, "x")
		if c.finding.Level != "" {
			must(t, x.State.KeepFinding(c.finding)())
		}
		if err := x.reportRun(); err != nil {
			t.Fatal(err)
		}
		for _, want := range c.want {
			if !strings.Contains(x.out.String(), want) {
				t.Errorf("%+v: no %q in\n%s", c.finding, want, x.out)
			}
		}
	}
}
