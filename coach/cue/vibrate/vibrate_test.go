package vibrate

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"uncramp/coach/cue"
	"uncramp/coach/skip"
)

// silent is a sink that nothing is heard of.
type silent struct {
	played int
	set    cue.Switches
	hushed bool
	closed bool
}

func (s *silent) Set(on cue.Switches) { s.set = on }
func (s *silent) Play(cue.Cue)        { s.played++ }
func (s *silent) Hush()               { s.hushed = true }
func (*silent) Notify(string, string) {}
func (*silent) Fault() string         { return "" }
func (s *silent) Close(time.Duration) { s.closed = true }

// phone puts a program into the path that notes how it is called, and returns a sink
// that is felt, and how often it was told what.
func phone(t *testing.T, does string) (s *Sink, inner *silent, noted func() string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		skip.Because(t, "Windows has no shell scripts")
	}
	here := t.TempDir()
	script := "#!" + skip.Without(t, "sh") + "\necho \"$*\" >> " + filepath.Join(here, "noted") + "\n" + does + "\n"
	if err := os.WriteFile(filepath.Join(here, program), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", here+":"+os.Getenv("PATH"))
	inner = &silent{}
	s, ok := Around(inner).(*Sink)
	if !ok {
		t.Fatal("nothing is felt")
	}
	return s, inner, func() string {
		b, err := os.ReadFile(filepath.Join(here, "noted"))
		if err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
		return string(b)
	}
}

func TestWithoutTheProgramThereIsNoPulse(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	inner := &silent{}
	if Around(inner) != cue.Sink(inner) {
		t.Error("the sink is another one")
	}
	if _, err := Means(); err == nil || err.Error() != "termux-vibrate is not installed" {
		t.Errorf("it says %v", err)
	}
}

func TestOnePulseForAHoldAndTwoForLettingGo(t *testing.T) {
	const once, always = "-d 150\n", "-d 150 -f\n"
	for _, tt := range []struct {
		on   cue.Vibration
		tone cue.Tone
		want string
	}{
		{cue.Vibrate, cue.Begin, once}, {cue.Vibrate, cue.Ease, once + once}, {cue.Vibrate, cue.Finish, once + once},
		{cue.VibrateAlways, cue.Begin, always}, {cue.VibrateAlways, cue.Ease, always + always}, {cue.NoVibration, cue.Begin, ""},
		{cue.Vibrate, cue.Tick, ""}, {cue.Vibrate, cue.Ready, ""}, {cue.Vibrate, cue.Half, ""}, {cue.Vibrate, cue.None, ""},
	} {
		s, inner, noted := phone(t, "")
		s.Set(cue.Switches{Vibration: tt.on})
		s.Play(cue.Cue{Tone: tt.tone})
		s.tasks.Wait()
		if got := noted(); got != tt.want || inner.played != 1 || inner.set.Vibration != tt.on {
			t.Errorf("%v, tone %v: it is told %q, want %q; %d were played", tt.on, tt.tone, got, tt.want, inner.played)
		}
		s.Close(time.Second)
		s.Play(cue.Cue{Tone: cue.Begin})
		if !inner.closed || noted() != tt.want {
			t.Error("it pulses after the end")
		}
	}
}

// TestTheEndOfAHoldIsFelt where the legs change at once, too; before the first hold there is
// nothing to let go.
func TestTheEndOfAHoldIsFelt(t *testing.T) {
	const once = "-d 150\n"
	s, _, noted := phone(t, "")
	s.Set(cue.Switches{Vibration: cue.Vibrate})
	var want string
	for _, step := range []struct {
		tone  cue.Tone
		times int
	}{
		{cue.Ready, 0}, {cue.Begin, 1}, {cue.Half, 0}, {cue.Tick, 0}, {cue.Ready, 2}, {cue.Ready, 0}, {cue.Begin, 1}, {cue.Ease, 2}, {cue.Ready, 0},
	} {
		s.Play(cue.Cue{Tone: step.tone})
		s.tasks.Wait()
		want += strings.Repeat(once, step.times)
		if got := noted(); got != want {
			t.Fatalf("at %v it was told %q, not %q", step, got, want)
		}
	}
	s.Close(time.Second)
}

// TestWhatHangsHoldsNothingUp lets the program hang; what comes next takes its place.
func TestWhatHangsHoldsNothingUp(t *testing.T) {
	for name, end := range map[string]func(*Sink){
		"hushed":       func(s *Sink) { s.Hush() },
		"switched off": func(s *Sink) { s.Set(cue.Switches{}) },
		"closed":       func(s *Sink) { s.Close(time.Second) },
	} {
		s, _, noted := phone(t, "trap '' TERM INT HUP; while :; do sleep 1; done")
		s.Set(cue.Switches{Vibration: cue.Vibrate})
		for range 5 {
			s.Play(cue.Cue{Tone: cue.Ease})
		}
		end(s)
		s.tasks.Wait()
		if n := strings.Count(noted(), "\n"); n > 5 {
			t.Errorf("%s: it ran %d times", name, n)
		}
		s.Close(time.Second)
	}
}
