package visit

import (
	"testing"
	"time"

	"uncramp/coach/session"
)

// brokenOff answers in a relief that something else than the person ends.
func brokenOff(t *testing.T) (*person, *Bookmark) {
	t.Helper()
	x := follow(t, play(t, "ease", session.Choice{}))
	x.until(5 * time.Second)
	x.press("s")
	x.until(8 * time.Second)
	v, r, mark := x.visit.BreakOff(at(x.now))
	x.visit = v
	x.keep(r.Keep)
	if len(r.Keep.Episodes) != 1 || len(r.Keep.Sessions) != 1 || mark == nil || mark.Cramp == nil || len(v.Kept()) != 2 {
		t.Fatalf("kept is %+v, and the bookmark %+v", r.Keep, mark)
	}
	return x, mark
}

// TestWhatIsBrokenOffIsGoneOnWithInTheSameCramp: one entry, with all that was
// tried, and the length since it began.
func TestWhatIsBrokenOffIsGoneOnWithInTheSameCramp(t *testing.T) {
	x, mark := brokenOff(t)
	first := *mark.Cramp
	p, ok := mark.GoOn(play(t, "ease", session.Choice{}), night.Add(time.Minute))
	if !ok {
		t.Fatal("it can't be gone on with")
	}
	x.now, x.visit = time.Minute, New(session.Tolerance)
	x.begin(p)
	x.until(70 * time.Second)
	r := x.do("e", at(x.now))
	if len(r.Keep.Episodes) != 1 {
		t.Fatalf("kept is %+v", r.Keep)
	}
	e := r.Keep.Episodes[0]
	if e.ID != first.ID || !e.At.Equal(first.At) || e.Length != 70*time.Second || len(e.Tried) != len(first.Tried)+1 || !e.Edited.After(first.Edited) {
		t.Errorf("of %+v it makes %+v", first, e)
	}
	r = x.do("u", at(x.now))
	if e := r.Keep.Episodes; len(e) != 1 || e[0].Deleted || e[0].Length != 0 || len(e[0].Tried) != len(first.Tried) {
		t.Errorf("taken back leaves %+v", e)
	}
}

// TestWhatIsLookedAtAgainIsLeftAsItWas, should it have been taken back since.
func TestWhatIsLookedAtAgainIsLeftAsItWas(t *testing.T) {
	_, mark := brokenOff(t)
	p, _ := mark.GoOn(play(t, "ease", session.Choice{}), night.Add(time.Minute))
	x := follow(t, p)
	if r := x.do("q", at(time.Second)); r.Keep.Len() != 0 {
		t.Errorf("kept is %+v", r.Keep)
	}
}

// TestACrampThatIsOverIsNotGoneOnWith: the coach leads through no cramp for so
// long, and would send the person to a doctor at once.
func TestACrampThatIsOverIsNotGoneOnWith(t *testing.T) {
	_, mark := brokenOff(t)
	p := play(t, "ease", session.Choice{})
	for wait, want := range map[time.Duration]bool{p.Plan.Onset.Stop - time.Second: true, p.Plan.Onset.Stop: false, 5 * time.Hour: false} {
		if _, ok := mark.GoOn(p, night.Add(wait)); ok != want {
			t.Errorf("after %v: %v", wait, ok)
		}
	}
}

// TestACrampThatWasToldOfIsKept, however soon it is left, and where it has lasted
// too long to begin.
func TestACrampThatWasToldOfIsKept(t *testing.T) {
	for _, ago := range []time.Duration{time.Minute, time.Hour} {
		p := play(t, "ease", session.Choice{})
		p.Began, p.Told = ago, true
		x := follow(t, p)
		x.do("q", at(time.Second))
		kept := x.visit.cramps[0].Episode
		if kept.ID == "" || !kept.At.Equal(night.Add(-ago)) || kept.Length != 0 || len(x.visit.Kept()) != 2 {
			t.Errorf("%v ago: %+v", ago, kept)
		}
	}
}

// TestABookmarkWithACrampThatCantBeKept begins another one.
func TestABookmarkWithACrampThatCantBeKept(t *testing.T) {
	_, mark := brokenOff(t)
	mark.Cramp.Severity.Given, mark.Cramp.Severity.Value = true, 200
	if p, ok := mark.GoOn(play(t, "ease", session.Choice{}), night.Add(time.Minute)); !ok || p.Cramp != nil {
		t.Errorf("%v, %+v", ok, p.Cramp)
	}
}

// TestGoingOnWithWhatWasStoppedKeepsWhatWasFollowed until then.
func TestGoingOnWithWhatWasStoppedKeepsWhatWasFollowed(t *testing.T) {
	for _, key := range []string{"", "s"} {
		stopped := play(t, "bedtime", session.Choice{})
		x := follow(t, play(t, "ease", session.Choice{}))
		x.visit = x.visit.WithUnfinished(&stopped)
		x.until(5 * time.Second)
		if key != "" {
			x.press(key)
		}
		r := x.do("g", at(6*time.Second))
		if r.Play == nil || r.Play.Routine.ID != "bedtime" || len(r.Keep.Episodes) != len(key) || len(r.Keep.Sessions) != len(key) {
			t.Errorf("%q: it goes on with %v and keeps %+v", key, r.Play, r.Keep)
		}
	}
}

// TestNothingIsBrokenOffWhereNothingIsFollowed.
func TestNothingIsBrokenOffWhereNothingIsFollowed(t *testing.T) {
	if _, r, mark := (Visit{}).BreakOff(at(0)); r.Keep.Len() != 0 || mark != nil {
		t.Errorf("%+v, %+v", r, mark)
	}
	x, _ := brokenOff(t)
	if _, r, mark := x.visit.BreakOff(at(time.Minute)); r.Keep.Len() != 0 || mark != nil {
		t.Errorf("a second time: %+v, %+v", r, mark)
	}
}
