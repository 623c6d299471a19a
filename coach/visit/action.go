package visit

import (
	"slices"
	"strconv"
	"strings"

	"uncramp/coach/cue"
	"uncramp/coach/session"
	"uncramp/routines"
)

// Action is something that a person can do while a routine is followed, asked
// about or over.
type Action int

// The actions. Why and Keys are the player's own: the visit only lets time pass.
const (
	Pause Action = iota
	Next
	Back
	More
	Less
	PhaseAgain
	Eased
	Same
	Worse
	Stretch
	Earlier
	Later
	Muscle
	Leg
	Position
	Fit
	Unfit
	GoOn
	TakeUp
	RoutineAgain
	Sound
	Voice
	Louder
	Softer
	RedFlags
	Leave
	TakeBack
	ItsBack
	BothLegs
	Why
	Keys
)

// Row is one action as both players know it.
type Row struct {
	Action Action
	Group  Group    // the heading that it stands below on the page of keys
	Keys   []string // of the screen, as terminals name them
	Typed  []string // in the plain player; "" is Enter alone; of what can't be heard its word, too; none: it can't be typed
	Shown  string   // the key as help names it
	Help   string   // what it does, in the word or two of a key line
	Does   string   // what it does, in the words of the table of keys
	Stages Stage    // when it means something

	when func(Visit) bool // and only then; nil: always
	do   func(v *Visit, n int, now session.Instant) Result
}

// TypedKey is what is typed for the action, as help names it: a sign beside its word,
// since what reads a screen aloud may pass over a sign.
func (r Row) TypedKey() string {
	switch {
	case len(r.Typed) == 0:
		return ""
	case r.Typed[0] == "":
		return "Enter"
	case r.Typed[0] == "1":
		return strings.ReplaceAll(r.Shown, "–", " to ")
	}
	return strings.Join(r.Typed, " or ")
}

// Group is a heading of the page of keys.
type Group string

// Groups are all of them, in the order in which they stand.
func Groups() []Group { return []Group{Answering, Time, Place, Hearing, Onward, Helping} }

const anywhere = Asking | Following | Over

