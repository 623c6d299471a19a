package audio

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"uncramp/coach/cue"
	"uncramp/coach/session"
	"uncramp/routines"
)

// recorder is an output that notes what it is asked to play, and when; it
// takes as long as the sound does.
type recorder struct {
	mu     sync.Mutex
	began  time.Time
	played []take
	fail   error
	panics bool
}

// take is a sound that was played.
type take struct {
	at, lasted time.Duration
	length     time.Duration
	cut        bool
}

func (r *recorder) Name() string { return "a recorder" }

func (r *recorder) Play(ctx context.Context, s Sound) error {
	if r.panics {
		panic("a way out that panics")
	}
	if r.fail != nil {
		return r.fail
	}
	at := time.Since(r.began)
	timer := time.NewTimer(s.Length())
	defer timer.Stop()
	cut := false
	select {
	case <-ctx.Done():
		cut = true
	case <-timer.C:
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.played = append(r.played, take{at, time.Since(r.began) - at, s.Length(), cut})
	return ctx.Err()
}

func (r *recorder) takes() []take {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.played)
}

// reader is speech that takes 80 ms a letter, and knows everything at once.
type reader struct{ fault string }

func (r reader) Ready(words string) (Sound, bool) {
	if r.fault != "" {
		return nil, false
	}
	return slices.Repeat(Sound{1000}, samples(time.Duration(len(words))*80*time.Millisecond)), true
}
func (reader) Prepare(context.Context, []string) {}
func (r reader) Fault() string                   { return r.fault }

// sounding runs a test with a mixer, in a bubble of time.
func sounding(t *testing.T, w devices, on cue.Switches, test func(t *testing.T, m *Mixer)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		if r, ok := w.output.(*recorder); ok {
			r.began = time.Now()
		}
		m := newMixer(func(context.Context) devices { return w })
		m.Set(on)
		test(t, m)
		m.Close(time.Second)
	})
}

func TestCuesArePlayedAtOnce(t *testing.T) {
	out := &recorder{}
	sounding(t, devices{output: out, speech: mute{}}, cue.Switches{Sound: true, Volume: 50}, func(t *testing.T, m *Mixer) {
		for range 3 {
			m.Play(cue.Cue{Tone: cue.Tick})
			time.Sleep(time.Second)
		}
		for i, p := range out.takes() {
			if want := time.Duration(i) * time.Second; p.at != want || p.cut {
				t.Errorf("tick %d sounds at %v, cut %v", i, p.at, p.cut)
			}
		}
		if n := len(out.takes()); n != 3 {
			t.Errorf("%d ticks sound", n)
		}
	})
}

func TestTheFullestWordsThatFitAreSaid(t *testing.T) {
	long, short := strings.Repeat("a", 100), strings.Repeat("b", 20) // 8 s, 1.6 s
	tests := []struct {
		room time.Duration
		want time.Duration
	}{{10 * time.Second, 8 * time.Second}, {5 * time.Second, 1600 * time.Millisecond}, {time.Second, 0}}
	for _, tt := range tests {
		out := &recorder{}
		sounding(t, devices{output: out, speech: reader{}}, cue.Switches{Voice: true, Volume: 50}, func(t *testing.T, m *Mixer) {
			m.Play(cue.Cue{Words: []string{long, short}, Room: tt.room})
			time.Sleep(20 * time.Second)
			var got time.Duration
			for _, p := range out.takes() {
				got += p.length
			}
			if (got - tt.want).Abs() > time.Millisecond {
				t.Errorf("in %v: words of %v are said, want %v", tt.room, got, tt.want)
			}
		})
	}
}

func TestWordsFollowTheToneAndAreCutByTheNext(t *testing.T) {
	out := &recorder{}
	sounding(t, devices{output: out, speech: reader{}}, cue.Switches{Sound: true, Voice: true, Volume: 50}, func(t *testing.T, m *Mixer) {
		m.Play(cue.Cue{Tone: cue.Begin, Words: []string{strings.Repeat("a", 50)}, Room: time.Minute}) // 4 s
		time.Sleep(2 * time.Second)
		m.Play(cue.Cue{Words: []string{"next"}, Room: time.Minute})
		time.Sleep(10 * time.Second)
		got := out.takes()
		tone := Tone(cue.Begin, 50).Length()
		if len(got) != 3 || got[1].at != tone || !got[1].cut || got[1].at+got[1].lasted != 2*time.Second || got[2].cut {
			t.Errorf("played is %+v", got)
		}
	})
}

