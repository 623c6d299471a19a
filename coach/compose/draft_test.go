package compose

import (
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"uncramp/routines"
)

// must is a draft that a change gave, which must be one.
func must(t *testing.T, d Draft, err error) Draft {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func find(t *testing.T, id string) routines.Move {
	t.Helper()
	m, ok := routines.FindMove(id)
	if !ok {
		t.Fatalf("there is no move %s", id)
	}
	return m
}

func names(d Draft) (ids []string) {
	for _, s := range d.Routine.Steps {
		ids = append(ids, s.ID)
	}
	return ids
}

func TestARoutineIsPutTogether(t *testing.T) {
	d := New("knees", `My "knees": both`)
	if d.Changed() {
		t.Error("without a step there is something to be kept")
	}
	for i, id := range []string{"calf-wall", "heel-raise", "calf-wall"} {
		next, err := d.Add(find(t, id), i)
		d = must(t, next, err)
	}
	if want := []string{"calf-wall", "heel-raise", "calf-wall-2"}; !slices.Equal(names(d), want) || d.Routine.Name != `My "knees": both` || !d.Changed() {
		t.Errorf("it has %v of %q", names(d), d.Routine.Name)
	}
	moved, err := d.Move(2, -5)
	moved = must(t, moved, err)
	if want := []string{"calf-wall-2", "calf-wall", "heel-raise"}; !slices.Equal(names(moved), want) {
		t.Errorf("moved up it has %v", names(moved))
	}
	less, err := moved.Remove(1)
	less = must(t, less, err)
	if want := []string{"calf-wall-2", "heel-raise"}; !slices.Equal(names(less), want) || len(names(moved)) != 3 {
		t.Errorf("without the second it has %v, and before %v", names(less), names(moved))
	}
	if again, err := Open("knees", less.Text()); err != nil || again.Changed() || !slices.Equal(names(again), names(less)) {
		t.Errorf("opened again it has %v, %v", names(again), err)
	}
	if kept := less.Kept(); kept.Changed() {
		t.Error("kept it has changed")
	}
}

const byHandFile = `# from Mrs Brown, in March
id: knees
name: Knees # both
purpose: day
summary: What Mrs Brown said.
steps:
  # first this one
  - move: calf-wall
    repeat: {times: 3, source: "Mrs Brown"} # not more
    sides: each
    # a pause between
    rest:
      time: 10s # short
      source: default
      prompt: Stand still.
  - id: mine
    name: My own
    muscle: thigh
    sides: both
    hold: {time: 20s, source: default, prompt: Sit down.}
    sources: [{document: own, heading: Mrs Brown}]
# the end
`

func TestWhatIsWrittenByHandStays(t *testing.T) {
	d, err := Open("knees", []byte(byHandFile))
	d = must(t, d, err)
	dose := DoseOf(d.Routine.Steps[0])
	if want := (Dose{routines.Dose{Hold: 30, Times: 3, Sets: 1, Rest: 10, Sides: routines.EachSide}}); dose != want {
		t.Fatalf("the dose is %+v", dose)
	}
	dose.Times, dose.Rest, dose.Hold = 5, 15, 20
	d, err = d.Dose(0, dose)
	d = must(t, d, err)
	if got := DoseOf(d.Routine.Steps[0]); got != dose || d.Routine.Steps[0].Rest.Prompt != "Stand still." {
		t.Errorf("it has %+v, and in the rest %q", got, d.Routine.Steps[0].Rest.Prompt)
	}
	d, err = d.Add(find(t, "heel-raise"), 1)
	d = must(t, d, err)
	d, err = d.Move(0, 2)
	d = must(t, d, err)
	text := string(d.Text())
	for _, words := range []string{"# from Mrs Brown, in March", "Knees # both", "  # first this one\n  - move: calf-wall", "# not more", "# a pause between", "15s # short", "# the end\n"} {
		if !strings.Contains(text, words) {
			t.Errorf("%q is gone:\n%s", words, text)
		}
	}
	if want := []string{"heel-raise", "mine", "calf-wall"}; !slices.Equal(names(d), want) {
		t.Errorf("it has %v", names(d))
	}
}

func TestWhatOnlyAnEditorCanChangeIsSaidSo(t *testing.T) {
	flat := strings.Replace(byHandFile[:strings.Index(byHandFile, "steps:")], "# both", "", 1) +
		"steps: [{move: calf-wall, sides: each}]\n"
	if _, err := Open("knees", []byte(flat)); !errors.Is(err, ErrByHand) {
		t.Errorf("in brackets: %v", err)
	}
	if _, err := Open("knees", []byte("id: knees\n")); err == nil || errors.Is(err, ErrByHand) {
		t.Errorf("without steps: %v", err)
	}
}

// TestEveryDoseIsReadAsItWasChosen walks through the doses of every move at random.
func TestEveryDoseIsReadAsItWasChosen(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, m := range routines.Moves() {
		d, err := New("x", "X").Add(m, 0)
		d = must(t, d, err)
		for range 25 {
			s := d.Routine.Steps[0]
			fields := Fields(s)
			f := fields[random.IntN(len(fields))]
			dose := f.Step(DoseOf(s), 1-2*random.IntN(2))
			next, err := d.Dose(0, dose)
			if err != nil {
				t.Fatalf("%s: %s of %+v: %v\n%s", m.ID, f.Name, dose, err, d.Text())
			}
			d = next
			if got := DoseOf(d.Routine.Steps[0]); got != dose {
				t.Fatalf("%s: %s: chosen is %+v, read %+v\n%s", m.ID, f.Name, dose, got, d.Text())
			}
			if r := d.Routine.Steps[0].Rest; r != nil && r.Prompt == "" {
				t.Fatalf("%s: nothing is said in a rest\n%s", m.ID, d.Text())
			}
		}
	}
}

func TestACopyHasAnIDOfItsOwn(t *testing.T) {
	d, err := Open("knees", []byte(byHandFile))
	d = must(t, d, err)
	as, err := d.As([]string{"knees", "knees-2"})
	if as = must(t, as, err); as.ID != "knees-3" || as.Routine.ID != "knees-3" || string(as.Text()) != strings.Replace(byHandFile, "id: knees", "id: knees-3", 1) {
		t.Errorf("%s is\n%s", as.ID, as.Text())
	}
}

// TestAMoveIsAddedAsTheOthersStand: lists are indented in more than one way.
func TestAMoveIsAddedAsTheOthersStand(t *testing.T) {
	const head = "id: x\nname: X\npurpose: day\nsummary: X.\nsteps:\n"
	for _, indent := range []string{"", "  ", "      "} {
		for _, first := range []string{"- move: calf-wall\n", "# first\n" + indent + "-\n" + indent + "    move: calf-wall\n"} {
			d, err := Open("x", []byte(head+indent+first))
			d = must(t, d, err)
			for range 2 {
				next, err := d.Add(find(t, "calf-wall"), len(d.Routine.Steps))
				d = must(t, next, err)
			}
			if want := []string{"calf-wall", "calf-wall-2", "calf-wall-3"}; !slices.Equal(names(d), want) {
				t.Errorf("%q has %v", indent, names(d))
			}
		}
	}
}

// TestANameThatYAMLTakesForSomethingElse is an id all the same.
func TestANameThatYAMLTakesForSomethingElse(t *testing.T) {
	for _, id := range []string{"null", "true", "x"} {
		d, err := New(id, "Null").Add(find(t, "calf-wall"), 0)
		d = must(t, d, err)
		if as, err := d.As([]string{id}); err != nil || as.Routine.ID != id+"-2" {
			t.Errorf("%s becomes %q, %v", id, as.Routine.ID, err)
		}
		again, err := d.As(nil)
		if again = must(t, again, err); again.Routine.ID != id {
			t.Errorf("%s becomes %q", id, again.Routine.ID)
		}
	}
}

// TestAWordIsNamedInItsOwnLetters.
func TestAWordIsNamedInItsOwnLetters(t *testing.T) {
	for word, want := range map[string]string{"вверх": "Вверх", "öffnen": "Öffnen", "up": "Up", "": "else"} {
		if got := titled(word, "else"); got != want {
			t.Errorf("%q is %q, want %q", word, got, want)
		}
	}
}

// TestRestsStay: what is done again has a rest, whatever else was chosen before.
func TestRestsStay(t *testing.T) {
	d, err := New("x", "X").Add(find(t, "calf-wall"), 0)
	d = must(t, d, err)
	step := func(name string, by int) {
		t.Helper()
		s := d.Routine.Steps[0]
		fields := Fields(s)
		i := slices.IndexFunc(fields, func(f Field) bool { return f.Name == name })
		if i < 0 {
			t.Fatalf("%+v has no %s", DoseOf(s), name)
		}
		next, err := d.Dose(0, fields[i].Step(DoseOf(s), by))
		d = must(t, next, err)
	}
	for _, c := range []struct {
		field     string
		by        int
		rest, set routines.Seconds
	}{
		{restName, 1, 15, 0}, {setsName, 1, 15, 30}, {setRestName, -1, 15, 25}, {restName, -3, 0, 25}, {setsName, 1, 0, 25}, {setsName, -2, 0, 0},
		{legsName, 1, 0, 0}, {legsName, -1, 10, 0}, {timesName, -2, 0, 0}, {timesName, 1, 10, 0},
	} {
		step(c.field, c.by)
		if got := DoseOf(d.Routine.Steps[0]); got.Rest != c.rest || got.SetRest != c.set {
			t.Errorf("%s by %d: it rests %d s, and %d s between sets; want %d, %d", c.field, c.by, got.Rest, got.SetRest, c.rest, c.set)
		}
	}
}

// TestWhatAChangeWouldMakeWrongIsSaid, and not that an editor is needed.
func TestWhatAChangeWouldMakeWrongIsSaid(t *testing.T) {
	d, err := Open("knees", []byte(strings.Replace(byHandFile, "steps:",
		"programme: {weeks: 6, source: me, progress: [{week: 2, step: mine, count: 3, source: me}]}\nsteps:", 1)))
	d = must(t, d, err)
	if same, err := d.Remove(1); err == nil || !strings.Contains(strings.SplitN(err.Error(), "\n", 2)[0], "is no step of the routine") || len(names(same)) != 2 {
		t.Errorf("it says %v", err)
	}
}

// TestTheLegsOfACountedMoveTakeTurns where the move has them, up and down, and not where
// a leg that is let go would lose its way back.
func TestTheLegsOfACountedMoveTakeTurns(t *testing.T) {
	for _, m := range routines.Moves() {
		d, err := New("x", "X").Add(m, 0)
		s := must(t, d, err).Routine.Steps[0]
		var offered []routines.Sides
		for _, f := range Fields(s) {
			if f.Name != legsName {
				continue
			}
			for dose := DoseOf(s); !slices.Contains(offered, dose.Sides); dose = f.Step(dose, 1) {
				offered = append(offered, dose.Sides)
			}
		}
		want := m.OneLeg && (m.Counted || DoseOf(s).Lower == 0)
		if got := slices.Contains(offered, routines.Alternate); got != want {
			t.Errorf("%s offers %v", m.ID, offered)
		}
	}
}
