package routines

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"uncramp/coach/yamlfile"
)

// TestVeryManyFaultyFilesAreNotAllRead: those that are not are told by their
// number, and the built-in routines are there.
func TestVeryManyFaultyFilesAreNotAllRead(t *testing.T) {
	files := fstest.MapFS{}
	hostile := "a: [" + strings.Repeat("[],", (yamlfile.MaxSize-10)/3) + "]"
	for i := range 300 {
		files[fmt.Sprintf("r%d.yaml", i)] = &fstest.MapFile{Data: []byte(hostile)}
	}
	heads, err := Library{Own: files}.Heads(func(r Routine) Head { return Head{ID: r.ID} })
	if err == nil || !strings.HasSuffix(err.Error(), "\n295 more of your routines are not read: mend those that are named first") {
		t.Errorf("it says %.2000v", err)
	}
	if own := len(heads); own != len(builtinNames()) {
		t.Errorf("%d routines are there", own)
	}
}

// TestNobodyDoesThatMuch: a routine that would take days to be laid flat, or months to be
// done, is refused in its largest week; the most that it may have is not.
func TestNobodyDoesThatMuch(t *testing.T) {
	steps := func(n, sets int) string {
		text := "id: x\nname: X\npurpose: day\nsummary: X.\nsteps:\n"
		for i := range n {
			text += fmt.Sprintf("  - {move: calf-wall, id: s%d, sides: each, repeat: {times: 50, source: me}, sets: {times: %d, rest: 5s, source: me}}\n", i, sets)
		}
		return text
	}
	grows := "programme: {weeks: 6, source: me, progress: [{week: 5, step: s0, sets: {times: 3, rest: 5s, source: me}, source: me}]}\n"
	for text, want := range map[string]string{
		steps(25, 2): "", steps(25, 2) + grows: "are done 5100 times in all; write fewer repetitions, sets or steps: 5000 times at most",
		steps(50, 20): "are done 100000 times in all; ",
	} {
		if _, err := Read("x", []byte(text)); (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("it says %v, want %q", err, want)
		}
	}
}

// TestAFolderThatCantBeReadIsNamed, and the built-in routines are there.
func TestAFolderThatCantBeReadIsNamed(t *testing.T) {
	file := filepath.Join(t.TempDir(), "routines")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	head := func(r Routine) Head { return Head{ID: r.ID} }
	heads, err := Library{Own: os.DirFS(file)}.Heads(head)
	if err == nil || !strings.HasPrefix(err.Error(), "routines: this folder can't be read") || len(heads) != len(builtinNames()) {
		t.Errorf("there are %d routines; it says %v", len(heads), err)
	}
	if _, err := (Library{Own: os.DirFS(file + "-not-made-yet")}).Heads(head); err != nil {
		t.Errorf("of none it says %v", err)
	}
}
