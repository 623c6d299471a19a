package session

import (
	"fmt"
	"strings"
	"testing"

	"uncramp/routines"
)

// counted is a routine of one step of two repetitions, of which so many sets are done.
func counted(sides routines.Sides, sets int) routines.Routine {
	s := routines.Step{ID: "raise", Name: "Raise", Muscle: routines.Calf, Sides: sides,
		Prepare: &routines.Part{Time: 9, Source: "default", Prompt: "Get ready."},
		Repeat:  &routines.Repeat{Times: 2, Source: "default"},
		Hold:    &routines.Part{Time: 3, Source: "default", Prompt: "Rise."}}
	if sides == routines.EachSide || sides == routines.Alternate {
		s.Change = &routines.Part{Time: 4, Source: "default", Prompt: "Change."}
	}
	if sets > 0 {
		s.Sets = &routines.Sets{Times: routines.Count(sets), Rest: 30, Source: "my physiotherapist"}
	}
	return routines.Routine{ID: "sets", Name: "Sets", Steps: []routines.Step{s}}
}

// flat is a plan in a few words: kind, leg, set and repetition of every phase.
func flat(p Plan) string {
	var words []string
	for _, ph := range p.Phases {
		words = append(words, fmt.Sprintf("%s-%s%d.%d/%d", ph.Kind, strings.TrimSuffix(string(ph.Side), "eft"), ph.Set, ph.Repetition, ph.Of))
	}
	return strings.Join(words, " ")
}

// TestSetsAreLaidFlat holds every order of the legs to where its rests and its changes
// come, and a step without sets to none.
func TestSetsAreLaidFlat(t *testing.T) {
	for _, c := range []struct {
		sides routines.Sides
		sets  int
		want  string
	}{
		{routines.BothSides, 0, "prepare-both0.1/2 hold-both0.1/2 hold-both0.2/2"},
		{routines.BothSides, 2, "prepare-both1.1/2 hold-both1.1/2 hold-both1.2/2 rest-both2.1/2 hold-both2.1/2 hold-both2.2/2"},
		{routines.LeftSide, 2, "prepare-l1.1/2 hold-l1.1/2 hold-l1.2/2 rest-l2.1/2 hold-l2.1/2 hold-l2.2/2"},
		{routines.RightSide, 0, "prepare-right0.1/2 hold-right0.1/2 hold-right0.2/2"},
		{routines.EachSide, 2, "prepare-l1.1/2 hold-l1.1/2 hold-l1.2/2 rest-l2.1/2 hold-l2.1/2 hold-l2.2/2 " +
			"prepare-right1.1/2 hold-right1.1/2 hold-right1.2/2 rest-right2.1/2 hold-right2.1/2 hold-right2.2/2"},
		{routines.Alternate, 2, "prepare-l1.1/2 hold-l1.1/2 prepare-right1.1/2 hold-right1.1/2 prepare-l1.2/2 hold-l1.2/2 " +
			"prepare-right1.2/2 hold-right1.2/2 " +
			"rest-l2.1/2 prepare-l2.1/2 hold-l2.1/2 prepare-right2.1/2 hold-right2.1/2 prepare-l2.2/2 hold-l2.2/2 " +
			"prepare-right2.2/2 hold-right2.2/2"},
	} {
		p, err := NewPlan(counted(c.sides, c.sets), Choice{})
		if err != nil {
			t.Fatal(err)
		}
		if got := flat(p); got != c.want {
			t.Errorf("%d sets, %s:\n got %s\nwant %s", c.sets, c.sides, got, c.want)
		}
		for _, ph := range p.Phases {
			if ph.Kind == Rest && (ph.Prompt == "" || ph.Length.Seconds() != 30 || ph.Timing != "my physiotherapist") {
				t.Errorf("a rest between two sets is %+v", ph)
			}
			if ph.Sets != c.sets {
				t.Errorf("%s is of %d sets, want %d", ph.Kind, ph.Sets, c.sets)
			}
		}
	}
}

// TestTheSameTurnOfAnotherSetIsAnother: whoever passes the second set over has done half
// of the holds.
func TestTheSameTurnOfAnotherSetIsAnother(t *testing.T) {
	p, err := NewPlan(counted(routines.BothSides, 2), Choice{})
	if err != nil {
		t.Fatal(err)
	}
	s, _ := Start(p, Instant{})
	now := Instant{}
	for s.State() != Over {
		wait, _ := s.Wake(now)
		in := Wake
		if s.Phase().Set == 2 {
			in, wait = Forward, 0
		}
		now.Mono += wait
		now.Wall = now.Wall.Add(wait)
		s, _ = Next(s, in, now)
	}
	if done, of := s.Holds(); done != 2 || of != 4 {
		t.Errorf("%d of %d holds were done, want 2 of 4", done, of)
	}
}
