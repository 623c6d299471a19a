package audio

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/exp/golden"

	"uncramp/coach/cue"
	"uncramp/coach/session"
	"uncramp/coach/skip"
	"uncramp/routines"
)

// estimate is a voice at the usual rate, as long as words are taken to last.
func estimate(_ context.Context, words string, _ int) (Sound, error) {
	v := Voice{settings: VoiceSettings{Rate: 150}}
	p, _ := v.phrase(words)
	return append(slices.Repeat(Sound{1000}, samples(p.takes-p.Pause())), make(Sound, samples(p.Pause()))...), nil
}

// telling is a phase as it is told.
type telling struct {
	session.Phase
	at   time.Duration
	what session.EventKind
	cue.Cue
}

// String is what is said.
func (t telling) String() string {
	said, lead := slices.Clone(t.Words), ""
	for _, s := range t.More {
		if s.Lead != lead {
			said = append(said, s.Lead)
		}
		lead = s.Lead
		said = append(said, s.Words)
	}
	return strings.Join(slices.Compact(said), " ")
}

// tellAll tells every phase of a plan once, in order.
func tellAll(t *testing.T, p session.Plan) (list []telling) {
	t.Helper()
	on := cue.Switches{Sound: true, Voice: true, Volume: normalVolume}
	r := NewRenderer(on, estimate, func([]int16) error { return nil })
	begins := time.Duration(0)
	tell := func(i int, what session.EventKind, after time.Duration) {
		s, _ := session.Start(p, session.Instant{}, session.From(i))
		said, err := r.Play(t.Context(), cue.Of(s, session.Event{Kind: what, Phase: i}), begins+after)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, telling{p.Phases[i], begins + after, what, said})
	}
	for i, ph := range p.Phases {
		tell(i, session.Began, 0)
		switch {
		case ph.Length == 0:
			tell(i, session.Check, ph.Check)
		case ph.Kind == session.Hold && ph.Length >= 20*time.Second:
			tell(i, session.HalfWay, ph.Length/2)
		}
		begins += max(ph.Length, 2*ph.Check)
	}
	return list
}

// forms are all forms of the built-in routines.
func forms(t *testing.T) (list []session.Plan) {
	t.Helper()
	for _, head := range routines.BuiltinHeads() {
		r, err := routines.Library{}.Find(head.ID)
		if err != nil {
			t.Fatal(err)
		}
		muscles := append(slices.Clone(r.Muscles), "")[:max(len(r.Muscles), 1)] // none is one form, too
		positions := append(slices.Clone(r.Positions), "")[:max(len(r.Positions), 1)]
		for _, muscle := range muscles {
			for _, position := range positions {
				p, err := session.NewPlan(r, session.Choice{Muscle: muscle, Position: position, Side: routines.Left})
				if err != nil {
					t.Fatal(err)
				}
				list = append(list, p)
			}
		}
	}
	return list
}

// TestEveryPromptIsHeardOnce sentence by sentence, in the step that it is for, and what
// a hold is about in the first one, or before.
func TestEveryPromptIsHeardOnce(t *testing.T) {
	skip.UnderRace(t)
	for _, p := range forms(t) {
		heard := map[string]int{} // by step and sentence: how often
		first := map[string]int{} // in which phase
		phase := -1
		for _, d := range tellAll(t, p) {
			if d.what == session.Began {
				phase++
			}
			for _, s := range d.More {
				key := d.Step + ": " + s.Words
				if heard[key]++; heard[key] == 1 {
					first[key] = phase
				}
			}
		}
		begun := map[string]bool{} // by step and prompt
		for i, ph := range p.Phases {
			for n, words := range cue.Sentences(ph.Prompt) {
				key := ph.Step + ": " + words
				switch {
				case heard[key] != 1:
					t.Errorf("%s, %s, phase %d: heard %d times: %s", p.Routine, p.Position, i, heard[key], key)
				case n == 0 && ph.Kind == session.Hold && !begun[ph.Step+ph.Prompt] && first[key] > i:
					t.Errorf("%s, %s, phase %d: first heard in phase %d: %s", p.Routine, p.Position, i, first[key], key)
				}
			}
			begun[ph.Step+ph.Prompt] = true
		}
	}
}

// TestTelling shows what is said of routines by the estimate, for a person to read.
func TestTelling(t *testing.T) {
	var b strings.Builder
	for _, id := range []string{"bedtime", "ease", "massage", "warmup", "desk"} {
		r, err := routines.Library{}.Find(id)
		if err != nil {
			t.Fatal(err)
		}
		p, err := session.NewPlan(r, session.Choice{Side: routines.Left})
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "# %s\n", id)
		for _, d := range tellAll(t, p) {
			fmt.Fprintln(&b, strings.TrimRight(fmt.Sprintf("%6.1f  %-8s %s", d.at.Seconds(), d.Kind, d), " "))
		}
	}
	golden.RequireEqual(t, b.String())
}
