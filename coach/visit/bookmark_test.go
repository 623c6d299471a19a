package visit_test

import (
	"testing"
	"time"

	"uncramp/coach/session"
	"uncramp/coach/visit"
	"uncramp/routines"
)

// steps is a routine of a person's own of some moves, each once.
func steps(t *testing.T, moves ...string) visit.Play {
	t.Helper()
	file := "id: mine\nname: Mine\npurpose: relief\nsummary: Mine.\nsteps:\n"
	for _, m := range moves {
		file += "  - move: " + m + "\n"
	}
	r, err := routines.Read("mine", []byte(file))
	if err != nil {
		t.Fatal(err)
	}
	p, err := session.NewPlan(r, session.Choice{})
	if err != nil {
		t.Fatal(err)
	}
	return visit.Play{Routine: r, Plan: p}
}

// at is the bookmark of the first phase of a step.
func at(t *testing.T, p visit.Play, step string) visit.Bookmark {
	t.Helper()
	for i, ph := range p.Plan.Phases {
		if ph.Step == step {
			return visit.Bookmark{Routine: "mine", Phase: i, Step: step}
		}
	}
	t.Fatalf("there is no %s", step)
	return visit.Bookmark{}
}

// TestARoutineThatIsAnotherNowIsGoneOnWithAtItsStep, or not at all.
func TestARoutineThatIsAnotherNowIsGoneOnWithAtItsStep(t *testing.T) {
	mark := at(t, steps(t, "calf-wall", "hamstring-chair", "heel-raise"), "hamstring-chair")
	for name, now := range map[string][]string{
		"as it was": {"calf-wall", "hamstring-chair", "heel-raise"}, "one less": {"hamstring-chair", "heel-raise"},
		"one more": {"heel-raise", "calf-wall", "hamstring-chair"},
	} {
		p, ok := mark.GoOn(steps(t, now...), time.Now())
		if !ok || p.Plan.Phases[p.From].Step != "hamstring-chair" || p.From > 0 && p.Plan.Phases[p.From-1].Step == "hamstring-chair" {
			t.Errorf("%s: it goes on at phase %d of %v: %v", name, p.From, now, ok)
		}
	}
	if _, ok := mark.GoOn(steps(t, "calf-wall", "heel-raise"), time.Now()); ok {
		t.Error("it goes on with a step that is no more")
	}
	mark.Step = "" // of an earlier version
	if p, ok := mark.GoOn(steps(t, "calf-wall", "heel-raise"), time.Now()); !ok || p.From != mark.Phase {
		t.Errorf("it goes on at phase %d: %v", p.From, ok)
	}
}

// TestWhatIsGoneOnWithSuitsThePerson as she is by then.
func TestWhatIsGoneOnWithSuitsThePerson(t *testing.T) {
	play := steps(t, "hamstring-chair", "calf-wall", "heel-raise")
	play.From = at(t, play, "calf-wall").Phase
	p, ok := play.Suiting(routines.ProfileOf(routines.NewHip))
	if !ok || p.Plan.Phases[p.From].Step != "calf-wall" || p.Plan.Phases[0].Step == "hamstring-chair" {
		t.Errorf("it goes on at %d of %+v: %v", p.From, p.Plan.Phases, ok)
	}
	play.From = 0
	if _, ok := play.Suiting(routines.ProfileOf(routines.NewHip)); ok {
		t.Error("it goes on with a step that is not for her")
	}
}
