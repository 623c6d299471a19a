package outline

import (
	"slices"
	"testing"

	"uncramp/coach/session"
	"uncramp/routines"
)

// plans are the built-in routines, for every muscle and position.
func plans(t *testing.T) (list []session.Plan) {
	t.Helper()
	for _, head := range routines.BuiltinHeads() {
		r, err := routines.Library{}.Find(head.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, muscle := range append(slices.Clone(r.Muscles), "") {
			for _, position := range append(slices.Clone(r.Positions), "") {
				p, err := session.NewPlan(r, session.Choice{Muscle: muscle, Position: position, Side: routines.Right})
				if err != nil {
					t.Fatal(err)
				}
				list = append(list, p)
			}
		}
	}
	return list
}

// TestNothingIsToldTwice in a step, and all of it is told by the time it is needed.
func TestNothingIsToldTwice(t *testing.T) {
	for _, p := range plans(t) {
		var n Narrator
		var told []string
		for i, ph := range p.Phases {
			if i > 0 && p.Phases[i-1].Step != ph.Step {
				told = nil
			}
			var l Line
			n, l = n.Tell(p, i)
			for _, words := range append(slices.Clone(l.Warnings), l.Does, l.Ahead) {
				if words != "" && slices.Contains(told, words) {
					t.Errorf("%s, phase %d: %q is told again", p.Routine, i, words)
				}
				told = append(told, words)
			}
			if !slices.Contains(told, ph.Prompt) {
				t.Errorf("%s, phase %d: %q is not told", p.Routine, i, ph.Prompt)
			}
			if before := max(i-1, 0); ph.Kind == session.Hold && p.Phases[before].Kind == session.Prepare && l.Does != "" {
				t.Errorf("%s, phase %d: %q is told once it is to be done", p.Routine, i, l.Does)
			}
			for _, c := range ph.Cautions {
				if !slices.Contains(told, c) {
					t.Errorf("%s, phase %d: %q is not told", p.Routine, i, c)
				}
			}
		}
	}
}

// TestWhoGoesBackHearsAllOfIt again.
func TestWhoGoesBackHearsAllOfIt(t *testing.T) {
	for _, p := range plans(t) {
		for i, ph := range p.Phases {
			n, _ := Narrator{}.Tell(p, i)
			if _, l := n.Tell(p, i); l.Does != ph.Prompt || l.Part == "" || !l.NamesLength || len(l.Warnings) != len(ph.Cautions) {
				t.Errorf("%s, phase %d: once more it tells %+v", p.Routine, i, l)
			}
		}
	}
}

// TestNarratorNames the phases of the routines as they are heard.
func TestNarratorNames(t *testing.T) {
	type names struct {
		part, move         string
		set, count, length bool
	}
	for _, c := range []struct {
		routine string
		want    []names // of its first phases
	}{
		{"bedtime", []names{
			{"left", "Calf at the wall", false, true, true}, {"left calf", "", false, true, true},
			{"right", "", false, false, true}, {"right", "", false, true, true}, {"left", "", false, false, true}, {"left", "", false, true, true},
		}},
		{"ease", []names{
			{"calf", "", false, false, true}, {"calf", "", false, true, true}, {"", "", false, false, true}, {"", "", false, true, true},
		}},
		{"massage", []names{ // its times are counted
			{"", "Press the calf", false, true, true}, {"", "", false, true, true}, {"", "", false, false, true}, {"", "", false, true, false}, {"", "", false, false, false},
		}},
		{"warmup", []names{{"both legs", "March on the spot", false, false, true}, {"", "", false, false, true}, {"left calf", "Ankle rocks", false, true, true}}},
	} {
		r, err := routines.Library{}.Find(c.routine)
		if err != nil {
			t.Fatal(err)
		}
		p, err := session.NewPlan(r, session.Choice{})
		if err != nil {
			t.Fatal(err)
		}
		var n Narrator
		for i, want := range c.want {
			var l Line
			n, l = n.Tell(p, i)
			if got := (names{l.Part, l.Move, l.NamesSet, l.NamesCount, l.NamesLength}); got != want {
				t.Errorf("%s, phase %d: got %+v, want %+v", c.routine, i, got, want)
			}
		}
	}
}

// TestNarratorNamesEachSetOnce: as the step begins, and as the set does.
func TestNarratorNamesEachSetOnce(t *testing.T) {
	phase := func(kind session.Kind, set, repetition int) session.Phase {
		return session.Phase{Kind: kind, Word: string(kind), Step: "calf-wall", Set: set, Sets: 2, Repetition: repetition, Of: 2}
	}
	p := session.Plan{Phases: []session.Phase{
		phase(session.Prepare, 1, 1), phase(session.Hold, 1, 1), phase(session.Rest, 1, 1), phase(session.Hold, 1, 2),
		phase(session.Rest, 1, 2), phase(session.Hold, 2, 1), phase(session.Rest, 2, 1), phase(session.Hold, 2, 2),
	}}
	want := []bool{true, true, false, false, false, true, false, false}
	var n Narrator
	for i := range p.Phases {
		var l Line
		if n, l = n.Tell(p, i); l.NamesSet != want[i] {
			t.Errorf("phase %d names its set: %v", i, l.NamesSet)
		}
	}
}
