package session

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"uncramp/routines"
)

// ours is a routine with rules of every kind: two steps in each of two
// positions, of which one leads to another by an answer.
func ours() routines.Routine {
	step := func(id string, position routines.Position, not ...routines.Condition) routines.Step {
		s := routines.Step{ID: id, Name: id, Muscle: routines.Calf, Positions: []routines.Position{position}, Sides: routines.OneSide,
			Prepare: &routines.Part{Time: 5, Source: "default", Prompt: "Get ready."},
			Hold:    &routines.Part{Time: 10, Source: "default", Prompt: "Hold."}}
		if len(not) > 0 {
			s.NotFor = []routines.Rule{{For: not, Text: "No " + id + ".", Source: "mayo"}}
		}
		return s
	}
	first, second := step("first", routines.Standing), step("second", routines.Standing, routines.NewKnee)
	first.Answers = &routines.Answers{Eased: "end", Same: "second", Worse: "second"}
	second.Answers = &routines.Answers{Eased: "end", Same: "first", Worse: "end"}
	seated := step("first", routines.Seated, routines.NewHip)
	seated.Release = &routines.Part{Time: 5, Source: "default", Prompt: "Let go.", Support: routines.BedSupport, Limb: routines.Hands}
	seated.Prefer = []routines.Preference{{For: []routines.Condition{routines.WeakBones}, Prepare: "Sit tall.", Prompt: "Sit tall and hold.",
		Release: "Stay tall.", Support: routines.ChairSupport, Limb: routines.ThisLeg, Figure: "tall",
		Text: "Weak bones: no bend.", Source: routines.GeneralKnowledge}}
	return routines.Routine{
		ID: "ours", Name: "Ours", Positions: []routines.Position{routines.Standing, routines.Seated},
		Steps: []routines.Step{first, second, seated, step("second", routines.Seated, routines.NewHip)},
		NotFor: []routines.Rule{{For: []routines.Condition{routines.Surgery}, Text: "It is too soon.", Instead: "Rest the leg.",
			Source: routines.GeneralKnowledge}},
		Prefer: []routines.Preference{{For: []routines.Condition{routines.Unsteady}, Position: routines.Seated, Text: "Seated is safer.",
			Source: routines.GeneralKnowledge}},
	}
}

// tell is a plan in a few words: its position, the steps of it, and what is told.
func tell(p Plan) string {
	var words []string
	words = append(words, string(p.Position))
	for _, c := range p.Adapted {
		words = append(words, "("+c.Text+")")
	}
	for i, ph := range p.Phases {
		if i == 0 || p.Phases[i-1].Step != ph.Step {
			words = append(words, ph.Step)
		}
		for _, c := range ph.Adapted {
			words = append(words, "("+c.Text+")")
		}
	}
	return strings.Join(words, " ")
}

func TestAPlanSuitsAPerson(t *testing.T) {
	tests := []struct {
		about  []routines.Condition
		chosen routines.Position
		want   string
	}{
		{nil, "", "standing first second"},
		{nil, routines.Seated, "seated first second"},
		{[]routines.Condition{routines.Unsteady}, "", "seated (Seated is safer.) first second"},
		{[]routines.Condition{routines.Unsteady}, routines.Standing, "standing first second"},
		{[]routines.Condition{routines.NewKnee}, routines.Standing,
			"seated (No second.) (So you sit: on a steady chair or the edge of the bed.) first second"},
		{[]routines.Condition{routines.NewHip}, routines.Seated,
			"standing (No first.) (No second.) (So you stand, with a hand on something.) first second"},
		{[]routines.Condition{routines.NewHip, routines.NewKnee}, "", "standing first (No second.) (Left out: second.)"},
		{[]routines.Condition{routines.WeakBones}, routines.Seated, "seated first (Weak bones: no bend.) second"},
	}
	for _, tt := range tests {
		p, err := NewPlan(ours(), Choice{Position: tt.chosen, Profile: routines.ProfileOf(tt.about...)})
		if err != nil || tell(p) != tt.want {
			t.Errorf("%v, %q:\n got %s\nwant %s (%v)", tt.about, tt.chosen, tell(p), tt.want, err)
		}
		if !slices.Contains(p.Suited, p.Position) {
			t.Errorf("%v, %q: %q is not among what suits, %v", tt.about, tt.chosen, p.Position, p.Suited)
		}
	}
}

