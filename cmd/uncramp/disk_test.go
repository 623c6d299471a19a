//go:build linux

package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"

	"uncramp/coach/skip"
)

// theirs is how a library, the system or SQLite says what goes wrong with a disk.
var theirs = regexp.MustCompile(`disk I/O error|database or disk|unable to open|no space left|read-only file|permission denied|no such file or d|\(\d+\)`)

// TestADiskThatTakesNothingIsSaidInOurWords, with the file and what to do, by every
// command that writes.
func TestADiskThatTakesNothingIsSaidInOurWords(t *testing.T) {
	const script = `"$@" log --severity 3; "$@" diary import "$HOME/in.csv"; "$@" diary backup "$HOME/backup.db"; "$@" diary undo
"$@" report -o "$HOME/report.html"; "$@" settings set theme day; "$@" me set unsteady on; "$@" diary import "$HOME/none.csv"
"$@" diary restore "$HOME/in.csv"; yes n | "$@" check --plain 2>&1 >/dev/null`
	const rows = "kind,at\ncramp,2026-11-20T03:12:00Z\n"
	for name, spoil := range map[string]func(t *testing.T, home string) error{
		"full": func(_ *testing.T, home string) error {
			fill, err := os.Create(filepath.Join(home, "fill"))
			if err != nil {
				return err
			}
			_, _ = fill.Write(make([]byte, 1<<20)) // as much as there is room for
			return fill.Close()
		},
		"read only": func(_ *testing.T, home string) error {
			return syscall.Mount("tmpfs", home, "tmpfs", syscall.MS_REMOUNT|syscall.MS_RDONLY, "")
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			home := t.TempDir()
			if err := syscall.Mount("tmpfs", home, "tmpfs", 0, "size=600k"); err != nil {
				skip.Because(t, "only root can make a small disk: %v", err)
			}
			t.Cleanup(func() {
				if err := syscall.Unmount(home, syscall.MNT_DETACH); err != nil {
					t.Error(err)
				}
			})
			env := []string{"HOME=" + home, "TMPDIR=" + home, "XDG_RUNTIME_DIR=" + home}
			if out, code := ran(t, setup{env: env}, "log", "--severity", "5"); code != 0 {
				t.Fatal(out)
			}
			if err := os.WriteFile(filepath.Join(home, "in.csv"), []byte(rows), 0o600); err != nil {
				t.Fatal(err)
			}
			if err := spoil(t, home); err != nil {
				t.Fatal(err)
			}
			out, _ := ran(t, setup{env: env, shell: script})
			said := 0
			for line := range strings.Lines(out) {
				switch {
				case !strings.HasPrefix(line, "uncramp: "):
				case theirs.MatchString(line) || !strings.Contains(line, "; "):
					t.Errorf("without a remedy of ours: %s", line)
				default:
					said++
				}
			}
			if said < 10 {
				t.Errorf("%d faults are said of 10:\n%s", said, out)
			}
		})
	}
}
