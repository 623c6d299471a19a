package cli

import (
	"uncramp/coach/outline"
	"uncramp/coach/session"
)

// eventObject is one event, as --json prints it.
type eventObject struct {
	Event   string         `json:"event"`
	Seconds float64        `json:"at_seconds"`
	Left    int            `json:"left,omitempty"`
	Phase   *outline.Phase `json:"phase,omitempty"`
}

func objectOf(s session.Session, e session.Event) eventObject {
	out := eventObject{Event: string(e.Kind), Seconds: e.At.Seconds(), Left: e.Left}
	if e.Kind == session.Began {
		ph := outline.PhaseOf(s.Plan().Phases[e.Phase], s.Plan().Phases[e.Phase].Timing)
		out.Phase = &ph
	}
	return out
}
