package cli

import (
	"cmp"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"time"

	"uncramp/coach/cue"
	"uncramp/coach/outline"
	"uncramp/coach/record"
	"uncramp/coach/session"
	"uncramp/coach/state"
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
	meant string // a line that was typed in place of a number, to be carried out
	left  bool
	err   error // why it ends: the first thing that went wrong

	marks    *bookmarks // nil where nobody goes on with it
	narrator outline.Narrator
	undoTold bool   // how an answer is taken back
	fault    string // why nothing is heard, as it was told
	sources  routines.Catalogue
	encoder  *json.Encoder
}

func (a *App) playPlain(o plainOptions) error {
	a.preferred()
	a.complain(a.settingsFault)
	if a.ByHand {
		a.complain(a.lacksUTF8())
	}
	p, err := a.newPlain(o)
	if err != nil {
		return err
	}
	defer p.audio.Close(audioTimeout)
	p.begin(o.play)
	for !p.over() {
		p.marks.keep(p.visit.Bookmark(p.clock.Now()))
		p.next()
	}
	err = p.err
	p.breakOff()
	p.marks.close()
	if a.settle() != nil {
		return exitCode(Failed)
	}
	return cmp.Or(err, p.err)
}

// breakOff keeps what is followed still, whatever ended it, and says at the end
// what the diary has, unless nobody reads it or a red flag is the last word.
func (p *plainPlayer) breakOff() {
	v, r, at := p.visit.BreakOff(p.clock.Now())
	p.visit = v
	if errors.Is(p.err, errBlocked) {
		at = nil // nor is it gone on with
	}
	p.marks.keep(at)
	if p.Journal.Keeps() && r.Keep.Len() > 0 {
		p.complain(p.Journal.Merge(r.Keep))
	}
	var code exitCode
	if !p.json && (p.err == nil || errors.As(p.err, &code) && code != hungUp) {
		p.err = nil
		p.note(p.keptLine(v.Kept()))
	}
}

func (a *App) newPlain(o plainOptions) (*plainPlayer, error) {
	a.linear = plainColumns
	sources, err := routines.Sources()
	p := &plainPlayer{
		App: a, plainOptions: o, visit: visit.New(o.tolerance).WithSwitches(o.on), lines: a.typedLines(), audio: a.Audio(a.preferred()),
		sources: sources, encoder: json.NewEncoder(a.data),
	}
	p.audio.Set(o.on)
	if err == nil && a.ByHand && !o.json && a.Journal.Keeps() {
		p.marks = a.keepBookmarks()
	}
	return p, err
}

// fail ends the player for a reason, and reports whether there is one.
func (p *plainPlayer) fail(err error) bool {
	p.err = cmp.Or(p.err, err)
	return err != nil
}

// tell prints the text of that name about something or, with --json, an object
// for a program. What has no text, and no object, prints nothing.
func (p *plainPlayer) tell(name string, about, object any) {
	text := plainTexts().Lookup(name)
	switch {
	case p.err != nil:
	case p.json && object != nil:
		p.fail(p.encoder.Encode(object))
	case !p.json && text != nil:
		var words strings.Builder
		if !p.fail(text.Execute(&words, about)) && words.Len() > 0 {
			p.fail(p.print(words.String()))
		}
	}
}

// note tells what belongs to the line above.
func (p *plainPlayer) note(words string) { p.tell("note", words, nil) }

// over reports whether there is nothing more to type or to wait for. A single
// routine that ended by itself offers nothing, so that a script goes on.
func (p *plainPlayer) over() bool {
	alone := p.visit.First() && p.visit.Session().Ending() != session.EasedOff
	over := p.meant == "" && p.visit.Stage() == visit.Over
	return p.left || p.err != nil || over && (p.lines == nil || alone || len(p.visit.Offers()) == 0)
}

