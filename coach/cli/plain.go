package cli

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"uncramp/coach/cue"
	"uncramp/coach/record"
	"uncramp/coach/session"
	"uncramp/coach/tui"
	"uncramp/routines"
)

type plainOptions struct {
	play      tui.Play
	clock     Clock
	tolerance time.Duration
	json      bool
	why       bool
	on        cue.On // what is to be heard
}

// plainInputs are the lines that can be typed while a routine is played. They
// are the player's keys; Enter alone pauses.
var plainInputs = map[string]session.Input{
	"": session.Pause, "n": session.Forward, "p": session.Back, "r": session.Again, "+": session.More, "-": session.Less,
	"e": session.Eased, "s": session.Same, "w": session.Worse, "t": session.Stretch, "m": session.Earlier,
	"y": session.Unfit, "q": session.Leave, later: session.Later,
}

// later is the one line whose case matters.
const later = "M"

// plainPlayer follows sessions line by line: nothing is ever redrawn, so a
// screen reader, a pipe or a teletype can follow it.
type plainPlayer struct {
	*App
	plainOptions
	current tui.Play
	tell    teller
	lines   <-chan string
	session session.Session
	past    record.Visit
	cramp   record.Episode // the one this visit is for, as it is in the diary
	sounds  *cue.Sounder   // nil until there is something to be heard
	visit   []string       // routines that were followed, in order
	leftOut bool           // something spoke against the latest one
}

func (a *App) playPlain(o plainOptions) error {
	if f := a.Finding(); f.Blocks() {
		return a.refuse(f)
	}
	a.preferred()
	if a.unset != nil {
		a.complain(a.unset)
	}
	p := &plainPlayer{App: a, plainOptions: o, current: o.play, lines: a.typedLines()}
	defer p.hush()
	p.hear(p.on)
	p.tell = jsonTeller{json.NewEncoder(a.Out)}
	if !o.json {
		sources, err := routines.Sources()
		if err != nil {
			return &failure{err}
		}
		p.tell = textTeller{a.Out, sources, o.why}
	}
	for {
		if err := p.follow(); err != nil {
			return err
		}
		p.visit = append(p.visit, p.current.Plan.Routine)
		if err := p.keep(); err != nil {
			return err
		}
		if err := p.rate(); err != nil {
			return err
		}
		if p.session.Ending() != session.EasedOff && len(p.visit) == 1 || p.lines == nil || p.leftOut {
			return nil
		}
		again, err := p.another()
		if err != nil || !again {
			return err
		}
	}
}

// follow leads through one routine to its end.
func (p *plainPlayer) follow() error {
	play := p.current
	if err := p.tell.begin(play.Plan); err != nil {
		return &failure{err}
	}
	p.session = session.Session{}
	goOn, err := p.ask(play.Plan)
	if err != nil || !goOn {
		return err
	}
	s, events := session.Start(play.Plan, p.clock.Now(), session.From(play.From), session.Since(play.Began), session.WithTolerance(p.tolerance))
	p.session, p.past.Began = s, p.clock.Now().Wall
	for {
		for _, e := range events {
			if err := p.tell.event(p.session, e); err != nil {
				return &failure{err}
			}
			p.sound(e)
		}
		if p.session.State() == session.Over {
			return wrapFailure(p.tell.end(p.session))
		}
		if events, err = p.next(); err != nil {
			return err
		}
	}
}

// ask waits for the answer to what speaks against a routine. Where nobody can
// answer it was told, and the routine goes on.
func (p *plainPlayer) ask(plan session.Plan) (goOn bool, err error) {
	if len(plan.NotIf) == 0 || p.lines == nil || p.json {
		return true, nil
	}
	for {
		if err := p.print("Does one of these fit you? Type y or n, then Enter.\n"); err != nil {
			return false, err
		}
		line, ok, err := p.readLine(p.lines)
		switch {
		case err != nil:
			return false, err
		case !ok:
			p.lines = nil
			return true, nil
		}
		switch strings.ToLower(line) {
		case "n", "no":
			return true, nil
		case "y", "yes":
			p.leftOut = true
			return false, p.print(lastWords[session.LeftOut] + "\n")
		case "q":
			return false, nil
		case "!":
			if _, err := p.redFlags(); err != nil {
				return false, err
			}
		}
	}
}

// next waits until something is due or typed.
func (p *plainPlayer) next() (events []session.Event, err error) {
	var due <-chan time.Time
	if wait, ok := p.session.Wake(p.clock.Now()); ok {
		due = p.clock.After(wait)
	}
	in := session.Wake
	select {
	case code := <-p.Signals:
		if code != 0 {
			return nil, ended(code)
		}
	case line, ok := <-p.lines:
		if !ok {
			if p.Gone() {
				return nil, ended(hungUp)
			}
			p.lines = nil // nobody types any more; the routine leads on by itself
			break
		}
		return p.typed(strings.TrimSpace(line))
	case <-due:
	}
	p.session, events = session.Next(p.session, in, p.clock.Now())
	return events, nil
}

