package cli

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
	"text/template"
	"time"

	"uncramp/coach/outline"
	"uncramp/coach/record"
	"uncramp/coach/session"
	"uncramp/coach/triage"
	"uncramp/coach/visit"
	"uncramp/routines"
)

//go:embed plain.gotmpl
var plainFile string

// plainTexts are what the plain player says, by name.
var plainTexts = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("plain").Funcs(template.FuncMap{
		"about": about, "stamp": stamp, "upper": strings.ToUpper, "join": strings.Join,
		"number":  func(i int) int { return i + 1 },
		"seconds": func(d time.Duration) string { return record.Plural(int(d.Seconds()), oneSecond, manySeconds) },
		"worst":   func() string { return triage.Worst },
	}).Parse(plainFile))
})

// indent stands before what belongs to the line above.
const indent = "        "

// plainColumns are those of a line of the plain player, and longLine of one behind its
// stamp.
const (
	plainColumns = 80
	longLine     = plainColumns - len(indent)
)

// stamp is the time since the start that a line begins with.
func stamp(at time.Duration) string {
	return fmt.Sprintf("[%02d:%02d] ", int(at.Minutes()), int(at.Seconds())%60)
}

// phaseWords are what the texts of a phase are made from.
type phaseWords struct {
	Phase     session.Phase
	Line      outline.Line // what is told of it
	Catalogue routines.Catalogue
	At, Left  time.Duration // since the start; until the end, of one that is half over
	Why       bool          // what it rests on is told too
	Cramp     bool          // it is for one that lasts
	First     bool          // it is asked for the first time in the phase
}

// event are the words of an event. Of a phase that begins it is told what was not told
// before; what a step rests on is told as it begins.
func (p *plainPlayer) event(s session.Session, e session.Event) phaseWords {
	ph := s.Plan().Phases[e.Phase]
	w := phaseWords{Phase: ph, Catalogue: p.sources, At: e.At, Left: ph.Length / 2, Cramp: s.Plan().Onset != nil}
	if e.Phase == s.Index() { // it may have been given more time
		w.Left = s.Length() / 2
	}
	w.Why = p.why && s.Last().Phase.Step != ph.Step
	w.First = time.Duration(e.Left)*time.Second <= ph.Check
	if e.Kind == session.Began {
		p.narrator, w.Line = p.narrator.Tell(s.Plan(), e.Phase)
	}
	return w
}

// again are all words of the phase that it is in, as if none had been told.
func (p *plainPlayer) again() phaseWords {
	s := p.visit.Session()
	_, line := outline.Narrator{}.Tell(s.Plan(), s.Index())
	return phaseWords{Phase: s.Phase(), Line: line, Catalogue: p.sources}
}

// endWords are what the text of an end is made from.
type endWords struct {
	Words             string
	At                time.Duration
	Began             bool   // what has not begun has no time
	Held              string // how many of the holds were done, where some were passed over
	Emergencies       []triage.Question
	Call              triage.Call // with one of those
	Closing, GoesWith []string
}

// endOf is the end of a session that some routines go well with.
func endOf(s session.Session, began bool, call triage.Call, goesWith []string) endWords {
	end := endWords{Words: lastWords(s.Ending()), Began: began, At: s.Last().At, Call: call}
	if done, of := s.Holds(); began && s.Plan().Onset == nil && done < of {
		end.Held = fmt.Sprintf(heldSome, done, of)
	}
	switch s.Ending() {
	case session.GotWorse, session.TooLong:
		end.Emergencies = triage.Groups()[0].Questions
	case session.Completed, session.EasedOff:
		end.Closing, end.GoesWith = s.Plan().Closing, goesWith
	case session.Going, session.LeftOut, session.WasLeft:
	}
	return end
}

// offerWords are what the text after an end is made from.
type offerWords struct {
	Offers []visit.Offer
	Asks   string
}

func offersOf(v visit.Visit) offerWords {
	asks := whichOffer
	if v.Session().Ending() == session.EasedOff { // and may be back
		asks = orBack
	}
	return offerWords{v.Offers(), fmt.Sprintf(asks, len(v.Offers()))}
}

func idsOf(offers []visit.Offer) (ids []string) {
	for _, o := range offers {
		ids = append(ids, o.ID)
	}
	return ids
}

// lastWords are what a routine ends with: its ending in capitals, and what to
// do now.
func lastWords(e session.Ending) string {
	w := visit.WordsFor(e)
	title := strings.ToUpper(w.Title)
	switch {
	case w.Advice == "":
		return title
	case len(title)+len(w.Advice) > longLine:
		return title + ".\n" + indent + w.Advice
	}
	return title + ". " + w.Advice
}

// about is how long something takes, in words.
func about(d time.Duration) string {
	if d < 2*time.Minute {
		return fmt.Sprintf(aboutSeconds, int(d.Seconds()))
	}
	return fmt.Sprintf(aboutMinutes, session.Minutes(d))
}