func TestUrgentWordsAreNotCut(t *testing.T) {
	out := &recorder{}
	sounding(t, devices{output: out, speech: reader{}}, cue.Switches{Voice: true, Volume: 50}, func(t *testing.T, m *Mixer) {
		m.Play(cue.Cue{Words: []string{strings.Repeat("a", 50)}, Room: time.Minute, Urgent: true})
		time.Sleep(time.Second)
		m.Play(cue.Cue{Words: []string{"let go"}, Room: time.Minute, Hush: true})
		time.Sleep(10 * time.Second)
		m.Play(cue.Cue{Words: []string{"hold"}, Room: time.Minute, Hush: true})
		time.Sleep(10 * time.Second)
		if got := out.takes(); len(got) != 2 || got[0].cut {
			t.Errorf("played is %+v", got)
		}
	})
}

func TestSwitchedOffIsSilentAtOnce(t *testing.T) {
	out := &recorder{}
	sounding(t, devices{output: out, speech: reader{}}, cue.Switches{Sound: true, Voice: true, Volume: 50}, func(t *testing.T, m *Mixer) {
		m.Play(cue.Cue{Tone: cue.Begin, Words: []string{strings.Repeat("a", 50)}, Room: time.Minute})
		time.Sleep(time.Second)
		m.Set(cue.Switches{Volume: 50})
		synctest.Wait()
		m.Play(cue.Cue{Tone: cue.Begin, Words: []string{"more"}, Room: time.Minute})
		time.Sleep(10 * time.Second)
		if got := out.takes(); len(got) != 2 || !got[1].cut || got[1].at+got[1].lasted != time.Second {
			t.Errorf("played is %+v", got)
		}
	})
}

func TestNothingIsHeardAfterTheEnd(t *testing.T) {
	out := &recorder{}
	synctest.Test(t, func(t *testing.T) {
		out.began = time.Now()
		m := newMixer(func(context.Context) devices { return devices{output: out, speech: reader{}} })
		m.Set(cue.Switches{Sound: true, Voice: true, Volume: 50})
		m.Play(cue.Cue{Tone: cue.Finish, Words: []string{strings.Repeat("a", 50)}, Room: time.Minute})
		time.Sleep(100 * time.Millisecond)
		m.Close(time.Second)
		if took := time.Since(out.began); took > 200*time.Millisecond {
			t.Errorf("the end took %v", took)
		}
		before := len(out.takes())
		m.Play(cue.Cue{Tone: cue.Begin, Words: []string{"more"}, Room: time.Minute})
		m.Play(cue.Cue{Next: []string{"more"}})
		time.Sleep(10 * time.Second)
		if n := len(out.takes()); n != before {
			t.Errorf("%d sounds follow the end", n-before)
		}
	})
}

// TestAFaultIsAWordNotAnError tries ways that fail, panic or are missing.
func TestAFaultIsAWordNotAnError(t *testing.T) {
	rung := 0
	tests := map[string]struct {
		devices devices
		want    string
	}{
		"fails":        {devices{output: &recorder{fail: errors.New("no")}, speech: mute{}}, "a recorder does not answer"},
		"panics":       {devices{output: &recorder{panics: true}, speech: mute{}}, "has failed"},
		"has no voice": {devices{output: &recorder{}, speech: reader{fault: "The voice does not answer."}}, "voice does not answer"},
		"only rings":   {devices{output: bell{func() { rung++ }}, speech: mute{}}, ""},
		"is mute":      {devices{output: &recorder{}, speech: mute{noVoice}}, noVoice},
		"has nothing":  {devices{output: bell{func() {}}, speech: mute{}}, ""},
	}
	for name, tt := range tests {
		sounding(t, tt.devices, cue.Switches{Sound: true, Voice: true, Volume: 50}, func(t *testing.T, m *Mixer) {
			m.Play(cue.Cue{Tone: cue.Tick, Words: []string{"go on"}, Room: time.Second})
			time.Sleep(5 * time.Second)
			if got := m.Fault(); tt.want == "" && got != "" || !strings.Contains(got, tt.want) {
				t.Errorf("what %s says %q", name, got)
			}
		})
	}
	if rung != 1 {
		t.Errorf("the bell rang %d times", rung)
	}
}

