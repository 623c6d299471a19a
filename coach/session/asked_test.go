package session

import (
	"slices"
	"testing"

	"uncramp/routines"
)

// TestWhoIsAskedFirst: with heart failure nobody raises a leg unasked, and
// nobody else is asked about a doctor. Poor circulation is refused all the same.
func TestWhoIsAskedFirst(t *testing.T) {
	r, err := routines.Library{}.Find("elevate")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range routines.Conditions() {
		p, err := NewPlan(r, Choice{Profile: routines.ProfileOf(c)})
		if refused := err != nil; refused != (c == routines.Circulation) {
			t.Errorf("%s: %v", c, err)
		}
		if asked := len(p.NotIf) > 0; asked != (c == routines.HeartFailure) {
			t.Errorf("%s is asked %q", c, p.NotIf)
		}
	}
	both := Choice{Profile: routines.ProfileOf(routines.HeartFailure, routines.Circulation)}
	if _, err := NewPlan(r, both); err == nil {
		t.Error("a question lets somebody with poor circulation raise a leg")
	}
	if p, _ := NewPlan(r, Choice{}); len(p.NotIf) > 0 || !slices.Contains(p.Cautions, "Heart failure: ask your doctor before you raise the legs.") {
		t.Errorf("who said nothing is asked %q and told %q", p.NotIf, p.Cautions)
	}
}