// table is every action of both players. What is shown of a key anywhere, and
// what it does, is made from its row.
var table = []Row{
	{Pause, Time, []string{"space"}, []string{""}, "space", "pause", "pause, go on", Following, nil, input(session.Pause)},
	{Next, Time, []string{"right", "n"}, []string{"n"}, "→", "next", "on to the next", Following, nil, input(session.Forward)},
	{Back, Time, []string{"left", "p"}, []string{"p"}, "←", "back", "back, past an answer too",
		Following | Over, hasWayBack, (*Visit).back},
	{TakeBack, Answering, []string{"u", "backspace"}, []string{"u"}, "u", "take back", "take the last answer back", anywhere, hasAnswered,
		(*Visit).takeBack},
	{More, Time, []string{"+"}, []string{"+", "more"}, "+", "10 s more", "ten seconds more", Following, hasLength, input(session.More)},
	{Less, Time, []string{"-"}, []string{"-", "less"}, "-", "10 s less", "ten seconds less", Following, hasLength, input(session.Less)},
	{PhaseAgain, Time, []string{"r"}, []string{"r"}, "r", "again", "this phase again", Following, nil, input(session.Again)},
	{Eased, Answering, []string{"e"}, []string{"e"}, "e", "eased", "the cramp eased", Following, hasAnswers, input(session.Eased)},
	{Same, Answering, []string{"s"}, []string{"s"}, "s", "same", "it is the same", Following, hasAnswers, input(session.Same)},
	{Worse, Answering, []string{"w"}, []string{"w"}, "w", "worse", "it got worse", Following, hasAnswers, input(session.Worse)},
	{Stretch, Answering, []string{"t"}, []string{"t"}, "t", "stretch", "stretch it now", Following, hasStretch, input(session.Stretch)},
	{Earlier, Time, []string{"m"}, []string{"m", "earlier"}, "m", "earlier", "it began a minute earlier",
		Following, hasCramp, input(session.Earlier)},
	{Later, Time, []string{"M", "shift+m"}, []string{"M", "later"}, "M", "later", "it began a minute later",
		Following, hasCramp, input(session.Later)},
	{Muscle, Place, digits(4), digits(4), "1–4", "muscle", "calf, foot, hamstring, thigh", Following, hasMuscles, (*Visit).chooseMuscle},
	{Leg, Place, []string{"o"}, []string{"o"}, "o", "other leg", "the other leg", Following, nil, (*Visit).chooseLeg},
	{BothLegs, Place, []string{"="}, []string{"=", "both"}, "=", "both legs", "both legs, after a check",
		Following, hasOneLeg, (*Visit).chooseBoth},
	{Position, Place, []string{"l"}, []string{"l"}, "l", "position", "lie, sit or stand", Following, hasPositions, (*Visit).choosePosition},
	{Fit, Answering, []string{"n"}, []string{"n", "no"}, "n", "none", "no, nothing speaks against it", Asking, nil, (*Visit).fit},
	{Unfit, Answering, []string{"y"}, []string{"y", "yes"}, "y", "leave out", "yes, something speaks against it",
		Asking | Following, hasWarnings, input(session.Unfit)},
	{GoOn, Onward, []string{"g"}, nil, "g", "go on there", "go on with what was stopped", Asking | Following, isUnfinished, (*Visit).goOn},
	{TakeUp, Onward, digits(9), digits(9), "1–9", "go on", "go on with what goes well", Over, hasOffers, (*Visit).takeUp},
	{ItsBack, Answering, []string{"a"}, []string{"a"}, "a", "it's back", "it came back: another cramp",
		anywhere, canComeBack, (*Visit).itsBack},
	{RoutineAgain, Onward, []string{"r"}, []string{"r"}, "r", "again", "the routine again", Over, canRepeat, (*Visit).again},
	{Why, Helping, []string{"i"}, []string{"i"}, "i", "why", "why, and from which source", Asking | Following, nil, nil},
	{Sound, Hearing, []string{"b"}, []string{"b"}, "b", "sound", "sound on or off", anywhere, nil, hear(cue.Switches.ToggleSound)},
	{Voice, Hearing, []string{"v"}, []string{"v"}, "v", "voice", "voice on or off", anywhere, nil, hear(cue.Switches.ToggleVoice)},
	{Louder, Hearing, []string{"."}, []string{".", "louder"}, ".", "louder", "a little louder", anywhere, nil, hear(cue.Switches.Louder)},
	{Softer, Hearing, []string{","}, []string{",", "softer"}, ",", "softer", "a little softer", anywhere, nil, hear(cue.Switches.Softer)},
	{RedFlags, Helping, []string{"!"}, []string{"!", "flags"}, "!", "red flags", "go through the red flags", anywhere, nil, (*Visit).halt},
	{Keys, Helping, []string{"?"}, []string{"?", "keys"}, "?", "keys", "all the keys", anywhere, nil, nil},
	{Leave, Helping, []string{"q"}, []string{"q"}, "q", "leave", "leave the routine", anywhere, nil, (*Visit).leave},
}

// Actions returns what can be done now, named as it would act now.
func (v Visit) Actions() []Row {
	list := make([]Row, 0, len(table))
	for _, r := range table {
		if r.Stages&v.Stage() != 0 && (r.when == nil || r.when(v)) {
			list = append(list, v.withWords(r))
		}
	}
	return list
}

// presenter are the keys with which somebody turns pages from afar, and what they
// mean: the next phase and the one before. They never give or take back an answer.
var presenter = map[string]string{"pgdown": "right", "pgup": "left"}

// Key returns the action of a key of the screen; false where it means nothing
// now. Of a digit n is the number it stands for, less one, so that 1 is the
// first muscle or offer; of other keys it is 0.
func (v Visit) Key(key string) (r Row, n int, ok bool) {
	if turned, is := presenter[key]; is {
		if v.Stage() != Following || turned == "left" && v.session.BackTakesAnswer() {
			return Row{}, 0, false
		}
		key = turned
	}
	return v.find(func(r Row) []string { return r.Keys }, key)
}

// Line returns the action of a line that was typed in the plain player, as Key
// does. Capitals matter only where both are a key.
func (v Visit) Line(line string) (r Row, n int, ok bool) {
	if r, n, ok = v.find(func(r Row) []string { return r.Typed }, line); ok {
		return r, n, ok
	}
	return v.find(func(r Row) []string { return r.Typed }, strings.ToLower(line))
}

