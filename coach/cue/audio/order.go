package audio

import (
	"slices"
	"time"

	"uncramp/coach/cue"
	"uncramp/coach/outline"
	"uncramp/coach/session"
)

// order is what a cue asks of what sounds. It is the one rule for what is played
// and for what is recorded.
type order struct {
	hush  bool  // words that are being said stop
	tone  Sound // cuts the one that sounds; without samples that goes on
	speak bool  // words cut those that are being said, and are said after the tone
}

// orderOf is the order of a cue where this is to be heard, and while words are being
// said or not, which may be urgent.
func orderOf(c cue.Cue, on cue.Switches, saying, urgent bool) order {
	waits := saying && (c.Yields || urgent && !c.Urgent)
	o := order{hush: c.Hush && !waits, speak: on.Voice && len(c.Words) > 0 && !waits}
	if on.Sound {
		o.tone = Tone(c.Tone, on.Volume)
	}
	return o
}

// recall is what the listener remembers at a cue, before which sentences were begun that
// may have been cut. Who goes on has no need of how to get ready.
func recall(m outline.Memory, c cue.Cue, begun []cue.Sentence) outline.Memory {
	if c.Of.Kind != session.Began {
		return m
	}
	for _, s := range begun {
		if s.Ready {
			m.Tell(s.Words)
		}
	}
	return m.At(c.Of.Phase.Step, c.Of.Event.Phase)
}

// remember is what the listener remembers once sentences were said.
func remember(m outline.Memory, said []cue.Sentence) outline.Memory {
	for _, s := range said {
		m.Tell(s.Words)
	}
	return m
}

// utterance is what is said of a cue, each part as it was made ready.
type utterance[T any] struct {
	words string
	more  []cue.Sentence
	parts []T
}

// spoken is a part of what is said, or how long it will take.
type spoken interface {
	Length() time.Duration
	Pause() time.Duration // of it: the silence that it ends with
}

// wording chooses what is said of a cue.
type wording[T spoken] struct {
	cue    cue.Cue
	waited time.Duration                // since the cue
	ready  func(words string) (T, bool) // false where they can't be said now
}

// fullest returns what tells most of a cue in what is left of its time, by its fullest
// words; false where none fit. The listener remembers what was told.
func fullest[T spoken](c cue.Cue, m outline.Memory, waited time.Duration, ready func(string) (T, bool)) (best utterance[T], ok bool) {
	w := wording[T]{c, waited, ready}
	var left, own []cue.Sentence
	for _, s := range c.More {
		switch {
		case !m.Tell(s.Words):
		case s.Ready && c.Of.Phase.Kind != session.Prepare:
			left = append(left, s)
		default:
			own = append(own, s)
		}
	}
	best, ok = w.fullest(slices.Concat(left, own))
	if len(left) > 0 && len(best.more) <= len(left) { // it keeps its own out
		if other, _ := w.fullest(slices.Concat(own, left)); len(other.more) > 0 {
			return other, true
		}
	}
	return best, ok
}

// fullest returns the fullest words of those with which most sentences fit. Without
// words are sentences that fit with none.
func (w wording[T]) fullest(more []cue.Sentence) (best utterance[T], ok bool) {
	for _, words := range w.cue.Words {
		if words == "" && len(best.more) > 0 {
			break
		}
		if u, fits := w.after(words, more); fits && (!ok || len(u.more) > len(best.more)) {
			best, ok = u, true
		}
	}
	return best, ok
}

// after returns as many sentences as fit after words, which may be empty; false where not
// even these fit, or nothing would be said.
func (w wording[T]) after(words string, more []cue.Sentence) (u utterance[T], fits bool) {
	takes := w.waited
	add := func(words string, room time.Duration) bool {
		part, ok := w.ready(words)
		if !ok || takes+part.Length()-part.Pause() > room {
			return false
		}
		takes += part.Length()
		u.parts = append(u.parts, part)
		return true
	}
	if words != "" && !add(words, w.cue.Room) {
		return u, false
	}
	u.words = words
	room, lead := w.cue.MoreRoom(), ""
	for _, s := range more {
		n := len(u.parts)
		if s.Lead != lead && s.Lead != "" && !add(s.Lead, room) || s.Words != words && !add(s.Words, room) {
			u.parts = u.parts[:n]
			break
		}
		lead = s.Lead
		u.more = append(u.more, s)
	}
	return u, len(u.parts) > 0
}
