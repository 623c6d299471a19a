package visit

import (
	"fmt"
	"strings"

	"uncramp/coach/session"
	"uncramp/routines"
)

// The headings of the page of keys.
const (
	Answering Group = "Answers"
	Time      Group = "Time"
	Place     Group = "Muscle, leg, position"
	Hearing   Group = "Sound"
	Onward    Group = "Routines"
	Helping   Group = "Help and leaving"
)

// askNote asks for an answer on the screen.
const askNote = "Eased, same or worse?"

// notes say what an answer leads to: on to the next step, or to keeping still
// once it got worse.
var notes = map[session.Input]string{
	session.Eased:   "You said eased.",
	session.Same:    "You said same: here is another way.",
	session.Worse:   "You said worse: here is another way.",
	session.Stretch: "Stretching now. Stop if it gets worse.",
	session.Earlier: "It began a minute earlier.",
	session.Later:   "It began a minute later.",
}

const (
	takenBack = "Taken back. Go on here."
	// Nobody stands on two legs that cramp, and each prompt speaks of one leg. Source:
	// general knowledge.
	bothNote = "Now both legs. Sit or lie down. Begin with the sorer leg."
)

// stillNotes are those that keep the person still.
var stillNotes = map[session.Input]string{
	session.Same:  "You said same. Keep still.",
	session.Worse: "You said worse. Keep still.",
}

// noteFor says what an input has led to.
func (v Visit) noteFor(in session.Input) string {
	if note, ok := stillNotes[in]; ok && (v.GotWorse() || v.session.Ending() == session.GotWorse) {
		return note
	}
	return notes[in]
}

// positionNotes say which position it is now, and what keeps it safe. Source:
// general knowledge.
var positionNotes = map[routines.Position]string{
	routines.Standing: "Now standing. Turn a light on. Hold a steady chair or the wall.",
	routines.Seated:   "Now seated: on a steady chair or the edge of the bed.",
	routines.Lying:    "Now lying. Late in pregnancy: on your side or propped up.",
}

// EndWords are the words that a routine ends with.
type EndWords struct {
	Title  string // how it ended
	Advice string // what to do now
	Keys   string // what the screen's keys lead to
	titled string // how it ended, in a sentence; %s is the routine's name, where the title does not speak of the cramp
}

// On is how a routine of that name ended.
func (w EndWords) On(name string) string {
	return strings.Replace(w.titled, "%s", name, 1)
}

var endWords = map[session.Ending]EndWords{
	session.Completed: {"Done", "", "", "Done: %s"},
	session.EasedOff:  {"It eases", "Rest a while.", "Go on with one of these if you like, or leave: it is enough.", "It eases."},
	session.GotWorse: {
		"Leave it be", "No more pulling. If it stays bad, get medical advice.", "Press ! for the red flags.", "Leave it be.",
	},
	session.TooLong: {"Ten minutes: get medical advice now",
		"Hard as a knot, it has not let go (nidirect). Soft but sore, up to a day, is ordinary (NHS).", "",
		"Ten minutes: get medical advice now."},
	session.LeftOut: {"Leave it out", "Ask a doctor or pharmacist first.",
		"For a swollen, warm or red leg, press !", "Leave it out: %s"},
	session.WasLeft: {"Stopped", "", "", "Stopped: %s"},
}

// WordsFor returns the words for an ending.
func WordsFor(e session.Ending) EndWords { return endWords[e] }

// Place names where a routine begins: its name, and which step that is, unless
// only an answer leads there.
func (p Play) Place() string {
	if n := p.Plan.Phases[p.From].StepNumber; n > 0 {
		return fmt.Sprintf("%s, step %d of %d", p.Plan.Name, n, p.Plan.Steps)
	}
	return p.Plan.Name
}

func unfinishedNote(p Play) string {
	return fmt.Sprintf("%s was stopped half-way. Press g to go on there.", p.Place())
}

// withWords is a row with the words for what it does now.
func (v Visit) withWords(r Row) Row {
	switch {
	case r.Action == Pause && v.session.State() != session.Running:
		r.Help = "go on"
	case r.Action == Unfit && v.asking:
		r.Help = "yes"
	case r.Action == Muscle:
		if keys, names := v.muscles(); len(keys) < len(r.Keys) {
			r.Keys, r.Typed, r.Shown, r.Does = keys, keys, strings.Join(keys, ", "), strings.Join(names, ", ")
		}
	case r.Action == TakeUp:
		n := min(len(v.Offers()), len(r.Keys))
		if r.Keys, r.Typed, r.Shown = r.Keys[:n], r.Typed[:n], fmt.Sprintf("1–%d", n); n == 1 {
			r.Shown = r.Keys[0]
		}
	case r.Action == Leave && v.Stage() == Over && (v.session.Ending() == session.EasedOff || !v.First()):
		r.Help = "enough"
	}
	return r
}
