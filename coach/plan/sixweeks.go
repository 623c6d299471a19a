package plan

import (
	"fmt"
	"time"

	"uncramp/coach/record"
)

// SixWeeksNights is on how many nights the bedtime stretch was tried: every
// night of six weeks. Source: EVIDENCE.md 8 (Hallegraeff 2012).
const SixWeeksNights = 42

// SixWeeks is where a person is in six weeks of bedtime stretches. They begin
// with the first one, and anew with the first one after six weeks without. A
// night left out resets nothing.
type SixWeeks struct {
	From  time.Time // evening of the first night; zero: not begun
	Night int       // which one the present night is, from 1 on; beyond SixWeeksNights they are over
	Done  [SixWeeksNights]bool
	Since int // nights done after them
}

// SixWeeksOf finds the place of now among the nights on which the stretch was
// done, as [Nights] gives them.
func SixWeeksOf(now time.Time, stretched []Day) SixWeeks {
	if len(stretched) == 0 {
		return SixWeeks{}
	}
	begun := 0
	for i := range stretched {
		if i > 0 && stretched[i]-stretched[i-1] > SixWeeksNights {
			begun = i
		}
	}
	first := stretched[begun]
	s := SixWeeks{From: first.Date(), Night: int(NightOf(now)-first) + 1}
	for _, night := range stretched[begun:] {
		if i := night - first; i < SixWeeksNights {
			s.Done[i] = true
		} else {
			s.Since++
		}
	}
	return s
}

// Count is on how many of the nights the stretch was done.
func (s SixWeeks) Count() (n int) {
	for _, done := range s.Done {
		if done {
			n++
		}
	}
	return n
}

// over reports whether the six weeks have gone by.
func (s SixWeeks) over() bool { return s.Night > SixWeeksNights }

// Place says which night it is: "night 3 of 42".
func (s SixWeeks) Place() string {
	switch {
	case s.From.IsZero():
		return "not begun"
	case s.over():
		return fmt.Sprintf("%d nights are over", SixWeeksNights)
	}
	return fmt.Sprintf("night %d of %d", s.Night, SixWeeksNights)
}

// Account says in a sentence on how many nights it was done, without blame.
func (s SixWeeks) Account() string {
	switch {
	case s.From.IsZero():
		return "Your first stretch begins night 1."
	case s.Since > 0:
		return fmt.Sprintf("You did %d of %d, and %d since.", s.Count(), SixWeeksNights, s.Since)
	case s.over():
		return fmt.Sprintf("You did %d of %d.", s.Count(), SixWeeksNights)
	}
	return fmt.Sprintf("You did it on %s so far.", record.Counted(s.Count(), "night"))
}
