package compose

import (
	"fmt"
	"slices"
	"strings"

	"uncramp/routines"
)

// Span is one part of how a routine is followed over weeks that can be changed, a
// little at a time.
type Span struct {
	Name string
	// Words is its value in a programme.
	Words func(routines.Programme) string
	// Step is the programme with a value a little further on, or back where by is
	// negative. One without weeks is none.
	Step func(p routines.Programme, by int) routines.Programme
}

// Spans are the parts that the programme has, the weeks first; without weeks there is
// no other.
func Spans(p routines.Programme) []Span {
	list := []Span{
		{weeksName, func(p routines.Programme) string { return weeks(int(p.Weeks)) }, stepWeeks},
		{perDayName, func(p routines.Programme) string { return fmt.Sprint(p.Times()) }, stepPerDay},
		{daysName, func(p routines.Programme) string { return days(p.Days) }, stepDays},
	}
	if p.Weeks == 0 {
		return list[:1]
	}
	return list
}

// Most that a programme has, as the file of a routine may.
const (
	mostWeeks  = 52
	mostPerDay = 12
	firstWeeks = 6 // as long as the bedtime stretch was tried
)

func stepWeeks(p routines.Programme, by int) routines.Programme {
	if p.Weeks == 0 && by > 0 {
		p.Weeks = firstWeeks
		return p
	}
	p.Weeks = routines.Count(within(int(p.Weeks)+by, 0, mostWeeks))
	return p
}

func stepPerDay(p routines.Programme, by int) routines.Programme {
	p.TimesADay = routines.Count(within(p.Times()+by, 1, mostPerDay))
	return p
}

// dayChoices are the days that can be chosen; others are written in the file.
var dayChoices = [][]routines.Weekday{nil, {"mon", "wed", "fri"}, {"tue", "thu", "sat"}, {"mon", "tue", "wed", "thu", "fri"}}

func stepDays(p routines.Programme, by int) routines.Programme {
	n := len(dayChoices)
	at := slices.IndexFunc(dayChoices, func(days []routines.Weekday) bool { return slices.Equal(days, p.Days) })
	p.Days = dayChoices[((at+by)%n+n)%n]
	return p
}

// Programme is how the routine is followed over weeks; without weeks it isn't.
func (d Draft) Programme() routines.Programme {
	if d.Routine.Programme == nil {
		return routines.Programme{}
	}
	return *d.Routine.Programme
}

// Follow gives the routine other weeks, days or times a day.
func (d Draft) Follow(p routines.Programme) (Draft, error) {
	was, list, err := d.Programme(), d.list, error(nil)
	set := func(name, value string) {
		if err == nil {
			list, err = list.Set(value, "programme", name)
		}
	}
	switch {
	case p.Weeks == 0:
		list, err = list.Unset("programme")
	case was.Weeks == 0:
		list, err = list.Set(fmt.Sprintf("{weeks: %d, source: %s}", p.Weeks, source), "programme")
	case len(p.Days) == 0 && len(was.Days) > 0 && len(p.Progress) == 0: // no days are none that can be written
		list, err = list.Set(fmt.Sprintf("{times_a_day: %d, weeks: %d, source: %s}", p.Times(), p.Weeks, source), "programme")
	default:
		if p.Weeks != was.Weeks {
			set("weeks", fmt.Sprint(p.Weeks))
		}
		if p.Times() != was.Times() {
			set("times_a_day", fmt.Sprint(p.Times()))
		}
		if !slices.Equal(p.Days, was.Days) {
			set("days", strings.ReplaceAll(fmt.Sprint(p.Days), " ", ", "))
		}
		set("source", source)
	}
	if err != nil {
		return d, ErrByHand
	}
	changed := d
	changed.list = list
	return changed.with(list.Entries)
}
