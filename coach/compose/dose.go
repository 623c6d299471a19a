package compose

import (
	"fmt"
	"slices"
	"strings"

	"uncramp/coach/yamlfile"
	"uncramp/routines"
)

// Dose is how much of a move is done, as it is changed on the screen.
type Dose struct{ routines.Dose }

// DoseOf is how much a step has of its move.
func DoseOf(s routines.Step) Dose { return Dose{s.Dose()} }

// Fixed reports whether a step's dose can't be changed: it takes as long as it
// takes.
func Fixed(s routines.Step) bool { return s.Hold == nil }

// How often a move is done at first. No source says so: it is ours.
const (
	firstHeld    = routines.Count(3)
	firstCounted = routines.Count(10)
)

// first is the dose that a move begins with.
func first(m routines.Move) Dose {
	d := m.Step().Dose()
	d.Times = firstHeld
	if m.Counted {
		d.Times = firstCounted
	}
	return Dose{m.Rested(d)}
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
	repeat, sets := part{name: "repeat"}, part{name: "sets"}
	if d.Times > 1 {
		repeat.values = [][2]string{{"times", fmt.Sprint(d.Times)}}
	}
	if d.Sets > 1 {
		sets.values = [][2]string{{"times", fmt.Sprint(d.Sets)}, {"rest", fmt.Sprintf("%ds", d.SetRest)}}
	}
	return []part{length("hold", d.Hold), length("release", d.Lower), repeat, sets, length("rest", d.Rest)}
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
