//go:build linux

package main

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

var long = flag.Bool("long", false, "every file that is none, instead of pipes alone")

// files are those that the program may find in a home, from there.
var files = []string{
	".config/uncramp", ".config/uncramp/settings.yaml", ".config/uncramp/routines", ".config/uncramp/routines/mine.yaml",
	".local/share/uncramp", ".local/share/uncramp/profile.yaml", ".local/share/uncramp/taken-back/000001.json",
	".local/share/uncramp/diary.db", ".local/share/uncramp/diary.db.lock", ".local/share/uncramp/diary.db-wal",
	".local/share/uncramp/diary.db-shm", ".local/share/uncramp/diary.db-journal",
	".local/state/uncramp", ".local/state/uncramp/session.json", ".local/state/uncramp/session.json.lock",
	".local/state/uncramp/check.json", ".local/state/uncramp/check.json.lock", ".local/state/uncramp/fault.log",
	".cache/uncramp/speech",
}

// special puts something that is no ordinary file where one should be. The short
// form has the pipe alone, for which who opens it waits without end.
var special = map[string]func(path string) error{
	"a pipe":   func(path string) error { return syscall.Mkfifo(path, 0o600) },
	"a folder": func(path string) error { return os.Mkdir(path, 0o700) },
	"a device": func(path string) error { return os.Symlink("/dev/zero", path) },
	"a loop":   func(path string) error { return os.Symlink(filepath.Base(path), path) },
	"3 GB": func(path string) error {
		return errors.Join(os.WriteFile(path, nil, 0o600), os.Truncate(path, 3<<30))
	},
}

// eachSpecial does something for what is no file in each file's place.
func eachSpecial(t *testing.T, do func(t *testing.T, home, file string)) {
	for _, file := range files {
		for kind, put := range special {
			if kind != "a pipe" && !*long {
				continue
			}
			t.Run(kind+" as "+filepath.Base(file), func(t *testing.T) {
				t.Parallel()
				home := t.TempDir()
				path := filepath.Join(home, file)
				if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), put(path)); err != nil {
					t.Fatal(err)
				}
				do(t, home, file)
			})
		}
	}
}

// TestNoFileCanStopRelief puts what is no file where each file of the program
// should be: the first move is there all the same, and so is the way out. What
// the latest check found may hold relief back, and says so at once.
func TestNoFileCanStopRelief(t *testing.T) {
	eachSpecial(t, func(t *testing.T, home, file string) {
		x := start(t, setup{env: []string{"HOME=" + home}}, "now")
		if strings.HasSuffix(file, "/check.json") {
			x.wait("can't be read")
		} else {
			x.wait(firstMove)
		}
		x.send("q")
		x.exit(patience)
		x.left()
	})
}

// TestNoFileCanStopACommand does the same to commands that read and write every
// file: whatever they make of it, they end, and take little memory.
func TestNoFileCanStopACommand(t *testing.T) {
	const script = `ulimit -v 4000000
"$@" log --severity 3; "$@" diary; "$@" diary undo; "$@" diary undo --back; "$@" settings set volume 40; "$@" me set unsteady on
"$@" list; "$@" remind show ease; "$@" diary import "$file"; "$@" diary import --format csv "$file"
"$@" diary restore "$file"; "$@" diary backup "$file"; "$@" report -o "$file"`
	eachSpecial(t, func(t *testing.T, home, file string) {
		cmd := program(t, setup{shell: script, env: []string{"HOME=" + home, "file=" + filepath.Join(home, file)}})
		cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
		late := time.AfterFunc(3*patience, func() { _ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) })
		out, err := cmd.CombinedOutput()
		if late.Stop(); !cmd.ProcessState.Exited() || strings.Contains(string(out), "goroutine ") {
			t.Errorf("%v\n%s", err, out)
		}
	})
}