// TestAWayOutThatHangsHoldsNothingUp lets the search and the output hang.
func TestAWayOutThatHangsHoldsNothingUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := newMixer(func(ctx context.Context) devices {
			<-ctx.Done()
			return devices{output: bell{func() {}}, speech: mute{}}
		})
		m.Set(cue.Switches{Sound: true, Voice: true, Volume: 50})
		began := time.Now()
		for range 100 {
			m.Play(cue.Cue{Tone: cue.Tick, Words: []string{"go on"}, Room: time.Second})
			m.Play(cue.Cue{Next: []string{"go on"}})
		}
		if took := time.Since(began); took != 0 {
			t.Errorf("a hundred cues take %v", took)
		}
		m.Close(time.Second)
		if took := time.Since(began); took != 0 {
			t.Errorf("the end takes %v", took)
		}
	})
}

// notebook is speech that writes down what it was asked to make.
type notebook struct {
	mute
	asked chan []string
}

func (n notebook) Prepare(_ context.Context, words []string) { n.asked <- words }

// TestWordsAreMadeOnceThereIsAVoice turns it on in the middle of a phase.
func TestWordsAreMadeOnceThereIsAVoice(t *testing.T) {
	n := notebook{asked: make(chan []string, 9)}
	sounding(t, devices{output: &recorder{}, speech: n}, cue.Switches{Sound: true}, func(t *testing.T, m *Mixer) {
		m.Play(cue.Cue{Next: []string{"soon"}})
		synctest.Wait()
		if len(n.asked) != 0 {
			t.Error("words are made that nobody wants to hear")
		}
		m.Set(cue.Switches{Voice: true})
		m.Play(cue.Cue{Next: []string{"later"}})
		synctest.Wait()
		var made []string
		for range len(n.asked) {
			made = append(made, <-n.asked...)
		}
		slices.Sort(made)
		if !slices.Equal(made, []string{"later", "soon"}) {
			t.Errorf("made are %q", made)
		}
	})
}

// TestARoutineIsHeardOnTime follows a routine and compares what sounds with
// when its events fall due.
func TestARoutineIsHeardOnTime(t *testing.T) {
	out := &recorder{}
	r, err := routines.Library{}.Find("bedtime")
	if err != nil {
		t.Fatal(err)
	}
	p, err := session.NewPlan(r, session.Choice{})
	if err != nil {
		t.Fatal(err)
	}
	sounding(t, devices{output: out, speech: mute{}}, cue.Switches{Sound: true, Volume: 50}, func(t *testing.T, m *Mixer) {
		now := func() session.Instant { return session.Instant{Wall: time.Now(), Mono: time.Since(out.began)} }
		var due []time.Duration
		s, events := session.Start(p, now())
		for {
			for _, e := range events {
				if cue.Of(s, e).Tone != cue.None {
					due = append(due, time.Since(out.began))
				}
			}
			cue.PlayEvents(m, s, events)
			wait, more := s.Wake(now())
			if !more || s.State() == session.Over {
				break
			}
			time.Sleep(wait)
			s, events = session.Next(s, session.Wake, now())
		}
		time.Sleep(10 * time.Second)
		got := out.takes()
		if len(got) != len(due) || len(due) < 50 {
			t.Fatalf("%d tones sound for %d cues", len(got), len(due))
		}
		for i := range due {
			if late := got[i].at - due[i]; late > 50*time.Millisecond || late < 0 {
				t.Errorf("cue %d sounds %v late", i, late)
			}
		}
	})
}
