package player

import (
	"testing"
	"time"

	"uncramp/coach/figure"
	"uncramp/coach/session"
	"uncramp/coach/tui/gallery"
	"uncramp/routines"
)

// looks follows a phase by the player's own wake-ups and returns how the
// figure stood each time.
func looks(m Model, from, until time.Duration) (list []figure.Options) {
	now := from
	for now < until {
		m = woken(m, now)
		list = append(list, m.pose())
		wait, ok := m.Wake()
		if !ok {
			break
		}
		now += wait
	}
	return list
}

func TestTheFigureMovesIntoAHoldAndIsStill(t *testing.T) {
	m := after(t, plan(t, "bedtime", session.Choice{}), 15*time.Second)
	list := looks(m, 15*time.Second, 25*time.Second-1)
	moved := map[float64]int{}
	for _, l := range list {
		moved[l.Progress]++
	}
	if len(moved) < 4 || len(moved) > 8 || moved[1] < 9 {
		t.Errorf("it stands at %v", moved)
	}
	if n := len(list); n > 10+gallery.Poses {
		t.Errorf("a hold of 10 s wakes %d times", n)
	}
}

func TestTheFigureGoesBackInARelease(t *testing.T) {
	m := after(t, plan(t, "stretch", session.Choice{}), 0)
	for m.Session().Phase().Kind != session.Release {
		m = press(m, 0, "n")
	}
	list := looks(m, 0, m.Session().Length())
	first, last := list[0], list[len(list)-1]
	if first.Progress != 1 || last.Progress != 0 || first.Arrows != figure.Backward {
		t.Errorf("it goes from %+v to %+v", first, last)
	}
}

func TestAStillFigureIsWhereItLeads(t *testing.T) {
	m := after(t, plan(t, "bedtime", session.Choice{}), 15*time.Second)
	m.still = true
	list := looks(m, 15*time.Second, 25*time.Second-1)
	for _, l := range list {
		if l.Progress != 1 {
			t.Fatalf("it stands at %v", l.Progress)
		}
	}
	if len(list) > 11 {
		t.Errorf("a hold of 10 s wakes %d times", len(list))
	}
}

func TestAPausedFigureDoesNotMove(t *testing.T) {
	m := after(t, plan(t, "bedtime", session.Choice{}), 15*time.Second)
	m = press(m, 15*time.Second+200*time.Millisecond, "space")
	if list := looks(m, 16*time.Second, 20*time.Second); len(list) != 1 {
		t.Errorf("it wakes %d times", len(list))
	}
}

func TestTheFigureIsThatOfTheLeg(t *testing.T) {
	for side, left := range map[routines.Side]bool{routines.Left: true, routines.Right: false} {
		if got := after(t, plan(t, "ease", session.Choice{Side: side}), 0).pose().Left; got != left {
			t.Errorf("%s: mirrored is %v", side, got)
		}
	}
}
