package coach

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"uncramp/coach/text"
)

// TestEverySignHasItsFormOfASCII: what the house draws or says is no question mark
// where a terminal shows nothing but ASCII. Figures aren't drawn in other inks there.
func TestEverySignHasItsFormOfASCII(t *testing.T) {
	inks := []string{"coach/figure/cells.go", "coach/text/cell.go"} // and what spreadsheets take for a formula
	read := 0
	for _, room := range []string{"coach", "routines", "assets"} {
		err := fs.WalkDir(os.DirFS(".."), room, func(path string, d fs.DirEntry, err error) error {
			words := slices.Contains([]string{".go", ".yaml", ".txt", ".gotmpl"}, filepath.Ext(path))
			if err != nil || d.IsDir() || !words || strings.HasSuffix(path, "_test.go") || strings.Contains(path, "testdata") || slices.Contains(inks, path) {
				return err
			}
			data, err := os.ReadFile(filepath.Join("..", path))
			read++
			for _, c := range string(data) {
				if c >= utf8.RuneSelf && c != utf8.RuneError && strings.Contains(string(text.ASCII([]byte(string(c)))), "?") {
					t.Errorf("%s has %c (%U)", path, c, c)
				}
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if read < 100 {
		t.Errorf("%d files were read", read)
	}
}
