package tui

import (
	"testing"
	"time"

	"uncramp/coach/session"
	"uncramp/coach/tui/screen"
)

func TestWhatIsLeftHalfWayIsKeptToo(t *testing.T) {
	r := begun(t).press("b", "n").pass(31 * time.Second).press("q")
	if e := r.journal.entries; len(e) != 1 || len(e[0].Episodes) != 0 || e[0].Sessions[0].Worked != 21*time.Second {
		t.Errorf("kept is %+v", e)
	}
}

func TestWhatWasOnlyLookedAtIsNotKept(t *testing.T) {
	if r := begun(t).press("b", "q"); len(r.journal.entries) != 0 {
		t.Errorf("kept is %+v", r.journal.entries)
	}
}

// TestWhatFollowsAReliefBelongsToItsCramp goes on with a massage.
func TestWhatFollowsAReliefBelongsToItsCramp(t *testing.T) {
	r := begun(t).press("n").pass(20*time.Second).press("e", "1")
	for range 3 {
		r = r.pass(12 * time.Second).press("right")
	}
	e := r.press("q").journal.entries
	if len(e) != 2 || e[1].Sessions[0].Episode != e[0].Episodes[0].ID || e[1].Episodes[0].ID != e[0].Episodes[0].ID {
		t.Fatalf("kept is %+v", e)
	}
	if len(e[1].Episodes[0].Tried) <= len(e[0].Episodes[0].Tried) {
		t.Errorf("what followed is not among what was tried: %+v", e[1].Episodes[0].Tried)
	}
}

func TestASecondCrampHasAnEntryOfItsOwn(t *testing.T) {
	r := begun(t).press("n").pass(12 * time.Second).press("e").pass(20 * time.Second).press("a").pass(12 * time.Second).press("e")
	if e := r.journal.entries; len(e) != 2 || e[0].Episodes[0].ID == e[1].Episodes[0].ID || e[1].Episodes[0].Relief != 12*time.Second {
		t.Errorf("kept is %+v", e)
	}
}

// TestWhatIsKeptIsToldAtTheEnd whether home or the relief was left last.
func TestWhatIsKeptIsToldAtTheEnd(t *testing.T) {
	relief := func(c *Config) { c.Begin = screen.Play{Ready: playOf(t, "ease")} }
	for name, tt := range map[string]struct {
		r    rig
		left bool
		kept int
	}{
		"home alone":                  {begun(t).press("q"), false, 0},
		"a relief from home":          {begun(t).press("n").pass(9*time.Second).press("e", "q", "esc", "q"), true, 2},
		"a relief":                    {begun(t, relief).pass(9*time.Second).press("e", "q", "esc"), true, 2},
		"a look at one":               {begun(t, relief).pass(time.Second).press("q"), true, 0},
		"a slip that was taken back":  {begun(t, relief).pass(time.Second).press("e", "u", "q"), true, 0},
		"a relief, then a look at it": {begun(t).press("n").pass(9*time.Second).press("e", "q", "esc", "n", "q", "q"), true, 0},
	} {
		got := tt.r.result(0)
		if !tt.r.leaving || got.Left != tt.left || len(got.Kept) != tt.kept {
			t.Errorf("%s: leaving %v, left %v, kept %v", name, tt.r.leaving, got.Left, got.Kept)
		}
	}
}

// TestWhatWasSkippedThroughIsNoNight holds that nothing of it is in the diary, and
// that the last page says so.
func TestWhatWasSkippedThroughIsNoNight(t *testing.T) {
	r := begun(t).press("b")
	for playing(r.root).Session().State() != session.Over {
		r = r.press("right")
	}
	if len(r.journal.entries) != 0 || r.shows("Done") || !r.shows("You did 0 of 12 holds.") {
		t.Errorf("kept is %+v, and it shows:\n%s", r.journal.entries, drawn(r.root))
	}
}
