package visit

import (
	"slices"
	"testing"
	"time"

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

func TestThreeAreOfferedAtMost(t *testing.T) {
	v := Visit{offers: []Offer{{ID: "a"}, {ID: "b"}, {ID: "c"}, {ID: "d"}}}
	if got, want := idsOf(v.Offers()), []string{"a", "b", "c"}; !slices.Equal(got, want) {
		t.Errorf("it offers %v, want %v", got, want)
	}
}

// TestNothingIsOfferedTwice on a visit, whether it was followed to its end or left.
func TestNothingIsOfferedTwice(t *testing.T) {
	for how, leave := range map[string]bool{"done": false, "left": true} {
		x := follow(t, play(t, "ease", session.Choice{}))
		x.until(20 * time.Second)
		x.press("e")
		before := idsOf(x.visit.Offers())
		x.press("1")
		if leave {
			x.press("q")
		} else {
			x.until(x.now + x.visit.Session().Plan().Total() + time.Minute)
		}
		got := idsOf(x.visit.Offers())
		if len(before) == 0 || len(got) == 0 || slices.Contains(got, before[0]) || x.visit.Session().Plan().Routine != before[0] {
			t.Errorf("%s: after one of %v it offers %v", how, before, got)
		}
	}
}

func idsOf(offers []Offer) (ids []string) {
	for _, o := range offers {
		ids = append(ids, o.ID)
	}
	return ids
}
