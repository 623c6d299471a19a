package audio

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"uncramp/coach/cue"
)

// stubPlayer returns an output that plays with a script in place of the
// program. The script finds its folder in $HERE and a file that it is to play
// in $FILE.
func stubPlayer(t *testing.T, p playerProgram, script string) (o Output, here string) {
	t.Helper()
	here = stubs(t, map[string]string{p.program: script})
	path, err := exec.LookPath(p.program)
	if err != nil {
		t.Fatal(err)
	}
	return p.at(path), here
}

// stubs puts scripts into a folder that is all of the path but for the shell's
// own programs.
func stubs(t *testing.T, scripts map[string]string) (here string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the stubs are shell scripts, and Windows has no shell for them")
	}
	here = t.TempDir()
	bin, temp := filepath.Join(here, "bin"), filepath.Join(here, "tmp")
	for _, folder := range []string{bin, temp} {
		if err := os.Mkdir(folder, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	path := "PATH=/usr/bin:/bin\n"
	for name, script := range scripts {
		script = "#!/bin/sh\n" + path + "for FILE; do :; done\necho $$ >> $HERE/pids\n" + script
		if err := os.WriteFile(filepath.Join(bin, name), []byte(script), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("HERE", here)
	t.Setenv("PATH", bin)
	t.Setenv("TMPDIR", temp)
	return here
}

func TestProgramsGetTheSound(t *testing.T) {
	sound := Tone(cue.Begin, 50)
	for name, script := range map[string]string{"piped": "cat > $HERE/heard", "a file": `cp "$FILE" $HERE/heard; ls -ld "$FILE" "${FILE%/*}" > $HERE/modes`} {
		for _, p := range []playerProgram{pwPlay, paPlay, aPlay, afPlay, soundPlayer} {
			if p.piped != (name == "piped") {
				continue
			}
			t.Run(p.name, func(t *testing.T) {
				o, here := stubPlayer(t, p, `printf '%s\n' "$@" > $HERE/args; `+script)
				if err := o.Play(t.Context(), sound); err != nil {
					t.Fatal(err)
				}
				if got := contents(t, here, "heard"); !bytes.Equal(got, encodeWAV(sound)) {
					t.Errorf("it got %d bytes, want %d", len(got), len(encodeWAV(sound)))
				}
				args := string(contents(t, here, "args"))
				if want := strings.Join(p.args, "\n"); !strings.HasPrefix(args, want) {
					t.Errorf("it was called with %q, want %q first", args, p.args)
				}
				if !p.piped {
					modes := string(contents(t, here, "modes"))
					if !strings.Contains(modes, "-rw-------") || !strings.Contains(modes, "drwx------") {
						t.Errorf("others can read what it is to play:\n%s", modes)
					}
				}
				nothingLeft(t, here)
			})
		}
	}
}

// TestBadPlayers cuts off players that never end, and lives with those that end
// badly. The sound is longer than a pipe holds.
func TestBadPlayers(t *testing.T) {
	long := beep(3 * time.Second)
	for name, tt := range map[string]struct{ script, fault string }{
		"hangs":             {"trap '' TERM INT HUP; echo > $HERE/up; while :; do sleep 1; done", "cut"},
		"floods":            {"echo > $HERE/up; while :; do echo yyyyyyyyyyyyyyyyyyyyyyy; echo nnnnnnnnnnnnnnnnnnnnnnn >&2; done", "cut"},
		"forks":             {"sleep 1000 & echo $! >> $HERE/pids; echo > $HERE/up; wait", "cut"},
		"forks deaf ones":   {"(trap '' TERM HUP INT; exec >&- 2>&-; sleep 1000) & echo $! >> $HERE/pids; echo > $HERE/up; wait", "cut"},
		"reads, then hangs": {"cat > /dev/null; echo > $HERE/up; sleep 1000", "cut"},
		"forks and ends":    {"sleep 1000 & echo $! >> $HERE/pids", ""},
		"ends at once":      {"exit 0", ""},
		"fails":             {"echo no sound card >&2; exit 1", "exit status 1: no sound card"},
		"dies":              {"kill -9 $$", "signal: killed"},
	} {
		for _, p := range []playerProgram{aPlay, pwPlay} {
			t.Run(name+" "+p.name, func(t *testing.T) {
				if tt.fault != "cut" {
					o, here := stubPlayer(t, p, tt.script)
					if err := o.Play(t.Context(), long); err == nil != (tt.fault == "") || err != nil && !strings.Contains(err.Error(), tt.fault) {
						t.Errorf("it ended with %v, want %q", err, tt.fault)
					}
					nothingLeft(t, here)
					return
				}
				inTime(t, 100*time.Millisecond, func(t *testing.T) time.Duration {
					o, here := stubPlayer(t, p, tt.script)
					ctx, cancel := context.WithCancel(t.Context())
					ended := make(chan error, 1)
					go func() { ended <- o.Play(ctx, long) }()
					up(t, here)
					took, err := cut(t, cancel, ended)
					if !errors.Is(err, context.Canceled) {
						t.Errorf("it ended with %v", err)
					}
					nothingLeft(t, here)
					return took
				})
			})
		}
	}
}

// up waits until a stub that says so is up.
func up(t *testing.T, here string) {
	t.Helper()
	until(t, "the stub is up", func() bool {
		_, err := os.Stat(filepath.Join(here, "up"))
		return err == nil
	})
}

// cut ends a sound, and tells how long that took and how it ended.
func cut(t *testing.T, end func(), ended <-chan error) (took time.Duration, err error) {
	t.Helper()
	begun := time.Now()
	end()
	select {
	case err := <-ended:
		return time.Since(begun), err
	case <-time.After(10 * time.Second):
		t.Fatal("it goes on after ten seconds")
		return 0, nil
	}
}

func TestAPlayerThatWentMissing(t *testing.T) {
	for _, p := range []playerProgram{aPlay, afPlay} {
		o, here := stubPlayer(t, p, "exit 0")
		if err := os.Remove(filepath.Join(here, "bin", p.program)); err != nil {
			t.Fatal(err)
		}
		if err := o.Play(t.Context(), beep(time.Second)); !errors.Is(err, os.ErrNotExist) || !strings.Contains(err.Error(), p.program) {
			t.Errorf("%s: %v", p.name, err)
		}
		nothingLeft(t, here)
	}
}

func TestNoRoomForTheFile(t *testing.T) {
	o, here := stubPlayer(t, afPlay, "exit 0")
	t.Setenv("TMPDIR", filepath.Join(here, "gone"))
	if err := o.Play(t.Context(), beep(time.Second)); err == nil || !strings.Contains(err.Error(), "no room for what afplay is to play") {
		t.Errorf("it says %v", err)
	}
}
