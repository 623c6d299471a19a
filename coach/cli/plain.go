package cli

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"uncramp/coach/cue"
	"uncramp/coach/record"
	"uncramp/coach/session"
	"uncramp/coach/visit"
	"uncramp/routines"
)

type plainOptions struct {
	play      visit.Play
	clock     Clock
	tolerance time.Duration
	json      bool
	why       bool
	on        cue.Switches // what is to be heard
}

// plainPlayer follows a visit line by line: nothing is ever redrawn, so a
// screen reader, a pipe or a teletype can follow it. What a line means is the
// visit's to decide.
type plainPlayer struct {
	*App
	plainOptions
	visit visit.Visit
	lines <-chan string // nil once nobody types any more
	audio cue.Sink
	left  bool

	sources routines.Catalogue
	encoder *json.Encoder
}

func (a *App) playPlain(o plainOptions) error {
	a.preferred()
	if a.unset != nil {
		a.complain(a.unset)
	}
	p, err := a.newPlain(o)
	if err != nil {
		return err
	}
	defer p.audio.Close(audioTimeout)
	if err := p.begin(o.play); err != nil {
		return err
	}
	for !p.over() {
		if err := p.next(); err != nil {
			return err
		}
	}
	return nil
}

func (a *App) newPlain(o plainOptions) (*plainPlayer, error) {
	sources, err := routines.Sources()
	p := &plainPlayer{
		App: a, plainOptions: o, visit: visit.New(o.tolerance), lines: a.typedLines(), audio: a.Audio(a.preferred()),
		sources: sources, encoder: json.NewEncoder(a.Out),
	}
	p.audio.Set(p.on)
	return p, wrapFailure(err)
}

// tell prints words for a person or, with --json, an object for a program.
// Empty words, and no object, print nothing.
func (p *plainPlayer) tell(words string, object any) error {
	switch {
	case p.json && object != nil:
		return wrapFailure(p.encoder.Encode(object))
	case p.json || words == "":
		return nil
	}
	return p.print(words)
}

// note tells what belongs to the line above.
func (p *plainPlayer) note(words string) error {
	if words == "" {
		return nil
	}
	return p.tell(indent+words+"\n", nil)
}

// over reports whether there is nothing more to type or to wait for. A single
// routine that ended by itself offers nothing, so that a script goes on.
func (p *plainPlayer) over() bool {
	alone := p.visit.First() && p.visit.Session().Ending() != session.EasedOff
	return p.left || p.visit.Stage() == visit.Over && (p.lines == nil || alone || len(p.visit.Offers()) == 0)
}

// begin follows a routine, unless a finding stands in the way. Where nobody can
// answer what speaks against it that was told, and it goes on.
func (p *plainPlayer) begin(play visit.Play) error {
	if f := p.Finding(); f.Blocks() {
		return p.refuse(f)
	}
	if err := p.tell(beginText(play.Plan), nil); err != nil {
		return err
	}
	var r visit.Result
	p.visit, r.Events = p.visit.Begin(play, p.clock.Now())
	r.Ended = p.visit.Stage() == visit.Over
	if err := p.show(r, true); err != nil {
		return err
	}
	if p.json {
		return p.goOnUnasked()
	}
	return nil
}

// goOnUnasked begins a routine without an answer to what speaks against it.
func (p *plainPlayer) goOnUnasked() error {
	if p.visit.Stage() != visit.Asking {
		return nil
	}
	return p.typed("n")
}

// next waits until something is due or typed.
func (p *plainPlayer) next() error {
	if p.visit.Stage() == visit.Asking && p.lines != nil {
		if err := p.tell(askUnfit, nil); err != nil {
			return err
		}
	}
	var due <-chan time.Time
	if wait, ok := p.visit.Wake(p.clock.Now()); ok {
		due = p.clock.After(wait)
	}
	select {
	case code := <-p.Signals:
		if code != 0 {
			return ended(code)
		}
	case line, ok := <-p.lines:
		if ok {
			return p.typed(strings.TrimSpace(line))
		}
		if p.Gone() {
			return ended(hungUp)
		}
		p.lines = nil // the routine leads on by itself
		return p.goOnUnasked()
	case <-due:
	}
	return p.advance()
}

// advance lets time pass.
func (p *plainPlayer) advance() error {
	var r visit.Result
	p.visit, r = p.visit.Advance(p.clock.Now())
	return p.show(r, true)
}