// begin follows a routine, unless a finding stands in the way.
func (p *plainPlayer) begin(play visit.Play) {
	if p.blocked() {
		return
	}
	before, after := "begin", ""
	if play.Plan.Onset != nil { // who hears it has a cramp: the first move before all else but the red flags
		before, after = "flags", before
	}
	p.tell(before, play.Plan, nil)
	var r visit.Result
	p.visit, r = p.visit.Begin(play, p.clock.Now())
	p.show(r, true)
	p.tell(after, play.Plan, nil)
	if p.json {
		p.beginUnasked()
	}
}

// blocked ends the player where a finding stands in the way, of this program or of
// another one, and says what to do.
func (p *plainPlayer) blocked() bool {
	f := p.State.Finding()
	if f.Blocks() {
		p.fail(p.refuse(f))
	}
	return f.Blocks()
}

// beginUnasked begins a routine without an answer to what speaks against it:
// where nobody can give one that was told, and it goes on.
func (p *plainPlayer) beginUnasked() {
	if p.visit.Stage() == visit.Asking {
		p.typed("n")
	}
}

// next waits until something is due or typed.
func (p *plainPlayer) next() {
	if line := p.meant; line != "" {
		p.meant = ""
		p.typed(line)
		return
	}
	if p.visit.Stage() == visit.Asking && p.lines != nil {
		p.tell("ask", nil, nil)
	}
	var due <-chan time.Time
	switch wait, ok := p.visit.Wake(p.clock.Now()); {
	case ok:
		due = p.clock.After(wait)
	case p.lines == nil:
		p.typed("q") // it is paused, and nobody can go on with it
		return
	}
	select {
	case code := <-p.Signals:
		if code != 0 {
			p.fail(exitCode(code))
		}
	case line, ok := <-p.lines:
		switch {
		case ok:
			p.typed(strings.TrimSpace(line))
		case p.gone():
			p.fail(exitCode(hungUp))
		default:
			p.lines = nil // the routine leads on by itself
			p.beginUnasked()
		}
	case <-due:
		p.advance()
	}
}

// advance lets time pass.
func (p *plainPlayer) advance() {
	var r visit.Result
	p.visit, r = p.visit.Advance(p.clock.Now())
	p.show(r, true)
}

// typed carries out a line.
func (p *plainPlayer) typed(line string) {
	row, n, ok := p.visit.Line(line)
	if !ok {
		p.hint()
		return
	}
	began := p.visit.Stage() != visit.Asking
	var r visit.Result
	p.visit, r = p.visit.Do(row, n, p.clock.Now())
	p.left = r.Leave
	p.show(r, began)
	switch {
	case r.Flags:
		p.check()
	case r.Load != "":
		play, err := p.load(r.Load, p.visit.Choice())
		if !p.fail(err) {
			p.begin(play)
		}
	case r.Play != nil:
		p.begin(*r.Play)
	default:
		p.own(row.Action)
	}
}

// own carries out what is the player's own.
func (p *plainPlayer) own(a visit.Action) {
	switch a {
	case visit.RedFlags:
		p.check()
	case visit.Why:
		w := p.again()
		p.tell("reason", w, map[string]any{"event": "why", "sources": w.Phase.Sources, "timing": w.Phase.Timing, "note": w.Phase.Note})
	case visit.Keys:
		p.tell("keys", p.visit.Actions(), nil)
	case visit.Sound, visit.Voice, visit.Louder, visit.Softer:
		p.audio.Set(p.visit.Switches())
	default:
	}
}

// hint says what can be typed. A question is its own.
func (p *plainPlayer) hint() {
	switch p.visit.Stage() {
	case visit.Following:
		p.note(whatToType)
	case visit.Over:
		p.tell("choose", offersOf(p.visit), nil)
	case visit.Asking:
	}
}

