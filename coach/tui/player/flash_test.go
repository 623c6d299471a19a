package player

import (
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"uncramp/coach/cue"
	"uncramp/coach/session"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/tuitest"
	"uncramp/coach/visit"
)

// flashing follows a routine by its own wake-ups, and returns when the screen is
// reversed and when it is so no longer.
func flashing(t *testing.T, on, night bool, until time.Duration) (begins, ends []time.Duration) {
	t.Helper()
	s := services()
	s.Switches = func(bool) cue.Switches { return cue.Switches{Flash: on} }
	at := func(d time.Duration) screen.Env {
		e := env(d)
		e.Night = night
		return e
	}
	now := 3 * time.Second
	p := plan(t, "stretch", session.Choice{})
	m, _ := New(s, visit.New(session.Tolerance), visit.Play{Routine: p.routine, Choice: p.choice, Plan: p.Plan}, at(now))
	lit := false
	for now < until {
		if is := strings.HasPrefix(m.View(at(now)).Content, "\x1b[7m"); is != lit {
			lit = is
			if lit {
				begins = append(begins, now)
			} else {
				ends = append(ends, now)
			}
		}
		wait, ok := m.Wake()
		if !ok {
			t.Fatal("nothing is due")
		}
		now += max(wait, time.Millisecond)
		m, _ = tuitest.Tell(m, at(now), screen.WakeMsg{})
	}
	return begins, ends
}

func TestTheScreenFlashesAtTones(t *testing.T) {
	begins, ends := flashing(t, true, false, 40*time.Second)
	if len(begins) < 8 || len(ends) < len(begins)-1 {
		t.Fatalf("it flashes at %v, until %v", begins, ends)
	}
	for i, at := range begins {
		if i > 0 && at-begins[i-1] < time.Second {
			t.Errorf("it flashes at %v and at %v", begins[i-1], at)
		}
		if i < len(ends) && ends[i]-at != flashLength {
			t.Errorf("the flash at %v lasts until %v", at, ends[i])
		}
	}
	for name, c := range map[string]struct{ on, night bool }{"off": {false, false}, "at night": {true, true}} {
		if begins, _ := flashing(t, c.on, c.night, 40*time.Second); len(begins) > 0 {
			t.Errorf("%s it flashes at %v", name, begins)
		}
	}
}

// TestAKeyHeldDownDoesNotFlash goes on through phases, ten times a second.
func TestAKeyHeldDownDoesNotFlash(t *testing.T) {
	s := services()
	s.Switches = func(bool) cue.Switches { return cue.Switches{Flash: true} }
	p := plan(t, "warmup", session.Choice{})
	m, _ := New(s, visit.New(session.Tolerance), visit.Play{Routine: p.routine, Choice: p.choice, Plan: p.Plan}, env(3*time.Second))
	var flashes []time.Duration
	for now := 3 * time.Second; now < 6*time.Second; now += 100 * time.Millisecond {
		m = press(m, now, "right")
		if n := len(flashes); m.flash > 0 && (n == 0 || flashes[n-1] != m.flash) {
			flashes = append(flashes, m.flash)
		}
	}
	for i := 1; i < len(flashes); i++ {
		if flashes[i]-flashes[i-1] < flashEvery {
			t.Errorf("it flashes at %v", flashes)
		}
	}
	if len(flashes) < 2 {
		t.Errorf("it flashes at %v only", flashes)
	}
}

// TestAFlashChangesNoWord holds that the same is read on it, over the whole width.
func TestAFlashChangesNoWord(t *testing.T) {
	m := after(t, plan(t, "bedtime", session.Choice{}), 25*time.Second)
	plain := m.View(env(25 * time.Second)).Content
	for i, l := range strings.Split(reversed(plain, 80), "\n") {
		was := strings.Split(plain, "\n")[i]
		if got := ansi.Strip(l); strings.TrimRight(got, " ") != strings.TrimRight(ansi.Strip(was), " ") || ansi.StringWidth(got) < 80 {
			t.Errorf("line %d is %q, was %q", i, got, ansi.Strip(was))
		}
	}
}
