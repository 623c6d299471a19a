package cli

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"uncramp/routines"
)

// TestPlainTranscripts has what somebody hears who follows a routine to its end, and a
// relief of each muscle with answers. A script is a list of seconds since the start and a
// line that is typed.
func TestPlainTranscripts(t *testing.T) {
	scripts := map[string]string{
		"ease, calf":       "10 s, 45 r, 60 e, 62 q, 62 q",
		"ease, foot":       "0 2, 5 i, 20 w, 40 s, 90 e, 95 q",
		"ease, hamstring":  "0 3, 8 o, 30 l, 70 n, 80 e, 85 u, 100 e, 101 q",
		"ease, thigh":      "0 4, 10 t, 20 w, 30 w, 75 q, 76 q",
		"bedtime, steered": "3 , 9 , 20 more, 40 p, 50 r, 60 i, 65 n, 66 n, 67 ?, 70 what, 75 flags, 80 , 90 q",
	}
	for _, head := range routines.BuiltinHeads() {
		scripts[head.ID] = "1000 q"
	}
	for name, script := range scripts {
		t.Run(strings.ReplaceAll(name, ", ", "-"), func(t *testing.T) {
			id, _, _ := strings.Cut(name, ", ")
			p, x, now := plainAt(t, id)
			p.beginUnasked()
			for step := range strings.SplitSeq(script, ", ") {
				when, line, _ := strings.Cut(step, " ")
				seconds, err := strconv.Atoi(when)
				must(t, err)
				p.until(t, now, time.Duration(seconds)*time.Second)
				if p.over() {
					break
				}
				must(t, p.print("> "+line))
				p.typed(line)
				must(t, p.err)
			}
			sayWell(t, x.out.String())
			compare(t, x.out.String())
		})
	}
}

// sayWell holds what is heard: every line has room, and no line is said twice at once.
func sayWell(t *testing.T, said string) {
	t.Helper()
	last := ""
	for line := range strings.Lines(said) {
		words := strings.TrimSpace(line[strings.IndexByte(line, ']')+1:])
		if wide := ansi.StringWidth(strings.TrimSuffix(line, "\n")); wide > plainColumns {
			t.Errorf("%d columns: %s", wide, line)
		}
		if words == last && !strings.HasSuffix(words, "?") {
			t.Errorf("it is said twice: %s", line)
		}
		if strings.ContainsAny(words, "·→←▶×–—") {
			t.Errorf("a sign that isn't read: %s", line)
		}
		last = words
	}
}

// compare holds a transcript against the one that is kept.
func compare(t *testing.T, got string) {
	t.Helper()
	path := filepath.Join("testdata", filepath.Base(t.Name())+".transcript")
	if *update {
		must(t, os.WriteFile(path, []byte(got), 0o600))
	}
	if want, err := os.ReadFile(path); err != nil || got != string(want) {
		t.Errorf("it is otherwise (%v; -update writes it anew):\ngot\n%s\nwant\n%s", err, got, want)
	}
}
