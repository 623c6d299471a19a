package audio

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"uncramp/coach/cue"
	"uncramp/coach/process"
)

// talker returns a voice of a system that speaks by itself, with a script in place of
// its program.
func talker(t *testing.T, system, program, script string) (v *Voice, here string) {
	t.Helper()
	here = stubs(t, map[string]string{program: script})
	v, _ = machine{system: system, find: process.Find}.voice(VoiceSettings{Rate: 150})
	if v == nil || !v.aloud || v.Name() != program {
		t.Fatalf("%s was not found", program)
	}
	return v, here
}

// talking is a mixer with such a voice, which is switched on.
func talking(t *testing.T, v *Voice, volume int) *Mixer {
	t.Helper()
	m := newMixer(func(context.Context) devices { return devices{output: &recorder{}, speech: mute{}, voice: v} })
	t.Cleanup(func() { m.Close(5 * time.Second) })
	m.Set(cue.Switches{Voice: true, Volume: volume})
	return m
}

// says has a stub note each line that it is to say.
const says = "if [ \"$1\" = --cancel ]; then echo cancel >> $HERE/told; exit; fi\ncat | sed 's/^/</; s/$/>/' >> $HERE/told\n"

const twoSentences = "Hold, left calf. -e $(id) %s lean in."

func TestWordsAreSaidByTheVoiceItself(t *testing.T) {
	for _, tt := range []struct{ system, program, want string }{
		{"linux", "spd-say", "< Hold, left calf. -e $(id) %s lean in.>\n"},
		{"android", "termux-tts-speak", "<Hold, left calf.>\n<-e $(id) %s lean in.>\n"},
	} {
		v, here := talker(t, tt.system, tt.program, says)
		m := talking(t, v, 50)
		m.Play(cue.Cue{Words: []string{strings.Repeat("much too long ", 50), twoSentences}, Room: 10 * time.Second})
		m.tasks.Wait()
		if got := string(contents(t, here, "told")); got != tt.want || m.Fault() != "" {
			t.Errorf("%s is to say %q, fault %q", tt.program, got, m.Fault())
		}
		m.Set(cue.Switches{Voice: true, Volume: 0})
		m.Play(cue.Cue{Words: []string{"Silence."}, Room: time.Second})
		m.Close(5 * time.Second)
		if got := string(contents(t, here, "told")); got != tt.want {
			t.Errorf("%s says %q without a volume", tt.program, got)
		}
		nothingLeft(t, here)
	}
}

// TestWhatIsSupersededIsSilenced, and nobody is told of it.
func TestWhatIsSupersededIsSilenced(t *testing.T) {
	for name, end := range map[string]func(m *Mixer){
		"the next phase": func(m *Mixer) { m.Play(cue.Cue{Hush: true}) },
		"a pause":        func(m *Mixer) { m.Hush() },
		"switched off":   func(m *Mixer) { m.Set(cue.Switches{}) },
		"leaving":        func(m *Mixer) { m.Close(5 * time.Second) },
	} {
		v, here := talker(t, "linux", "spd-say", says+"echo > $HERE/up; exec sleep 1000")
		m := talking(t, v, 50)
		m.Play(cue.Cue{Words: []string{twoSentences}, Room: 10 * time.Second})
		up(t, here)
		end(m)
		m.tasks.Wait()
		if got := string(contents(t, here, "told")); !strings.HasSuffix(got, ">\ncancel\n") || m.Fault() != "" {
			t.Errorf("%s: it is told %q, fault %q", name, got, m.Fault())
		}
		nothingLeft(t, here)
	}
}

// TestWhatCannotBeStoppedEndsWithItsSentence, and nothing is said meanwhile: asked while
// it speaks, the voice of Termux never speaks again.
func TestWhatCannotBeStoppedEndsWithItsSentence(t *testing.T) {
	v, here := talker(t, "android", "termux-tts-speak",
		"mkdir $HERE/speaks || echo twice >> $HERE/told\n"+says+"echo > $HERE/up; while [ ! -e $HERE/go ]; do sleep 0.02; done; rmdir $HERE/speaks")
	m := talking(t, v, 50)
	m.Play(cue.Cue{Words: []string{"One. Never said."}, Room: 10 * time.Second})
	up(t, here)
	m.Play(cue.Cue{Words: []string{"Two."}, Room: 10 * time.Second, Hush: true})
	m.Play(cue.Cue{Words: []string{"Three."}, Room: 10 * time.Second, Hush: true})
	if err := os.WriteFile(filepath.Join(here, "go"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	m.tasks.Wait()
	if got := string(contents(t, here, "told")); got != "<One.>\n<Three.>\n" || m.Fault() != "" {
		t.Errorf("it says %q, fault %q", got, m.Fault())
	}
	nothingLeft(t, here)
}

// TestAVoiceThatFailsIsToldOf in one line, and leaving waits for none that hangs.
func TestAVoiceThatFailsIsToldOf(t *testing.T) {
	for _, tt := range []struct{ system, program string }{{"linux", "spd-say"}, {"android", "termux-tts-speak"}} {
		v, here := talker(t, tt.system, tt.program, "exit 1")
		m := talking(t, v, 50)
		m.Play(cue.Cue{Words: []string{"One."}, Room: time.Minute})
		m.tasks.Wait()
		if want := fmt.Sprintf(voiceFails, tt.program); m.Fault() != want {
			t.Errorf("it says %q, want %q", m.Fault(), want)
		}
		nothingLeft(t, here)

		v, here = talker(t, tt.system, tt.program, "trap '' TERM INT HUP; echo > $HERE/up; exec sleep 1000")
		m = talking(t, v, 50)
		m.Play(cue.Cue{Words: []string{"One."}, Room: time.Minute})
		up(t, here)
		m.Close(10 * time.Second)
		nothingLeft(t, here)
	}
}

// TestWhatAHangingVoiceStartedIsEnded with it, unless that is a service for others.
func TestWhatAHangingVoiceStartedIsEnded(t *testing.T) {
	v, here := talker(t, "android", "termux-tts-speak",
		"trap '' TERM INT HUP; sleep 1000 & echo $! >> $HERE/pids; echo > $HERE/up; exec sleep 1000")
	m := talking(t, v, 50)
	m.Play(cue.Cue{Words: []string{"One."}, Room: time.Minute})
	up(t, here)
	m.Close(10 * time.Second)
	nothingLeft(t, here)
}
