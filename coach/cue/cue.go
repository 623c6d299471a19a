// Package cue is what is to be heard at an event, as a value: a tone, and words
// in the lengths that may fit. It plays nothing; a [Sink] does.
package cue

import (
	"fmt"
	"strings"
	"time"
	"unicode"

	"uncramp/coach/session"
)

// Tone is a short sound that tells one thing.
type Tone int

// The tones. None is silence.
const (
	None   Tone = iota
	Begin       // a phase of work begins
	Ease        // a release or a rest begins: lower and softer
	Ready       // a prepare phase: short and quiet
	Tick        // three, two, one
	Half        // half of it is over
	Finish      // the routine is over: downward
	Ask         // eased, same or worse?
)

// Happening is an event of a session, for who wants to know more than is heard.
type Happening struct {
	session.Event
	Routine string        // id
	Phase   session.Phase // that it happens in
	Ending  session.Ending
}

// Cue is what is to be heard at one event.
type Cue struct {
	Tone Tone
	// Words are ways to say it, the fullest first. The first one that fits is
	// said, or none.
	Words []string
	Room  time.Duration // how long it may take
	Hush  bool          // what is still said stops, whatever follows
	// Urgent words are said to their end; others have to stand back.
	Urgent bool
	// Of is what it tells.
	Of Happening
	// Next are words that may be needed soon, in that order. They take time to make.
	Next []string
}

const (
	// Spacing is kept free before the next thing that is heard.
	Spacing = 300 * time.Millisecond
	// countdown is the time that three-two-one takes.
	countdown = 3 * time.Second
)

// unboundedRoom is for words that nothing follows soon.
const unboundedRoom = 15 * time.Second

// Of is the cue for an event of a session.
func Of(s session.Session, e session.Event) Cue {
	c := cueOf(s, e)
	c.Of = Happening{Event: e, Routine: s.Plan().Routine, Ending: s.Ending()}
	if e.Phase < len(s.Plan().Phases) {
		c.Of.Phase = s.Plan().Phases[e.Phase]
	}
	return c
}

func cueOf(s session.Session, e session.Event) Cue {
	if e.Kind == session.Finished || e.Kind == session.Overdue {
		return endCue(s.Plan(), s.Ending())
	}
	c := cueAt(s.Plan(), e)
	if e.Kind == session.Began {
		c.Next = ahead(s.Plan(), e.Phase)
	}
	return c
}

func cueAt(p session.Plan, e session.Event) Cue {
	switch e.Kind {
	case session.Began:
		return beginCue(p, e.Phase)
	case session.HalfWay:
		return Cue{Tone: Half, Words: []string{saysHalfWay}, Room: p.Phases[e.Phase].Length/2 - countdown - Spacing}
	case session.Count:
		return Cue{Tone: Tick}
	case session.Check:
		return Cue{Tone: Ask, Words: []string{saysCheck}, Room: p.Phases[e.Phase].Check - Spacing}
	case session.Paused:
		return Cue{Words: []string{saysPaused}, Room: unboundedRoom, Hush: true}
	case session.Resumed:
		ph := p.Phases[e.Phase]
		return Cue{Tone: tones[ph.Kind], Words: []string{sentence(ph.Word)}, Room: time.Second + Spacing}
	case session.Gap:
		return Cue{Words: []string{saysGap}, Room: unboundedRoom, Hush: true}
	case session.Warned:
		return Cue{Tone: Ask, Words: []string{saysWarned}, Room: unboundedRoom, Urgent: true}
	}
	return Cue{}
}

// endCue is what is heard last. Who leaves hears nothing any more.
func endCue(p session.Plan, how session.Ending) Cue {
	c := Cue{Tone: Finish, Room: unboundedRoom, Hush: true}
	switch how {
	case session.Completed:
		c.Words = []string{fmt.Sprintf(saysClosing, strings.Join(p.Closing, " ")), saysDone}
	case session.EasedOff:
		c.Words = []string{saysEased}
	case session.GotWorse:
		c.Words = []string{saysWorse}
	case session.TooLong:
		c.Words, c.Urgent = []string{saysTooLong}, true
	case session.Going, session.LeftOut, session.WasLeft:
		c.Tone = None
	}
	return c
}

