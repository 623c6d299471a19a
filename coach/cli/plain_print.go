package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"

	"uncramp/coach/session"
	"uncramp/coach/triage"
	"uncramp/coach/visit"
	"uncramp/routines"
)

// printer tells what happens in the plain player.
type printer interface {
	begin(session.Plan) error
	event(session.Session, session.Event) error
	note(string) error
	why(session.Phase) error
	end(s session.Session, began bool) error
	offers([]visit.Offer) error
}

// textPrinter writes lines that begin with the time since the start.
type textPrinter struct {
	w       io.Writer
	sources routines.Catalogue
	because bool // tell under each step what it rests on
}

func (t textPrinter) begin(p session.Plan) error {
	var b strings.Builder
	length := about(p.Total())
	if p.Onset != nil {
		length = fmt.Sprintf("Until it lets go, for %d minutes at most", int(p.Onset.Stop.Minutes()))
	}
	fmt.Fprintf(&b, "%s. %s.\n", p.Name, length)
	for _, c := range p.Cautions {
		fmt.Fprintf(&b, "%s\n", c)
	}
	if len(p.NotIf) > 0 {
		b.WriteString("Leave it out with one of these.\n")
		for _, n := range p.NotIf {
			fmt.Fprintf(&b, "- %s\n", n)
		}
	}
	fmt.Fprintf(&b, "%s Type ! and Enter.\n", triage.Worst)
	if p.Onset != nil {
		b.WriteString("Eased, same or worse? Type e, s or w and Enter, at any time.\n")
	}
	return t.write(b.String())
}

func (t textPrinter) event(s session.Session, e session.Event) error {
	at := stamp(e.At)
	switch e.Kind {
	case session.Began:
		return t.phase(at, s, e)
	case session.HalfWay:
		return t.write(at + "HALF-WAY\n")
	case session.Check:
		return t.write(at + "EASED, SAME OR WORSE? Type e, s or w, then Enter.\n")
	case session.Paused:
		return t.write(at + "PAUSED. Press Enter to go on.\n")
	case session.Resumed:
		return t.write(at + "GOING ON\n")
	case session.Gap:
		return t.write(at + "PAUSED: time went by unseen. Press Enter to go on.\n")
	case session.Warned:
		return t.write(at + "IT LASTS. If it isn't over soon, get medical advice.\n")
	case session.Overdue, session.Finished, session.Count:
	}
	return nil
}

// stamp is the time since the start that a line begins with.
func stamp(at time.Duration) string {
	return fmt.Sprintf("[%02d:%02d] ", int(at.Minutes()), int(at.Seconds())%60)
}

// indent stands before what belongs to the line above.
const indent = "        "

// phase tells a phase, and under the first one of each step, where it is
// wanted, what the step rests on.
func (t textPrinter) phase(at string, s session.Session, e session.Event) error {
	ph := s.Plan().Phases[e.Phase]
	if err := t.write(at + phaseLine(ph)); err != nil {
		return err
	}
	if done := s.Done(); !t.because || len(done) > 0 && done[len(done)-1].Phase.Step == ph.Step {
		return nil
	}
	return t.why(ph)
}

func (t textPrinter) note(s string) error {
	if s == "" {
		return nil
	}
	return t.write(indent + "" + s + "\n")
}

func (t textPrinter) why(ph session.Phase) error {
	var b strings.Builder
	for _, s := range ph.Sources {
		fmt.Fprintf(&b, indent+"Why: %s, under \"%s\".\n", t.sources.Document(s.Document), s.Heading)
	}
	timing := t.sources.Timing(ph.Timing)
	if ph.Timing == routines.Default {
		timing = "our own choice; no published figure was found"
	}
	fmt.Fprintf(&b, indent+"Its time: %s.\n", timing)
	if ph.Note != "" {
		fmt.Fprintf(&b, indent+"%s\n", t.sources.Spell(ph.Note))
	}
	return t.write(b.String())
}

