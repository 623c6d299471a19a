package cue

import (
	"fmt"
	"strings"
	"time"

	"uncramp/coach/session"
)

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
}

// margin is kept free before the next thing that is heard, and counting is the
// time the three-two-one takes.
const (
	margin   = 300 * time.Millisecond
	counting = 3 * time.Second
)

// unbound is room for words that nothing follows soon.
const unbound = 15 * time.Second

// Of is the cue for an event of a session.
func Of(s session.Session, e session.Event) Cue {
	if e.Kind == session.Finished || e.Kind == session.Overdue {
		return ended(s.Plan(), s.Ending())
	}
	return at(s.Plan(), e)
}

func at(p session.Plan, e session.Event) Cue {
	switch e.Kind {
	case session.Began:
		return began(p, e.Phase)
	case session.HalfWay:
		return Cue{Tone: Half, Words: []string{"Half way."}, Room: p.Phases[e.Phase].Length/2 - counting - margin}
	case session.Count:
		return Cue{Tone: Tick}
	case session.Check:
		return Cue{Tone: Ask, Words: []string{"Eased, same, or worse?"}, Room: p.Phases[e.Phase].Check - margin}
	case session.Paused:
		return Cue{Words: []string{"Paused."}, Room: unbound, Hush: true}
	case session.Resumed:
		ph := p.Phases[e.Phase]
		return Cue{Tone: toneOf(ph), Words: []string{sentence(ph.Word)}, Room: time.Second + margin}
	case session.Gap:
		return Cue{Words: []string{"Time went by unseen. Press space to go on."}, Room: unbound, Hush: true}
	case session.Warned:
		return Cue{Tone: Ask, Words: []string{"It has lasted a while. If it is not over soon, get medical advice."}, Room: unbound, Urgent: true}
	case session.Overdue, session.Finished:
	}
	return Cue{}
}

// ended is what is heard last. Who leaves hears nothing any more.
func ended(p session.Plan, how session.Ending) Cue {
	c := Cue{Tone: Finish, Room: unbound, Hush: true}
	switch how {
	case session.Completed:
		c.Words = []string{"Done. " + strings.Join(p.Closing, " "), "Done."}
	case session.EasedOff:
		c.Words = []string{"Rest a while."}
	case session.GotWorse:
		c.Words = []string{"Leave it be. No more pulling."}
	case session.TooLong:
		c.Words, c.Urgent = []string{"Ten minutes. Get medical advice now."}, true
	case session.Going, session.LeftOut, session.WasLeft:
		c.Tone = None
	}
	return c
}

// began tells a phase: what, which leg, and how. Where there is time to listen
// it tells how the next one goes, too, so that nobody needs it told within.
func began(p session.Plan, index int) Cue {
	ph := p.Phases[index]
	name := sentence(ph.Word)
	if where := ph.Where(); where != "" && ph.Kind != session.Release {
		name = sentence(ph.Word + ", " + where)
	}
	if ph.Of > 1 && (ph.Kind == session.Hold || ph.Kind == session.Open) {
		name = strings.TrimSuffix(name, ".") + fmt.Sprintf(", %d of %d.", ph.Repetition, ph.Of)
	}
	c := Cue{Tone: toneOf(ph), Room: room(ph), Hush: true}
	told := ph.Kind == session.Hold && index > 0 && p.Phases[index-1].Kind == session.Prepare
	if told || ph.Repetition > 1 {
		c.Words = []string{name}
		return c
	}
	full := name + " " + ph.Prompt
	if next, ok := following(p, index); ok && (ph.Kind == session.Prepare || ph.Kind == session.Rest) {
		c.Words = append(c.Words, full+" Then: "+next)
	}
	c.Words = append(c.Words, full, name)
	return c
}

// following is what comes after a phase, in words.
func following(p session.Plan, index int) (string, bool) {
	if index+1 >= p.Main || index >= p.Main {
		return "", false
	}
	next := p.Phases[index+1]
	return next.Word + ", " + next.Where() + ". " + next.Prompt, true
}

func sentence(s string) string {
	if s == "" {
		return ""
	}
	return strings.ToUpper(s[:1]) + s[1:] + "."
}

// countedFrom is the shortest phase whose counting is not spoken over, and
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
		return ph.Check - margin
	case ph.Length < countedFrom:
		return ph.Length - margin
	case ph.Kind == session.Hold && ph.Length >= halfFrom:
		return ph.Length/2 - margin
	}
	return ph.Length - counting - margin
}

func toneOf(ph session.Phase) Tone {
	switch ph.Kind {
	case session.Prepare:
		return Ready
	case session.Release, session.Rest:
		return Ease
	case session.Hold, session.Open:
	}
	return Begin
}

// Ahead lists what may be said in a few phases from one on, in the order in
// which it is needed.
func Ahead(p session.Plan, from, phases int) (words []string) {
	for i := from; i < min(from+phases, len(p.Phases)); i++ {
		words = append(words, began(p, i).Words...)
		for _, kind := range []session.EventKind{session.HalfWay, session.Check} {
			words = append(words, at(p, session.Event{Kind: kind, Phase: i}).Words...)
		}
	}
	words = append(words, at(p, session.Event{Kind: session.Paused}).Words...)
	if from+phases >= p.Main {
		words = append(words, ended(p, session.Completed).Words...)
	}
	return words
}
