package stats

import "uncramp/routines"

// Heat is how often each part of the legs cramped, as a map of them shows it. Make it
// with [HeatOf].
type Heat struct {
	told map[Place]int // by muscle and side
	most int           // cramps of one part
}

// fewest are the least cramps of one part that look like the worst: one never does.
const fewest = int(Worst) + 1

// HeatOf counts the cramps of places, but for those of which neither muscle nor side was
// told.
func HeatOf(places []Place) Heat {
	h := Heat{told: map[Place]int{}, most: fewest}
	for _, p := range places {
		if p.Muscle != "" || p.Side != "" {
			h.told[Place{Muscle: p.Muscle, Side: p.Side}] += p.Cramps
		}
	}
	for _, m := range routines.Muscles() {
		h.most = max(h.most, h.Cramps(m, routines.Left), h.Cramps(m, routines.Right))
	}
	return h
}

// Empty reports whether there is nothing to be shown.
func (h Heat) Empty() bool { return len(h.told) == 0 }

// Told is how many cramps were told of just this place.
func (h Heat) Told(m routines.Muscle, side routines.Side) int {
	return h.told[Place{Muscle: m, Side: side}]
}

// Cramps is how many a muscle of one leg had. Those of both legs count for either.
func (h Heat) Cramps(m routines.Muscle, side routines.Side) int {
	return h.Told(m, side) + h.Told(m, routines.Both)
}

// Level is how bad n cramps of one part look beside those of the others; n is at
// least 1.
func (h Heat) Level(n int) Level { return Level((fewest*n - 1) / h.most) }
