//go:build linux

package main

import (
	"os/user"
	"strings"
	"testing"
)

// ran runs a script that runs "$@", the program, and returns what it printed.
func ran(t *testing.T, s setup, args ...string) (printed string, code int) {
	t.Helper()
	cmd := program(t, s, args...)
	out, _ := cmd.CombinedOutput() // the exit code tells
	return string(out), cmd.ProcessState.ExitCode()
}

// TestWithoutAHome the system's list of users says where it is.
func TestWithoutAHome(t *testing.T) {
	u, err := user.Current()
	if err != nil {
		t.Fatal(err)
	}
	for _, home := range []string{"HOME=", "HOME=relative"} {
		if out, code := ran(t, setup{env: []string{home}}, "settings"); code != 0 || !strings.Contains(out, u.HomeDir+"/.config/uncramp/settings.yaml") {
			t.Errorf("%s: exit code %d, %s", home, code, out)
		}
	}
}

// TestTooFewFilesAreSaidToBe, in a line: a routine can be followed with a few more.
func TestTooFewFilesAreSaidToBe(t *testing.T) {
	for limit, follows := range map[string]bool{"5": false, "6": false, "12": true} {
		out, code := ran(t, setup{shell: "ulimit -n " + limit + `; exec "$@"`}, "start", "bedtime", "--plain", "--speed", "600")
		if follows != (code == 0) || !follows && (strings.Count(out, "\n") != 1 || !strings.Contains(out, "ulimit -n")) {
			t.Errorf("%s files: exit code %d, %s", limit, code, out)
		}
	}
}

func TestWhatCannotBePrintedIsSaid(t *testing.T) {
	for _, args := range [][]string{{"--help"}, {"now", "--help"}, {"list"}, {"--version"}, {"diary", "export"}, {"remind"}} {
		out, code := ran(t, setup{shell: `exec "$@" >/dev/full`}, args...)
		if code != 1 || strings.Count(out, "not all could be printed: the disk is full") != 1 {
			t.Errorf("%v: exit code %d, %s", args, code, out)
		}
	}
}

// TestALocaleWithoutUTF8IsSpokenOf where there is time to read: not in the relief.
func TestALocaleWithoutUTF8IsSpokenOf(t *testing.T) {
	const remedy = "set LC_ALL=C.UTF-8"
	for locale, says := range map[string]bool{"C": true, "C.UTF-8": false} {
		t.Run(locale, func(t *testing.T) {
			t.Parallel()
			x := start(t, setup{env: []string{"LC_ALL=" + locale}})
			x.wait("red flags")
			if got := strings.Contains(x.now(), remedy); got != says {
				t.Errorf("home says it: %v", got)
			}
			x.send("q")
			x.exit(patience)
			out, _ := ran(t, setup{env: []string{"LC_ALL=" + locale}}, "doctor", "--quiet")
			if got := strings.Contains(out, remedy); got != says {
				t.Errorf("doctor says\n%s", out)
			}
		})
	}
}

// TestWhatIsTypedAndIsNoUTF8IsNotLeftOut of what is kept, in keys and in a paste.
func TestWhatIsTypedAndIsNoUTF8IsNotLeftOut(t *testing.T) {
	for name, sent := range map[string]string{"typed": "m\xfcde", "pasted": "\x1b[200~m\xfcde\x1b[201~", "of a console": "m\x81d\x82"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			home := "HOME=" + t.TempDir()
			ran(t, setup{env: []string{home}}, "log", "--severity", "3")
			x := start(t, setup{env: []string{home}})
			x.wait(homeKeys)
			x.send("h")
			x.wait("severity 3")
			x.send("c")
			x.wait("3/10")
			x.send("\r")
			x.wait("a note")
			x.send(strings.Repeat("\x1b[B", 20) + "\r" + sent)
			x.wait("m\ufffdd")
			x.letGo()
			x.send("\r")
			x.wait("no UTF-8")
			x.send(escape)
			x.wait("(?m)a note *$")
			x.send("q")
			x.wait("enter edit")
			x.send("\x03")
			x.exit(patience)
			if out, _ := ran(t, setup{env: []string{home}}, "diary", "export"); !strings.Contains(out, `"at"`) || strings.Contains(out, "note") {
				t.Errorf("kept is %s", out)
			}
		})
	}
}

// TestALocaleWithoutUTF8IsTold once the screen of the relief is gone: nobody reads it
// in a cramp.
func TestALocaleWithoutUTF8IsTold(t *testing.T) {
	t.Parallel()
	x := start(t, setup{env: []string{"LC_ALL=C"}}, "now")
	x.wait("GO SLACK")
	x.send("q")
	x.exit(patience)
	x.wait(`your locale has no UTF-8, so all is in ASCII; set LC_ALL=C\.UTF-8`)
}
