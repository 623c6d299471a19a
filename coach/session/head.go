package session

import (
	"errors"

	"uncramp/routines"
)

// Head is a routine as a list shows it, with the minutes that its first version
// takes or, where it goes on while a cramp lasts, may take at most.
func Head(r routines.Routine) routines.Head {
	h := routines.Head{ID: r.ID, Name: r.Name, Purpose: r.Purpose, Summary: r.Summary,
		Muscles: r.Muscles, Positions: r.Positions, Minutes: 1}
	if r.Onset != nil {
		h.Minutes, h.UpTo = Minutes(r.Onset.Stop.Duration()), true
	} else if p, err := NewPlan(r, Choice{}); err == nil {
		h.Minutes = Minutes(p.Total())
	}
	for _, c := range routines.Conditions() {
		choice := Choice{Profile: routines.ProfileOf(c)}
		choice.Muscle, _ = choose(r, "muscle", "", r.Muscles) // its first
		var refused *Refusal
		if _, err := suited(r.InWeek(0), choice); errors.As(err, &refused) {
			h.NotFor = append(h.NotFor, c)
		}
	}
	return h
}
