package library

import (
	"reflect"
	"testing"
)

func TestCauses(t *testing.T) {
	if got, want := ids(small(t).Causes()), "fluid shoes older"; got != want {
		t.Errorf("the causes are %s, want %s", got, want)
	}
}

func TestForPrefersTheStepsOwnCard(t *testing.T) {
	for _, c := range []struct{ routine, step, want string }{
		{"ease", "slack", "cramp"},
		{"ease", "rub", "massage"},
		{"ease", "", "cramp"},
		{"massage", "press", "massage"},
		{"stretch", "calf", ""},
		{"", "", ""},
	} {
		if got, ok := small(t).Explaining(c.routine, c.step); got.ID != c.want || ok != (c.want != "") {
			t.Errorf("%s/%s is told more about by %q, %v, want %q", c.routine, c.step, got.ID, ok, c.want)
		}
	}
}

func TestFirstPutsTickedCausesFirst(t *testing.T) {
	s := small(t)
	for _, c := range []struct {
		name   string
		ticked []string
		want   string
	}{
		{"none", nil, "cramp fluid shoes older massage magnesium"},
		{"the last", []string{"older"}, "cramp older fluid shoes massage magnesium"},
		{"in the order they are ticked", []string{"older", "shoes"}, "cramp shoes older fluid massage magnesium"},
		{"one that is gone", []string{"gone"}, "cramp fluid shoes older massage magnesium"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := s.CausesFirst(c.ticked)
			if ids(got.Cards) != c.want {
				t.Errorf("the order is %s, want %s", ids(got.Cards), c.want)
			}
			var grouped []string
			for _, g := range got.Groups {
				grouped = append(grouped, g.Cards...)
			}
			for i, id := range grouped {
				if got.Cards[i].ID != id {
					t.Errorf("card %d is %s, in the groups %s", i, got.Cards[i].ID, id)
				}
			}
		})
	}
	if !reflect.DeepEqual(s, small(t)) {
		t.Error("the shelf itself was changed")
	}
}
