package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"uncramp/coach/skip"
	"uncramp/coach/triage"
	"uncramp/routines"
)

// about lets a person say something about herself.
func (x typist) about(t *testing.T, list ...routines.Condition) typist {
	t.Helper()
	must(t, x.Profile.Change(func(routines.Profile) routines.Profile { return routines.ProfileOf(list...) }))
	return x
}

// TestReliefBeginsThoughNobodyCanReadWhatSuits, whatever stands there: seated or
// lying though standing was asked for, and it says so in one line.
func TestReliefBeginsThoughNobodyCanReadWhatSuits(t *testing.T) {
	for name, put := range map[string]func(path string) error{
		"a folder":   func(path string) error { return os.MkdirAll(path, 0o700) },
		"a loop":     func(path string) error { return os.Symlink(path, path) },
		"3 GB":       func(path string) error { return sparse(path, 3<<30) },
		"cut off":    func(path string) error { return os.WriteFile(path, []byte("conditions: [new-"), 0o600) },
		"of nothing": func(path string) error { return os.WriteFile(path, nil, 0o600) },
	} {
		x := newTypist(t, triage.Finding{})
		must(t, os.MkdirAll(filepath.Dir(x.Profile.Path()), 0o700))
		if err := put(x.Profile.Path()); err != nil {
			skip.Because(t, "%s can't be made here: %v", name, err)
		}
		code := x.Run([]string{"now", "--plain", "--position", "standing"})
		if out := x.out.String(); code != Done || strings.Count(out, "can't be read: seated or lying, no heat, no ice.") != 1 ||
			!strings.Contains(out, "[00:00] GO SLACK") || strings.Contains(out, "stand,") {
			t.Errorf("%s: code %d, %q, printed\n%s", name, code, x.err, out)
		}
		for _, id := range []string{"heat", "ice"} {
			x.err.Reset()
			if code := x.Run([]string{"start", id, "--plain"}); code != Failed || !strings.Contains(x.err.String(), "can't be read") {
				t.Errorf("%s, %s: code %d, %q", name, id, code, x.err)
			}
		}
	}
}

// sparse is a file of so many bytes, of which none is written.
func sparse(path string, size int64) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	return f.Truncate(size)
}

// TestARedFlagGoesFirst: before what is left out, and though nothing of it would
// be.
func TestARedFlagGoesFirst(t *testing.T) {
	g := triage.Groups()[0]
	f := triage.Finding{Level: g.Level, Yes: []string{g.Questions[0].ID}}
	for _, id := range []string{"heat", "ease"} {
		x := newTypist(t, f).about(t, routines.NumbFeet, routines.Unsteady)
		if code := x.Run([]string{"start", id}); code != Failed || !strings.Contains(x.out.String(), strings.ToUpper(g.Advice)) ||
			strings.Contains(x.err.String(), "left out") {
			t.Errorf("%s: code %d, printed %q, %q", id, code, x.out, x.err)
		}
	}
}

// TestWhatIsLeftOutIsNotOffered with what goes well with another routine, and
// stands in the list with why.
func TestWhatIsLeftOutIsNotOffered(t *testing.T) {
	x := newTypist(t, triage.Finding{}, "e", "q").about(t, routines.NumbFeet)
	if code := x.Run([]string{"now"}); code != Done || !strings.Contains(x.out.String(), "Compress and release") ||
		strings.Contains(x.out.String(), "Heat") || strings.Contains(x.out.String(), "Ice") {
		t.Errorf("code %d, printed\n%s", code, x.out)
	}
	x = newTypist(t, triage.Finding{}).about(t, routines.NumbFeet)
	x.Run([]string{"list"})
	for line := range strings.Lines(x.out.String()) {
		words := strings.Fields(line)
		left := len(words) > 0 && (words[0] == "heat" || words[0] == "ice")
		if strings.Contains(line, leftOutForYou) != left {
			t.Errorf("the list has %q", line)
		}
	}
}

// TestWhatIsLeftOutForAMuscleIsNotOffered: a new knee has no stretch of the thigh,
// and the muscle and the position were chosen on the way.
func TestWhatIsLeftOutForAMuscleIsNotOffered(t *testing.T) {
	for keys, offered := range map[string]bool{"4": false, "1": true, "4 l": false, "4 u": false} {
		x := newRelieved(t, append(strings.Fields(keys), "e", "", "q")...).about(t, routines.NewKnee)
		if code := x.Run([]string{"now", "--plain"}); code != Done || strings.Contains(x.out.String(), "1 Passive stretch") != offered || x.err.Len() > 0 {
			t.Errorf("%s: code %d, printed\n%s%s", keys, code, x.out, x.err)
		}
	}
	x := newRelieved(t, "2", "e", "", "q").about(t, routines.Circulation)
	if x.Run([]string{"now", "--plain"}); strings.Contains(x.out.String(), "heat") || !strings.Contains(x.out.String(), "massage") {
		t.Errorf("printed\n%s", x.out)
	}
}

// TestTheSoreMuscleIsGoneOnWith where the position that was chosen means nothing.
func TestTheSoreMuscleIsGoneOnWith(t *testing.T) {
	x := newRelieved(t, "4", "l", "e", "", "2", "n", "q", "q")
	x.Run([]string{"now", "--plain"})
	if out := x.out.String(); !strings.Contains(out, "Lay both palms on the thigh.") {
		t.Errorf("printed\n%s", out)
	}
}