// AheadOfEnd are ways to tell before the end what is told after it, the fullest
// first: a recording is over when its routine is. Where the ending tells nothing that
// is to be done, there are none.
func AheadOfEnd(p session.Plan, how session.Ending) (words []string) {
	if how == session.TooLong {
		return []string{saysTooLong}
	}
	if how != session.Completed {
		return nil
	}
	for n := len(p.Closing); n > 0; n-- {
		words = append(words, fmt.Sprintf(saysAtEnd, strings.Join(p.Closing[:n], " ")))
	}
	return words
}

// beginCue tells a phase: what, which leg, and how. Where there is time to listen
// it tells how the next one goes, too, so that nobody needs it told within.
func beginCue(p session.Plan, index int) Cue {
	ph := p.Phases[index]
	name := phaseName(ph)
	c := Cue{Tone: tones[ph.Kind], Room: room(ph), Hush: true}
	announced := ph.Kind == session.Hold && index > 0 && announces[p.Phases[index-1].Kind]
	if !announced && ph.Repetition <= 1 {
		full := name + " " + ph.Prompt
		if index+1 < p.Main && announces[ph.Kind] {
			next := p.Phases[index+1]
			c.Words = append(c.Words, fmt.Sprintf(saysNext, full, next.Word, next.Where(), next.Prompt))
		}
		c.Words = append(c.Words, full)
	}
	c.Words = append(c.Words, name)
	return c
}

// announces are the kinds of phase in which how the next one goes is told.
var announces = map[session.Kind]bool{session.Prepare: true, session.Rest: true}

// phaseName names a phase: what, where, and which of how many.
func phaseName(ph session.Phase) string {
	parts := []string{ph.Word}
	if where := ph.Where(); where != "" && ph.Kind != session.Release {
		parts = append(parts, where)
	}
	if ph.Sets > 1 && ph.Repetition == 1 && ph.Kind == session.Hold {
		parts = append(parts, fmt.Sprintf(saysSet, ph.Set, ph.Sets))
	}
	if ph.Of > 1 && (ph.Kind == session.Hold || ph.Kind == session.Open) {
		parts = append(parts, fmt.Sprintf(saysRound, ph.Repetition, ph.Of))
	}
	return sentence(parts...)
}

// sentence lists names as a sentence does; without the first there is none.
func sentence(names ...string) string {
	if names[0] == "" {
		return ""
	}
	letters := []rune(strings.Join(names, ", "))
	letters[0] = unicode.ToUpper(letters[0])
	return string(letters) + "."
}

// countedFrom is the shortest phase whose countdown is not spoken over, and
// halfFrom the shortest hold that is told when half of it is over.
const (
	countedFrom = 10 * time.Second
	halfFrom    = 20 * time.Second
)

// room is how long words may take that begin with a phase: until the next thing
// is heard.
func room(ph session.Phase) time.Duration {
	switch {
	case ph.Length == 0:
		return ph.Check - Spacing
	case ph.Length < countedFrom:
		return ph.Length - Spacing
	case ph.Kind == session.Hold && ph.Length >= halfFrom:
		return ph.Length/2 - Spacing
	}
	return ph.Length - countdown - Spacing
}

// tones begin the phases of a kind.
var tones = map[session.Kind]Tone{
	session.Prepare: Ready, session.Hold: Begin, session.Open: Begin, session.Release: Ease, session.Rest: Ease,
}

// lookahead is for how many phases words are made before they are needed.
const lookahead = 4

// ahead lists what may be said in the next phases from one on, in the order in
// which it is needed.
func ahead(p session.Plan, from int) (words []string) {
	for i := from; i < min(from+lookahead, len(p.Phases)); i++ {
		words = append(words, beginCue(p, i).Words...)
		for _, kind := range []session.EventKind{session.HalfWay, session.Check} {
			words = append(words, cueAt(p, session.Event{Kind: kind, Phase: i}).Words...)
		}
	}
	words = append(words, cueAt(p, session.Event{Kind: session.Paused}).Words...)
	if from+lookahead >= p.Main {
		words = append(words, endCue(p, session.Completed).Words...)
	}
	return words
}
