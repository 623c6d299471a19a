package cue

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/exp/golden"

	"uncramp/coach/session"
	"uncramp/routines"
)

func planOf(t testing.TB, id string, c session.Choice) session.Plan {
	t.Helper()
	r, err := routines.Library{}.Find(id)
	if err != nil {
		t.Fatal(err)
	}
	p, err := session.NewPlan(r, c)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func at0(d time.Duration) session.Instant {
	return session.Instant{Wall: time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC).Add(d), Mono: d}
}

// heard is a cue with the moment it falls due.
type heard struct {
	Cue
	at   time.Duration
	kind session.EventKind
}

// follow plays a session by its own wake-ups for so long, with inputs at
// moments, and returns every cue.
func follow(p session.Plan, until time.Duration, inputs map[time.Duration]session.Input) (list []heard) {
	now := time.Duration(0)
	s, events := session.Start(p, at0(0))
	take := func(events []session.Event) {
		for _, e := range events {
			list = append(list, heard{Of(s, e), now, e.Kind})
		}
	}
	take(events)
	var moments []time.Duration
	for m := range inputs {
		moments = append(moments, m)
	}
	slices.Sort(moments)
	for s.State() != session.Over && now < until {
		wait, ok := s.Wake(at0(now))
		in := session.Wake
		switch {
		case len(moments) > 0 && (!ok || moments[0] <= now+wait):
			now, in = moments[0], inputs[moments[0]]
			moments = moments[1:]
		case !ok:
			return list
		default:
			now += wait
		}
		s, events = session.Next(s, in, at0(now))
		take(events)
	}
	return list
}

// TestScore shows what is heard, for a person to read.
func TestScore(t *testing.T) {
	var b strings.Builder
	tell := func(title string, list []heard) {
		fmt.Fprintf(&b, "# %s\n", title)
		for _, h := range list {
			fmt.Fprintf(&b, "%5.1f  %-9s %-7v", h.at.Seconds(), h.kind, h.Tone)
			if len(h.Words) > 0 {
				fmt.Fprintf(&b, " %4.1f s  %s", h.Room.Seconds(), strings.Join(h.Words, " | "))
			}
			lead := ""
			for _, s := range h.More {
				if s.Lead != lead {
					fmt.Fprintf(&b, " (%s)", s.Lead)
				}
				lead = s.Lead
				fmt.Fprintf(&b, " + %s", s.Words)
			}
			b.WriteString("\n")
		}
	}
	tell("bedtime, the first minute", follow(planOf(t, "bedtime", session.Choice{}), time.Minute, nil))
	tell("the relief, paused, then eased", follow(planOf(t, "ease", session.Choice{Side: routines.Left}), 10*time.Minute, map[time.Duration]session.Input{
		12500 * time.Millisecond: session.Pause, 20 * time.Second: session.Pause, 80 * time.Second: session.Eased,
	}))
	stretch := follow(planOf(t, "stretch", session.Choice{}), time.Hour, nil)
	tell("the end of the stretch", stretch[len(stretch)-12:])
	golden.RequireEqual(t, b.String())
}

// TestNothingIsHeardTwiceOrLost compares the cues with the events, through
// pauses and skips.
func TestNothingIsHeardTwiceOrLost(t *testing.T) {
	for _, id := range []string{"ease", "bedtime", "warmup", "massage", "elevate"} {
		p := planOf(t, id, session.Choice{})
		list := follow(p, 12*time.Minute, map[time.Duration]session.Input{
			3 * time.Second: session.Pause, 4 * time.Second: session.Pause, 5 * time.Second: session.Forward,
			9 * time.Second: session.Back, 15 * time.Second: session.Again, 40 * time.Second: session.More,
		})
		for i, h := range list {
			if i > 0 && h.kind == list[i-1].kind && h.at == list[i-1].at && h.kind != session.Began {
				t.Errorf("%s: %s falls due twice at %v", id, h.kind, h.at)
			}
			silent := h.Tone == None && len(h.Words) == 0
			if silent {
				t.Errorf("%s: nothing is heard of %s at %v", id, h.kind, h.at)
			}
		}
	}
}

// TestWordsHaveRoom sees to it that what may be said ends before the next cue.
func TestWordsHaveRoom(t *testing.T) {
	for _, name := range (routines.Library{}).Names() {
		r, err := routines.Library{}.Find(name)
		if err != nil {
			t.Fatal(err)
		}
		list := follow(planOf(t, r.ID, session.Choice{}), 20*time.Minute, nil)
		spoken := slices.DeleteFunc(list, func(h heard) bool { return len(h.Words) == 0 || h.kind == session.Warned || h.kind == session.Overdue })
		for i, h := range spoken[:len(spoken)-1] {
			next := spoken[i+1]
			if h.Room > next.at-h.at && next.kind != session.Finished {
				t.Errorf("%s: the words at %v may take %v, the next cue comes at %v", r.ID, h.at, h.Room, next.at)
			}
			for _, next = range spoken[i+1:] {
				if !next.Yields {
					break
				}
			}
			if h.MoreRoom() > next.at-h.at && next.kind != session.Finished {
				t.Errorf("%s: what is said at %v may run on for %v, the next cue comes at %v", r.ID, h.at, h.MoreRoom(), next.at)
			}
		}
	}
}

func TestToneTellsWorkFromRest(t *testing.T) {
	p := planOf(t, "massage", session.Choice{})
	seen := map[session.Kind]Tone{}
	for i, ph := range p.Phases {
		seen[ph.Kind] = beginCue(p, i).Tone
	}
	if seen[session.Hold] == seen[session.Release] || seen[session.Prepare] == seen[session.Hold] {
		t.Errorf("the tones are %v", seen)
	}
}

func TestWhatMayBeSaidIsMadeAhead(t *testing.T) {
	for _, id := range []string{"ease", "bedtime", "stretch"} {
		p := planOf(t, id, session.Choice{})
		for i := range p.Phases {
			soon := ahead(p, i)
			c := beginCue(p, i)
			for _, s := range c.More {
				c.Words = append(c.Words, s.Lead, s.Words)
			}
			for _, w := range c.Words {
				if !slices.Contains(soon, w) {
					t.Errorf("%s, phase %d: %q is not made ahead", id, i, w)
				}
			}
		}
	}
}

// TestASetIsToldAsItBegins holds the words to tell the set once, before its work.
func TestASetIsToldAsItBegins(t *testing.T) {
	set := func(kind session.Kind, set, repetition int) session.Phase {
		return session.Phase{Kind: kind, Word: string(kind), Muscle: routines.Calf, Side: routines.Both,
			Set: set, Sets: 2, Repetition: repetition, Of: 2, Prompt: "Do it.", Length: 30 * time.Second}
	}
	p := session.Plan{Main: 4, Phases: []session.Phase{
		set(session.Hold, 1, 1), set(session.Hold, 1, 2), set(session.Rest, 2, 1), set(session.Hold, 2, 1),
	}}
	for i, want := range []string{"Hold, both calves, set 1 of 2, 1 of 2.", "Hold, both calves, 2 of 2.",
		"Rest, both calves.", "Hold, both calves, set 2 of 2, 1 of 2."} {
		if got := beginCue(p, i).Words[0]; got != want {
			t.Errorf("phase %d: %q, want %q", i, got, want)
		}
	}
}
