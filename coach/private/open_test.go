package private

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"uncramp/coach/skip"
)

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestReadTakesNoMoreThanIsAllowed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	for text, want := range map[string]error{"": nil, "four": nil, "fours": ErrTooLarge, strings.Repeat("x", 100): ErrTooLarge} {
		write(t, path, text)
		data, err := Read(path, 4)
		if !errors.Is(err, want) || err == nil && string(data) != text {
			t.Errorf("%q: %q, %v", text, data, err)
		}
	}
}

// odd are what may stand in a file's place, by what is said of it.
func odd(t *testing.T) map[string]error {
	t.Helper()
	folder := t.TempDir()
	loop := filepath.Join(folder, "loop")
	places := map[string]error{folder: ErrIrregular, os.DevNull: ErrIrregular}
	switch err := os.Symlink("loop", loop); {
	case err == nil:
		places[loop] = nil
	case runtime.GOOS != "windows": // where few may
		skip.Because(t, "no links can be made here: %v", err)
	}
	for _, pipe := range pipes(t, folder) {
		places[pipe] = ErrIrregular
	}
	return places
}

func TestWhatIsNoFileIsNotOpened(t *testing.T) {
	for path, want := range odd(t) {
		_, opened := Open(path)
		_, read := Read(path, 10)
		_, in := OpenIn(os.DirFS(filepath.Dir(path)), filepath.Base(path))
		for _, err := range []error{opened, read, in, CheckPlace(path)} {
			if err == nil || want != nil && !errors.Is(err, want) || strings.Count(err.Error(), filepath.Base(path)) != 1 {
				t.Errorf("%s: %v", path, err)
			}
		}
	}
}

func TestWhereNothingStandsAFileCanBeMade(t *testing.T) {
	path := filepath.Join(t.TempDir(), "none")
	if err := CheckPlace(path); err != nil {
		t.Error(err)
	}
	if _, err := Open(path); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("opened, it is %v", err)
	}
	write(t, path, "")
	if err := CheckPlace(path); err != nil {
		t.Error(err)
	}
}

func TestOpenInOpensFilesThatTheProgramCarries(t *testing.T) {
	files := fstest.MapFS{"a": {Data: []byte("text")}, "pipe": {Mode: fs.ModeNamedPipe}, "b/c": {}}
	f, err := OpenIn(files, "a")
	if err != nil {
		t.Fatal(err)
	}
	f.Close()
	for name, want := range map[string]error{"pipe": ErrIrregular, "b": ErrIrregular, "none": fs.ErrNotExist} {
		if _, err := OpenIn(files, name); !errors.Is(err, want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
