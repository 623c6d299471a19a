package cue

import (
	"testing"
	"time"

	"uncramp/coach/session"
	"uncramp/routines"
)

// TestWhatIsSaidRunsOn into a phase that is as short as the one before, and belongs to it:
// of each rule one pair of phases breaks that one alone.
func TestWhatIsSaidRunsOn(t *testing.T) {
	phase := func(kind session.Kind, side routines.Side, length time.Duration) session.Phase {
		return session.Phase{Step: "calf", Kind: kind, Side: side, Length: length}
	}
	counted := func(ph session.Phase) session.Phase {
		ph.Counted = true
		return ph
	}
	of := func(step string, ph session.Phase) session.Phase {
		ph.Step = step
		return ph
	}
	const short, long = countedFrom - time.Second, countedFrom
	hold, release := phase(session.Hold, routines.Left, short), phase(session.Release, routines.Left, short)
	tests := map[string]struct {
		ph, next session.Phase
		want     bool
	}{
		"two holds of a leg":              {hold, hold, true},
		"two releases of a leg":           {release, release, true},
		"a hold, then its release":        {hold, release, false},
		"the other leg":                   {hold, phase(session.Hold, routines.Right, short), false},
		"counted, then the release":       {counted(hold), counted(release), true},
		"counted, then the other leg":     {counted(hold), counted(phase(session.Hold, routines.Right, short)), true},
		"the first is long":               {phase(session.Hold, routines.Left, long), hold, false},
		"the next is long":                {hold, phase(session.Hold, routines.Left, long), false},
		"both are long":                   {phase(session.Hold, routines.Left, long), phase(session.Hold, routines.Left, long), false},
		"counted, the next is long":       {counted(hold), counted(phase(session.Release, routines.Left, long)), false},
		"from getting ready":              {counted(phase(session.Prepare, routines.Left, short)), counted(hold), false},
		"into a rest":                     {counted(hold), counted(phase(session.Rest, routines.Left, short)), false},
		"two rests":                       {phase(session.Rest, routines.Left, short), phase(session.Rest, routines.Left, short), false},
		"another step":                    {hold, of("foot", hold), false},
		"counted, then one of other step": {counted(hold), of("foot", counted(release)), false},
		"the next alone is counted":       {hold, counted(release), false},
		"before the first":                {session.Phase{}, hold, false},
	}
	for name, tt := range tests {
		if got := runsOn(tt.ph, tt.next); got != tt.want {
			t.Errorf("%s: %v, want %v", name, got, tt.want)
		}
	}
}