func (v Visit) find(keys func(Row) []string, key string) (Row, int, bool) {
	for _, r := range v.Actions() {
		if slices.Contains(keys(r), key) {
			n, _ := strconv.Atoi(key) // other keys are no number
			return r, max(n-1, 0), true
		}
	}
	return Row{}, 0, false
}

// Do carries out an action that [Visit.Key] or [Visit.Line] found, with their n.
// Time passes until now first.
func (v Visit) Do(r Row, n int, now session.Instant) (Visit, Result) {
	if r.do == nil {
		return v.Advance(now)
	}
	result := r.do(&v, n, now)
	return v, result
}

// input is an action that the session knows.
func input(in session.Input) func(*Visit, int, session.Instant) Result {
	return func(v *Visit, _ int, now session.Instant) Result { return v.take(in, now) }
}

// hear is an action that changes what is to be heard, and says so.
func hear(change func(cue.Switches) (cue.Switches, string)) func(*Visit, int, session.Instant) Result {
	return func(v *Visit, _ int, now session.Instant) Result {
		r := v.take(session.Wake, now)
		v.switches, v.note = change(v.switches)
		v.chosen, r.Note = true, v.note
		return r
	}
}

func (v *Visit) chooseMuscle(n int, now session.Instant) Result {
	c := v.play.Choice
	c.Muscle = routines.Muscles()[n]
	return v.choose(c, "", now)
}

// muscles are calf, foot, hamstring and thigh, each with its key, as far as the
// routine has a version for them.
func (v Visit) muscles() (keys, names []string) {
	for i, key := range digits(4) {
		if m := routines.Muscles()[i]; slices.Contains(v.play.Routine.Muscles, m) {
			keys, names = append(keys, key), append(names, string(m))
		}
	}
	return keys, names
}

// chooseLeg changes from the leg that is worked on now, where none was chosen.
func (v *Visit) chooseLeg(_ int, now session.Instant) Result {
	c := v.play.Choice
	if at := v.session.Phase().Side; c.Side == "" && at != routines.Both {
		c.Side = at
	}
	return v.choose(c.OtherLeg(), "", now)
}

func (v *Visit) choosePosition(_ int, now session.Instant) Result {
	c := v.play.Choice.NextPosition(v.session.Plan().Suited)
	return v.choose(c, positionNotes[c.Position], now)
}

func (v *Visit) takeUp(n int, _ session.Instant) Result {
	if list := v.Offers(); n < len(list) {
		return Result{Load: list[n].ID}
	}
	return Result{}
}

// hasAnswers reports whether a step of the routine leads where an answer says.
func hasAnswers(v Visit) bool {
	return slices.ContainsFunc(v.session.Plan().Phases, func(ph session.Phase) bool { return ph.Answers != nil })
}

// hasStretch reports whether there is a stretch to go to: once it got worse, there
// is none.
func hasStretch(v Visit) bool {
	_, ok := v.session.Plan().FirstOpen()
	return ok && !v.session.Phase().Aside
}

func hasLength(v Visit) bool    { return v.session.Length() > 0 }
func hasOffers(v Visit) bool    { return len(v.Offers()) > 0 }
func hasCramp(v Visit) bool     { return isRelief(v.session) }
func hasPositions(v Visit) bool { return len(v.session.Plan().Suited) > 1 }
func hasWarnings(v Visit) bool  { return len(v.session.Plan().NotIf) > 0 }

// isUnfinished reports whether there is something to go on with: no relief on
// the visit of another.
func isUnfinished(v Visit) bool {
	return v.unfinished != nil && (v.unfinished.Plan.Onset == nil || !v.Relief())
}

// hasMuscles reports whether there is a choice, and a key for it.
func hasMuscles(v Visit) bool {
	keys, _ := v.muscles()
	return len(v.play.Routine.Muscles) > 1 && len(keys) > 0
}

// canRepeat reports whether going through it once more makes sense: not when
// the cramp lasted too long, nor when something spoke against it.
func canRepeat(v Visit) bool {
	return v.session.Ending() != session.TooLong && v.session.Ending() != session.LeftOut
}

func digits(n int) (list []string) {
	for i := range n {
		list = append(list, string(rune('1'+i)))
	}
	return list
}
