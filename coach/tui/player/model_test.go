package player

import (
	"fmt"
	"slices"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/cue"
	"uncramp/coach/session"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/tuitest"
	"uncramp/coach/tui/widget"
	"uncramp/coach/visit"
)

func TestKeys(t *testing.T) {
	p := plan(t, "ease", session.Choice{})
	tests := []struct {
		key  string
		want func(before, after Model) bool
	}{
		{"space", func(_, a Model) bool { return a.Session().State() == session.Halted }},
		{"right", func(b, a Model) bool { return a.Session().Index() == b.Session().Index()+1 }},
		{"n", func(b, a Model) bool { return a.Session().Index() == b.Session().Index()+1 }},
		{"p", func(b, a Model) bool { return a.Session().Index() == b.Session().Index()-1 }},
		{"r", func(_, a Model) bool { return a.Session().Age(a.now) == 0 }},
		{"+", func(b, a Model) bool { return a.Session().Length() == b.Session().Length()+10*time.Second }},
		{"-", func(b, a Model) bool { return a.Session().Index() == b.Session().Index()+1 }}, // less than 10 s were left
		{"e", func(_, a Model) bool { return a.Session().Ending() == session.EasedOff }},
		{"t", func(_, a Model) bool { return a.Session().Phase().Step == "stretch" }},
		{"m", func(b, a Model) bool {
			return a.Session().SinceOnset(a.now) == b.Session().SinceOnset(b.now)+time.Minute
		}},
		{"2", func(b, a Model) bool {
			return a.Session().Phase().Muscle == "foot" && a.Session().Phase().Step == b.Session().Phase().Step
		}},
		{"o", func(_, a Model) bool { return a.Session().Phase().Side == "left" }},
		{"l", func(_, a Model) bool { return a.visit.Choice().Position == "seated" }},
		{"i", func(_, a Model) bool { return a.why }},
		{"s", func(_, a Model) bool { return a.Session().Phase().Step == "stretch" }},
		{"w", func(_, a Model) bool { return a.Session().Phase().Step == "stop" }},
		{"x", func(b, a Model) bool { return a.Session().Index() == b.Session().Index() }},
	}
	for _, tt := range tests {
		before := after(t, p, 17*time.Second)
		if got := press(before, 17*time.Second, tt.key); !tt.want(before, got) {
			t.Errorf("%q leads to phase %d, state %v", tt.key, got.Session().Index(), got.Session().State())
		}
	}
}

// TestNoTimePassesUntilItIsAnswered presses everything but an answer.
func TestNoTimePassesUntilItIsAnswered(t *testing.T) {
	m := asking(t, "heat")
	for _, k := range []string{"e", "s", "w", "t", "2", "o", "l", "+", "r", "i", "i"} {
		m = press(m, time.Minute, k)
	}
	if m.Session().Index() != 0 || m.Session().Age(tuitest.At(time.Hour)) != 0 || m.Session().State() != session.Halted {
		t.Fatalf("at phase %d, %v old", m.Session().Index(), m.Session().Age(tuitest.At(time.Hour)))
	}
	if y := press(m, time.Minute, "y"); y.Session().Ending() != session.LeftOut || y.visit.OffersFit() || y.offersAgain() {
		t.Errorf("yes leads to ending %v", y.Session().Ending())
	}
	if n := press(m, time.Minute, "n"); n.Session().State() != session.Running || n.visit.Stage() == visit.Asking {
		t.Errorf("no leads to state %v", n.Session().State())
	}
}

func TestLeavingIsAskedFor(t *testing.T) {
	m, effect := tuitest.Press(after(t, plan(t, "ease", session.Choice{}), 3*time.Second), env(3*time.Second), "q")
	if _, leaves := tuitest.Asked[screen.Back](effect); !leaves || m.Session().State() != session.Over || m.Session().Ending() == session.Completed {
		t.Errorf("asked %+v, completed %v", effect.Requests, m.Session().Ending() == session.Completed)
	}
}

