package compose

import (
	"slices"
	"strings"
	"testing"

	"uncramp/routines"
)

// stepped is a draft after a part of its programme went so many steps on.
func stepped(t *testing.T, d Draft, name string, by ...int) Draft {
	t.Helper()
	for _, n := range by {
		spans := Spans(d.Programme())
		i := slices.IndexFunc(spans, func(s Span) bool { return s.Name == name })
		if i < 0 {
			t.Fatalf("there is no %s in %+v", name, d.Programme())
		}
		next, err := d.Follow(spans[i].Step(d.Programme(), n))
		d = must(t, next, err)
	}
	return d
}

func TestARoutineIsFollowedOverWeeks(t *testing.T) {
	for name, text := range map[string]string{
		"nothing": byHandFile, "weeks behind": byHandFile + "programme: {weeks: 4, source: Mrs Brown} # till May\n",
		"weeks before": strings.Replace(byHandFile, "steps:", "programme:\n  weeks: 4 # till May\n  source: Mrs Brown\nsteps: # two", 1),
	} {
		d, err := Open("knees", []byte(text))
		d = must(t, d, err)
		before := d.Programme()
		d = stepped(t, d, weeksName, 1, 1)
		d = stepped(t, d, perDayName, 1)
		d = stepped(t, d, daysName, 1)
		p := d.Programme()
		want := before.Weeks + 2
		if before.Weeks == 0 {
			want = firstWeeks + 1
		}
		if p.Weeks != want || p.Times() != 2 || !slices.Equal(p.Days, []routines.Weekday{"mon", "wed", "fri"}) {
			t.Errorf("%s: it has %+v, want %d weeks\n%s", name, p, want, d.Text())
		}
		if again, err := Open("knees", d.Text()); err != nil || again.Programme().Weeks != p.Weeks {
			t.Errorf("%s: opened again it has %+v, %v", name, again.Programme(), err)
		}
		for _, words := range []string{"# from Mrs Brown, in March\nid: knees\n", "Knees # both", "  # first this one\n  - move", "# the end\n"} {
			if !strings.Contains(string(d.Text()), words) {
				t.Errorf("%s: %q is gone:\n%s", name, words, d.Text())
			}
		}
		if strings.Contains(text, "till May") != strings.Contains(string(d.Text()), "till May") {
			t.Errorf("%s: the comment is gone:\n%s", name, d.Text())
		}
	}
}

func TestARoutineThatIsNotFollowedHasNoWeeks(t *testing.T) {
	d, err := Open("knees", []byte(byHandFile))
	d = must(t, d, err)
	on := stepped(t, d, weeksName, 1)
	if on.Programme().Weeks != firstWeeks || !on.Changed() {
		t.Errorf("it has %+v", on.Programme())
	}
	off := stepped(t, on, weeksName, -firstWeeks)
	if off.Routine.Programme != nil || string(off.Text()) != byHandFile || off.Changed() {
		t.Errorf("without weeks it is\n%s", off.Text())
	}
	if back := stepped(t, stepped(t, on, daysName, -1), daysName, 1); len(back.Programme().Days) > 0 {
		t.Errorf("on every day it has %v", back.Programme().Days)
	}
}
