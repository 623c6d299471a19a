package player

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"uncramp/coach/session"
	"uncramp/coach/theme"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/tuitest"
	"uncramp/routines"
)

// rows is what a screen of that size shows.
func (m Model) rows() string { return ansi.Strip(m.draw(80, 24, theme.Mono()).Content) }

// passed lets time pass as wake-ups do.
func passed(m Model, until time.Duration) Model {
	for end := tuitest.At(until).Mono; m.now.Mono < end; {
		step := end - m.now.Mono
		if wait, ok := m.Wake(); ok {
			step = min(step, wait)
		}
		m = woken(m, until-(end-m.now.Mono)+step)
	}
	return m
}

// TestTheLastPageFallsAsleep after three minutes without a key, at which it wakes
// up by itself; any key brings it back, and does nothing else.
func TestTheLastPageFallsAsleep(t *testing.T) {
	ended := 20 * time.Second
	m := press(after(t, plan(t, "ease", session.Choice{}), ended), ended, "e")
	m = carryOut(m, env(ended), screen.Ask(screen.Write{Do: func() error { return nil }, Done: func(err error) tea.Msg { return saveMsg{err} }}))
	for _, d := range []time.Duration{ended + 10*time.Second, ended + asleepTime} {
		wait, ok := m.Wake()
		if !ok || m.now.Mono+wait != tuitest.At(d).Mono {
			t.Fatalf("at %v it wakes in %v, %v", m.now.Mono, wait, ok)
		}
		m = woken(m, d)
	}
	if view := m.rows(); !strings.Contains(view, allKept) || strings.Contains(view, "Rest a while") {
		t.Errorf("asleep it shows:\n%s", view)
	}
	if wait, ok := m.Wake(); ok {
		t.Errorf("asleep it wakes in %v", wait)
	}
	for _, key := range []string{"q", "u", "1", "!", "enter", "j"} {
		m, effect := tuitest.Press(m, env(time.Hour), key)
		if view := m.rows(); len(effect.Requests) > 0 || !strings.Contains(view, "Rest a while") || m.Session().State() != session.Over {
			t.Errorf("%q asks for %+v, and it shows:\n%s", key, effect.Requests, view)
		}
	}
}

// TestTheMachineMaySleepOnTheLastPage, but not once an answer was taken back.
func TestTheMachineMaySleepOnTheLastPage(t *testing.T) {
	var awake bool
	m := after(t, plan(t, "ease", session.Choice{}), 5*time.Second)
	m.services.Awake = func(on bool) { awake = on }
	if m = press(m, 5*time.Second, "e"); awake {
		t.Error("on the last page it is kept awake")
	}
	if m = press(m, 8*time.Second, "u"); !awake || m.Session().State() != session.Running {
		t.Error("taken back, it may sleep")
	}
}

// TestTheClockOfACrampGoesOnInAPause, once a second on the screen.
func TestTheClockOfACrampGoesOnInAPause(t *testing.T) {
	m := press(after(t, plan(t, "ease", session.Choice{}), 5*time.Second), 5*time.Second, "space")
	for s := 6; s < 20; s++ {
		if wait, ok := m.Wake(); !ok || wait != time.Second {
			t.Fatalf("at %v it wakes in %v, %v", m.now.Mono, wait, ok)
		}
		m = woken(m, time.Duration(s)*time.Second)
	}
	if view := m.rows(); !strings.Contains(view, "0:19 since it began") || !strings.Contains(view, "PAUSED") {
		t.Errorf("it shows:\n%s", view)
	}
	bedtime := press(after(t, plan(t, "bedtime", session.Choice{}), 5*time.Second), 5*time.Second, "space")
	if wait, ok := bedtime.Wake(); ok {
		t.Errorf("paused, a routine wakes in %v", wait)
	}
}

// TestTheHintIsThereForTenSeconds after an answer.
func TestTheHintIsThereForTenSeconds(t *testing.T) {
	shown := func(m Model) string {
		return strings.Join(strings.Fields(ansi.Strip(m.draw(60, 24, theme.Mono()).Content)), " ")
	}
	for key, said := range map[string]string{"e": "You said eased · u not so", "s": "You said same · u not so", "w": "You said worse · u not so"} {
		m := press(after(t, plan(t, "ease", session.Choice{}), 5*time.Second), 5*time.Second, key)
		if m = passed(m, 14*time.Second); !strings.Contains(shown(m), said) {
			t.Errorf("%s: after nine seconds it shows:\n%s", key, m.rows())
		}
		if m = passed(m, 15*time.Second); strings.Contains(shown(m), "not so") || !strings.Contains(shown(m), "u take back") {
			t.Errorf("%s: after ten seconds it shows:\n%s", key, m.rows())
		}
	}
}

// TestBothLegsComeAfterTheRedFlags, which are asked for at once.
func TestBothLegsComeAfterTheRedFlags(t *testing.T) {
	m, effect := tuitest.Press(after(t, plan(t, "ease", session.Choice{}), time.Second), env(time.Second), "=")
	if _, asks := tuitest.Asked[screen.AskFlags](effect); !asks || m.Session().Phase().Side != routines.Both || m.Session().State() != session.Halted {
		t.Errorf("it asks for %+v, at %v", effect.Requests, m.Session().Phase().Where())
	}
}
