package report

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"uncramp/routines"
)

// TestTwoPagesOfPaper prints four weeks with 25 cramps, and the same with all
// that can be told of each and a long note.
func TestTwoPagesOfPaper(t *testing.T) {
	browser := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			browser = path
			break
		}
	}
	if browser == "" {
		t.Skip("there is no Chromium here to print with; apt-get install chromium")
	}
	wordy := madeUp()
	for i := range wordy.episodes {
		e := &wordy.episodes[i]
		e.Muscle, e.Side, e.Tried = routines.Hamstring, routines.Right, tries(0)
		e.Length, e.Relief = 9*time.Minute, 301*time.Second
		e.Note = strings.Repeat("it came back when I lay down again ", 30)
	}
	for name, s := range map[string]shelf{"made up": madeUp(), "wordy": wordy} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			page, paper := filepath.Join(folder, "page.html"), filepath.Join(folder, "page.pdf")
			r := gathered(t, s, morning, 28, "22 Nov 2026, yes: Cramps are frequent or severe, or cost you sleep")
			if err := os.WriteFile(page, []byte(written(t, r, HTML)), 0o600); err != nil {
				t.Fatal(err)
			}
			ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
			defer cancel()
			out, err := exec.CommandContext(ctx, browser, "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir="+folder,
				"--no-pdf-header-footer", "--print-to-pdf="+paper, "file://"+filepath.ToSlash(page)).CombinedOutput()
			pdf, rerr := os.ReadFile(paper)
			if rerr != nil {
				t.Fatalf("nothing was printed: %v, %v\n%s", rerr, err, out)
			}
			if pages := len(regexp.MustCompile(`/Type\s*/Page\b`).FindAll(pdf, -1)); pages < 1 || pages > 2 {
				t.Errorf("it takes %d pages", pages)
			}
		})
	}
}
