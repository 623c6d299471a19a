package tui

import (
	"io"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/session"
	"uncramp/coach/term"
	"uncramp/coach/tui/screen"
	"uncramp/coach/visit"
)

// loop runs the real event loop on fake time and hands the running program to
// a story; it returns the model at the end.
func loop(t *testing.T, play *visit.Play, story func(p *tea.Program), change ...func(*Config)) (final root) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		c := testConfig(t, bubbleClock{time.Now()})
		if play != nil {
			c.Begin = screen.Play{Ready: play}
		}
		for _, f := range change {
			f(&c)
		}
		p := tea.NewProgram(newRoot(c, 80, 24, term.Abilities{}), tea.WithInput(nil), tea.WithOutput(io.Discard), tea.WithWindowSize(80, 24),
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

func TestALongRoutineRunsToItsEndByItself(t *testing.T) {
	p := playOf(t, "heat").Plan // sixteen minutes
	m := loop(t, playOf(t, p.Routine), func(prog *tea.Program) {
		prog.Send(pressed('n')) // none of what speaks against it
		time.Sleep(p.Total() + time.Second)
		prog.Send(pressed('q'))
	})
	s := playing(m).Session()
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
			p.Send(screen.Press("space"))
		}
		time.Sleep(6 * time.Second)
		p.Send(pressed('q'))
	})
	// Of the two seconds of the storm half ran, half stood still.
	worked := time.Duration(0)
	for _, d := range playing(m).Session().Done() {
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
	if m.top().page != homePage || m.ids != 2 {
		t.Errorf("at %s after %d screens", m.top().page, m.ids)
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
	if got := playing(m).Session().Plan().Routine; got != p.GoesWith[0] {
		t.Errorf("1 on the last screen plays %q, want %q", got, p.GoesWith[0])
	}
}

func TestStaleWakeUpsAreDropped(t *testing.T) {
	r := begun(t).press("b")
	next, cmd := r.Update(wokenMsg{r.generation - 1})
	if cmd != nil || next.(root).generation != r.generation {
		t.Error("a stale wake-up was obeyed")
	}
}
