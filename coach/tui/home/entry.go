package home

import (
	"time"

	"uncramp/coach/session"
	"uncramp/routines"
)

// EntryOf is a routine as the list shows it, with the minutes its first
// version takes.
func EntryOf(r routines.Routine) Entry {
	e := Entry{ID: r.ID, Name: r.Name, Summary: r.Summary, Purpose: r.Purpose, Muscles: r.Muscles, Positions: r.Positions, Minutes: 1}
	if p, err := session.NewPlan(r, session.Choice{}); err == nil {
		e.Minutes = Minutes(p.Total())
	}
	return e
}

// Minutes rounds a length to whole minutes, at least one.
func Minutes(d time.Duration) int { return max(int((d+30*time.Second)/time.Minute), 1) }
