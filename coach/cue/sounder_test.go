package cue

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"uncramp/coach/session"
)

// recorder is an output that notes what it is asked to play, and when; it
// takes as long as the sound does.
type recorder struct {
	mu     sync.Mutex
	began  time.Time
	played []take
	fail   error
	panics bool
	closed bool
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

func (r *recorder) Close() error {
	r.closed = true
	return nil
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
	return make(Sound, samples(time.Duration(len(words))*80*time.Millisecond)), true
}
func (reader) Ahead(context.Context, []string) {}
func (r reader) Fault() string                 { return r.fault }

// sounding runs a test with a sounder, in a bubble of time.
func sounding(t *testing.T, w Ways, on On, test func(t *testing.T, s *Sounder)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		if r, ok := w.Output.(*recorder); ok {
			r.began = time.Now()
		}
		s := NewSounder(func(context.Context) Ways { return w })
		s.Set(on)
		test(t, s)
		s.Close(time.Second)
	})
}

func TestCuesArePlayedAtOnce(t *testing.T) {
	out := &recorder{}
	sounding(t, Ways{Output: out}, On{Sound: true, Volume: 50}, func(t *testing.T, s *Sounder) {
		for range 3 {
			s.Cue(Cue{Tone: Tick})
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
		sounding(t, Ways{Output: out, Speech: reader{}}, On{Voice: true, Volume: 50}, func(t *testing.T, s *Sounder) {
			s.Cue(Cue{Words: []string{long, short}, Room: tt.room})
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
	sounding(t, Ways{Output: out, Speech: reader{}}, On{Sound: true, Voice: true, Volume: 50}, func(t *testing.T, s *Sounder) {
		s.Cue(Cue{Tone: Begin, Words: []string{strings.Repeat("a", 50)}, Room: time.Minute}) // 4 s
		time.Sleep(2 * time.Second)
		s.Cue(Cue{Words: []string{"next"}, Room: time.Minute})
		time.Sleep(10 * time.Second)
		got := out.takes()
		tone := Begin.Sound(50).Length()
		if len(got) != 3 || got[1].at != tone || !got[1].cut || got[1].at+got[1].lasted != 2*time.Second || got[2].cut {
			t.Errorf("played is %+v", got)
		}
	})
}

func TestUrgentWordsAreNotCut(t *testing.T) {
	out := &recorder{}
	sounding(t, Ways{Output: out, Speech: reader{}}, On{Voice: true, Volume: 50}, func(t *testing.T, s *Sounder) {
		s.Cue(Cue{Words: []string{strings.Repeat("a", 50)}, Room: time.Minute, Urgent: true})
		time.Sleep(time.Second)
		s.Cue(Cue{Words: []string{"let go"}, Room: time.Minute, Hush: true})
		time.Sleep(10 * time.Second)
		s.Cue(Cue{Words: []string{"hold"}, Room: time.Minute, Hush: true})
		time.Sleep(10 * time.Second)
		if got := out.takes(); len(got) != 2 || got[0].cut {
			t.Errorf("played is %+v", got)
		}
	})
}

func TestSwitchedOffIsSilentAtOnce(t *testing.T) {
	out := &recorder{}
	sounding(t, Ways{Output: out, Speech: reader{}}, On{Sound: true, Voice: true, Volume: 50}, func(t *testing.T, s *Sounder) {
		s.Cue(Cue{Tone: Begin, Words: []string{strings.Repeat("a", 50)}, Room: time.Minute})
		time.Sleep(time.Second)
		s.Set(On{Volume: 50})
		synctest.Wait()
		s.Cue(Cue{Tone: Begin, Words: []string{"more"}, Room: time.Minute})
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
		s := NewSounder(func(context.Context) Ways { return Ways{Output: out, Speech: reader{}} })
		s.Set(On{Sound: true, Voice: true, Volume: 50})
		s.Cue(Cue{Tone: Finish, Words: []string{strings.Repeat("a", 50)}, Room: time.Minute})
		time.Sleep(100 * time.Millisecond)
		s.Close(time.Second)
		if took := time.Since(out.began); took > 200*time.Millisecond || !out.closed {
			t.Errorf("the end took %v, closed %v", took, out.closed)
		}
		before := len(out.takes())
		s.Cue(Cue{Tone: Begin, Words: []string{"more"}, Room: time.Minute})
		s.Ahead([]string{"more"})
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
		ways Ways
		want string
	}{
		"fails":        {Ways{Output: &recorder{fail: errors.New("no")}}, "a recorder does not answer"},
		"panics":       {Ways{Output: &recorder{panics: true}}, "has failed"},
		"has no voice": {Ways{Output: &recorder{}, Speech: reader{fault: "The voice does not answer."}}, "voice does not answer"},
		"only rings":   {Ways{Bell: func() { rung++ }}, ""},
		"has nothing":  {Ways{}, ""},
	}
	for name, tt := range tests {
		sounding(t, tt.ways, On{Sound: true, Voice: true, Volume: 50}, func(t *testing.T, s *Sounder) {
			s.Cue(Cue{Tone: Tick, Words: []string{"go on"}, Room: time.Second})
			time.Sleep(5 * time.Second)
			if got := s.Fault(); tt.want == "" && got != "" || !strings.Contains(got, tt.want) {
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
		s := NewSounder(func(ctx context.Context) Ways {
			<-ctx.Done()
			return Ways{}
		})
		s.Set(On{Sound: true, Voice: true, Volume: 50})
		began := time.Now()
		for range 100 {
			s.Cue(Cue{Tone: Tick, Words: []string{"go on"}, Room: time.Second})
			s.Ahead([]string{"go on"})
		}
		if took := time.Since(began); took != 0 {
			t.Errorf("a hundred cues take %v", took)
		}
		s.Close(time.Second)
		if took := time.Since(began); took != 0 {
			t.Errorf("the end takes %v", took)
		}
	})
}

// TestARoutineIsHeardOnTime follows a routine and compares what sounds with
// when its events fall due.
func TestARoutineIsHeardOnTime(t *testing.T) {
	out := &recorder{}
	p := planOf(t, "bedtime", session.Choice{})
	list := follow(p, time.Hour, nil)
	sounding(t, Ways{Output: out}, On{Sound: true, Volume: 50}, func(t *testing.T, s *Sounder) {
		var due []time.Duration
		for _, h := range list {
			time.Sleep(h.at - time.Since(out.began))
			s.Cue(h.Cue)
			if h.Tone != None {
				due = append(due, h.at)
			}
		}
		time.Sleep(10 * time.Second)
		got := out.takes()
		if len(got) != len(due) {
			t.Fatalf("%d tones sound for %d cues", len(got), len(due))
		}
		for i := range due {
			if late := got[i].at - due[i]; late > 50*time.Millisecond || late < 0 {
				t.Errorf("cue %d sounds %v late", i, late)
			}
		}
	})
}
