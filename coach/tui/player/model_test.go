package player

import (
	"testing"
	"time"

	"uncramp/coach/session"
)

func TestKeys(t *testing.T) {
	p := plan(t, "ease", session.Choice{})
	tests := []struct {
		key  string
		want func(before, after Model) bool
	}{
		{"space", func(_, a Model) bool { return a.session.State() == session.Halted }},
		{"right", func(b, a Model) bool { return a.session.Index() == b.session.Index()+1 }},
		{"n", func(b, a Model) bool { return a.session.Index() == b.session.Index()+1 }},
		{"p", func(b, a Model) bool { return a.session.Index() == b.session.Index()-1 }},
		{"r", func(_, a Model) bool { return a.session.Age(a.now) == 0 }},
		{"+", func(b, a Model) bool { return a.session.Length() == b.session.Length()+10*time.Second }},
		{"-", func(b, a Model) bool { return a.session.Index() == b.session.Index()+1 }}, // less than 10 s were left
		{"e", func(_, a Model) bool { return a.session.Ending() == session.EasedOff }},
		{"t", func(_, a Model) bool { return a.session.Phase().Step == "stretch" }},
		{"m", func(b, a Model) bool { return a.session.Onset(a.now) == b.session.Onset(b.now)+time.Minute }},
		{"2", func(b, a Model) bool {
			return a.session.Phase().Muscle == "foot" && a.session.Phase().Step == b.session.Phase().Step
		}},
		{"o", func(_, a Model) bool { return a.session.Phase().Side == "left" }},
		{"l", func(_, a Model) bool { return a.choice.Position == "seated" }},
		{"i", func(_, a Model) bool { return a.page == whyPage }},
		{"s", func(_, a Model) bool { return a.session.Phase().Step == "stretch" }},
		{"w", func(_, a Model) bool { return a.session.Phase().Step == "stop" }},
		{"?", func(_, a Model) bool { return a.page == keysPage && a.session.State() == session.Running }},
		{"x", func(b, a Model) bool { return a.session.Index() == b.session.Index() }},
	}
	for _, tt := range tests {
		before := after(t, p, 17*time.Second)
		if got := press(before, 17*time.Second, tt.key); !tt.want(before, got) {
			t.Errorf("%q leads to phase %d, state %v", tt.key, got.session.Index(), got.session.State())
		}
	}
}

// TestNoTimePassesUntilItIsAnswered presses everything but an answer.
func TestNoTimePassesUntilItIsAnswered(t *testing.T) {
	m := asking(t, "heat")
	for _, k := range []string{"e", "s", "w", "t", "2", "o", "l", "+", "r", "i", "i"} {
		m = press(m, time.Minute, k)
	}
	if m.session.Index() != 0 || m.session.Age(at(time.Hour)) != 0 || m.session.State() != session.Halted {
		t.Fatalf("at phase %d, %v old", m.session.Index(), m.session.Age(at(time.Hour)))
	}
	if y := press(m, time.Minute, "y"); y.session.Ending() != session.LeftOut || y.offersFit() || y.canRepeat() {
		t.Errorf("yes leads to ending %v", y.session.Ending())
	}
	if n := press(m, time.Minute, "n"); n.session.State() != session.Running || n.asking {
		t.Errorf("no leads to state %v", n.session.State())
	}
}

func TestLeavingIsAWish(t *testing.T) {
	m, wish := after(t, plan(t, "ease", session.Choice{}), 3*time.Second).Update(at(3*time.Second), keyPress("q"))
	if !wish.Leave || m.session.State() != session.Over || m.session.Ending() == session.Completed {
		t.Errorf("wish %+v, completed %v", wish, m.session.Ending() == session.Completed)
	}
}

func TestHelpDoesNotStopTheClock(t *testing.T) {
	m := press(after(t, plan(t, "ease", session.Choice{}), time.Second), time.Second, "?")
	m, wish := m.Update(at(4*time.Second), keyPress("q"))
	if wish.Leave || m.page != noPage || m.session.Remaining(at(4*time.Second)) != 11*time.Second {
		t.Errorf("after help: wish %+v, remaining %v", wish, m.session.Remaining(at(4*time.Second)))
	}
}

func TestTheLastScreenOffersWhatGoesWell(t *testing.T) {
	p := plan(t, "massage", session.Choice{})
	m := after(t, p, p.Total()-time.Second)
	m, wish := m.Update(at(p.Total()), nil)
	if !wish.Ended {
		t.Fatalf("the end asks for nothing: %+v", wish)
	}
	m = m.WithOffers([]Offer{{ID: "elevate", Name: "Raise the leg", Minutes: 11}})
	if _, wish := m.Update(at(p.Total()), keyPress("1")); wish.Start != "elevate" {
		t.Errorf("1 wishes %+v", wish)
	}
	if _, wish := m.Update(at(p.Total()), keyPress("2")); wish.Start != "" || wish.Leave || wish.Again {
		t.Errorf("2 wishes %+v", wish)
	}
	if _, wish := m.Update(at(p.Total()), keyPress("r")); !wish.Again {
		t.Errorf("r wishes %+v", wish)
	}
}
