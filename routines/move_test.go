package routines_test

import (
	"slices"
	"strings"
	"testing"

	"uncramp/routines"
)

// head is what stands above the steps of a routine in these tests.
const head = "id: mine\nname: Mine\npurpose: day\nsummary: Mine.\nsteps:\n"

// only reads a routine of one step.
func only(t *testing.T, step string) routines.Step {
	t.Helper()
	r, err := routines.Parse("mine.yaml", []byte(head+step))
	if err != nil {
		t.Fatal(err)
	}
	return r.Steps[0]
}

func TestAStepHasAllOfItsMove(t *testing.T) {
	m, ok := routines.FindMove("calf-wall")
	if !ok {
		t.Fatal("there is no calf-wall")
	}
	s := only(t, "  - move: calf-wall\n    hold: {time: 10s, source: hallegraeff-2012}\n")
	if s.ID != m.ID || s.Name != m.Name || s.Muscle != m.Muscle || s.Figure != m.Figure || s.Sides != routines.EachSide ||
		s.Prepare != m.Prepare || s.Change != m.Change || s.Rest != nil || s.Open != nil || s.Release != nil {
		t.Errorf("the step is %+v", s)
	}
	want := *m.Hold
	want.Time, want.Source = 10, "hallegraeff-2012"
	if *s.Hold != want {
		t.Errorf("it holds %+v, want %+v", *s.Hold, want)
	}
	if m.Hold.Time == 10 {
		t.Error("the move itself was changed")
	}
	if again, _ := routines.FindMove("calf-wall"); again.Hold != m.Hold {
		t.Error("two who look for a move find two")
	}
}

// otherwise are steps that say something else than their move does.
func otherwise() map[string]otherStep {
	return map[string]otherStep{
		"one leg has nobody to change to": {"  - {move: calf-wall, sides: one}", func(s routines.Step) bool { return s.Change == nil }},
		"other words": {"  - {move: calf-wall, prepare: {prompt: Face the wall.}}", func(s routines.Step) bool {
			return s.Prepare.Prompt == "Face the wall." && s.Prepare.Time > 0 && s.Prepare.Support == routines.WallSupport
		}},
		"no getting ready": {"  - {move: calf-wall, prepare: none}", func(s routines.Step) bool { return s.Prepare == nil && s.Hold != nil }},
		"a rest has the move's words": {"  - {move: calf-wall, repeat: {times: 2, source: default}, rest: {time: 7s, source: me}}", func(s routines.Step) bool {
			m, _ := routines.FindMove("calf-wall")
			return s.Rest.Time == 7 && s.Rest.Source == "me" && s.Rest.Prompt == m.Rest.Prompt && s.Rest.Prompt != ""
		}},
		"what has no end has the words of the hold": {
			"  - {move: calf-wall, sides: one, open: {check: 10s, most: 1m, source: default}}", func(s routines.Step) bool {
				m, _ := routines.FindMove("calf-wall")
				return s.Hold == nil && s.Open.Prompt == m.Hold.Prompt && s.Open.Most == 60
			}},
		"the way back of what is counted stays": {"  - {move: knee-straight, sides: alternate}", func(s routines.Step) bool { return s.Release != nil }},
		"what lets go is the other leg's turn":  {"  - {move: calf-wall-both, sides: alternate}", func(s routines.Step) bool { return s.Release == nil }},
		"an id and a name of its own":           {"  - {id: second, move: calf-wall, name: Once more}", func(s routines.Step) bool { return s.ID == "second" && s.Name == "Once more" }},
		"for nobody": {"  - {move: hamstring-chair, not_for: []}", func(s routines.Step) bool {
			m, _ := routines.FindMove("hamstring-chair")
			return len(s.NotFor) == 0 && len(m.NotFor) > 0 && len(s.Prefer) == len(m.Prefer)
		}},
	}
}

type otherStep struct {
	step string
	is   func(routines.Step) bool
}

func TestAStepSaysOtherwise(t *testing.T) {
	for name, c := range otherwise() {
		if s := only(t, c.step); !c.is(s) {
			t.Errorf("%s: %+v", name, s)
		}
	}
}

