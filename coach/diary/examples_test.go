package diary

import (
	"fmt"
	"time"

	"uncramp/coach/record"
	"uncramp/coach/session"
	"uncramp/routines"
)

// evening is when the tests take place.
var evening = time.Date(2026, 11, 21, 22, 30, 0, 0, time.FixedZone("", 3600))

// cramp returns an example in which everything was given.
func cramp(n int) record.Episode {
	at := evening.Add(-time.Duration(n) * 7 * time.Hour)
	return record.Episode{
		ID: record.ID(fmt.Sprintf("cramp-%06d", n)), At: at, Length: 4*time.Minute + 1, Muscle: routines.Calf, Side: routines.Left,
		Severity: record.Rating{Given: true, Value: n % 11}, Disturbance: record.Rating{Given: true},
		Asleep: record.Yes, Woke: record.No, Doing: "slept", Tried: attempts(3), Relief: 95 * time.Second,
		Helped: "walking", Fluids: "a glass", Medicine: "none", Note: fmt.Sprintf("the %d.", n), Edited: at.Add(time.Hour).UTC(),
	}
}

// followed returns an example of a routine in which everything was given.
func followed(n int) record.Session {
	at := evening.Add(-time.Duration(n) * 5 * time.Hour)
	return record.Session{
		ID: record.ID(fmt.Sprintf("session-%06d", n)), At: at, Routine: []string{"bedtime", "relief", "warmup"}[n%3],
		Ending: session.Ending(n % 7), Planned: 10 * time.Minute, Worked: 5*time.Minute + 250*time.Millisecond,
		Choice: session.Choice{Muscle: routines.Foot, Side: routines.Right, Position: routines.Seated, Prepare: -3 * time.Second},
		Done:   attempts(2), Episode: "cramp-000001", Edited: at.Add(time.Hour).UTC(),
	}
}

// marked returns an example of a cause or of water; every fifth was taken away.
func marked(n int) record.Tally {
	at := evening.AddDate(0, 0, -n)
	if n%2 == 0 {
		return record.Tally{Kind: record.Cause, Name: fmt.Sprint("card-", n), Count: min(n%5, 1), Edited: at.UTC()}
	}
	return record.Tally{Kind: record.Water, Day: at.Format(time.DateOnly), Count: n % 5, Edited: at.UTC()}
}

// batch returns the first so many examples of each kind of row.
func batch(n int) record.Batch {
	return record.Batch{Episodes: several(n, cramp), Sessions: several(n, followed), Tallies: several(n, marked)}
}

// several returns the first so many examples.
func several[T any](n int, example func(int) T) (list []T) {
	for i := range n {
		list = append(list, example(i))
	}
	return list
}

func attempts(n int) (list []record.Attempt) {
	for i := range n {
		list = append(list, record.Attempt{
			Routine: "relief", Step: fmt.Sprint("step-", i), Name: "Pull your toes up", Muscle: routines.Calf,
			Side: routines.Left, Spent: 30*time.Second + time.Duration(i), Answer: []string{"", "same", "eased"}[i%3],
		})
	}
	return list
}
