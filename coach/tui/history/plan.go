package history

import "time"

// PlanNights is how long the bedtime stretch was tried, every night: six weeks.
// Source: EVIDENCE.md 8 (Hallegraeff 2012).
const PlanNights = 42

// Plan is where a person is in six weeks of bedtime stretches. They begin with
// the first one, and anew with the first one after six weeks without. A night
// left out resets nothing.
type Plan struct {
	From  time.Time // evening of the first night; zero: not begun
	Night int       // which night the present one is, from 1 on; more than PlanNights: they are over
	Done  [PlanNights]bool
	Since int // nights done after them
}

// Count is on how many of its nights the stretch was done.
func (p Plan) Count() (n int) {
	for _, done := range p.Done {
		if done {
			n++
		}
	}
	return n
}

// Over reports whether the six weeks have gone by.
func (p Plan) Over() bool { return p.Night > PlanNights }

// planOf makes the plan of the nights on which the stretch was done, each once,
// in order.
func planOf(stretched []int, last int) Plan {
	if len(stretched) == 0 {
		return Plan{}
	}
	begun := 0
	for i := range stretched {
		if i > 0 && stretched[i]-stretched[i-1] > PlanNights {
			begun = i
		}
	}
	first := stretched[begun]
	p := Plan{From: dateOf(first), Night: last - first + 1}
	for _, n := range stretched[begun:] {
		if i := n - first; i < PlanNights {
			p.Done[i] = true
		} else {
			p.Since++
		}
	}
	return p
}
