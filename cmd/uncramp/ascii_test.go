//go:build linux

package main

import (
	"fmt"
	"strings"
	"testing"
)

// beyondASCII is the first line of what was written with a byte that a terminal of a
// locale without UTF-8 can't show; empty: there is none. Controls are all it has besides.
func beyondASCII(written string) string {
	for line := range strings.Lines(written) {
		if strings.ContainsFunc(line, func(c rune) bool { return c > '~' }) {
			return line
		}
	}
	return ""
}

// inASCII is a home with a diary, and a locale without UTF-8.
func inASCII(t *testing.T) setup {
	t.Helper()
	home := "HOME=" + t.TempDir()
	fill(t, strings.TrimPrefix(home, "HOME="))
	at := setup{env: []string{home, "LC_ALL=C.UTF-8"}}
	if out, code := ran(t, at, "log", "--severity", "7", "--note", "Wadenkrämpfe – “schlimm” 足 ½"); code != 0 {
		t.Fatal(out)
	}
	return setup{env: []string{home, "LC_ALL=C"}}
}

// TestEveryScreenIsASCIIWithoutUTF8, at every class of size, whatever was written by whom.
func TestEveryScreenIsASCIIWithoutUTF8(t *testing.T) {
	at := inASCII(t)
	for i, s := range every {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			at := setup{env: append([]string{"UNCRAMP_THEME=" + []string{"day", "night", "mono"}[i%3]}, at.env...)}
			s.settle = 0
			x := s.play(t, at, darkPaper)
			for size := range strings.SplitSeq("24x8,40x12,45x25,120x40", ",") {
				var cols, rows int
				if _, err := fmt.Sscanf(size, "%dx%d", &cols, &rows); err != nil {
					t.Fatal(err)
				}
				x.resize(cols, rows)
				x.until("a frame", func() bool { return strings.TrimSpace(x.text()) != "" })
			}
			if line := beyondASCII(x.written()); line != "" {
				t.Errorf("it writes %q", line)
			}
		})
	}
}

// TestANoteLosesItsAccentsAlone, and what has no form at all.
func TestANoteLosesItsAccentsAlone(t *testing.T) {
	t.Parallel()
	note := scene{keys: []string{"h", "c"}, wait: "Wadenkrampfe - \"schlimm\" \\?\\? [+]"}
	note.play(t, inASCII(t), darkPaper)
}

// TestEveryCommandIsASCIIWithoutUTF8: a terminal gets nothing else of any, and another
// program nothing else of what is to be read. Data stays as it is.
func TestEveryCommandIsASCIIWithoutUTF8(t *testing.T) {
	at := inASCII(t)
	toRead := []string{
		"--help", "help now", "me set --help", "list", "show bedtime", "show ease --position lying", "diary", "learn", "learn --all", "learn magnesium", "plan",
		"doctor --quiet", "settings", "me", "remind", "routine", "routine list", "routine moves", "--plain", "version", "report --days 0", "no-such-command-é",
		"start desk --plain --speed 600", "now --plain --speed 600 --why",
	}
	data := []string{"list --json", "diary export", "diary export --format csv", "report", "report --format html", "man", "routine schema", "completion bash"}
	for _, args := range append(toRead, data...) {
		t.Run(args, func(t *testing.T) {
			t.Parallel()
			piped, _ := ran(t, at, strings.Fields(args)...)
			if line := beyondASCII(piped); line != "" && !strings.Contains(strings.Join(data, ","), args) {
				t.Errorf("to another program it writes %q", line)
			}
			if args == "diary export" && !strings.Contains(piped, "Wadenkrämpfe – “schlimm” 足 ½") {
				t.Errorf("what is exported is %s", piped)
			}
			x := start(t, setup{env: at.env, shell: `exec "$@" </dev/null`}, strings.Fields(args)...) // it opens no screen
			x.exit(patience)
			if line := beyondASCII(x.written()); line != "" {
				t.Errorf("to a terminal it writes %q", line)
			}
		})
	}
}
