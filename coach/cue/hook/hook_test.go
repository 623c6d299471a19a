package hook

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"uncramp/coach/cue"
	"uncramp/coach/session"
	"uncramp/coach/skip"
)

// silent is a sink that nothing is heard of.
type silent struct {
	played int
	closed bool
}

func (*silent) Set(cue.Switches)      {}
func (s *silent) Play(cue.Cue)        { s.played++ }
func (*silent) Hush()                 {}
func (*silent) Notify(string, string) {}
func (*silent) Fault() string         { return "" }
func (s *silent) Close(time.Duration) { s.closed = true }

// happening is a cue of an event of a routine whose words would hurt a terminal.
func happening(kind session.EventKind, ending session.Ending) cue.Cue {
	ph := session.Phase{Kind: session.Hold, Name: "Calf\x1b]0;x\x07\nUNCRAMP_X=1", Muscle: "calf", Side: "left", Length: 30 * time.Second}
	return cue.Cue{Of: cue.Happening{Event: session.Event{Kind: kind}, Routine: "bedtime", Phase: ph, Ending: ending}}
}

// script writes a script that notes its arguments and what it is told, and returns how
// it is called and what it noted.
func script(t *testing.T, does string) (call func(words ...string) []string, noted func() string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		skip.Because(t, "Windows has no shell scripts")
	}
	shell := skip.Without(t, "sh")
	notes := filepath.Join(t.TempDir(), "notes")
	body := does + `; { printf '%s|' "$@"; env | grep ^UNCRAMP_ | sort | tr '\n' '|'; echo; } >> "$0"`
	call = func(words ...string) []string { return append([]string{shell, "-c", body, notes}, words...) }
	return call, func() string {
		b, err := os.ReadFile(notes)
		if err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
		return string(b)
	}
}

// settle waits until nothing runs.
func settle(t *testing.T, s cue.Sink) {
	t.Helper()
	hooks, ok := s.(*Sink)
	if !ok {
		t.Fatal("there are no hooks")
	}
	for {
		hooks.mu.Lock()
		running := hooks.running
		hooks.mu.Unlock()
		if running == nil {
			return
		}
		<-running
	}
}

func TestWithoutHooksThereIsNone(t *testing.T) {
	s := &silent{}
	if Around(s, nil) != cue.Sink(s) {
		t.Error("the sink is another one")
	}
}

func TestEachOccasionRunsItsProgram(t *testing.T) {
	t.Setenv("UNCRAMP_SKIP_NOTHING", "") // of the test's own surroundings
	if err := os.Unsetenv("UNCRAMP_SKIP_NOTHING"); err != nil {
		t.Fatal(err)
	}
	call, noted := script(t, "true")
	inner := &silent{}
	s := Around(inner, map[string][]string{began: call("B", "$HOME; two words"), phase: call("P"), ended: call("E")})
	for _, c := range []cue.Cue{
		happening(session.Began, session.Going), happening(session.HalfWay, session.Going), happening(session.Began, session.Going),
		happening(session.Count, session.Going), happening(session.Finished, session.Completed), happening(session.Began, session.Going),
	} {
		s.Play(c)
		settle(t, s)
	}
	s.Close(time.Second)
	lines := strings.Split(strings.TrimSpace(noted()), "\n")
	told := "UNCRAMP_MOVE=Calf"
	wants := []string{
		"B|$HOME; two words|UNCRAMP_EVENT=began|", "P|UNCRAMP_EVENT=phase|", "E|UNCRAMP_ENDING=completed|UNCRAMP_EVENT=ended|",
		"B|$HOME; two words|UNCRAMP_EVENT=began|", "E|UNCRAMP_ENDING=left|UNCRAMP_EVENT=ended|",
	}
	for i, want := range wants {
		line := ""
		if i < len(lines) {
			line = lines[i]
		}
		said := strings.HasPrefix(line, want) && strings.Contains(line, told) &&
			strings.Contains(line, "UNCRAMP_ROUTINE=bedtime|UNCRAMP_SECONDS=30|UNCRAMP_WHERE=left calf|")
		if !said || strings.ContainsAny(line, "\x1b\x07") || strings.Contains(line, "|UNCRAMP_X=1") {
			t.Errorf("%d: want %s in\n%q", i, want, line)
		}
	}
	if len(lines) != len(wants) || inner.played != 6 || !inner.closed {
		t.Errorf("%d programs ran; %d cues were played, closed %v", len(lines), inner.played, inner.closed)
	}
}

// TestOneRunsAtATime has one that lasts until it is let go: what falls due meanwhile is
// left out, but for the end.
func TestOneRunsAtATime(t *testing.T) {
	gate := filepath.Join(t.TempDir(), "gate")
	call, noted := script(t, "while [ ! -e '"+gate+"' ]; do sleep 0.02; done")
	s := Around(&silent{}, map[string][]string{began: call("B"), phase: call("P"), ended: call("E")})
	for range 50 {
		s.Play(happening(session.Began, session.Going))
	}
	s.Play(happening(session.Finished, session.EasedOff))
	if err := os.WriteFile(gate, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	settle(t, s)
	got := noted()
	if strings.Count(got, "\n") != 2 || !strings.HasPrefix(got, "B|") || !strings.Contains(got, "\nE|UNCRAMP_ENDING=eased|") {
		t.Errorf("there ran\n%s", got)
	}
	s.Close(time.Second)
}

// TestWhatHangsIsEndedWithTheProgram closes while a program hangs, and one is missing.
func TestWhatHangsIsEndedWithTheProgram(t *testing.T) {
	call, noted := script(t, "sleep 60")
	for _, program := range [][]string{call("B"), {"no-such-program-" + t.Name()}} {
		s := Around(&silent{}, map[string][]string{began: program})
		begun := time.Now()
		s.Play(happening(session.Began, session.Going))
		s.Close(time.Second)
		if took := time.Since(begun); took > 30*time.Second {
			t.Errorf("%s: it took %v", program, took)
		}
		settle(t, s)
	}
	if got := noted(); got != "" {
		t.Errorf("there ran\n%s", got)
	}
}