func TestFaultsOfAStepWithAMove(t *testing.T) {
	for step, want := range map[string]string{
		"  - move: calf-wal\n": "mine.yaml:6:11: steps[0].move is \"calf-wal\", which is no move; " +
			"write one of calf-wall, calf-wall-both, calf-wall-rock, or one that uncramp routine moves lists",
		"  - move: zumba\n": "mine.yaml:6:11: steps[0].move is \"zumba\", which is no move; write one that uncramp routine moves lists",
		"  - move: calf-wal\n    hold: {time: 1h, source: me}\n  - move: calf-wall\n    sides: three\n    hold: {time: 5h, source: me}\n": "" +
			"mine.yaml:6:11: steps[0].move is \"calf-wal\", which is no move; write one of calf-wall, calf-wall-both, calf-wall-rock, or one that uncramp routine moves lists\n" +
			"mine.yaml:7:18: \"1h\" is no length of time; write whole seconds or minutes, such as 10s or 2m\n" +
			"mine.yaml:9:12: steps[1].sides is \"three\"; write one of one, both, each, alternate, left, right\n" +
			"mine.yaml:10:18: \"5h\" is no length of time; write whole seconds or minutes, such as 10s or 2m",
		"  - move: calf-wall\n  - move: calf-wall\n": "mine.yaml:7:5: steps[1].id \"calf-wall\" is played twice in one session; " +
			"give each step an id of its own; only versions for other muscles and positions share one",
		"  - move: calf-wall\n    release: {time: 5s, source: me}\n": "mine.yaml:7:15: steps[0].release.prompt is missing; write it",
		"  - id: bare\n    hold: {time: 5s, source: me, prompt: Lean.}\n    sides: one\n": "mine.yaml:6:5: steps[0].name is missing; write it\n" +
			"mine.yaml:6:5: steps[0].muscle is \"\"; write one of calf, foot, hamstring, thigh, leg\n" +
			"mine.yaml:6:5: steps[0].sources has 0 sources; write 1 to 20",
		"  - {move: calf-towel-both, sides: alternate, release: {time: 5s, source: me}}\n": "mine.yaml:6:36: steps[0].sides " +
			"alternate lets one leg go while the other works; take out release and rest",
	} {
		_, err := routines.Parse("mine.yaml", []byte(head+step))
		if err == nil || err.Error() != want {
			t.Errorf("%s:\n%v\nwant\n%s", step, err, want)
		}
	}
}

// TestAnUnknownMoveIsToldWithTheNearest by its id or, in words, by what it is called.
func TestAnUnknownMoveIsToldWithTheNearest(t *testing.T) {
	for written, want := range map[string]string{
		"calf-wal": "calf-wall, calf-wall-both, calf-wall-rock", "Calf Wall": "calf-wall, calf-wall-both, calf-wall-rock",
		"hamstring-chiar": "hamstring-chair", "'calf stretch, towel'": "calf-towel, calf-towel-lying", "gastroc": "calf-towel, calf-wall", "zumba": "",
	} {
		_, err := routines.Parse("mine.yaml", []byte(head+"  - move: "+written+"\n"))
		if err == nil || want != "" && !strings.Contains(err.Error(), "; write one of "+want+", or one that") ||
			want == "" && !strings.Contains(err.Error(), "; write one that uncramp routine moves lists") {
			t.Errorf("%s: %v, want %s", written, err, want)
		}
	}
}

// TestMovesAreWhole holds the moves to what those who list and play them rely on.
func TestMovesAreWhole(t *testing.T) {
	all := routines.Moves()
	if len(all) < 35 {
		t.Errorf("there are %d moves", len(all))
	}
	owner := map[string]string{} // of a name
	for _, m := range all {
		if m.Hold == nil || m.Hold.Prompt == "" || len(m.Positions) == 0 || m.Figure == "" {
			t.Errorf("%s lacks its work, a position or a figure", m.ID)
		}
		for part, p := range map[string]*routines.Part{"prepare": m.Prepare, "change": m.Change, "release": m.Release, "rest": m.Rest} {
			if p != nil && (p.Prompt == "" || p.Support == "" || p.Limb == "") {
				t.Errorf("%s: %s lacks words, support or limb", m.ID, part)
			}
		}
		if m.Change != nil && !m.OneLeg {
			t.Errorf("%s changes legs and is for both", m.ID)
		}
		for _, name := range append([]string{m.Name}, m.Also...) {
			name = strings.ToLower(name)
			if other, taken := owner[name]; taken {
				t.Errorf("%s and %s are both called %s", other, m.ID, name)
			}
			owner[name] = m.ID
		}
	}
	clone := routines.Moves()
	clone[0] = routines.Move{}
	if routines.Moves()[0].ID != all[0].ID {
		t.Error("who lists the moves may change the list of all")
	}
}

// TestEveryStepNamesItsMove of the built-in routines.
func TestEveryStepNamesItsMove(t *testing.T) {
	named := map[string]bool{}
	for _, id := range (routines.Library{}).Names() {
		r, err := routines.Library{}.Find(id)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range r.Steps {
			m, ok := routines.FindMove(s.Move)
			if !ok || m.Muscle != s.Muscle || !slices.ContainsFunc(m.Positions, func(p routines.Position) bool {
				return len(s.Positions) == 0 || slices.Contains(s.Positions, p)
			}) {
				t.Errorf("%s: %s has the move %q, which is none or another", id, s.ID, s.Move)
			}
			named[s.Move] = true
		}
	}
	t.Logf("%d of %d moves are played by a built-in routine", len(named), len(routines.Moves()))
}
