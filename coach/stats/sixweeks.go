package stats

import (
	"maps"
	"slices"
	"time"

	"uncramp/coach/record"
)

// SixWeeksNights is on how many nights the bedtime stretch was tried: every
// night of six weeks. Source: Hallegraeff 2012, PubMed 22341378.
const SixWeeksNights = 42

// SixWeeks is where a person is in six weeks of bedtime stretches. Where she follows
// no programme they begin with the first one, and anew with the first one after six
// weeks without. A night left out resets nothing.
type SixWeeks struct {
	From  time.Time // evening of the first night; zero: not begun
	Night int       // which one the present night is, from 1 on; beyond SixWeeksNights they are over
	Done  [SixWeeksNights]bool
	Since int // nights done after them
}

// SixWeeksOf finds the place of now among the nights on which the stretch was
// done. The sessions are as in [Rows].
func SixWeeksOf(now time.Time, sessions []record.Session) SixWeeks {
	nights := stretchNights(now, sessions)
	maps.DeleteFunc(nights, func(_ Day, done bool) bool { return !done })
	if len(nights) == 0 {
		return SixWeeks{}
	}
	done := slices.Sorted(maps.Keys(nights))
	begun := 0
	for i := range done {
		if i > 0 && done[i]-done[i-1] > SixWeeksNights {
			begun = i
		}
	}
	return sixWeeksFrom(done[begun], int(NightOf(now)-done[begun])+1, nights)
}

// sixWeeksFrom are those from a night on, of which the present one has a number.
func sixWeeksFrom(first Day, present int, nights map[Day]bool) SixWeeks {
	s := SixWeeks{From: first.Date(), Night: present}
	for night, done := range nights {
		switch i := night - first; {
		case !done || i < 0:
		case i < SixWeeksNights:
			s.Done[i] = true
		default:
			s.Since++
		}
	}
	return s
}

// stretchNights are the nights on which the bedtime stretch was begun, and
// whether it was done.
func stretchNights(now time.Time, sessions []record.Session) map[Day]bool {
	nights := make(map[Day]bool)
	for _, s := range sessions {
		if !s.Deleted && s.Routine == Bedtime && !s.At.After(now) {
			night := nightAt(now, s.At)
			nights[night] = nights[night] || Stretched(s)
		}
	}
	return nights
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
