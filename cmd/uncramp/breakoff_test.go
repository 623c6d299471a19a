//go:build linux

package main

import (
	"strings"
	"testing"
)

// TestAnAnswerIsKeptHoweverTheProgramEnds: what was answered is in the diary, and
// said so where somebody reads it. A signal's cramp can be gone on with, and is
// still one.
func TestAnAnswerIsKeptHoweverTheProgramEnds(t *testing.T) {
	for _, plain := range []bool{false, true} {
		args, enter := []string{"now"}, ""
		if plain {
			args, enter = []string{"now", "--plain"}, "\n"
		}
		for _, end := range ends[1:] {
			t.Run(strings.Join(args, " ")+" "+end.name, func(t *testing.T) {
				t.Parallel()
				m := newMachine(t)
				x := start(t, m.on(), args...)
				x.wait(firstMove)
				x.send("s" + enter)
				x.wait("You said same")
				end.do(x)
				if code := x.exit(patience); code != end.code {
					t.Errorf("exit code %d, not %d", code, end.code)
				}
				x.left()
				if said := strings.Contains(x.written(), "To take it back"); said != (end.name != "HUP") {
					t.Errorf("what is kept is said: %v", said)
				}
				m.hasOneCramp()
				if plain {
					return
				}
				x = start(t, m.on())
				x.wait("Ease the cramp, step 2 of 5 was stopped half-way")
				x.send("g")
				x.wait("TOES UP")
				x.send("e")
				x.wait("Saved")
				x.send("\x03")
				x.exit(patience)
				m.hasOneCramp()
			})
		}
	}
}

// TestARedFlagLosesNoCramp that was answered about before.
func TestARedFlagLosesNoCramp(t *testing.T) {
	for _, plain := range []bool{false, true} {
		args, enter := []string{"now"}, ""
		if plain {
			args, enter = []string{"now", "--plain"}, "\n"
		}
		m := newMachine(t)
		x := start(t, m.on(), args...)
		x.wait(firstMove)
		x.send("s" + enter)
		x.wait("You said same")
		x.send("!" + enter)
		x.wait("Is one of these true now")
		x.send("1" + enter + "y" + enter)
		x.wait("(?i)call the emergency services now")
		x.send("q" + enter)
		x.exit(patience)
		m.allowsNothing(stop)
		m.hasOneCramp()
	}
}

// hasOneCramp fails unless the diary has one, with the answer.
func (m machine) hasOneCramp() {
	m.Helper()
	out, _ := m.run("", "diary", "export", "--format", "csv")
	if n := strings.Count(out, "\ncramp,"); n != 1 || !strings.Contains(out, "same") {
		m.Errorf("%d cramps: %s", n, out)
	}
}
