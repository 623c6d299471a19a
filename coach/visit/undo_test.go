package visit

import (
	"testing"
	"time"

	"uncramp/coach/session"
)

// slept lets the machine sleep for an hour while a relief is followed.
func slept(t *testing.T, key string) (*person, session.Instant) {
	t.Helper()
	x := follow(t, play(t, "ease", session.Choice{}))
	x.until(40 * time.Second)
	if key != "" {
		x.press(key)
	}
	woke := session.Instant{Wall: night.Add(time.Hour), Mono: 41 * time.Second}
	var r Result
	if x.visit, r = x.visit.Advance(woke); len(r.Events) != 1 || r.Events[0].Kind != session.Gap {
		t.Fatalf("%q: as it wakes it tells %+v", key, r.Events)
	}
	return x, woke
}

// do presses a key at an instant.
func (x *person) do(key string, now session.Instant) Result {
	x.t.Helper()
	row, n, ok := x.visit.Key(key)
	if !ok {
		x.t.Fatalf("%q means nothing", key)
	}
	var r Result
	x.visit, r = x.visit.Do(row, n, now)
	return r
}

// TestAfterAGapItAsksWhetherItIsTheSameCramp, of a pause too. The clock counts on,
// and nobody tells how long it lasted.
func TestAfterAGapItAsksWhetherItIsTheSameCramp(t *testing.T) {
	for _, key := range []string{"", "space"} {
		x, woke := slept(t, key)
		if since := x.visit.Session().SinceOnset(woke); since != time.Hour || x.visit.Stage() != Following {
			t.Errorf("%q: %v since it began, stage %d", key, since, x.visit.Stage())
		}
		r := x.do("e", woke)
		if e := r.Keep.Episodes; len(e) != 1 || e[0].Length != 0 || e[0].Relief != 0 || !e[0].At.Equal(night) {
			t.Errorf("%q: eased after a gap it keeps %+v", key, e)
		}
		x, woke = slept(t, key)
		r = x.do("a", woke)
		if r.Play == nil || !r.Play.Anew || len(r.Keep.Episodes) != 1 || r.Keep.Episodes[0].Length != 0 {
			t.Fatalf("%q: a new one plays %+v and keeps %+v", key, r.Play, r.Keep)
		}
		x.visit, _ = x.visit.Begin(*r.Play, woke)
		if since := x.visit.Session().SinceOnset(woke); since != 0 {
			t.Errorf("%q: the new one began %v ago", key, since)
		}
		x, woke = slept(t, key)
		x.do("space", woke)
		if x.visit, r = x.visit.Advance(woke); !r.Ended || x.visit.Session().Ending() != session.TooLong {
			t.Errorf("%q: the same one, an hour later, goes on", key)
		}
	}
}

// TestNoReliefIsOfferedInsideAnother that was stopped half-way; anything else is.
func TestNoReliefIsOfferedInsideAnother(t *testing.T) {
	for _, tt := range []struct {
		stopped, begun string
		offered        bool
	}{{"ease", "ease", false}, {"bedtime", "ease", true}, {"ease", "bedtime", true}} {
		p := play(t, tt.stopped, session.Choice{})
		v, _ := New(session.Tolerance).WithUnfinished(&p).Begin(play(t, tt.begun, session.Choice{}), at(0))
		if _, _, ok := v.Key("g"); ok != tt.offered || (v.Note() != "") != tt.offered {
			t.Errorf("%s inside %s: offered %v, %q", tt.stopped, tt.begun, ok, v.Note())
		}
	}
}