// typed carries out a line.
func (p *plainPlayer) typed(line string) error {
	row, n, ok := p.visit.Line(line)
	if !ok {
		return p.hint()
	}
	began := p.visit.Stage() != visit.Asking
	var r visit.Result
	p.visit, r = p.visit.Do(row, n, p.clock.Now())
	if err := p.show(r, began); err != nil {
		return err
	}
	p.left = r.Leave
	switch {
	case r.Load != "":
		play, err := p.load(r.Load, p.visit.Choice())
		if err != nil {
			return &failure{err}
		}
		return p.begin(play)
	case r.Play != nil:
		return p.begin(*r.Play)
	}
	return p.own(row.Action)
}

// own carries out what is the player's own.
func (p *plainPlayer) own(a visit.Action) error {
	switch a {
	case visit.RedFlags:
		return p.check()
	case visit.Why:
		ph := p.visit.Session().Phase()
		return p.tell(p.whyText(ph), map[string]any{"event": "why", "sources": ph.Sources, "timing": ph.Timing, "note": ph.Note})
	case visit.Keys:
		return p.tell(keysText(p.visit.Actions()), nil)
	case visit.Sound, visit.Voice, visit.Louder, visit.Softer:
		return p.note(p.change(a))
	default:
		return nil
	}
}

// hint says what can be typed. A question is its own.
func (p *plainPlayer) hint() error {
	switch p.visit.Stage() {
	case visit.Following:
		return p.note(whatToType)
	case visit.Over:
		return p.note(fmt.Sprintf(whichOffer, len(p.visit.Offers())))
	default:
		return nil
	}
}

// show tells what came of something.
func (p *plainPlayer) show(r visit.Result, began bool) error {
	if err := p.note(r.Note); err != nil {
		return err
	}
	s := p.visit.Session()
	for _, e := range r.Events {
		if err := p.tell(p.eventText(s, e), objectOf(s, e)); err != nil {
			return err
		}
	}
	cue.PlayEvents(p.audio, p.visit.Session(), r.Events)
	if r.Ended {
		return p.end(r, began)
	}
	return nil
}

// end tells how a routine ended, keeps it, and offers what goes well with it.
func (p *plainPlayer) end(r visit.Result, began bool) error {
	if err := p.tell(endText(p.visit.Session(), began), nil); err != nil {
		return err
	}
	ids := p.visit.GoesWith()
	if p.visit.First() {
		var offers []visit.Offer
		for _, id := range ids {
			offers = append(offers, visit.Offer{ID: id})
		}
		p.visit = p.visit.WithOffers(offers)
	}
	if err := p.keep(r.Keep, began); err != nil || p.over() {
		return err
	}
	return p.tell(offersText(p.visit.Offers()), map[string]any{"event": "offers", "routines": ids})
}

// check goes through the red flags; the routine stands still meanwhile, and
// waits.
func (p *plainPlayer) check() error {
	switch err := p.checkPlain(p.lines); {
	case err != nil && !errors.Is(err, errLeft):
		return err
	case err == nil && p.Finding().Blocks():
		return errBlocked
	case p.visit.Stage() == visit.Following:
		return p.note(itWaits)
	}
	return p.hint()
}

// keep puts what was followed into the diary, and says so. What it says is no
// part of the JSON. A diary that can't be written stops nothing.
func (p *plainPlayer) keep(e *record.Entry, began bool) error {
	switch {
	case p.trial && began:
		return p.note(nothingKept)
	case !p.Journal.Keeps() || e == nil:
		return nil
	}
	if err := p.Journal.AddSession(*e); err != nil {
		p.complain(err)
		return nil
	}
	if err := p.note(savedWords); err != nil {
		return err
	}
	return p.rate()
}

// rate asks a person how bad the cramp was, and keeps the answer beside the
// rest.
func (p *plainPlayer) rate() error {
	v, e, asks := p.visit.AsksAbout()
	if !p.ByHand || p.json || p.lines == nil || !asks {
		return nil
	}
	p.visit = v
	told, more, err := p.invite(question{howBad, (*ratingFlag)(&e.Severity).Set}, p.lines)
	if !more {
		p.lines = nil
	}
	if err != nil || !told {
		return err
	}
	e.Edited = time.Time{} // now
	if err := p.Journal.SaveEpisode(e); err != nil {
		p.complain(err)
		return nil
	}
	p.visit = p.visit.WithCramp(e)
	return p.tell(saidSaved, nil)
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
