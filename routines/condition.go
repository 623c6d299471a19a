package routines

import (
	"slices"

	"uncramp/coach/text"
)

// Condition is something about a person that decides which moves suit.
type Condition string

// The conditions that a person can be asked about.
const (
	Unsteady      Condition = "unsteady"
	PregnantEarly Condition = "pregnant-early"
	PregnantLate  Condition = "pregnant-late"
	NumbFeet      Condition = "numb-feet"
	Circulation   Condition = "circulation"
	HeartFailure  Condition = "heart-failure"
	BloodThinner  Condition = "blood-thinner"
	NewHip        Condition = "new-hip"
	NewKnee       Condition = "new-knee"
	Surgery       Condition = "surgery"
	WeakBones     Condition = "weak-bones"
)

// Conditions lists every condition in the order in which it is asked about.
func Conditions() []Condition {
	return []Condition{Unsteady, PregnantEarly, PregnantLate, NumbFeet, Circulation, HeartFailure, BloodThinner,
		NewHip, NewKnee, Surgery, WeakBones}
}

// Choices implements [yamlfile.Choice].
func (Condition) Choices() []string { return text.Strings(Conditions()) }

// Question asks a person about the condition.
func (c Condition) Question() string { return conditionWords[c].question }

// Changes says what the condition changes.
func (c Condition) Changes() string { return conditionWords[c].changes }

// Profile is what a person said about herself. It can be compared; the zero
// value says nothing.
type Profile struct {
	set        uint16 // a bit for each of Conditions
	unreadable bool
}

// UnreadableProfile stands for what a person may have said and nobody can read:
// as much care is taken as makes sense without it.
func UnreadableProfile() Profile { return Profile{unreadable: true} }

// ProfileOf is a profile with some conditions.
func ProfileOf(list ...Condition) (p Profile) {
	for _, c := range list {
		p = p.With(c, true)
	}
	return p
}

// With is the profile with a condition, or without it.
func (p Profile) With(c Condition, on bool) Profile {
	bit := uint16(1) << max(slices.Index(Conditions(), c), 0)
	if p.set &^= bit; on {
		p.set |= bit
	}
	return p
}

// Has reports whether a condition holds. In a profile that can't be read those
// hold that keep from falling and from burns that nobody feels.
func (p Profile) Has(c Condition) bool {
	i := slices.Index(Conditions(), c)
	return i >= 0 && p.set>>i&1 == 1 || p.unreadable && (c == Unsteady || c == NumbFeet)
}

// HasAny reports whether any of some conditions holds.
func (p Profile) HasAny(list []Condition) bool { return slices.ContainsFunc(list, p.Has) }

// List returns the conditions that hold, in the order of [Conditions].
func (p Profile) List() []Condition {
	return slices.DeleteFunc(Conditions(), func(c Condition) bool { return !p.Has(c) })
}

// Unreadable reports whether nobody can read what the person said.
func (p Profile) Unreadable() bool { return p.unreadable }

// GeneralKnowledge is the id, in the catalogue, of what nobody in particular says.
const GeneralKnowledge = "general"

// Rule says for whom a routine, a position of it or a step is not, and why.
type Rule struct {
	For []Condition `yaml:"for" check:"choices"` // any of these
	// Positions of a routine are those that are not for them; empty: all of it.
	Positions []Position `yaml:"positions,omitempty" check:"choices"`

	Text    string `yaml:"text" check:"text 90"`               // what is left out, and why
	Instead string `yaml:"instead,omitempty" check:"text? 90"` // what to do in its place
	Source  string `yaml:"source" check:"text 120"`            // a publication's id, or "general"
}

// Preference says what suits somebody better.
type Preference struct {
	For []Condition `yaml:"for" check:"choices"` // any of these

	Position Position `yaml:"position,omitempty" check:"choice?"` // of a routine: taken where no other is asked for
	Prepare  string   `yaml:"prepare,omitempty" check:"text? 90"` // of a step: said in place of its words for getting ready
	Prompt   string   `yaml:"prompt,omitempty" check:"text? 90"`  // of a step: said in place of its words for the work
	Release  string   `yaml:"release,omitempty" check:"text? 90"` // of a step: said in place of its words for letting go
	Support  Support  `yaml:"support,omitempty" check:"choice?"`  // what holds the body while these words are followed
	Limb     Limb     `yaml:"limb,omitempty" check:"choice?"`     // what the prompt moves
	Figure   string   `yaml:"figure,omitempty" check:"id?"`       // of a step: shown with other words

	Text   string `yaml:"text" check:"text 90"`    // what is changed, and why
	Source string `yaml:"source" check:"text 120"` // a publication's id, or "general"
}