// end tells how a routine ended. One that never began has no time.
func (t textPrinter) end(s session.Session, began bool) error {
	var b strings.Builder
	if done := s.Done(); began {
		at := time.Duration(0)
		if len(done) > 0 {
			at = done[len(done)-1].At
		}
		b.WriteString(stamp(at))
	}
	fmt.Fprintln(&b, lastWords(s.Ending()))
	switch s.Ending() {
	case session.GotWorse, session.TooLong:
		b.WriteString(indent + "Call the emergency services with one of these:\n")
		for _, q := range triage.Groups()[0].Questions {
			fmt.Fprintf(&b, indent+"- %s\n", q.Text)
		}
		b.WriteString(indent + "For the other red flags: uncramp check\n")
	case session.Completed, session.EasedOff:
		for _, c := range s.Plan().Closing {
			fmt.Fprintf(&b, indent+"%s\n", c)
		}
		if len(s.Plan().GoesWith) > 0 {
			fmt.Fprintf(&b, indent+"Goes well with it: %s.\n", strings.Join(s.Plan().GoesWith, ", "))
		}
	case session.Going, session.LeftOut, session.WasLeft:
	}
	return t.write(b.String())
}

func (t textPrinter) offers(list []visit.Offer) error {
	var b strings.Builder
	b.WriteString("Go on with one of these, or type q and Enter: it is enough.\n")
	for i, o := range list {
		fmt.Fprintf(&b, "%d %s\n", i+1, o.ID)
	}
	return t.write(b.String())
}

// write prints lines, each cleaned.
func (t textPrinter) write(s string) error {
	lines := strings.Split(strings.TrimSuffix(s, "\n"), "\n")
	for i, l := range lines {
		lines[i] = routines.Clean(l)
	}
	_, err := io.WriteString(t.w, strings.Join(lines, "\n")+"\n")
	return err
}

// phaseLine is the phase word, the side, the move, k/n and the seconds; the
// prompt, and cautions to read while getting ready, each on a line of its own.
func phaseLine(ph session.Phase) string {
	parts := []string{strings.ToUpper(ph.Word)}
	if ph.Side != "" {
		parts = append(parts, string(ph.Side))
	}
	parts = append(parts, ph.Name, fmt.Sprintf("%d/%d", ph.Repetition, ph.Of))
	if ph.Length > 0 {
		parts = append(parts, fmt.Sprintf("%d s", ph.Length/time.Second))
	} else {
		parts = append(parts, "until it eases")
	}
	line := strings.Join(parts, ", ") + "\n"
	if ph.Prompt != "" {
		line += indent + "" + ph.Prompt + "\n"
	}
	if ph.Kind == session.Prepare {
		for _, c := range ph.Cautions {
			line += indent + "" + c + "\n"
		}
	}
	return line
}

// jsonPrinter writes one object an event.
type jsonPrinter struct{ enc *json.Encoder }

type jsonEvent struct {
	Event   string      `json:"event"`
	Seconds float64     `json:"at_seconds"`
	Left    int         `json:"left,omitempty"`
	Phase   *shownPhase `json:"phase,omitempty"`
}

func (t jsonPrinter) begin(session.Plan) error { return nil }

func (t jsonPrinter) event(s session.Session, e session.Event) error {
	out := jsonEvent{Event: string(e.Kind), Seconds: e.At.Seconds(), Left: e.Left}
	if e.Kind == session.Began {
		ph := showPhase(s.Plan().Phases[e.Phase], func(source string) string { return source })
		out.Phase = &ph
	}
	return t.enc.Encode(out)
}

func (t jsonPrinter) note(string) error { return nil }

func (t jsonPrinter) why(ph session.Phase) error {
	return t.enc.Encode(map[string]any{"event": "why", "sources": ph.Sources, "timing": ph.Timing, "note": ph.Note})
}

func (t jsonPrinter) end(session.Session, bool) error { return nil }

func (t jsonPrinter) offers(list []visit.Offer) error {
	var ids []string
	for _, o := range list {
		ids = append(ids, o.ID)
	}
	return t.enc.Encode(map[string]any{"event": "offers", "routines": ids})
}

func about(d time.Duration) string {
	if d < 2*time.Minute {
		return fmt.Sprintf("About %d seconds", int(d.Seconds()))
	}
	return fmt.Sprintf("About %d minutes", int((d+30*time.Second)/time.Minute))
}
