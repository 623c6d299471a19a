// Package routines says what there is to do: routines, their steps, the words
// for each, and where every move and every figure comes from.
//
// A routine is one YAML file. A [Library] finds those that the program carries
// and those that a person keeps in a folder of her own, of which it refuses
// whatever the rest of the program could not trust. After a change
// of builtin/, go generate makes of it what the program is built with.
package routines

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"uncramp/coach/text"
)

// Muscle is the muscle a step works on.
type Muscle string

// The muscles a routine can offer. Leg stands for the whole leg: a march, a
// walk, or a routine that works on several muscles in turn.
const (
	Calf      Muscle = "calf"
	Foot      Muscle = "foot"
	Hamstring Muscle = "hamstring"
	Thigh     Muscle = "thigh"
	Leg       Muscle = "leg"
)

// Muscles lists every muscle in the order in which it is offered.
func Muscles() []Muscle { return []Muscle{Calf, Foot, Hamstring, Thigh, Leg} }

// Heading is what the muscle is called above its moves.
func (m Muscle) Heading() string { return muscleHeadings[m] }

// Side is one leg, or both at once. The zero value leaves it open: the leg
// that cramps, whichever it is.
type Side string

// The sides a phase can name.
const (
	Left  Side = "left"
	Right Side = "right"
	Both  Side = "both"
)

// Other returns the other leg; both legs, and the open side, stay as they are.
func (s Side) Other() Side { return cmp.Or(map[Side]Side{Left: Right, Right: Left}[s], s) }

// Position is how the body is held during a step.
type Position string

// The positions a routine can offer.
const (
	Standing Position = "standing"
	Seated   Position = "seated"
	Lying    Position = "lying"
)

// Positions lists every position in the order in which it is offered.
func Positions() []Position { return []Position{Standing, Seated, Lying} }

// Sides is how a step deals with the two legs.
type Sides string

// One leg (the sore one), both at the same time, each leg in turn with all its
// repetitions, or alternating, one leg working while the other rests; or this leg
// alone, whichever is sore.
const (
	OneSide   Sides = "one"
	BothSides Sides = "both"
	EachSide  Sides = "each"
	Alternate Sides = "alternate"
	LeftSide  Sides = "left"
	RightSide Sides = "right"
)

// Support is what holds the body, or what the hands hold on to, while a prompt
// is followed. The words name it. The zero value says nothing.
type Support string

// The supports a prompt can name. A desk or a worktop counts as a wall, the edge
// of a bed as the bed.
const (
	WallSupport  Support = "wall"
	ChairSupport Support = "chair"
	BedSupport   Support = "bed"
	FloorSupport Support = "floor"
	NoSupport    Support = "none"
)

// Limb is what a prompt moves. The zero value says nothing.
type Limb string

// The limbs a prompt can move. This leg is the one its phase is for, the hands
// do the work where they lead a leg that stays loose, and the body is moved
// where somebody sits, lies, leans, stands or walks.
const (
	ThisLeg  Limb = "this-leg"
	OtherLeg Limb = "other-leg"
	BothLegs Limb = "both-legs"
	Hands    Limb = "hands"
	Body     Limb = "body"
)

// Purpose is the group a routine is listed under.
type Purpose string

// The purposes, in the order in which they are listed.
const (
	Relief   Purpose = "relief"   // while it cramps
	After    Purpose = "after"    // once it lets go
	Bed      Purpose = "bed"      // before sleep and on waking
	Exercise Purpose = "exercise" // before, after and between exercise
	Day      Purpose = "day"      // through a working day
)

// Purposes lists every purpose in the order in which it is listed.
func Purposes() []Purpose { return []Purpose{Relief, After, Bed, Exercise, Day} }

// Heading is what the purpose is called above its routines.
func (p Purpose) Heading() string { return purposeHeadings[p] }

// Choices implements [yamlfile.Choice].
func (Muscle) Choices() []string { return text.Strings(Muscles()) }

// Choices implements [yamlfile.Choice].
func (Position) Choices() []string { return text.Strings(Positions()) }

// Choices implements [yamlfile.Choice].
func (Sides) Choices() []string {
	return text.Strings([]Sides{OneSide, BothSides, EachSide, Alternate, LeftSide, RightSide})
}

// Choices implements [yamlfile.Choice].
func (Support) Choices() []string {
	return text.Strings([]Support{WallSupport, ChairSupport, BedSupport, FloorSupport, NoSupport})
}

// Choices implements [yamlfile.Choice].
func (Limb) Choices() []string {
	return text.Strings([]Limb{ThisLeg, OtherLeg, BothLegs, Hands, Body})
}

// Choices implements [yamlfile.Choice].
func (Purpose) Choices() []string { return text.Strings(Purposes()) }

// Default is the source of a figure for which no published source was found.
const Default = "default"