// TestAnAnswerLeadsPastWhatIsLeftOut as the same answer there would.
func TestAnAnswerLeadsPastWhatIsLeftOut(t *testing.T) {
	p, err := NewPlan(ours(), Choice{Profile: routines.ProfileOf(routines.NewHip, routines.NewKnee)})
	want := routines.Answers{Eased: "end", Same: "first", Worse: "end"}
	if err != nil || *p.Phases[0].Answers != want {
		t.Errorf("the answers are %+v, want %+v (%v)", *p.Phases[0].Answers, want, err)
	}
}

func TestWordsAreChangedForAPerson(t *testing.T) {
	r := ours()
	p, err := NewPlan(r, Choice{Position: routines.Seated, Profile: routines.ProfileOf(routines.WeakBones)})
	if err != nil {
		t.Fatal(err)
	}
	if p.Phases[0].Prompt != "Sit tall." || p.Phases[1].Prompt != "Sit tall and hold." || p.Phases[1].Figure != "tall" {
		t.Errorf("got %q, %q, %q", p.Phases[0].Prompt, p.Phases[1].Prompt, p.Phases[1].Figure)
	}
	hold, release := p.Phases[1], p.Phases[2]
	if hold.Support != routines.ChairSupport || hold.Limb != routines.ThisLeg {
		t.Errorf("the other words name %q and %q", hold.Support, hold.Limb)
	}
	if release.Prompt != "Stay tall." || release.Support != routines.ChairSupport || release.Limb != routines.Hands {
		t.Errorf("letting go is %q on %q with %q", release.Prompt, release.Support, release.Limb)
	}
	if got := p.Phases[0].Adapted[0].Source; got != routines.GeneralKnowledge {
		t.Errorf("its source is %q", got)
	}
	if again, err := NewPlan(r, Choice{Position: routines.Seated}); err != nil || again.Phases[1].Prompt != "Hold." {
		t.Errorf("the routine itself was changed: %q (%v)", again.Phases[1].Prompt, err)
	}
}

func TestARoutineIsRefusedInWords(t *testing.T) {
	none := ours()
	none.Positions, none.Steps = none.Positions[1:], none.Steps[2:]
	for _, tt := range []struct {
		routine routines.Routine
		about   routines.Condition
		want    string
	}{
		{ours(), routines.Surgery, "Ours is left out for you. It is too soon. Rest the leg."},
		{none, routines.NewHip, "Ours is left out for you. No first. No second."},
	} {
		_, err := NewPlan(tt.routine, Choice{Profile: routines.ProfileOf(tt.about)})
		var refused *Refusal
		if !errors.As(err, &refused) || err.Error() != tt.want {
			t.Errorf("%s: got %v, want %s", tt.about, err, tt.want)
		}
		if h := Head(tt.routine); !slices.Contains(h.NotFor, tt.about) {
			t.Errorf("a list doesn't know: %v", h.NotFor)
		}
	}
}

// TestAPositionIsNotForSomebody: another one is taken, and why is said; where there
// is none, the routine is refused.
func TestAPositionIsNotForSomebody(t *testing.T) {
	r := ours()
	r.NotFor = append(r.NotFor, routines.Rule{For: []routines.Condition{routines.Circulation}, Positions: r.Positions[:1], Text: "Nothing standing."},
		routines.Rule{For: []routines.Condition{routines.HeartFailure}, Positions: r.Positions, Text: "Nothing at all."})
	for _, chosen := range []routines.Position{"", routines.Standing} {
		p, err := NewPlan(r, Choice{Position: chosen, Profile: routines.ProfileOf(routines.Circulation)})
		const want = "seated (Nothing standing.) (So you sit: on a steady chair or the edge of the bed.) first second"
		if err != nil || tell(p) != want || len(p.Suited) != 1 {
			t.Errorf("%q: got %s, %v\nwant %s", chosen, tell(p), err, want)
		}
	}
	_, err := NewPlan(r, Choice{Profile: routines.ProfileOf(routines.HeartFailure)})
	if want := "Ours is left out for you. Nothing at all."; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

// TestNobodyStandsWhereNothingCanBeRead though it was asked for.
func TestNobodyStandsWhereNothingCanBeRead(t *testing.T) {
	p, err := NewPlan(ours(), Choice{Position: routines.Standing, Profile: routines.UnreadableProfile()})
	want := "seated (" + unreadableNote + ") first second"
	if err != nil || tell(p) != want || len(p.Suited) != 1 {
		t.Errorf("got %s, %v\nwant %s", tell(p), err, want)
	}
}
