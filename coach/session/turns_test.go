package session

import (
	"testing"
	"time"

	"uncramp/routines"
)

// TestTurnsSayWhatWasDone: of a routine that is followed from its beginning, one
// entry for each phase of work, in order; the holds among them are those that are
// counted.
func TestTurnsSayWhatWasDone(t *testing.T) {
	r, err := routines.Library{}.Find("bedtime")
	if err != nil {
		t.Fatal(err)
	}
	p, err := NewPlan(r, Choice{})
	if err != nil {
		t.Fatal(err)
	}
	s, _ := Start(p, Instant{})
	now := Instant{}
	for s.State() != Over { // the second hold is passed over
		wait, _ := s.Wake(now)
		in := Wake
		if ph := s.Phase(); ph.Kind == Hold && ph.StepNumber == 1 && len(s.Turns()) > 0 && s.Turns()[0].Done && !s.Turns()[2].Done {
			in, wait = Forward, time.Second
		}
		now.Mono += wait
		now.Wall = now.Wall.Add(wait)
		s, _ = Next(s, in, now)
	}
	done, of := s.Holds()
	turns, held := s.Turns(), 0
	for _, turn := range turns {
		if turn.Kind != Hold && turn.Kind != Open {
			t.Errorf("%+v is no work", turn.Phase)
		}
		if turn.Done {
			held++
		}
	}
	if len(turns) != of || held != done || done == of || !turns[0].Done || turns[1].Done {
		t.Errorf("%d of %d turns are done, %d of %d holds: %+v", held, len(turns), done, of, turns)
	}
}
