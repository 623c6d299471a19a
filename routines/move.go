package routines

import (
	"cmp"
	"slices"
	"strings"

	"uncramp/coach/spelling"
	"uncramp/coach/yamlfile"
)

// Move is one thing to do, without its dose: what to do, with what words, and for
// whom it is not. A step of a routine names it and has all of it that it doesn't
// say itself. The times are for what says none.
type Move struct {
	ID        string          `yaml:"id" check:"id"`                        // what a step, or a prescription, calls it
	Name      string          `yaml:"name" check:"text 40"`                 // title on screen
	Also      []string        `yaml:"also,omitempty" check:"list 0 20"`     // other names that people type
	Muscle    Muscle          `yaml:"muscle" check:"choice"`                // what it works on
	Positions []Position      `yaml:"positions" check:"choices"`            // that its words fit; at least one
	Figure    string          `yaml:"figure" check:"id?"`                   // one of assets/figures
	FigureFor PositionFigures `yaml:"figure_for,omitempty"`                 // another figure for a position
	OneLeg    bool            `yaml:"one_leg,omitempty"`                    // it is done by one leg at a time; else by both together
	Counted   bool            `yaml:"counted,omitempty"`                    // it is counted, at a pace; else it is held
	Prepare   *Part           `yaml:"prepare,omitempty"`                    // getting into position
	Change    *Part           `yaml:"change,omitempty"`                     // from one leg to the other
	Hold      *Part           `yaml:"hold"`                                 // the work
	Release   *Part           `yaml:"release,omitempty"`                    // letting go or, of one that is counted, the way back
	Rest      *Part           `yaml:"rest,omitempty"`                       // words for a rest between repetitions, where a step has one
	Cautions  []Line          `yaml:"cautions,omitempty" check:"list 0 20"` // told while getting into position
	Sources   []Source        `yaml:"sources" check:"list 1 20"`            // of the move, not of a dose
	Note      string          `yaml:"note,omitempty" check:"note? 600"`     // where the sources disagree, or one is wrong
	NotFor    []Rule          `yaml:"not_for,omitempty" check:"list 0 20"`  // for whom it is left out
	Prefer    []Preference    `yaml:"prefer,omitempty" check:"list 0 20"`   // for whom it is done otherwise
}

// Moves lists every move, those of one muscle together, in the order of [Muscles].
func Moves() []Move { return slices.Clone(moves) }

// FindMove is the one move of that id.
func FindMove(id string) (Move, bool) {
	i := slices.IndexFunc(moves, func(m Move) bool { return m.ID == id })
	if i < 0 {
		return Move{}, false
	}
	return moves[i], true
}

// Manner is how the move is done, in words: by which legs, and held or counted.
func (m Move) Manner() string {
	switch {
	case m.OneLeg && m.Counted:
		return eachCounted
	case m.OneLeg:
		return eachHeld
	case m.Counted:
		return bothCounted
	}
	return bothHeld
}

// Sides are the ways in which a step of the move may deal with the legs, the one first
// that it has where nothing is said.
func (m Move) Sides() []Sides {
	if m.OneLeg {
		return []Sides{EachSide, Alternate, LeftSide, RightSide}
	}
	return []Sides{BothSides}
}

// Step is the move as a step that says nothing of it but its name: once, each leg in
// turn or both together, for as long as the move has it.
func (m Move) Step() Step {
	s := Step{
		Move: m.ID, ID: m.ID, Name: m.Name, Muscle: m.Muscle, Figure: m.Figure, FigureFor: m.FigureFor, Sides: m.Sides()[0],
		Prepare: m.Prepare, Hold: m.Hold, Release: m.Release,
		Cautions: m.Cautions, Sources: m.Sources, Note: m.Note, NotFor: m.NotFor, Prefer: m.Prefer,
	}
	if m.OneLeg {
		s.Change = m.Change
	}
	return s
}

// BaseField implements [yamlfile.Based].
func (*Step) BaseField() string { return "move" }

// Begin implements [yamlfile.Based]: the step has all of the move, and the words for
// what a step may have beside it, as long as nobody knows what it says itself.
func (s *Step) Begin(move string) yamlfile.Message {
	m, ok := FindMove(move)
	if !ok {
		return unknownMove(move)
	}
	*s = m.Step()
	s.Change, s.Rest = m.Change, cmp.Or(m.Rest, &Part{Prompt: LetGo})
	s.Open = &Open{Word: m.Hold.Word, Prompt: m.Hold.Prompt, Support: m.Hold.Support, Limb: m.Hold.Limb}
	return yamlfile.Message{}
}

// unknownMove names the moves that were most likely meant: those with an id like what
// is written, else those with all of its words in one of their names.
func unknownMove(written string) yamlfile.Message {
	const most, longest = 5, 60
	words := strings.FieldsFunc(strings.ToLower(written), func(c rune) bool { return strings.ContainsRune(" -,_", c) })
	near := spelling.Similar(strings.Join(words, "-"), moveIDs())
	if len(near) == 0 && len(written) <= longest {
		for _, m := range moves {
			if m.isCalled(words) {
				near = append(near, m.ID)
			}
		}
	}
	if len(near) == 0 {
		return noMove.With(written)
	}
	return otherMoves.With(written, strings.Join(near[:min(len(near), most)], ", "))
}

// moveIDs are the ids of the moves.
func moveIDs() []string {
	ids := make([]string, len(moves))
	for i, m := range moves {
		ids[i] = m.ID
	}
	return ids
}

// isCalled reports whether a name of the move has some words, each in lower case.
func (m Move) isCalled(words []string) bool {
	return len(words) > 0 && slices.ContainsFunc(append([]string{m.ID, m.Name}, m.Also...), func(name string) bool {
		name = strings.ToLower(name)
		return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(name, w) })
	})
}

// settle takes from a step that names a move what the move has and such a step can't:
// the change of legs of one without a turn, what lets go where the legs alternate, and
// parts that only a step asks for. Writes says which of its fields are its own.
func (s *Step) settle(writes func(field string) bool) {
	m, ok := FindMove(s.Move)
	if !ok {
		return
	}
	switch {
	case !writes("open"):
		s.Open = nil
	case !writes("hold"):
		s.Hold = nil
	}
	if !writes("rest") {
		s.Rest = nil
	}
	if !writes("change") && s.Sides != EachSide && s.Sides != Alternate {
		s.Change = nil
	}
	if !writes("release") && (s.Open != nil || s.Sides == Alternate && !m.Counted) {
		s.Release = nil
	}
	if s.Release == nil && !writes("prefer") {
		s.Prefer = withoutRelease(s.Prefer)
	}
}

// withoutRelease are preferences without words for letting go.
func withoutRelease(list []Preference) []Preference {
	list = slices.Clone(list)
	for i := range list {
		list[i].Release = ""
	}
	return list
}
