package compose

import (
	"fmt"
	"slices"
	"strings"

	"uncramp/coach/yamlfile"
	"uncramp/routines"
)

// Dose is how much of a move is done.
type Dose struct {
	Hold  routines.Seconds // of one time; of a move that is counted the way up
	Lower routines.Seconds // the way back of one that is counted; 0: it has none
	Times routines.Count   // a leg and a set, 1 at least
	Sets  routines.Count   // 1 at least
	Rest  routines.Seconds // between two sets, or of one set two times; 0: none
	Sides routines.Sides
}

// DoseOf is how much a step has of its move.
func DoseOf(s routines.Step) Dose {
	d := Dose{Times: 1, Sets: 1, Sides: s.Sides}
	if s.Hold != nil {
		d.Hold = s.Hold.Time
	}
	if s.Release != nil {
		d.Lower = s.Release.Time
	}
	if s.Repeat != nil {
		d.Times = s.Repeat.Times
	}
	switch {
	case s.Sets != nil:
		d.Sets, d.Rest = s.Sets.Times, s.Sets.Rest
	case s.Rest != nil:
		d.Rest = s.Rest.Time
	}
	return d
}

// Fixed reports whether a step's dose can't be changed: it takes as long as it
// takes.
func Fixed(s routines.Step) bool { return s.Hold == nil }

// Doses that a move begins with. None has a source: they are ours.
const (
	firstHeld    = routines.Count(3)
	firstCounted = routines.Count(10)
	holdRest     = routines.Seconds(10) // between two holds, which last no less
	setRest      = routines.Seconds(30)
)

// first is the dose that a move begins with.
func first(m routines.Move) Dose {
	d := DoseOf(m.Step())
	d.Times = firstHeld
	switch {
	case m.Counted:
		d.Times = firstCounted
	case d.Rest == 0 && d.Sides != routines.Alternate:
		d.Rest = min(holdRest, d.Hold)
	}
	return d
}

// entry is a step that says nothing but its move, and its id where that is another,
// indented as the others are.
func entry(indent, move, id string) yamlfile.Entry {
	e := fmt.Sprintf("%s- move: %s\n", indent, move)
	if id != move {
		e += fmt.Sprintf("%s  id: %s\n", indent, id)
	}
	return yamlfile.Entry(e)
}

// source is what a dose rests on that a person chose.
const source = "my own choice"

// change is one thing that is written into a step.
type change struct {
	path  []string
	value string // as YAML; empty: it is taken out
}

// write writes what of the dose is another than before into a step.
func (d Dose) write(e yamlfile.Entry, was Dose) (yamlfile.Entry, error) {
	var err error
	for _, c := range d.changes(was) {
		if c.value == "" {
			e, err = e.Unset(c.path[0])
		} else {
			e, err = e.Set(c.value, c.path...)
		}
		if err != nil {
			return e, ErrByHand
		}
	}
	return e, nil
}

// changes are what the step is to say otherwise.
func (d Dose) changes(was Dose) (list []change) {
	if d.Sides != was.Sides {
		list = append(list, change{[]string{"sides"}, string(d.Sides)})
	}
	before := was.parts()
	for i, p := range d.parts() {
		list = append(list, p.since(before[i])...)
	}
	return list
}

// part is a part of a step as the dose has it: its name, and the values of it.
type part struct {
	name   string
	values [][2]string // names and values; none: the step doesn't have the part
}

// parts are those that a dose is made of, always the same ones in this order.
func (d Dose) parts() []part {
	length := func(name string, s routines.Seconds) part {
		if s == 0 {
			return part{name: name}
		}
		return part{name, [][2]string{{"time", fmt.Sprintf("%ds", s)}}}
	}
	repeat, sets, between := part{name: "repeat"}, part{name: "sets"}, routines.Seconds(0)
	if d.Times > 1 {
		repeat.values = [][2]string{{"times", fmt.Sprint(d.Times)}}
	}
	switch {
	case d.Times > 1 && d.Sets > 1:
		sets.values = [][2]string{{"times", fmt.Sprint(d.Sets)}, {"rest", fmt.Sprintf("%ds", max(d.Rest, 1))}}
	case d.Times > 1 && d.Sides != routines.Alternate:
		between = d.Rest
	}
	return []part{length("hold", d.Hold), length("release", d.Lower), repeat, sets, length("rest", between)}
}

// since is what makes the part of what it was. What else stands in it stays.
func (p part) since(was part) (list []change) {
	switch {
	case slices.Equal(p.values, was.values):
	case len(p.values) == 0:
		list = append(list, change{path: []string{p.name}})
	case len(was.values) == 0:
		var fields []string
		for _, v := range p.values {
			fields = append(fields, v[0]+": "+v[1])
		}
		list = append(list, change{[]string{p.name}, "{" + strings.Join(append(fields, "source: "+source), ", ") + "}"})
	default:
		for _, v := range append(p.values, [2]string{"source", source}) {
			list = append(list, change{[]string{p.name, v[0]}, v[1]})
		}
	}
	return list
}
