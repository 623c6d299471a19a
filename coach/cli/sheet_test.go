package cli

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"uncramp/coach/triage"
)

// TestNoSheetOnATerminal: it is for a printer, and the remedy is said.
func TestNoSheetOnATerminal(t *testing.T) {
	x := newTypist(t, triage.Finding{})
	x.onTerminal = true
	cmd := x.sheetCommand()
	cmd.SilenceErrors, cmd.SilenceUsage = true, true
	cmd.SetArgs([]string{"bedtime"})
	var wrong *misuse
	if err := cmd.Execute(); !errors.As(err, &wrong) || !strings.Contains(err.Error(), "-o bedtime.html") || x.out.Len() > 0 {
		t.Errorf("%v, and prints %q", err, x.out)
	}
}

// TestASheetFromHomeIsANewFile among the documents; nothing that is there is overwritten.
func TestASheetFromHomeIsANewFile(t *testing.T) {
	x := newTypist(t, triage.Finding{})
	x.Places.Documents = t.TempDir()
	taken := filepath.Join(x.Places.Documents, "bedtime.html")
	must(t, os.WriteFile(taken, []byte("mine"), 0o600))
	for _, want := range []string{"bedtime-2.html", "bedtime-3.html"} {
		path, err := x.keepSheet("bedtime")
		if err != nil || path != filepath.Join(x.Places.Documents, want) {
			t.Fatalf("%s, %v", path, err)
		}
		if page, err := os.ReadFile(path); err != nil || !strings.Contains(string(page), "Bedtime stretch") {
			t.Errorf("%s, %v", page, err)
		}
	}
	if kept, err := os.ReadFile(taken); err != nil || string(kept) != "mine" {
		t.Errorf("what was there is %q, %v", kept, err)
	}
	x.Places.Documents = filepath.Join(x.Places.Documents, "gone")
	here := t.TempDir()
	t.Chdir(here)
	if path, err := x.keepSheet("bedtime"); err != nil || filepath.Base(path) != "bedtime.html" || !filepath.IsAbs(path) {
		t.Errorf("without documents: %s, %v", path, err)
	}
}

// TestNoSheetAfterARedFlag: paper can't ask.
func TestNoSheetAfterARedFlag(t *testing.T) {
	for _, level := range []triage.Level{triage.Emergency, triage.Today} {
		x := newTypist(t, triage.Finding{Level: level})
		x.Places.Documents = t.TempDir()
		_, err := x.keepSheet("bedtime")
		if left, _ := os.ReadDir(x.Places.Documents); !errors.Is(err, errBlocked) || len(left) > 0 {
			t.Errorf("%s: %v, and %d files", level, err, len(left))
		}
	}
}
