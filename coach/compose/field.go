package compose

import (
	"slices"

	"uncramp/routines"
)

// Field is one part of a dose that can be changed, a little at a time.
type Field struct {
	Name string
	// Words is its value in a dose.
	Words func(Dose) string
	// Step is the dose with a value a little further on, or back where by is
	// negative; the same dose where there is none.
	Step func(d Dose, by int) Dose
}

// Fields are the parts that a step's dose has, in the order in which they are said.
func Fields(s routines.Step) []Field {
	if Fixed(s) {
		return nil
	}
	d := DoseOf(s)
	counted := d.Lower > 0
	m, _ := routines.FindMove(s.Move)
	list := []Field{{timesName, func(d Dose) string { return times(int(d.Times)) }, stepTimes(m)}}
	if counted {
		list = append(list,
			paced(titled(s.Hold.Word, upName), func(d *Dose) *routines.Seconds { return &d.Hold }),
			paced(titled(s.Release.Word, downName), func(d *Dose) *routines.Seconds { return &d.Lower }))
	} else {
		list = slices.Insert(list, 0, Field{holdName, func(d Dose) string { return seconds(d.Hold) }, stepHold})
	}
	if d.Times > 1 {
		list = append(list, Field{setsName, func(d Dose) string { return sets(int(d.Sets)) }, stepSets(m)})
	}
	if d.Times > 1 && d.Sides != routines.Alternate && !counted {
		list = append(list, Field{restName, func(d Dose) string { return rest(d.Rest) }, stepRest})
	}
	if d.Sets > 1 {
		list = append(list, Field{setRestName, func(d Dose) string { return rest(d.SetRest) }, stepSetRest})
	}
	if oneLeg(s) {
		list = append(list, Field{legsName, func(d Dose) string { return legs[d.Sides] }, stepLegs(m)})
	}
	return list
}

// oneLeg reports whether a step is for one leg at a time.
func oneLeg(s routines.Step) bool {
	if m, ok := routines.FindMove(s.Move); ok {
		return m.OneLeg
	}
	return s.Sides != routines.BothSides
}

// stepTimes and the others go a little further, or back. What is done again then has the
// rests of its move.
func stepTimes(m routines.Move) func(Dose, int) Dose {
	return func(d Dose, by int) Dose {
		was := d.Times
		d.Times = within(d.Times+routines.Count(by), 1, routines.MaxTimes)
		switch {
		case d.Times == 1:
			d.Sets, d.Rest, d.SetRest = 1, 0, 0
		case was == 1:
			d.Dose = m.Rested(d.Dose)
		}
		return d
	}
}

func stepSets(m routines.Move) func(Dose, int) Dose {
	return func(d Dose, by int) Dose {
		d.Sets = within(d.Sets+routines.Count(by), 1, routines.MaxSets)
		if d.SetRest = m.Rested(d.Dose).SetRest; d.Sets == 1 {
			d.SetRest = 0
		}
		return d
	}
}

func stepRest(d Dose, by int) Dose {
	d.Rest = within(fives(d.Rest, by), 0, routines.MaxTime)
	return d
}

// stepSetRest leaves a rest: there is one between two sets.
func stepSetRest(d Dose, by int) Dose {
	d.SetRest = within(fives(d.SetRest, by), 5, routines.MaxSetRest)
	return d
}

// stepHold goes by five seconds and, from a minute on, by fifteen.
func stepHold(d Dose, by int) Dose {
	if now := int(d.Hold); now > 60 || now == 60 && by > 0 {
		by *= 3
	}
	d.Hold = within(fives(d.Hold, by), 5, routines.MaxTime)
	return d
}

// paced is the field of a time of a move that is counted, which goes by the second.
func paced(name string, of func(*Dose) *routines.Seconds) Field {
	step := func(d Dose, by int) Dose {
		s := of(&d)
		*s = within(*s+routines.Seconds(by), 1, 60)
		return d
	}
	return Field{name, func(d Dose) string { return seconds(*of(&d)) }, step}
}

func stepLegs(m routines.Move) func(Dose, int) Dose {
	return func(d Dose, by int) Dose {
		order := []routines.Sides{routines.EachSide, routines.LeftSide, routines.RightSide}
		if m.Counted || d.Lower == 0 { // else the leg has a way back to go, and is not let go meanwhile
			order = slices.Insert(order, 1, routines.Alternate)
		}
		n, was := len(order), d.Sides
		d.Sides = order[((slices.Index(order, was)+by)%n+n)%n]
		switch routines.Alternate {
		case d.Sides: // one rests as the other works
			d.Rest = 0
		case was:
			d.Dose = m.Rested(d.Dose)
		}
		return d
	}
}

// fives is the next number in a row of fives, so many on.
func fives(n routines.Seconds, by int) routines.Seconds {
	if by < 0 {
		n += 4
	}
	return n/5*5 + routines.Seconds(5*by)
}

func within[N ~int](n, least, most N) N { return min(max(n, least), most) }
