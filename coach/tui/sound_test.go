package tui

import (
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/cue"
	"uncramp/coach/session"
	"uncramp/coach/term"
	"uncramp/coach/tui/screen"
)

// ear notes what it is asked to play.
type ear struct {
	mu       sync.Mutex
	began    time.Time
	on       cue.Switches
	tones    []time.Duration // when each fell due
	words    []string
	hushed   int
	notified []string
	fault    string
}

func (e *ear) Set(on cue.Switches) { e.on = on }

func (e *ear) Play(c cue.Cue) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if c.Tone != cue.None {
		e.tones = append(e.tones, time.Since(e.began))
	}
	e.words = append(e.words, strings.Join(c.Words, " | "))
}

func (e *ear) Hush()                     { e.hushed++ }
func (e *ear) Notify(title, text string) { e.notified = append(e.notified, title+": "+text) }
func (e *ear) Fault() string             { return e.fault }
func (e *ear) Close(time.Duration)       {}
func (e *ear) heardOf(what string) (n int) {
	for _, w := range e.words {
		if strings.Contains(w, what) {
			n++
		}
	}
	return n
}

// listened plays a routine in the real event loop with an ear, and keys at
// moments.
func listened(t *testing.T, routine string, until time.Duration, keys map[time.Duration]tea.Msg) *ear {
	t.Helper()
	e := &ear{}
	synctest.Test(t, func(t *testing.T) {
		e.began = time.Now()
		c := testConfig(t, bubbleClock{time.Now()})
		c.Begin, c.Audio = screen.Play{Ready: playOf(t, routine)}, e
		c.Switches = func(bool) cue.Switches { return cue.Switches{Sound: true, Volume: 50} }
		p := tea.NewProgram(newRoot(c, 80, 24, term.Abilities{}), tea.WithInput(nil), tea.WithOutput(&meter{}), tea.WithWindowSize(80, 24),
			tea.WithFPS(term.FramesPerSecond), tea.WithoutSignalHandler(), tea.WithEnvironment([]string{"TERM=xterm-256color"}))
		go func() {
			for at := time.Duration(0); at < until; at += 100 * time.Millisecond {
				if k, ok := keys[at]; ok {
					p.Send(k)
				}
				time.Sleep(100 * time.Millisecond)
			}
			p.Send(tea.QuitMsg{})
		}()
		if _, err := p.Run(); err != nil {
			t.Error(err)
		}
		time.Sleep(time.Hour)
	})
	return e
}

// TestCuesAreOnTime plays a routine in the real event loop: no cue comes more
// than 50 ms late, none twice, none is lost.
func TestCuesAreOnTime(t *testing.T) {
	e := listened(t, "bedtime", 61*time.Second, nil)
	var due []time.Duration
	add := func(seconds ...int) {
		for _, s := range seconds {
			due = append(due, time.Duration(s)*time.Second)
		}
	}
	add(0, 12, 13, 14)
	for begin := 15; begin < 60; begin += 15 { // hold 10 s, change 5 s
		add(begin, begin+7, begin+8, begin+9, begin+10, begin+12, begin+13, begin+14)
	}
	add(60)
	if len(e.tones) != len(due) {
		t.Fatalf("%d tones, want %d: %v", len(e.tones), len(due), e.tones)
	}
	for i := range due {
		if late := e.tones[i] - due[i]; late < 0 || late > 50*time.Millisecond {
			t.Errorf("the tone due at %v comes %v late", due[i], late)
		}
	}
}

