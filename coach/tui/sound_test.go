package tui

import (
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"uncramp/coach/cue"
	"uncramp/coach/session"
	"uncramp/coach/term"
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

func (e *ear) Prepare([]string)          {}
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
		c.Play, c.Audio = playOf(t, routine), e
		c.Switches = func(bool) cue.Switches { return cue.Switches{Sound: true, Volume: 50} }
		p := tea.NewProgram(newRoot(c, 80, 24), tea.WithInput(nil), tea.WithOutput(&meter{}), tea.WithWindowSize(80, 24),
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
	space := tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}
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
func quietly(t *testing.T, routine string, on cue.Switches) (root, *ear) {
	t.Helper()
	now := time.Duration(0)
	c := testConfig(t, handClock{&now})
	e := &ear{}
	c.Audio, c.Play = e, playOf(t, routine)
	c.Switches = func(bool) cue.Switches { return on }
	return newRoot(c, 80, 24), e
}

func TestSoundAndVoiceAreSwitchedByKeysAndShown(t *testing.T) {
	m, e := quietly(t, "bedtime", cue.Switches{Volume: 50})
	shows := func(words string) bool { return strings.Contains(ansi.Strip(m.View().Content), words) }
	if shows("sound ·") || e.on.Sound {
		t.Error("sound is on before it was asked for")
	}
	m = settle(m, pressed('b'))
	if !e.on.Sound || e.on.Voice || !shows("Sound on.") || !shows("sound · step") {
		t.Errorf("after b: %+v", e.on)
	}
	m = settle(m, pressed('v'))
	if !e.on.Voice || !shows("Voice on.") || !shows("sound, voice ·") {
		t.Errorf("after v: %+v", e.on)
	}
	m = settle(settle(m, pressed('.')), pressed('.'))
	if e.on.Volume != 70 || !shows("Volume 70.") {
		t.Errorf("after two dots: %+v", e.on)
	}
	m = settle(settle(m, pressed('b')), pressed('v'))
	if e.on.Sound || e.on.Voice || !shows("Voice off.") || shows("sound") {
		t.Errorf("after b and v: %+v", e.on)
	}
	again := settle(settle(m, pressed('b')), pressed('q'))
	if e.hushed == 0 {
		t.Error("it sounds on after leaving")
	}
	_ = again
}

func TestAFaultOfSoundIsOneQuietLine(t *testing.T) {
	m, e := quietly(t, "ease", cue.Switches{Sound: true, Volume: 50})
	e.fault = "No sound: the server does not answer."
	m = settle(m, pressed('n'))
	if view := ansi.Strip(m.View().Content); !strings.Contains(view, e.fault) || m.player.Session().State() != session.Running {
		t.Errorf("it shows:\n%s", view)
	}
}

func TestWhatSpeaksAgainstARoutineIsAnsweredBeforeItSounds(t *testing.T) {
	m, e := quietly(t, "massage", cue.Switches{Sound: true, Volume: 50})
	if len(e.tones) != 0 {
		t.Error("it sounds while it asks")
	}
	settle(m, pressed('n'))
	if len(e.tones) != 1 {
		t.Errorf("%d tones after the answer", len(e.tones))
	}
}

func TestTheEndIsNotifiedOnlyOutOfFocus(t *testing.T) {
	for blurred, want := range map[bool]int{true: 1, false: 0} {
		m, e := quietly(t, "ease", cue.Switches{})
		if blurred {
			m = settle(m, tea.BlurMsg{})
		}
		m = settle(m, pressed('e'))
		if len(e.notified) != want {
			t.Errorf("blurred %v: notified %v", blurred, e.notified)
		}
		_ = m
	}
}

func TestTheMachineIsKeptAwakeWhileARoutineRuns(t *testing.T) {
	var states []bool
	now := time.Duration(0)
	c := testConfig(t, handClock{&now})
	c.Awake = func(on bool) { states = append(states, on) }
	m := settle(newRoot(c, 80, 24), pressed('n'))
	if len(states) != 1 || !states[0] {
		t.Fatalf("a routine that began leaves it %v", states)
	}
	m = settle(m, pressed('e'))
	if states[len(states)-1] {
		t.Error("it is kept awake after the end")
	}
	settle(settle(m, pressed('q')), pressed('n'))
	if !states[len(states)-1] {
		t.Error("it is not kept awake for the next one")
	}
}
