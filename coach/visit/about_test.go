package visit

import (
	"encoding/json"
	"strings"
	"testing"

	"uncramp/coach/session"
	"uncramp/routines"
)

// unlike is a routine of two muscles and two positions: the foot is not for a new
// hip, and neither is the calf where one sits.
func unlike(t *testing.T) Play {
	t.Helper()
	hip := []routines.Rule{{For: []routines.Condition{routines.NewHip}, Text: "A hip must not bend.", Source: routines.GeneralKnowledge}}
	step := func(id string, m routines.Muscle, at routines.Position, not []routines.Rule) routines.Step {
		return routines.Step{ID: id, Name: id, Muscle: m, Positions: []routines.Position{at}, Sides: routines.OneSide, NotFor: not,
			Hold: &routines.Part{Time: 20, Source: "default", Prompt: "Hold."}}
	}
	r := routines.Routine{
		ID: "unlike", Name: "Unlike", Muscles: []routines.Muscle{routines.Calf, routines.Foot, routines.Hamstring},
		Positions: []routines.Position{routines.Seated, routines.Lying},
		Steps: []routines.Step{
			step("calf", routines.Calf, routines.Seated, hip), step("calf", routines.Calf, routines.Lying, nil),
			step("foot", routines.Foot, routines.Seated, hip), step("foot", routines.Foot, routines.Lying, hip),
			step("hamstring", routines.Hamstring, routines.Seated, nil), step("hamstring", routines.Hamstring, routines.Lying, hip),
		},
	}
	c := session.Choice{Profile: routines.ProfileOf(routines.NewHip)}
	p, err := session.NewPlan(r, c)
	if err != nil {
		t.Fatal(err)
	}
	return Play{Routine: r, Choice: c, Plan: p}
}

// TestAnotherMuscleSuitsThePersonToo: what is done otherwise than was chosen is
// said, and what is not for her is not begun.
func TestAnotherMuscleSuitsThePersonToo(t *testing.T) {
	x := follow(t, unlike(t))
	if p := x.visit.Session().Plan(); p.Position != routines.Lying {
		t.Fatalf("it begins %s", p.Position)
	}
	if r, _, ok := x.visit.Key("l"); ok {
		t.Errorf("l is offered, to %s", r.Does)
	}
	for _, tt := range []struct {
		key, step string
		at        routines.Position
		note      string
	}{
		{"2", "calf", routines.Lying, "Unlike is left out for you. A hip must not bend."},
		{"3", "hamstring", routines.Seated, ""},
		{"1", "calf", routines.Lying, "A hip must not bend. So you lie down."},
	} {
		row, n, ok := x.visit.Key(tt.key)
		if !ok {
			t.Fatalf("%s means nothing", tt.key)
		}
		var r Result
		x.visit, r = x.visit.Do(row, n, at(x.now))
		p := x.visit.Session().Plan()
		if x.visit.Session().Phase().Step != tt.step || p.Position != tt.at || strings.TrimSpace(r.Note) != tt.note {
			t.Errorf("%s leads to %s, %s, and says %q", tt.key, x.visit.Session().Phase().Step, p.Position, r.Note)
		}
	}
}

// TestWhatAPersonSaidStaysInItsFile: a bookmark doesn't tell it.
func TestWhatAPersonSaidStaysInItsFile(t *testing.T) {
	x := follow(t, unlike(t))
	mark := x.visit.Bookmark(at(x.now))
	if mark == nil || !mark.Choice.Profile.Has(routines.NewHip) {
		t.Fatalf("the bookmark is %+v", mark)
	}
	text, err := json.Marshal(mark)
	if err != nil || strings.Contains(strings.ToLower(string(text)), "profile") {
		t.Errorf("it is kept as %s (%v)", text, err)
	}
}
