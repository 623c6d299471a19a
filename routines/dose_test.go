package routines_test

import (
	"fmt"
	"reflect"
	"testing"

	"uncramp/routines"
)

// TestTheMostOfADoseIsWhatAFileMayHold: the tags refuse what is more.
func TestTheMostOfADoseIsWhatAFileMayHold(t *testing.T) {
	for _, c := range []struct {
		of    reflect.Type
		field string
		want  string
	}{
		{reflect.TypeFor[routines.Sets](), "Times", fmt.Sprintf("number 2 %d", routines.MaxSets)},
		{reflect.TypeFor[routines.Repeat](), "Times", fmt.Sprintf("number 2 %d", routines.MaxTimes)},
		{reflect.TypeFor[routines.Part](), "Time", fmt.Sprintf("seconds 1 %d", routines.MaxTime)},
		{reflect.TypeFor[routines.Sets](), "Rest", fmt.Sprintf("seconds 1 %d", routines.MaxSetRest)},
	} {
		if f, _ := c.of.FieldByName(c.field); f.Tag.Get("check") != c.want {
			t.Errorf("%s of %s is checked as %q, want %q", c.field, c.of.Name(), f.Tag.Get("check"), c.want)
		}
	}
}

// TestRested: a rest that is said stays; one that nobody said is ours, where nothing else
// lets go.
func TestRested(t *testing.T) {
	held, counted := routines.Move{OneLeg: true}, routines.Move{Counted: true}
	lets := routines.Move{Release: &routines.Part{Time: 3}}
	for name, c := range map[string]struct {
		move      routines.Move
		dose      routines.Dose
		rest, set routines.Seconds
	}{
		"held once":            {held, routines.Dose{Times: 1, Sets: 1, Hold: 30}, 0, 0},
		"held three times":     {held, routines.Dose{Times: 3, Sets: 1, Hold: 30}, 10, 0},
		"held for a moment":    {held, routines.Dose{Times: 3, Sets: 1, Hold: 4}, 4, 0},
		"a rest is said":       {held, routines.Dose{Times: 3, Sets: 1, Hold: 30, Rest: 20}, 20, 0},
		"the legs take turns":  {held, routines.Dose{Times: 3, Sets: 1, Hold: 30, Sides: routines.Alternate}, 0, 0},
		"the move lets go":     {lets, routines.Dose{Times: 3, Sets: 1, Hold: 3}, 0, 0},
		"two sets":             {counted, routines.Dose{Times: 10, Sets: 2, Hold: 3, Lower: 5}, 0, 30},
		"two sets, and a rest": {counted, routines.Dose{Times: 10, Sets: 2, Hold: 3, SetRest: 60}, 0, 60},
	} {
		if d := c.move.Rested(c.dose); d.Rest != c.rest || d.SetRest != c.set {
			t.Errorf("%s: it rests %d s, and %d s between sets; want %d, %d", name, d.Rest, d.SetRest, c.rest, c.set)
		}
	}
}
