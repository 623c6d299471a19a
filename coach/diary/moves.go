package diary

import (
	"cmp"
	"slices"
)

// Moves are the moves that were tried against a cramp, each once, in the order
// in which they were begun: with all of its time, its last answer and a name.
func (e Episode) Moves() (list []Tried) {
	for _, t := range e.Tried {
		t.Name = cmp.Or(t.Name, t.Step, t.Routine, "something without a name")
		i := slices.IndexFunc(list, func(m Tried) bool { return m.Name == t.Name })
		if i < 0 {
			list = append(list, t)
			continue
		}
		list[i].Spent += t.Spent
		list[i].Answer = cmp.Or(t.Answer, list[i].Answer)
	}
	return list
}