// TestNoCueIsLostThroughPausesAndSkips pauses within a count, resumes, skips.
func TestNoCueIsLostThroughPausesAndSkips(t *testing.T) {
	space := screen.Press("space")
	e := listened(t, "bedtime", 40*time.Second, map[time.Duration]tea.Msg{
		13500 * time.Millisecond: space, 20 * time.Second: space, 22500 * time.Millisecond: pressed('n'),
	})
	want := []float64{0, 12, 13, 20, 20.5, 21.5, 22.5, 24.5, 25.5, 26.5, 27.5, 34.5, 35.5, 36.5, 37.5, 39.5}
	if len(e.tones) != len(want) {
		t.Fatalf("tones at %v, want %v", e.tones, want)
	}
	for i, w := range want {
		if late := e.tones[i].Seconds() - w; late < 0 || late > 0.05 {
			t.Errorf("tone %d at %v, want %v", i, e.tones[i], w)
		}
	}
	if e.heardOf("Paused") != 1 {
		t.Errorf("the pause is told %d times", e.heardOf("Paused"))
	}
}

// quietly is a routine that is shown, with an ear.
func quietly(t *testing.T, routine string, on cue.Switches) (rig, *ear) {
	t.Helper()
	e := &ear{}
	return begun(t, func(c *Config) {
		c.Audio, c.Begin = e, screen.Play{Ready: playOf(t, routine)}
		c.Switches = func(bool) cue.Switches { return on }
	}), e
}

func TestSoundAndVoiceAreSwitchedByKeysAndShown(t *testing.T) {
	r, e := quietly(t, "bedtime", cue.Switches{Volume: 50})
	if r.shows("sound ·") || e.on.Sound {
		t.Error("sound is on before it was asked for")
	}
	if r = r.press("b"); !e.on.Sound || e.on.Voice || !r.shows("Sound on.") || !r.shows("sound · step") {
		t.Errorf("after b: %+v", e.on)
	}
	if r = r.press("v"); !e.on.Voice || !r.shows("Voice on.") || !r.shows("sound, voice ·") {
		t.Errorf("after v: %+v", e.on)
	}
	if r = r.press(".", "."); e.on.Volume != 70 || !r.shows("Volume 70.") {
		t.Errorf("after two dots: %+v", e.on)
	}
	if r = r.press("b", "v"); e.on.Sound || e.on.Voice || !r.shows("Voice off.") || r.shows("sound") {
		t.Errorf("after b and v: %+v", e.on)
	}
	if r.press("b", "q"); e.hushed == 0 {
		t.Error("it sounds on after leaving")
	}
}

func TestAFaultOfSoundIsOneQuietLine(t *testing.T) {
	r, e := quietly(t, "ease", cue.Switches{Sound: true, Volume: 50})
	e.fault = "No sound: the server does not answer."
	if r = r.press("n"); !r.shows(e.fault) || playing(r.root).Session().State() != session.Running {
		t.Errorf("it shows:\n%s", drawn(r.root))
	}
}

func TestWhatSpeaksAgainstARoutineIsAnsweredBeforeItSounds(t *testing.T) {
	r, e := quietly(t, "massage", cue.Switches{Sound: true, Volume: 50})
	if len(e.tones) != 0 {
		t.Error("it sounds while it asks")
	}
	if r.press("n"); len(e.tones) != 1 {
		t.Errorf("%d tones after the answer", len(e.tones))
	}
}

func TestTheEndIsNotifiedOnlyOutOfFocus(t *testing.T) {
	for blurred, want := range map[bool]int{true: 1, false: 0} {
		r, e := quietly(t, "ease", cue.Switches{})
		if blurred {
			r = r.tell(tea.BlurMsg{})
		}
		if r.press("e"); len(e.notified) != want {
			t.Errorf("blurred %v: notified %v", blurred, e.notified)
		}
	}
}

func TestTheMachineIsKeptAwakeWhileARoutineRuns(t *testing.T) {
	var states []bool
	r := begun(t, func(c *Config) { c.Awake = func(on bool) { states = append(states, on) } }).press("n")
	if len(states) != 1 || !states[0] {
		t.Fatalf("a routine that began leaves it %v", states)
	}
	if r = r.press("e"); states[len(states)-1] {
		t.Error("it is kept awake after the end")
	}
	if r.press("q", "esc", "n"); !states[len(states)-1] {
		t.Error("it is not kept awake for the next one")
	}
}
