package home

import (
	"fmt"

	"uncramp/coach/session"
	"uncramp/routines"
)

// EntryOf is a routine as the list shows it, with the minutes its first
// version takes.
func EntryOf(r routines.Routine) Entry {
	e := Entry{ID: r.ID, Name: r.Name, Summary: r.Summary, Purpose: r.Purpose, Muscles: r.Muscles, Positions: r.Positions, Minutes: 1}
	if r.Onset != nil {
		e.Minutes, e.UpTo = session.Minutes(r.Onset.Stop.Duration()), true
	} else if p, err := session.NewPlan(r, session.Choice{}); err == nil {
		e.Minutes = session.Minutes(p.Total())
	}
	return e
}

// Length is how long the routine takes, in words.
func (e Entry) Length() string {
	if e.UpTo {
		return fmt.Sprintf("up to %d min", e.Minutes)
	}
	return fmt.Sprintf("%d min", e.Minutes)
}
