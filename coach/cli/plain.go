package cli

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"

	"uncramp/coach/session"
	"uncramp/coach/tui"
	"uncramp/routines"
)

type plainOptions struct {
	play      tui.Play
	clock     Clock
	tolerance time.Duration
	json      bool
}

// plainInputs are the lines that can be typed while a routine is played. They
// are the player's keys.
var plainInputs = map[string]session.Input{
	"": session.Pause, "n": session.Forward, "p": session.Back, "r": session.Again, "+": session.More, "-": session.Less,
	"e": session.Eased, "s": session.Same, "w": session.Worse, "q": session.Leave,
}

// playPlain follows a session line by line: nothing is ever redrawn, so a
// screen reader, a pipe or a teletype can follow it.
func (a *App) playPlain(o plainOptions) error {
	tell := teller(textTeller{a.Out})
	if o.json {
		tell = jsonTeller{json.NewEncoder(a.Out)}
	}
	s, events := session.Start(o.play.Plan, o.clock.Now(), session.From(o.play.From), session.WithTolerance(o.tolerance))
	if err := tell.begin(s.Plan()); err != nil {
		return &failure{err}
	}
	lines := a.typedLines()
	for {
		for _, e := range events {
			if err := tell.event(s, e); err != nil {
				return &failure{err}
			}
		}
		if s.State() == session.Over {
			return nil
		}
		var due <-chan time.Time
		if wait, ok := s.Wake(o.clock.Now()); ok {
			due = o.clock.After(wait)
		}
		in := session.Wake
		select {
		case code := <-a.Signals:
			if code != 0 {
				return ended(code)
			}
		case line, ok := <-lines:
			if !ok {
				lines = nil // nobody types any more; the routine leads on by itself
				break
			}
			in = plainInput(line)
		case <-due:
		}
		s, events = session.Next(s, in, o.clock.Now())
	}
}

func plainInput(line string) session.Input {
	in, ok := plainInputs[strings.ToLower(strings.TrimSpace(line))]
	if !ok {
		return session.Wake
	}
	return in
}

// typedLines reads what is typed until there is no more of it.
func (a *App) typedLines() <-chan string {
	lines := make(chan string)
	go func() {
		defer close(lines)
		in := bufio.NewScanner(a.In)
		for in.Scan() {
			lines <- in.Text()
		}
	}()
	return lines
}

// teller tells a session's events.
type teller interface {
	begin(session.Plan) error
	event(session.Session, session.Event) error
}

// textTeller writes lines that begin with the time since the start.
type textTeller struct{ w io.Writer }

func (t textTeller) begin(p session.Plan) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s. %s.\n", p.Name, about(p.Total()))
	for _, c := range p.Cautions {
		fmt.Fprintf(&b, "%s\n", c)
	}
	return t.write(b.String())
}

func (t textTeller) event(s session.Session, e session.Event) error {
	at := fmt.Sprintf("[%02d:%02d]", int(e.At.Minutes()), int(e.At.Seconds())%60)
	switch e.Kind {
	case session.Began:
		return t.write(at + " " + phaseLine(s.Plan().Phases[e.Phase]))
	case session.HalfWay:
		return t.write(at + " HALF-WAY\n")
	case session.Check:
		return t.write(at + " EASED, SAME OR WORSE? Type e, s or w, then Enter.\n")
	case session.Paused:
		return t.write(at + " PAUSED. Press Enter to go on.\n")
	case session.Resumed:
		return t.write(at + " GOING ON\n")
	case session.Gap:
		return t.write(at + " PAUSED: time went by unseen. Press Enter to go on.\n")
	case session.Finished:
		return t.write(at + " DONE\n" + closing(s.Plan()))
	case session.Count:
	}
	return nil
}

func (t textTeller) write(s string) error {
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
		line += "        " + ph.Prompt + "\n"
	}
	if ph.Kind == session.Prepare {
		for _, c := range ph.Cautions {
			line += "        " + c + "\n"
		}
	}
	return line
}

func closing(p session.Plan) string {
	var b strings.Builder
	for _, c := range p.Closing {
		fmt.Fprintf(&b, "        %s\n", c)
	}
	if len(p.GoesWith) > 0 {
		fmt.Fprintf(&b, "        Goes well with it: %s.\n", strings.Join(p.GoesWith, ", "))
	}
	return b.String()
}

// jsonTeller writes one object an event.
type jsonTeller struct{ enc *json.Encoder }

type jsonEvent struct {
	Event   string      `json:"event"`
	Seconds float64     `json:"at_seconds"`
	Left    int         `json:"left,omitempty"`
	Phase   *shownPhase `json:"phase,omitempty"`
}

func (t jsonTeller) begin(session.Plan) error { return nil }

func (t jsonTeller) event(s session.Session, e session.Event) error {
	out := jsonEvent{Event: string(e.Kind), Seconds: e.At.Seconds(), Left: e.Left}
	if e.Kind == session.Began {
		ph := showPhase(s.Plan().Phases[e.Phase], func(source string) string { return source })
		out.Phase = &ph
	}
	return t.enc.Encode(out)
}

func about(d time.Duration) string {
	if d < 2*time.Minute {
		return fmt.Sprintf("About %d seconds", int(d.Seconds()))
	}
	return fmt.Sprintf("About %d minutes", int((d+30*time.Second)/time.Minute))
}
