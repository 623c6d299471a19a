package sheet

import (
	"fmt"
	"slices"

	"uncramp/coach/plan"
	"uncramp/coach/session"
	"uncramp/coach/text"
	"uncramp/routines"
)

// Boxes are for six weeks; for more where a programme lasts longer, as many as a sheet has
// room for. On a day there are as many as it is done times, up to a few.
const leastWeeks, mostWeeks, mostBoxes = 6, 8, 4

// week is a row of boxes: how many there are on each day.
type week struct {
	Label string
	Days  [][]struct{}
}

// programme is how the routine is followed over weeks; false: there is none.
func (s Sheet) programme() (plan.Programme, bool) {
	if !plan.Programmed(s.Routine) {
		return plan.Programme{}, false
	}
	return plan.ProgrammeOf(s.Routine.ID, func(string) (routines.Routine, error) { return s.Routine, nil }), true
}

// about says how long the routine takes, in which position, and how often it is done.
func (s Sheet) about() (list []string) {
	if s.Plan.Onset != nil {
		list = append(list, session.Head(s.Routine).Length())
	} else {
		list = append(list, takes(s.Plan.Total()))
	}
	if s.Plan.Position != "" {
		list = append(list, string(s.Plan.Position))
	}
	if p, ok := s.programme(); ok {
		list = append(list, text.Clean(p.Rhythm()))
	}
	return list
}

// weeks are the boxes to tick.
func (s Sheet) weeks() (list []week) {
	p, programmed := s.programme()
	for n := range min(max(p.Weeks, leastWeeks), mostWeeks) {
		w := week{Label: fmt.Sprintf(weekNumber, n+1)}
		if dose := p.VolumeOf(n + 1); programmed && dose != "" {
			w.Label = fmt.Sprintf(weekDose, n+1, dose)
		}
		for _, day := range routines.Weekdays() {
			boxes := max(min(p.Times, mostBoxes), 1)
			if len(p.Days) > 0 && !slices.Contains(p.Days, day.Day()) {
				boxes = 0
			}
			w.Days = append(w.Days, make([]struct{}, boxes))
		}
		list = append(list, w)
	}
	return list
}

// days are the names of those of a week.
func days() (names []string) {
	for _, d := range routines.Weekdays() {
		names = append(names, d.Day().String()[:3])
	}
	return names
}