func TestTheLastScreenOffersWhatGoesWell(t *testing.T) {
	p := plan(t, "massage", session.Choice{})
	m := after(t, p, p.Total()-time.Second)
	m.services.Offers = func([]string, session.Choice) []visit.Offer {
		return []visit.Offer{{ID: "elevate", Name: "Raise the leg", Minutes: 11}}
	}
	m, effect := tuitest.Tell(m, env(p.Total()), screen.WakeMsg{})
	if _, notifies := tuitest.Asked[screen.Notify](effect); !notifies || effect.Cmd == nil {
		t.Fatalf("the end asks for nothing: %+v", effect)
	}
	m = carryOut(m, env(p.Total()), effect)
	total := p.Total()
	played := func(key string) (p screen.Play, ok bool) {
		_, effect := tuitest.Press(m, env(total), key)
		return tuitest.Asked[screen.Play](effect)
	}
	if p, ok := played("1"); !ok || p.Routine != "elevate" {
		t.Errorf("1 plays %q", p.Routine)
	}
	if _, ok := played("2"); ok {
		t.Error("2 plays something")
	}
	if again, ok := played("r"); !ok || again.Ready == nil || again.Ready.Routine.ID != "massage" {
		t.Errorf("r plays %+v", again.Ready)
	}
}

// TestEveryKeyThatAPageShowsIsHandled presses all of them at every moment:
// something changes, or the root is asked for something. The red flags and
// the page of keys are the root's own, and a muscle that is chosen already changes nothing.
func TestEveryKeyThatAPageShowsIsHandled(t *testing.T) {
	for name, m := range scenes(t) {
		e := tuitest.Env()
		e.Now = m.now
		m.why, m.visit = false, m.visit.WithSwitches(cue.Switches{Volume: 50})
		m, _ = tuitest.Tell(m, e, screen.WakeMsg{})
		before := stateOf(m)
		for _, b := range m.Keys() {
			for _, key := range b.Keys() {
				after, effect := tuitest.Press(m, e, key)
				chosen := key >= "1" && key <= "4" && m.visit.Stage() == visit.Following
				if key != "!" && key != "?" && !chosen && len(effect.Requests) == 0 && stateOf(after) == before {
					t.Errorf("%s: %q, %s, does nothing", name, key, b.Help().Desc)
				}
			}
		}
		for _, m.why = range []bool{false, true} {
			for _, target := range m.View(e).Targets {
				if _, ok := m.listed(target.Press); !ok {
					t.Errorf("%s, why %v: a tap presses %q, which is no key", name, m.why, target.Press)
				}
			}
		}
	}
}

// carryOut carries an effect out, its writes first, and hands the answers to the
// screen, and those that they lead to.
func carryOut(m Model, env screen.Env, e screen.Effect) Model {
	for _, r := range e.Requests {
		if w, ok := r.(screen.Write); ok {
			err := w.Do()
			if w.Done != nil {
				m = hand(m, env, w.Done(err))
			}
		}
	}
	for _, msg := range resultsOf(e.Cmd) {
		m = hand(m, env, msg)
	}
	return m
}

func hand(m Model, env screen.Env, msg tea.Msg) Model {
	if msg == nil {
		return m
	}
	m, e := tuitest.Tell(m, env, msg)
	return carryOut(m, env, e)
}

func resultsOf(cmd tea.Cmd) (list []tea.Msg) {
	if cmd == nil {
		return nil
	}
	msg := cmd()
	batch, ok := msg.(tea.BatchMsg)
	if !ok {
		return []tea.Msg{msg}
	}
	for _, c := range batch {
		list = append(list, resultsOf(c)...)
	}
	return list
}

// stateOf is all that a key can change.
func stateOf(m Model) string {
	return fmt.Sprintf("%+v %v %v %v %v", m.visit, m.why, m.sheet, m.left, m.asleep())
}

// listed finds a key among those of the screen.
func (m Model) listed(key string) (found widget.Binding, ok bool) {
	for _, b := range append(m.Keys(), closeKey) {
		if slices.Contains(b.Keys(), key) {
			return b, true
		}
	}
	return found, false
}

func (m Model) offersAgain() bool {
	_, _, ok := m.visit.Key("r")
	return ok
}