// Routine is one guided routine. The check tags say what a file may hold, see
// package yamlfile; what one field asks of another is checked by [Library.Find].
type Routine struct {
	ID      string  `yaml:"id" check:"id"`           // lower-case word, the name typed after "start"
	Name    string  `yaml:"name" check:"text 40"`    // title on screen
	Purpose Purpose `yaml:"purpose" check:"choice"`  // group on the home screen
	Summary string  `yaml:"summary" check:"text 90"` // one sentence

	// Muscles and Positions are what the person may choose among; the first is
	// taken when nothing is chosen. Empty means there is nothing to choose.
	Muscles   []Muscle   `yaml:"muscles,omitempty" check:"choices"`
	Positions []Position `yaml:"positions,omitempty" check:"choices"`

	Cautions []Line   `yaml:"cautions,omitempty" check:"list 0 20"` // told before the first step
	Steps    []Step   `yaml:"steps" check:"list 1 100"`             // what is done, in this order
	Onset    *Onset   `yaml:"onset,omitempty"`                      // for a cramp that lasts
	NotIf    []Line   `yaml:"not_if,omitempty" check:"list 0 20"`   // asked before the first step: with one of these, leave it out
	Closing  []Line   `yaml:"closing,omitempty" check:"list 0 20"`  // told after the last step
	GoesWith []string `yaml:"goes_with,omitempty" check:"ids"`      // ids offered on the last screen

	// Programme is how it is followed over weeks; nil: there is none.
	Programme *Programme `yaml:"programme,omitempty"`

	// NotFor says for whom the whole routine is not, Prefer which position suits
	// whom best.
	NotFor []Rule       `yaml:"not_for,omitempty" check:"list 0 20"`
	Prefer []Preference `yaml:"prefer,omitempty" check:"list 0 20"`
}

// Head is a routine as a list shows it.
type Head struct {
	ID, Name, Summary string
	Purpose           Purpose
	Muscles           []Muscle
	Positions         []Position
	Minutes           int         // as long as it takes, or may take
	UpTo              bool        // it may be over sooner
	NotFor            []Condition // with any of these, nothing of it is left
}

// Length is how long the routine takes, in words.
func (h Head) Length() string {
	if h.UpTo {
		return fmt.Sprintf(lengthUpTo, h.Minutes)
	}
	return fmt.Sprintf(length, h.Minutes)
}

// Step is one move: what to do, for how long, how often, on which leg.
type Step struct {
	// Move is one of [Moves], or empty: the step has all of it that it doesn't say
	// itself, field by field and part by part, and its id where it has none. The dose,
	// and what the step is played for, are its own.
	Move string `yaml:"move,omitempty"`
	// ID names the move and is the goal of an answer. Its versions for other
	// muscles and positions share it; in one session it is played once.
	ID     string `yaml:"id" check:"id"`
	Name   string `yaml:"name" check:"text 40"`  // the move
	Muscle Muscle `yaml:"muscle" check:"choice"` // what it works on
	Figure string `yaml:"figure" check:"id?"`    // one of assets/figures; empty, or unknown: none
	// FigureFor is another figure for a position.
	FigureFor PositionFigures `yaml:"figure_for,omitempty"`

	// For lists the chosen muscles this step is played for. Empty: it is played
	// when Muscle is the chosen one, when Muscle is the whole leg, and when the
	// whole leg was chosen.
	For []Muscle `yaml:"for,omitempty" check:"choices"`
	// Positions lists the chosen positions this step is played for. Empty: all.
	Positions []Position `yaml:"positions,omitempty" check:"choices"`

	Sides  Sides   `yaml:"sides" check:"choice"` // how it deals with the two legs
	Repeat *Repeat `yaml:"repeat,omitempty"`     // nil: once
	Sets   *Sets   `yaml:"sets,omitempty"`       // nil: all repetitions in one

	Prepare *Part `yaml:"prepare,omitempty"` // getting into position
	Change  *Part `yaml:"change,omitempty"`  // from one leg to the other
	Hold    *Part `yaml:"hold,omitempty"`    // the work; exactly one of Hold and Open
	Release *Part `yaml:"release,omitempty"` // letting go, after every hold
	Rest    *Part `yaml:"rest,omitempty"`    // between two repetitions
	Open    *Open `yaml:"open,omitempty"`    // the work, until the person says so

	// Answers lead from this step to another one of the routine.
	Answers *Answers `yaml:"answers,omitempty"`
	// Aside marks a step that only an answer leads to.
	Aside bool `yaml:"aside,omitempty"`

	Cautions []Line   `yaml:"cautions,omitempty" check:"list 0 20"` // told while getting into position
	Sources  []Source `yaml:"sources" check:"list 1 20"`            // where the move comes from
	// Note says where the sources disagree, or where one is wrong, and what the
	// step does about it.
	Note string `yaml:"note,omitempty" check:"note? 600"`

	// NotFor says for whom the step is not: it is left out, unless another
	// position keeps it. Prefer says for whom it is done otherwise. Both are told.
	NotFor []Rule       `yaml:"not_for,omitempty" check:"list 0 20"`
	Prefer []Preference `yaml:"prefer,omitempty" check:"list 0 20"`
}

