package cue

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"uncramp/coach/session"
	"uncramp/routines"
)

// Sentence is a part of what is told of a phase. It is said whole or not at all.
type Sentence struct {
	Lead  string // said before it, where the one before it has not the same; empty: nothing
	Words string
	// Ready is for how to get ready. What of it there was no time for comes first later,
	// where that keeps nothing else out.
	Ready bool
}

// beginCue tells a phase: what, which leg, and how, with what there was no time for in
// getting ready. Where there is time to listen it tells how the next one goes, too.
func beginCue(p session.Plan, index int) Cue {
	ph, before := p.Phases[index], session.Phase{}
	if index > 0 {
		before = p.Phases[index-1]
	}
	c := Cue{Tone: tones[ph.Kind], Words: names(ph, before), Room: room(ph), RunOn: runOn(p, index)}
	c.Yields = runsOn(before, ph)
	c.Hush = !c.Yields
	c.More = append(untold(p, index), sentences(ph)...)
	if index+1 < p.Main && announces[ph.Kind] {
		next := p.Phases[index+1]
		for _, s := range sentences(next) {
			c.More = append(c.More, Sentence{Lead: fmt.Sprintf(saysNext, next.Word, next.Where()), Words: s.Words})
		}
	}
	return c
}

// announces are the kinds of phase in which how the next one goes is told.
var announces = map[session.Kind]bool{session.Prepare: true, session.Rest: true}

// untold is what may not have been told yet in a hold of how to get ready for it, on this leg.
func untold(p session.Plan, index int) (list []Sentence) {
	hold := p.Phases[index]
	if hold.Kind != session.Hold && hold.Kind != session.Open {
		return nil
	}
	for _, ph := range p.Phases[:index] {
		if ph.Kind == session.Prepare && ph.Step == hold.Step && ph.Side == hold.Side {
			list = append(list, sentences(ph)...)
		}
	}
	return list
}

// sentences are those of a phase's prompt.
func sentences(ph session.Phase) (list []Sentence) {
	for _, words := range Sentences(ph.Prompt) {
		list = append(list, Sentence{Words: words, Ready: ph.Kind == session.Prepare})
	}
	return list
}

// Sentences parts words after each full stop.
func Sentences(words string) (list []string) {
	for s := range strings.SplitAfterSeq(words, ". ") {
		if s = strings.TrimSpace(s); s != "" {
			list = append(list, s)
		}
	}
	return list
}

// names are ways to name a phase, the fullest first: what, where, and which of how
// many. The leg is left out only where it was the same before, and all of the name only
// where the tone that begins the phase is enough.
func names(ph, before session.Phase) []string {
	where, counts := ph.Where(), counts(ph)
	full := sentence(append([]string{ph.Word, where}, counts...)...)
	oneLeg := ph.Side == routines.Left || ph.Side == routines.Right
	switch {
	case ph.Kind == session.Release && ph.Repetition == 1 && ph.Of > 1:
		return []string{sentence(ph.Word)}
	case ph.Kind == session.Release:
		return []string{sentence(ph.Word), ""}
	case where == before.Where() || !oneLeg:
		return slices.Compact([]string{full, sentence(append([]string{ph.Word}, counts...)...), sentence(ph.Word), ""})
	case ph.Kind == session.Prepare:
		return []string{full, sentence(where)}
	}
	return slices.Compact([]string{full, sentence(ph.Word, where)})
}

// counts tell which set and which repetition a phase of work is.
func counts(ph session.Phase) (parts []string) {
	if ph.Sets > 1 && ph.Repetition == 1 && ph.Kind == session.Hold {
		parts = append(parts, fmt.Sprintf(saysSet, ph.Set, ph.Sets))
	}
	if ph.Of > 1 && (ph.Kind == session.Hold || ph.Kind == session.Open) {
		parts = append(parts, fmt.Sprintf(saysRound, ph.Repetition, ph.Of))
	}
	return parts
}

// sentence lists names as a sentence does; without the first there is none.
func sentence(names ...string) string {
	if names[0] == "" {
		return ""
	}
	names = slices.DeleteFunc(names, func(n string) bool { return n == "" })
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

// runOn is how long it may take to tell a phase and how it is done: over those after
// it that need no words of their own.
func runOn(p session.Plan, index int) time.Duration {
	ph := p.Phases[index]
	length := room(ph)
	for index++; index < len(p.Phases) && runsOn(ph, p.Phases[index]); index++ {
		length += p.Phases[index].Length
	}
	return length
}

// runsOn reports whether what is said in a phase may go on in the next one: both are
// too short for words, and belong together.
func runsOn(ph, next session.Phase) bool {
	short := ph.Length < countedFrom && next.Length < countedFrom
	works := isWork(ph.Kind) && isWork(next.Kind)
	return short && works && ph.Step == next.Step && (ph.Counted || ph.Kind == next.Kind && ph.Side == next.Side)
}

// isWork reports whether a phase of a kind is the work of a step, or lets go of it.
func isWork(k session.Kind) bool { return k == session.Hold || k == session.Release }

// tones begin the phases of a kind.
var tones = map[session.Kind]Tone{
	session.Prepare: Ready, session.Hold: Begin, session.Open: Begin, session.Release: Ease, session.Rest: Ease,
}
