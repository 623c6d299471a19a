package cli

import (
	"os"
	"strings"
	"testing"

	"uncramp/coach/triage"
)

// TestARoutineIsMadeAtATerminal: moves are asked for a line each, what isn't clear is said
// and asked again, the routine is shown, and only a yes keeps it.
func TestARoutineIsMadeAtATerminal(t *testing.T) {
	const move, another = "calf wall 3x30s each", "heel raise 2x10"
	for _, c := range []struct {
		name  string
		args  []string
		lines []string
		kept  string // of the file; empty: none is there
		says  string
		code  int
	}{
		{"two moves", nil, []string{move, another, "", "y"}, "  # prescribed: heel-raise 2x10 both\n", "Kept as ", Done},
		{"one that isn't clear, and then is", nil, []string{"calf stretch 3x30s", move, "", "Y"}, "  # prescribed: calf-wall 3x30s each\n", `"calf stretch" may be one of several moves`, Done},
		{"how often, in a line of its own", nil, []string{move, "twice daily for 6 weeks", "", "y"}, "programme: {times_a_day: 2, weeks: 6,", "Begin its weeks with uncramp plan begin ", Done},
		{"a no", nil, []string{move, "", "n"}, "", "Nothing is kept.", Done},
		{"something else, then a no", nil, []string{move, "", "perhaps", "n"}, "", "That is no answer here.\nKeep it? Type y or n:", Done},
		{"left before a move", nil, []string{"q", move, "", "y"}, "", "Nothing is kept.", Done},
		{"left after a move", nil, []string{move, "q", "", "y"}, "", "Nothing is kept.", Done},
		{"left as it is shown", nil, []string{move, "", "q", "y"}, "", "Nothing is kept.", Done},
		{"the end of what is typed", nil, []string{move, ""}, "", "Nothing is kept.", Done},
		{"no move at all", nil, []string{""}, "", "Type a move and how much of it", Usage},
		{"a line, and a yes", []string{"--line", move}, []string{"y"}, "  # prescribed: calf-wall 3x30s each\n", "Keep it?", Done},
		{"a line, and a no", []string{"--line", move}, []string{"n"}, "", "Nothing is kept.", Done},
		{"a dry run", []string{"--line", move, "--dry-run"}, nil, "", "It was a dry run: nothing is kept.", Done},
	} {
		t.Run(c.name, func(t *testing.T) {
			x := newTypist(t, triage.Finding{}, c.lines...)
			x.ByHand = true
			if code := x.Run(append([]string{"routine", "new", "knees"}, c.args...)); code != c.code {
				t.Errorf("it ended with %d, want %d: %s", code, c.code, x.err)
			}
			if !strings.Contains(x.out.String(), c.says) {
				t.Errorf("it says %s\nwithout %q", x.out, c.says)
			}
			file, err := os.ReadFile(x.Places.routines() + "/knees.yaml")
			if (err == nil) != (c.kept != "") || !strings.Contains(string(file), c.kept) {
				t.Errorf("kept is\n%s (%v), want one with %q", file, err, c.kept)
			}
		})
	}
}