// show tells what came of something.
func (p *plainPlayer) show(r visit.Result, began bool) {
	if eases := r.Ended && p.visit.Session().Ending() == session.EasedOff; !eases { // the end says so
		p.note(r.Note)
		p.tellUndo(r.Answered)
	}
	if slices.ContainsFunc(r.Events, session.Event.Leads) && p.blocked() {
		r.Events = nil
	}
	s := p.visit.Session()
	for _, e := range r.Events {
		p.tell(string(e.Kind), p.event(s, e), objectOf(s, e))
	}
	cue.PlayEvents(p.audio, s, r.Events)
	p.tellFault()
	if r.Ended {
		p.end(r, began)
		return
	}
	p.keep(r.Keep)
}

// tellUndo says once how an answer is taken back.
func (p *plainPlayer) tellUndo(answered bool) {
	if answered && !p.undoTold {
		p.undoTold = true
		p.note(typeToUndo)
	}
}

// tellFault says once why what was asked for can't be heard.
func (p *plainPlayer) tellFault() {
	if f := p.audio.Fault(); f != p.fault && p.visit.Switches().On() {
		if p.fault = f; f != "" {
			p.note(f)
		}
	}
}

// end tells how a routine ended, keeps it, and offers what goes well with it.
func (p *plainPlayer) end(r visit.Result, began bool) {
	s := p.visit.Session()
	offers := visit.OffersOf(s.Plan().GoesWith, p.clock.Now().Wall.Hour(), p.visit.Choice(), p.load)
	if p.visit.First() {
		p.visit = p.visit.WithOffers(offers)
	}
	ending := endOf(s, began, p.emergencyCall(), idsOf(offers))
	if !p.over() { // they are told below
		ending.GoesWith = nil
	}
	p.tell("end", ending, nil)
	p.keep(r.Keep)
	if !p.over() && r.Play == nil {
		p.tell("offers", offersOf(p.visit), map[string]any{"event": "offers", "routines": idsOf(p.visit.Offers())})
	}
}

// check goes through the red flags; the routine stands still meanwhile, and
// waits.
func (p *plainPlayer) check() {
	switch err := p.checkPlain(p.lines); {
	case err != nil && !errors.Is(err, errLeft) && !errors.Is(err, state.ErrNotKept):
		p.fail(err)
	case p.State.Finding().Blocks():
		p.fail(errBlocked)
	case p.visit.Stage() == visit.Following:
		p.note(itWaits)
	default:
		p.hint()
	}
}

// keep puts what was followed into the diary, and says so. What it says is no
// part of the JSON. A diary that can't be written stops nothing.
func (p *plainPlayer) keep(b record.Batch) {
	if b.Len() == 0 || !p.Journal.Keeps() {
		return
	}
	if err := p.Journal.Merge(b); err != nil {
		p.complain(err)
		return
	}
	if p.visit.Stage() != visit.Over { // it was put right, and goes on
		return
	}
	if !p.left { // else it is told what was kept
		p.note(savedWords)
	}
	v, cramp, asks := p.visit.AsksAbout()
	if asks && p.ByHand && !p.json && p.lines != nil && p.err == nil {
		p.visit = v
		p.rate(cramp)
	}
}

// rate asks a person how bad the cramp was, and keeps the answer beside the
// rest. What is no number but can be done now is done instead: nobody has to
// answer before the red flags, or before an answer is taken back.
func (p *plainPlayer) rate(e record.Episode) {
	take := takeRating(&e.Severity)
	given, more, err := p.askOptional(asked(record.Severity()), p.lines, func(line string) error {
		wrong := take(line)
		if _, _, means := p.visit.Line(line); wrong != nil && means {
			p.meant = line
			return nil
		}
		return wrong
	})
	if !more {
		p.lines = nil
	}
	if p.fail(err) || !given || p.meant != "" {
		return
	}
	e.Edited = time.Time{} // now
	if err := p.Journal.SaveEpisode(e); err != nil {
		p.complain(err)
		return
	}
	p.visit = p.visit.WithCramp(e)
	p.tell("saved", nil, nil)
}
