package tui

import (
	"io"
	"os"
	"os/signal"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/cue"
	"uncramp/coach/session"
	"uncramp/coach/settings"
	"uncramp/coach/theme"
	check "uncramp/coach/triage"
	"uncramp/routines"
)

// TestMain starts the runtime's signal goroutine outside of any bubble.
func TestMain(m *testing.M) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	signal.Stop(c)
	os.Exit(m.Run())
}

// bubbleClock is the fake time of a bubble.
type bubbleClock struct{ began time.Time }

func (c bubbleClock) Now() session.Instant {
	now := time.Now()
	return session.Instant{Wall: now, Mono: now.Sub(c.began)}
}

func (c bubbleClock) Real(d time.Duration) time.Duration { return d }

// loop runs the real event loop on fake time and hands the running program to
// a story; it returns the model at the end.
func loop(t *testing.T, play *Play, story func(p *tea.Program)) (final root) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		c := testConfig(t, bubbleClock{time.Now()})
		c.Play = play
		p := tea.NewProgram(newRoot(c, 80, 24), tea.WithInput(nil), tea.WithOutput(io.Discard), tea.WithWindowSize(80, 24),
			tea.WithFPS(1), tea.WithoutSignalHandler(), tea.WithEnvironment([]string{"TERM=xterm-256color"}))
		go func() {
			story(p)
			time.Sleep(time.Second)
			p.Quit() // a story that does not end is a failure, not a hang
		}()
		m, err := p.Run()
		if err != nil {
			t.Error(err)
		}
		final = m.(root)
		time.Sleep(time.Hour) // past the wake-up that is still pending
	})
	return final
}

func testConfig(t testing.TB, clock Clock) Config {
	var entries []routines.Head
	for _, id := range []string{"ease", "bedtime", "warmup"} {
		entries = append(entries, session.Head(find(t, id)))
	}
	return Config{
		Clock: clock, Settings: settings.Settings{Theme: theme.ChooseMono}, Tolerance: session.Tolerance, Routines: entries,
		Load:  func(id string, _ session.Choice) (Play, error) { return *playOf(t, id), nil },
		Keep:  func(check.Finding) error { return nil },
		Audio: cue.Silent{}, Switches: func(bool) cue.Switches { return cue.Switches{} }, Awake: func(bool) {},
	}
}

func find(t testing.TB, id string) routines.Routine {
	r, err := routines.Library{}.Find(id)
	if err != nil {
		t.Error(err)
	}
	return r
}

func playOf(t testing.TB, id string) *Play {
	r := find(t, id)
	p, err := session.NewPlan(r, session.Choice{})
	if err != nil {
		t.Error(err)
	}
	return &Play{Routine: r, Plan: p}
}

func pressed(c rune) tea.KeyPressMsg { return tea.KeyPressMsg{Code: c, Text: string(c)} }

func TestALongRoutineRunsToItsEndByItself(t *testing.T) {
	p := playOf(t, "heat").Plan // sixteen minutes
	m := loop(t, playOf(t, p.Routine), func(prog *tea.Program) {
		prog.Send(pressed('n')) // none of what speaks against it
		time.Sleep(p.Total() + time.Second)
		prog.Send(pressed('q'))
	})
	s := m.player.Session()
	if s.Ending() != session.Completed {
		t.Fatalf("at phase %d, %v left", s.Index(), s.Left(bubbleClock{}.Now()))
	}
	if len(s.Done()) != len(p.Phases) {
		t.Errorf("%d of %d phases are recorded", len(s.Done()), len(p.Phases))
	}
	for i, d := range s.Done() {
		if d.Spent != p.Phases[i].Length {
			t.Errorf("phase %d took %v, want %v", i, d.Spent, p.Phases[i].Length)
		}
	}
}

func TestAPauseStormChangesNothing(t *testing.T) {
	m := loop(t, playOf(t, "elevate"), func(p *tea.Program) {
		time.Sleep(5 * time.Second)
		for range 40 {
			time.Sleep(50 * time.Millisecond)
			p.Send(tea.KeyPressMsg{Code: tea.KeySpace, Text: " "})
		}
		time.Sleep(6 * time.Second)
		p.Send(pressed('q'))
	})
	// Of the two seconds of the storm half ran, half stood still.
	worked := time.Duration(0)
	for _, d := range m.player.Session().Done() {
		worked += d.Spent
	}
	if want := 12 * time.Second; (worked - want).Abs() > 100*time.Millisecond {
		t.Errorf("%v are recorded, want %v", worked, want)
	}
}

func TestFromHomeIntoARoutineAndBack(t *testing.T) {
	m := loop(t, nil, func(p *tea.Program) {
		p.Send(pressed('b'))
		time.Sleep(20 * time.Second)
		p.Send(pressed('q'))
		time.Sleep(time.Second)
		p.Send(pressed('q'))
	})
	if m.shown != homeScreen || m.player.Session().Plan().Routine != "bedtime" {
		t.Errorf("at screen %v after %q", m.shown, m.player.Session().Plan().Routine)
	}
}

func TestTheEndOffersWhatGoesWell(t *testing.T) {
	p := playOf(t, "massage").Plan
	m := loop(t, playOf(t, p.Routine), func(prog *tea.Program) {
		prog.Send(pressed('n'))
		time.Sleep(p.Total() + time.Second)
		prog.Send(pressed('1'))
		time.Sleep(3 * time.Second)
	})
	if got := m.player.Session().Plan().Routine; got != p.GoesWith[0] {
		t.Errorf("1 on the last screen plays %q, want %q", got, p.GoesWith[0])
	}
}

func TestStaleWakeUpsAreDropped(t *testing.T) {
	m := newRoot(testConfig(t, bubbleClock{time.Now()}), 80, 24).play(*playOf(t, "elevate"), session.Instant{})
	next, cmd := m.Update(woke{m.generation - 1})
	if cmd != nil || next.(root).generation != m.generation {
		t.Error("a stale wake-up was obeyed")
	}
}
