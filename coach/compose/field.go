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
	list := []Field{{timesName, func(d Dose) string { return times(int(d.Times)) }, stepTimes}}
	if counted {
		list = append(list,
			Field{titled(s.Hold.Word, upName), func(d Dose) string { return seconds(d.Hold) }, stepSecond(func(d *Dose) *routines.Seconds { return &d.Hold })},
			Field{titled(s.Release.Word, downName), func(d Dose) string { return seconds(d.Lower) }, stepSecond(func(d *Dose) *routines.Seconds { return &d.Lower })})
	} else {
		list = slices.Insert(list, 0, Field{holdName, func(d Dose) string { return seconds(d.Hold) }, stepHold})
	}
	if d.Times > 1 {
		list = append(list, Field{setsName, func(d Dose) string { return sets(int(d.Sets)) }, stepSets})
	}
	if d.Sets > 1 || d.Times > 1 && d.Sides != routines.Alternate && !counted {
		list = append(list, Field{restName, func(d Dose) string { return rest(d.Rest) }, stepRest})
	}
	if oneLeg(s) {
		list = append(list, Field{legsName, func(d Dose) string { return legs[d.Sides] }, stepLegs})
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

// Most that a dose has, as the file of a routine may.
const (
	mostHold  = 30 * 60
	mostRest  = 10 * 60
	mostTimes = 100
	mostSets  = 20
)

// stepTimes and the others go a little further, or back.
func stepTimes(d Dose, by int) Dose {
	d.Times = routines.Count(within(int(d.Times)+by, 1, mostTimes))
	if d.Times == 1 {
		d.Sets, d.Rest = 1, 0
	}
	return d
}

func stepSets(d Dose, by int) Dose {
	was := d.Sets
	d.Sets = routines.Count(within(int(d.Sets)+by, 1, mostSets))
	switch {
	case d.Sets == 1:
		d.Rest = 0
	case was == 1:
		d.Rest = setRest
	}
	return d
}

func stepRest(d Dose, by int) Dose {
	least := 0
	if d.Sets > 1 {
		least = 5 // there is a rest between two sets
	}
	d.Rest = routines.Seconds(within(fives(int(d.Rest), by), least, mostRest))
	return d
}

// stepHold goes by five seconds and, from a minute on, by fifteen.
func stepHold(d Dose, by int) Dose {
	if now := int(d.Hold); now > 60 || now == 60 && by > 0 {
		by *= 3
	}
	d.Hold = routines.Seconds(within(fives(int(d.Hold), by), 5, mostHold))
	return d
}

func stepSecond(of func(*Dose) *routines.Seconds) func(Dose, int) Dose {
	return func(d Dose, by int) Dose {
		s := of(&d)
		*s = routines.Seconds(within(int(*s)+by, 1, 60))
		return d
	}
}

func stepLegs(d Dose, by int) Dose {
	order := []routines.Sides{routines.EachSide, routines.LeftSide, routines.RightSide}
	if d.Lower == 0 { // else the leg has a way back to go, and is not let go meanwhile
		order = slices.Insert(order, 1, routines.Alternate)
	}
	n := len(order)
	d.Sides = order[((slices.Index(order, d.Sides)+by)%n+n)%n]
	if d.Sides == routines.Alternate && d.Sets == 1 {
		d.Rest = 0
	}
	return d
}

// fives is the next number in a row of fives, so many on.
func fives(n, by int) int {
	if by < 0 {
		n += 4
	}
	return n/5*5 + 5*by
}

func within(n, least, most int) int { return min(max(n, least), most) }
