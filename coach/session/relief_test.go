package session

import (
	"testing"
	"time"

	"uncramp/routines"
)

// FuzzRelief throws everything at a cramp in random order, several things in
// one instant too. Each pair of bytes is one thing that happens and how many
// seconds pass before it.
func FuzzRelief(f *testing.F) {
	f.Add([]byte{7, 0, 20, 0, 7, 0, 21, 0, 6, 30, 8, 5})
	f.Add([]byte{1, 3, 20, 40, 1, 2, 10, 0, 10, 0, 11, 0, 6, 0})
	f.Add([]byte{11, 1, 11, 1, 11, 1, 11, 1, 11, 1, 11, 1, 11, 1, 11, 1, 11, 1, 11, 1})
	r, err := routines.Library{}.Find("ease")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, script []byte) {
		c := Choice{}
		p, err := NewPlan(r, c)
		if err != nil {
			t.Fatal(err)
		}
		now := at(0)
		s, events := Start(p, now)
		w := &watcher{t: t}
		w.saw(s, events)
		earlier := time.Duration(0)
		for i := 0; i+1 < len(script) && s.State() != Over; i += 2 {
			s, now = w.wait(s, now, time.Duration(script[i+1])*time.Second)
			thing := script[i] % 24
			if thing < 20 && s.State() != Over {
				in := Input(thing % uint8(Leave+1))
				s = w.next(s, in, now)
				switch in {
				case Earlier:
					earlier += time.Minute
				case Later:
					earlier = max(earlier-time.Minute, 0)
				}
			} else if s.State() != Over {
				c.Muscle, c.Side, c.Position = r.Muscles[thing%4], c.OtherLeg().Side, r.Positions[thing%3]
				if p, err = NewPlan(r, c); err != nil {
					t.Fatal(err)
				}
				step := s.Phase().Step
				s, events = Replan(s, p, now)
				w.saw(s, events)
				if _, same := p.Find(step); same && s.Phase().Step != step {
					t.Fatalf("switching leads from %s to %s", step, s.Phase().Step)
				}
			}
			if s.State() != Over && s.SinceOnset(now) != now.Mono+earlier {
				t.Fatalf("the clock says %v, want %v", s.SinceOnset(now), now.Mono+earlier)
			}
		}
		if s.State() == Waiting || s.State() == Halted {
			s = w.next(s, Wake, now)
		}
		s, _ = w.wait(s, now, 11*time.Minute)
		if s.State() != Over {
			t.Fatalf("after %v nothing has ended: %v", now.Mono+11*time.Minute, s.State())
		}
	})
}

// TestOnePromptAtATime follows a cramp that nobody answers and holds that
// every phase begins where the one before ended, round and round.
func TestOnePromptAtATime(t *testing.T) {
	s, events := Start(plan(t, "ease", Choice{}), at(0))
	s, more := run(s, 0, time.Hour)
	began, end := 0, time.Duration(0)
	for _, e := range append(events, more...) {
		if e.Kind == Began {
			if e.At != end {
				t.Fatalf("a phase begins at %v, the one before ended at %v", e.At, end)
			}
			end = e.At + s.Plan().Phases[e.Phase].Length + s.Plan().Phases[e.Phase].Most
			began++
		}
	}
	if s.Ending() != TooLong || began < 20 || s.Elapsed(at(s.Done()[len(s.Done())-1].At)) != 10*time.Minute {
		t.Errorf("ending %v after %d phases", s.Ending(), began)
	}
}

// TestEverythingInOneInstant lets a wake-up, a switch and an answer meet.
func TestEverythingInOneInstant(t *testing.T) {
	foot := plan(t, "ease", Choice{Muscle: routines.Foot})
	s, _ := Start(plan(t, "ease", Choice{}), at(0))
	s, _ = run(s, 0, 14*time.Second)
	now := at(15 * time.Second)
	s, _ = Next(s, Wake, now) // toes up is due
	s, _ = Replan(s, foot, now)
	s, events := Next(s, Same, now)
	if s.Phase().Step != "stretch" || s.Phase().Muscle != routines.Foot || len(events) != 1 {
		t.Errorf("at %s for the %s after %v", s.Phase().Step, s.Phase().Muscle, events)
	}
	answers := 0
	for _, d := range s.Done() {
		if d.Answer == Same {
			answers++
		}
	}
	if answers != 1 || s.SinceOnset(now) != 15*time.Second {
		t.Errorf("%d answers recorded, clock %v", answers, s.SinceOnset(now))
	}
}