// PositionFigures names a figure for some positions; empty: none of its own.
type PositionFigures struct {
	Standing string `yaml:"standing,omitempty" check:"id?"`
	Seated   string `yaml:"seated,omitempty" check:"id?"`
	Lying    string `yaml:"lying,omitempty" check:"id?"`
}

// In is the figure for a position, or empty.
func (f PositionFigures) In(p Position) string {
	return map[Position]string{Standing: f.Standing, Seated: f.Seated, Lying: f.Lying}[p]
}

// Repeat is how often a step is done, and who says so.
type Repeat struct {
	Times  Count  `yaml:"times" check:"number 2 100"`
	Source string `yaml:"source" check:"text 120"` // a publication's id, or "default"
}

// Sets is how often all repetitions of a step are done, with a rest in between, and
// who says so.
type Sets struct {
	Times  Count   `yaml:"times" check:"number 2 20"`
	Rest   Seconds `yaml:"rest" check:"seconds 1 600"` // between two sets
	Source string  `yaml:"source" check:"text 120"`    // a publication's id, or "default"
	// RestSource is the source of the rest, where it is another one.
	RestSource string `yaml:"rest_source,omitempty" check:"text? 120"`
}

// Part is a stretch of time inside a step.
type Part struct {
	Time    Seconds `yaml:"time" check:"seconds 1 1800"`
	Source  string  `yaml:"source" check:"text 120"`           // a publication's id, or "default"
	Word    string  `yaml:"word,omitempty" check:"text? 16"`   // phase word; empty: the kind's own
	Prompt  string  `yaml:"prompt,omitempty" check:"text? 90"` // one action
	Support Support `yaml:"support,omitempty" check:"choice?"` // while the prompt is followed
	Limb    Limb    `yaml:"limb,omitempty" check:"choice?"`    // what the prompt moves
}

// Open is work without a fixed end: it counts up, and asks at each check. When
// nobody answers, it leads on by itself.
type Open struct {
	Check   Seconds `yaml:"check" check:"seconds 5 60"` // between two checks
	Most    Seconds `yaml:"most"`                       // when it leads on, one check to 30 min
	Source  string  `yaml:"source" check:"text 120"`    // a publication's id, or "default"
	Word    string  `yaml:"word,omitempty" check:"text? 16"`
	Prompt  string  `yaml:"prompt" check:"text 90"`
	Support Support `yaml:"support,omitempty" check:"choice?"` // while the prompt is followed
	Limb    Limb    `yaml:"limb,omitempty" check:"choice?"`    // what the prompt moves
}

// Answers name the step of the same routine that each answer leads to.
type Answers struct {
	Eased string `yaml:"eased"`
	Same  string `yaml:"same"`
	Worse string `yaml:"worse"`
}

// End is the goal of an answer that ends the session.
const End = "end"

// Onset says how a routine goes on while a cramp lasts: round and round, until
// it has lasted too long to be led through.
type Onset struct {
	Round  string  `yaml:"round"`                   // the step that follows the last one
	Warn   Seconds `yaml:"warn"`                    // after the cramp began: said quietly
	Stop   Seconds `yaml:"stop"`                    // after it began: the coach stops leading
	Source string  `yaml:"source" check:"text 120"` // of the time to stop; a publication's id, or "default"
}

// Line is a sentence that is told, with the place it rests on.
type Line struct {
	Text    string      `yaml:"text" check:"text 90"`
	Sources []Source    `yaml:"sources" check:"list 1 20"`         // where it is said
	For     []Condition `yaml:"for,omitempty" check:"choices"`     // it is told with one of these alone; empty: to everybody
	NotFor  []Condition `yaml:"not_for,omitempty" check:"choices"` // it is not told with any of these
}

// Source is a place in one of the three articles, in a publication of
// sources.yaml, or, for a person's own routine, in her own words.
type Source struct {
	Document string `yaml:"document" json:"document" check:"id"`
	// Heading is one of the document's own headings or, where it has none
	// there, the first words of the paragraph, six at most. It is empty for a
	// publication as a whole and for general knowledge.
	Heading string `yaml:"heading" json:"heading" check:"text? 90"`
}

// Seconds is a length of time in whole seconds, written as "10s" or "2m".
type Seconds int

// Count is a number of repetitions, a whole number.
type Count int

// Duration returns the length for arithmetic with instants.
func (s Seconds) Duration() time.Duration { return time.Duration(s) * time.Second }

// Plays reports whether the step belongs to a session for the chosen muscle
// and position. Either may be empty, when the routine offers no choice.
func (s Step) Plays(m Muscle, p Position) bool {
	switch {
	case p != "" && len(s.Positions) > 0 && !slices.Contains(s.Positions, p):
		return false
	case m == "":
		return true
	case len(s.For) > 0:
		return slices.Contains(s.For, m)
	}
	return s.Muscle == m || s.Muscle == Leg || m == Leg
}