// typed carries out a line.
func (p *plainPlayer) typed(line string) (events []session.Event, err error) {
	now := p.clock.Now()
	if line != later {
		line = strings.ToLower(line)
	}
	switch line {
	case "!":
		return p.check(now)
	case "i":
		return nil, wrapFailure(p.tell.why(p.session.Phase()))
	case "b", "v":
		return nil, wrapFailure(p.tell.note(p.switched(line)))
	case "1", "2", "3", "4", "o", "l":
		events = p.choose(line, now)
		if line == "l" {
			err = p.tell.note(p.current.Choice.Safety())
		}
		return events, wrapFailure(err)
	}
	in, ok := plainInputs[line]
	if !ok {
		return nil, wrapFailure(p.tell.note("Type e, s, w, t, !, i or q, then Enter. Enter alone pauses."))
	}
	p.session, events = session.Next(p.session, in, now)
	return events, wrapFailure(p.tell.note(in.Note()))
}

// check goes through the red flags; the session stands still meanwhile.
func (p *plainPlayer) check(now session.Instant) (events []session.Event, err error) {
	if p.session.State() == session.Running {
		p.session, _ = session.Next(p.session, session.Pause, now)
	}
	left, err := p.redFlags()
	switch {
	case err != nil:
		return nil, err
	case left:
		return nil, wrapFailure(p.tell.note("Back to the routine. It waits; press Enter to go on."))
	}
	p.session, events = session.Next(p.session, session.Pause, p.clock.Now())
	return events, nil
}

// redFlags asks, unless that is left; a finding that stands in the way is an
// error.
func (p *plainPlayer) redFlags() (left bool, err error) {
	switch err := p.checkPlain(p.lines); {
	case errors.Is(err, errLeft):
		return true, nil
	case err != nil:
		return false, err
	case p.Finding().Blocks():
		return false, errBlocked
	}
	return false, nil
}

// rate asks a person how bad the cramp was that a relief was for, unless she
// left in the middle of it, and keeps the answer beside the rest.
func (p *plainPlayer) rate() error {
	if !p.ByHand || p.json || p.lines == nil || p.cramp.ID == "" || p.session.Plan().Onset == nil || p.session.Ending() == session.WasLeft {
		return nil
	}
	e := p.cramp
	told, more, err := p.invite(question{"How bad was it, 0 to 10? Enter leaves it out.", (*rating)(&e.Severity).Set}, p.lines)
	if !more {
		p.lines = nil
	}
	if err != nil || !told {
		return err
	}
	e.Edited = time.Time{} // now
	if err := p.putEpisode(e); err != nil {
		p.complain(err) // and it stops nothing
		return nil
	}
	p.cramp = e
	return p.print("Saved.\n")
}

// choose plays on for another muscle, leg or position.
func (p *plainPlayer) choose(line string, now session.Instant) (events []session.Event) {
	c, r := p.current.Choice, p.current.Routine
	switch line {
	case "o":
		c = c.OtherLeg()
	case "l":
		c = c.NextPosition(r.Positions)
	default:
		c.Muscle = routines.Muscles()[line[0]-'1']
	}
	plan, err := session.NewPlan(r, c)
	if err != nil {
		return nil // the routine has no version for it
	}
	p.current.Choice = c
	p.session, events = session.Replan(p.session, plan, now)
	return events
}

// another offers what goes well, and makes it the next to play.
func (p *plainPlayer) another() (bool, error) {
	offers := p.plainOptions.play.Routine.GoesWith // of what the visit began with
	if err := p.tell.offers(offers); err != nil {
		return false, &failure{err}
	}
	for {
		line, ok, err := p.readLine(p.lines)
		if err != nil || !ok || strings.EqualFold(line, "q") {
			return false, err
		}
		if i, err := strconv.Atoi(line); err == nil && i >= 1 && i <= len(offers) {
			p.current, err = p.load(offers[i-1], p.current.Choice)
			return err == nil, wrapFailure(err)
		}
		if line == "!" {
			if _, err := p.redFlags(); err != nil {
				return false, err
			}
		}
		if err := p.tell.note(fmt.Sprintf("Type a number from 1 to %d, or q, then Enter.", len(offers))); err != nil {
			return false, &failure{err}
		}
	}
}

// readLine waits for a line, without the space around it; false at the end.
func (a *App) readLine(lines <-chan string) (line string, ok bool, err error) {
	for {
		select {
		case code := <-a.Signals:
			if code != 0 {
				return "", false, ended(code)
			}
		case line, ok := <-lines:
			return strings.TrimSpace(line), ok, nil
		}
	}
}

// typedLines reads what is typed until there is no more of it.
func (a *App) typedLines() <-chan string {
	lines := make(chan string)
	go func() {
		defer close(lines)
		in := bufio.NewScanner(a.In)
		in.Buffer(nil, 1<<20)
		for in.Scan() {
			lines <- in.Text()
		}
	}()
	return lines
}
