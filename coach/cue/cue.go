// Package cue is what is to be heard at an event, as a value: a tone, and words
// in the lengths that may fit. It plays nothing; a [Sink] does.
package cue

import (
	"fmt"
	"strings"
	"time"

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
	// More are sentences that follow, as many as fit, by the fullest words with which most
	// of them do; empty words are for where none would fit otherwise. Each is said once
	// in a step: what there was no time for comes with a later cue.
	More []Sentence
	// RunOn is how long it may take with them, where that is more than Room.
	RunOn time.Duration
	Hush  bool // what is still said stops, whatever follows
	// Yields is for words that are left out while others are still said.
	Yields bool
	// Urgent words are said to their end; others have to stand back.
	Urgent bool
	// Of is what it tells.
	Of Happening
	// Next are words that may be needed soon, in that order. They take time to make.
	Next []string
}

// MoreRoom is how long it may take with the sentences that follow.
func (c Cue) MoreRoom() time.Duration { return max(c.Room, c.RunOn) }

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
		ph := p.Phases[e.Phase]
		return Cue{Tone: Half, Words: []string{saysHalfWay}, More: sentences(ph), Room: ph.Length/2 - countdown - Spacing}
	case session.Count:
		return Cue{Tone: Tick}
	case session.Check:
		ph := p.Phases[e.Phase]
		return Cue{Tone: Ask, Words: []string{saysCheck}, More: sentences(ph), Room: ph.Check - Spacing}
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

// lookahead is for how many phases words are made before they are needed.
const lookahead = 4

// ahead lists what may be said in the next phases from one on, in the order in
// which it is needed.
func ahead(p session.Plan, from int) (words []string) {
	for i := from; i < min(from+lookahead, len(p.Phases)); i++ {
		c := beginCue(p, i)
		words = append(words, c.Words...)
		for _, s := range c.More {
			words = append(words, s.Lead, s.Words)
		}
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
