package visit

import (
	"slices"
	"testing"

	"uncramp/coach/session"
	"uncramp/routines"
)

// TestOffersMakeSenseNow: what goes by the hour is offered at that hour alone.
func TestOffersMakeSenseNow(t *testing.T) {
	load := func(id string, c session.Choice) (Play, error) {
		r, err := routines.Library{}.Find(id)
		if err != nil {
			return Play{}, err
		}
		p, err := session.NewPlan(r, c)
		return Play{Routine: r, Plan: p}, err
	}
	for hour, want := range map[int][]string{
		2: {"bedtime", "desk"}, 4: {"bedtime", "morning", "desk"}, 7: {"morning", "desk"}, 13: {"desk"}, 18: {"bedtime", "desk"}, 23: {"bedtime", "desk"},
	} {
		var ids []string
		for _, o := range OffersOf([]string{"bedtime", "morning", "desk", "none"}, hour, session.Choice{}, load) {
			ids = append(ids, o.ID)
		}
		if !slices.Equal(ids, want) {
			t.Errorf("at %d it offers %v, want %v", hour, ids, want)
		}
	}
}

// TestNothingIsOfferedBeforeTheRun: after a warm-up the cool-down makes no sense
// yet, and the routine says in words when it does.
func TestNothingIsOfferedBeforeTheRun(t *testing.T) {
	r, err := routines.Library{}.Find("warmup")
	if err != nil {
		t.Fatal(err)
	}
	if len(r.GoesWith) > 0 || len(r.Closing) == 0 {
		t.Errorf("it goes with %v, and says %v", r.GoesWith, r.Closing)
	}
}

// TestThreeAreOfferedAtMost, what was not done yet first.
func TestThreeAreOfferedAtMost(t *testing.T) {
	v := Visit{offers: []Offer{{ID: "a", Done: true}, {ID: "b"}, {ID: "c"}, {ID: "d", Done: true}}}
	var ids []string
	for _, o := range v.Offers() {
		ids = append(ids, o.ID)
	}
	if want := []string{"b", "c", "a"}; !slices.Equal(ids, want) {
		t.Errorf("it offers %v, want %v", ids, want)
	}
}
