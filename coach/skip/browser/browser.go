// Package browser prints pages as a browser does. Only tests import it.
package browser

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"uncramp/coach/private"
	"uncramp/coach/skip"
)

// mostPDF is more than a printed page takes, in bytes.
const mostPDF = 64 << 20

// Pages returns how many sheets of paper an HTML page is printed on, with some more style,
// such as the size of the paper. It skips the test where there is no browser.
func Pages(t testing.TB, page, style string) int {
	t.Helper()
	program := skip.Without(t, "chromium", "chromium-browser", "google-chrome")
	page = strings.Replace(page, "</style>", style+"</style>", 1)
	folder := t.TempDir()
	html, pdf := filepath.Join(folder, "page.html"), filepath.Join(folder, "page.pdf")
	if err := os.WriteFile(html, []byte(page), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	out, err := exec.CommandContext(ctx, program, "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir="+folder,
		"--no-pdf-header-footer", "--print-to-pdf="+pdf, "file://"+filepath.ToSlash(html)).CombinedOutput()
	printed, rerr := private.Read(pdf, mostPDF)
	if rerr != nil {
		t.Fatalf("nothing was printed: %v, %v\n%s", rerr, err, out)
	}
	return len(regexp.MustCompile(`/Type\s*/Page\b`).FindAll(printed, -1))
}
