package record

import (
	"cmp"
	"slices"
)

// AttemptsByName are what was tried against a cramp, each once, in the order
// in which it was begun: with all of its time, its last answer and a name.
func (e Episode) AttemptsByName() (list []Attempt) {
	for _, a := range e.Tried {
		a.Name = cmp.Or(a.Name, a.Step, a.Routine, nameless)
		i := slices.IndexFunc(list, func(b Attempt) bool { return b.Name == a.Name })
		if i < 0 {
			list = append(list, a)
			continue
		}
		list[i].Spent += a.Spent
		list[i].Answer = cmp.Or(a.Answer, list[i].Answer)
	}
	return list
}
