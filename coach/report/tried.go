package report

import (
	"cmp"
	"slices"
)

// Attempt is one thing that was tried, over all cramps of the window.
type Attempt struct {
	Name   string `json:"name"`
	Cramps int    `json:"cramps"` // in how many it was tried
	// First, Second and Later say at which place; together they are Cramps.
	First  int `json:"came_first"`
	Second int `json:"came_second"`
	Later  int `json:"came_later"`
	// Eased, Same and Worse are what was answered last while it was done; where
	// nothing was, none of them counts.
	Eased int `json:"eased"`
	Same  int `json:"same"`
	Worse int `json:"worse"`
}

// Unanswered is in how many cramps nothing was answered.
func (a Attempt) Unanswered() int { return a.Cramps - a.Eased - a.Same - a.Worse }

// Tried sums up what was tried: what mostly came first stands first.
func (r Report) Tried() (list []Attempt) {
	for _, e := range r.Cramps {
		for place, t := range e.AttemptsByName() {
			i := slices.IndexFunc(list, func(a Attempt) bool { return a.Name == t.Name })
			if i < 0 {
				i = len(list)
				list = append(list, Attempt{Name: t.Name})
			}
			list[i].add(place, t.Answer)
		}
	}
	slices.SortFunc(list, func(a, b Attempt) int {
		return cmp.Or(cmp.Compare(b.First, a.First), cmp.Compare(b.Second, a.Second),
			cmp.Compare(b.Cramps, a.Cramps), cmp.Compare(a.Name, b.Name))
	})
	return list
}

func (a *Attempt) add(place int, answer string) {
	a.Cramps++
	switch place {
	case 0:
		a.First++
	case 1:
		a.Second++
	default:
		a.Later++
	}
	switch answer {
	case "eased":
		a.Eased++
	case "same":
		a.Same++
	case "worse":
		a.Worse++
	}
}
