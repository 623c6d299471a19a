package journal

import (
	"fmt"
	"time"

	"uncramp/coach/record"
	"uncramp/routines"
)

var evening = time.Date(2026, 11, 21, 22, 30, 0, 0, time.FixedZone("", 3600))

// batch returns so many rows of each kind.
func batch(n int) (b record.Batch) {
	for i := range n {
		b.Episodes = append(b.Episodes, cramp(i))
		b.Sessions = append(b.Sessions, followed(i))
		b.Tallies = append(b.Tallies, record.Tally{Kind: record.Cause, Name: fmt.Sprint("card-", i), Count: 1, Edited: evening.UTC()})
	}
	return b
}

// cramp returns one in which everything was given, each seven hours before the
// one that came before it.
func cramp(n int) record.Episode {
	at := evening.Add(-time.Duration(n) * 7 * time.Hour)
	return record.Episode{
		ID: record.ID(fmt.Sprint("cramp-", n)), At: at, Length: 4 * time.Minute, Relief: 95 * time.Second, Muscle: routines.Calf,
		Side: routines.Left, Severity: record.Rating{Given: true, Value: n % 11}, Disturbance: record.Rating{Given: true},
		Asleep: record.Yes, Woke: record.No, Doing: "slept", Helped: "walking", Fluids: "a glass", Medicine: "none",
		Tried: []record.Attempt{{Routine: "relief", Step: "toes", Name: "Pull your toes up", Spent: time.Minute, Answer: "eased"}},
		Note:  fmt.Sprintf("the %d.", n), Edited: at.Add(time.Hour).UTC(),
	}
}

// followed returns a routine that was followed to the half.
func followed(n int) record.Session {
	at := evening.Add(-time.Duration(n) * 5 * time.Hour)
	return record.Session{
		ID: record.ID(fmt.Sprint("session-", n)), At: at, Routine: []string{"bedtime", "relief", "warmup"}[n%3],
		Planned: 10 * time.Minute, Worked: 5 * time.Minute, Edited: at.Add(time.Hour).UTC(),
	}
}
