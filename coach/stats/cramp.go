package stats

import (
	"cmp"
	"slices"
	"time"

	"uncramp/coach/record"
	"uncramp/routines"
)

// Spread sums up numbers that were given. Where none was, all of it is 0.
type Spread struct {
	Given               int // how many were
	Median, Least, Most float64
}

// spread sums up the numbers that were given.
func spread(given []float64) Spread {
	n := len(given)
	if n == 0 {
		return Spread{}
	}
	sorted := slices.Sorted(slices.Values(given))
	return Spread{Given: n, Median: (sorted[(n-1)/2] + sorted[n/2]) / 2, Least: sorted[0], Most: sorted[n-1]}
}

// appendRating and appendLength add what was told.
func appendRating(list []float64, r record.Rating) []float64 {
	if r.Given {
		return append(list, float64(r.Value))
	}
	return list
}

func appendLength(list []float64, d time.Duration) []float64 {
	if d > 0 {
		return append(list, d.Seconds())
	}
	return list
}

// Answers counts yes, no and not answered.
type Answers struct {
	Yes        int `json:"yes"`
	No         int `json:"no"`
	Unanswered int `json:"not_told"`
}

func (a *Answers) add(answer record.Answer) {
	switch answer {
	case record.Yes:
		a.Yes++
	case record.No:
		a.No++
	default:
		a.Unanswered++
	}
}

// ReliefTimes counts cramps by how soon they eased: up to 1, 2, 5 and 10
// minutes, longer, and not told.
type ReliefTimes [6]int

// reliefBounds are the ends of all times to relief that have one.
var reliefBounds = []time.Duration{time.Minute, 2 * time.Minute, 5 * time.Minute, 10 * time.Minute}

func (r *ReliefTimes) add(relief time.Duration) {
	i, _ := slices.BinarySearch(reliefBounds, relief)
	if relief <= 0 {
		i = len(r) - 1
	}
	r[i]++
}

// Place is a muscle with a side where it cramped, and how often. What was not
// told is empty.
type Place struct {
	Muscle routines.Muscle
	Side   routines.Side
	Cramps int
}

// places counts muscles and sides, the most frequent first.
func places(cramps []record.Episode) (list []Place) {
	for _, e := range cramps {
		i := slices.IndexFunc(list, func(p Place) bool { return p.Muscle == e.Muscle && p.Side == e.Side })
		if i < 0 {
			i = len(list)
			list = append(list, Place{Muscle: e.Muscle, Side: e.Side})
		}
		list[i].Cramps++
	}
	slices.SortFunc(list, func(a, b Place) int {
		return cmp.Or(cmp.Compare(b.Cramps, a.Cramps), cmp.Compare(a.Name(), b.Name()))
	})
	return list
}

// Muscle is how often a muscle cramped, by side.
type Muscle struct {
	Muscle routines.Muscle // empty: not told; [OtherMuscle]: one that is not on offer
	Sides  [4]int          // those of [record.Sides], and not told
}

// OtherMuscle stands for every muscle that is not on offer.
const OtherMuscle routines.Muscle = "other"

// Muscles are the places by muscle, in the order in which muscles are offered.
func (s Summary) Muscles() []Muscle {
	order, sides := append(routines.Muscles(), OtherMuscle, ""), record.Sides()
	list := make([]Muscle, len(order))
	for i, m := range order {
		list[i].Muscle = m
	}
	for _, p := range s.Places {
		i := slices.Index(order, p.Muscle)
		if i < 0 {
			i = slices.Index(order, OtherMuscle)
		}
		side := slices.Index(sides, p.Side)
		if side < 0 {
			side = len(sides)
		}
		list[i].Sides[side] += p.Cramps
	}
	return slices.DeleteFunc(list, func(m Muscle) bool { return m.Sides == [4]int{} })
}

// Outcome is one move that was tried, over all cramps of a window.
type Outcome struct {
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
func (o Outcome) Unanswered() int { return o.Cramps - o.Eased - o.Same - o.Worse }

// outcomes sums up what was tried: what mostly came first stands first.
func outcomes(cramps []record.Episode) (list []Outcome) {
	for _, e := range cramps {
		for place, a := range e.AttemptsByName() {
			i := slices.IndexFunc(list, func(o Outcome) bool { return o.Name == a.Name })
			if i < 0 {
				i = len(list)
				list = append(list, Outcome{Name: a.Name})
			}
			list[i].add(place, a.Answer)
		}
	}
	slices.SortFunc(list, func(a, b Outcome) int {
		return cmp.Or(cmp.Compare(b.First, a.First), cmp.Compare(b.Second, a.Second),
			cmp.Compare(b.Cramps, a.Cramps), cmp.Compare(a.Name, b.Name))
	})
	return list
}

func (o *Outcome) add(place int, answer string) {
	o.Cramps++
	places := []*int{&o.First, &o.Second, &o.Later}
	*places[min(place, len(places)-1)]++
	if n, ok := map[string]*int{"eased": &o.Eased, "same": &o.Same, "worse": &o.Worse}[answer]; ok {
		*n++
	}
}
