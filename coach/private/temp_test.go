package private

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func names(t *testing.T, folder string) (list []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		list = append(list, e.Name())
	}
	return list
}

func TestATempTakesTheOthersPlace(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "file")
	write(t, path, "before")
	temp, err := NewTemp(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := temp.WriteString("after"); err != nil {
		t.Fatal(err)
	}
	holds(t, path, "before")
	if err := temp.Replace(path); err != nil {
		t.Fatal(err)
	}
	temp.Discard()
	holds(t, path, "after")
	if got := names(t, folder); len(got) != 1 {
		t.Errorf("there are %q", got)
	}
}

// TestWhatAKilledProcessLeavesIsSwept, and nothing else: neither what somebody
// needs, nor what other people called nearly so.
func TestWhatAKilledProcessLeavesIsSwept(t *testing.T) {
	for name, sweeps := range map[string]func(folder string){
		"asked to": Sweep,
		"by the next write": func(folder string) {
			if err := Write(filepath.Join(folder, "settings.yaml"), nil); err != nil {
				t.Error(err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			needed, err := NewTemp(filepath.Join(folder, "diary.db"))
			if err != nil {
				t.Fatal(err)
			}
			stay := []string{
				"settings.yaml", "diary.db", "diary.db-wal", "backup-1.db", "restoring-2.db", ".uncramp-mine", ".x.uncramp-1.bak",
				filepath.Base(needed.Name()), filepath.Base(needed.Name()) + "-wal",
			}
			left := []string{".diary.db.uncramp-1", ".diary.db.uncramp-1-wal", ".diary.db.uncramp-1-shm", ".b.db.uncramp-22-journal", ".uncramp-3"}
			for _, name := range slices.Concat(stay, left) {
				if name != filepath.Base(needed.Name()) {
					write(t, filepath.Join(folder, name), "")
				}
			}
			sweeps(folder)
			slices.Sort(stay)
			if got := names(t, folder); !slices.Equal(got, stay) {
				t.Errorf("there are %q, want %q", got, stay)
			}
			needed.Discard()
		})
	}
}

func TestALongNameIsWritten(t *testing.T) {
	path := filepath.Join(t.TempDir(), strings.Repeat("n", 250))
	if err := Write(path, []byte("text")); err != nil {
		t.Fatal(err)
	}
	holds(t, path, "text")
}
