package session

import (
	"slices"
	"testing"

	"uncramp/routines"
)

// TestBothLegs: nobody stands on two legs that cramp, and every step whose words
// are for one leg says how two are done, except to keep still.
func TestBothLegs(t *testing.T) {
	r, err := routines.Library{}.Find("ease")
	if err != nil {
		t.Fatal(err)
	}
	for _, muscle := range r.Muscles {
		for _, position := range r.Positions {
			p, err := NewPlan(r, Choice{Muscle: muscle, Position: position, Side: routines.Both})
			if err != nil {
				t.Fatal(err)
			}
			if p.Position == routines.Standing || slices.Contains(p.Suited, routines.Standing) {
				t.Errorf("%s, %s: it is done %s, of %v", muscle, position, p.Position, p.Suited)
			}
			if told := len(p.Adapted) > 0; told != (position == routines.Standing) {
				t.Errorf("%s, %s: of the position %v is told", muscle, position, p.Adapted)
			}
			for i, ph := range p.Phases {
				first := i == 0 || p.Phases[i-1].Step != ph.Step
				if said := slices.Contains(ph.Adapted, Change{Text: worseLegFirst}); said != (first && !ph.Aside) {
					t.Errorf("%s, %s: %s %q is told %v", muscle, p.Position, ph.Step, ph.Prompt, ph.Adapted)
				}
			}
		}
	}
}
