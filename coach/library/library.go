// Package library is what the three articles teach, as cards in our own words.
//
// A card is one YAML file of assets/articles; index.yaml says in which groups
// and in which order they stand. Nothing on a card is a diagnosis, and every
// block of it names the article and the heading it rests on.
package library

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"uncramp/coach/yamlfile"
	"uncramp/routines"
)

// Library is all there is to read. It is a value: a method that returns another
// Library leaves this one as it is.
type Library struct {
	Groups []Group
	Cards  []Card // in the order of the groups
}

// Group is a heading with its cards, in the order in which they stand.
type Group struct {
	Name  string   `yaml:"name"`  // title on screen, at most 40 characters
	Cards []string `yaml:"cards"` // ids
}

// Card is one thing the articles teach.
type Card struct {
	ID      string `yaml:"-" json:"id"`            // the file's name, the topic typed after "learn"
	Group   string `yaml:"-" json:"group"`         // the name of its group
	Name    string `yaml:"name" json:"name"`       // title on screen, at most 40 characters
	Summary string `yaml:"summary" json:"summary"` // one sentence, at most 90 characters
	// Cause is what a person ticks where this may bring her cramps on, in the
	// first person, at most 50 characters. Empty: the card is no cause.
	Cause    string   `yaml:"cause,omitempty" json:"cause,omitempty"`
	Words    []string `yaml:"words,omitempty" json:"words,omitempty"` // more words it is searched by
	Blocks   []Block  `yaml:"blocks" json:"blocks"`
	Routines []string `yaml:"routines,omitempty" json:"routines,omitempty"` // ids of routines that do what it teaches
	See      []string `yaml:"see,omitempty" json:"see,omitempty"`           // ids of other cards
	// Explains are routines, or steps of them (routine/step), whose "why" this
	// card tells more about. A step's own entry goes before its routine's.
	Explains []string `yaml:"explains,omitempty" json:"explains,omitempty"`
	// Move is the move that the card shows, by its id; empty: it is another card.
	Move string `yaml:"-" json:"-"`
}

// Block is a part of a card: an optional head, sentences, then points. Each
// sentence and each point has at most 90 characters.
type Block struct {
	Head    string            `yaml:"head,omitempty" json:"head,omitempty"` // at most 40 characters
	Say     []string          `yaml:"say,omitempty" json:"say,omitempty"`
	Points  []string          `yaml:"points,omitempty" json:"points,omitempty"`
	Sources []routines.Source `yaml:"sources" json:"sources"` // at least one
}

// Texts returns all that stands on the card, as it is read: its name, its
// summary, its cause, and head, sentences and points of its blocks. Some may be
// empty.
func (c Card) Texts() []string {
	texts := []string{c.Name, c.Summary, c.Cause}
	for _, b := range c.Blocks {
		texts = slices.Concat(texts, []string{b.Head}, b.Say, b.Points)
	}
	return texts
}

// Figure is the figure of the move that the card shows or explains or, where it does
// neither, of the first one of a routine that it leads to, and the muscle that works in
// it; empty: there is none.
func (c Card) Figure() (name string, muscle routines.Muscle) {
	if m, ok := routines.FindMove(c.Move); ok {
		return m.Figure, m.Muscle
	}
	for _, what := range slices.Concat(c.Explains, c.Routines) {
		id, step, _ := strings.Cut(what, "/")
		r, err := routines.Library{}.Find(id)
		if err != nil {
			continue
		}
		for _, s := range r.Steps {
			if s.Figure != "" && (step == "" || s.ID == step) {
				return s.Figure, s.Muscle
			}
		}
	}
	return "", ""
}

// Card finds a card by its id.
func (s Library) Card(id string) (Card, bool) {
	return first(s.Cards, func(c Card) bool { return c.ID == id })
}

// Causes returns the cards that a person can tick, in order.
func (s Library) Causes() []Card {
	return slices.DeleteFunc(slices.Clone(s.Cards), func(c Card) bool { return c.Cause == "" })
}

// Explaining finds the card that tells more about a step of a routine: the one
// that names the step, or else the one that names the routine.
func (s Library) Explaining(routine, step string) (Card, bool) {
	for _, what := range []string{routine + "/" + step, routine} {
		if c, ok := first(s.Cards, func(c Card) bool { return slices.Contains(c.Explains, what) }); ok {
			return c, true
		}
	}
	return Card{}, false
}

// WithoutRoutines is the library without ways to routines.
func (s Library) WithoutRoutines() Library {
	s.Cards = slices.Clone(s.Cards)
	for i := range s.Cards {
		s.Cards[i].Routines = nil
	}
	return s
}

// CausesFirst puts the cards of causes, given by their ids, first in their
// groups. Otherwise the order stays.
func (s Library) CausesFirst(causes []string) Library {
	var out Library
	for _, g := range s.Groups {
		group := Group{Name: g.Name}
		for _, first := range []bool{true, false} {
			for _, id := range g.Cards {
				if c, ok := s.Card(id); ok && slices.Contains(causes, id) == first {
					group.Cards, out.Cards = append(group.Cards, id), append(out.Cards, c)
				}
			}
		}
		out.Groups = append(out.Groups, group)
	}
	return out
}

// first returns the first card that is so.
func first(cards []Card, is func(Card) bool) (Card, bool) {
	if i := slices.IndexFunc(cards, is); i >= 0 {
		return cards[i], true
	}
	return Card{}, false
}

const (
	folder = "articles"
	ending = ".yaml"
)

// Load reads the cards that articles/index.yaml names, each from
// articles/ID.yaml. An error of a file's contents is a [*yamlfile.Fault]. What
// a card may hold is checked by the tests, not here.
func Load(files fs.FS) (Library, error) {
	var index struct {
		Groups []Group `yaml:"groups"`
	}
	if err := decode(files, "index", &index); err != nil {
		return Library{}, err
	}
	s := Library{Groups: index.Groups}
	for _, g := range s.Groups {
		for _, id := range g.Cards {
			s.Cards = append(s.Cards, Card{ID: id, Group: g.Name})
		}
	}
	var faults []error
	for i := range s.Cards {
		faults = append(faults, decode(files, s.Cards[i].ID, &s.Cards[i]))
	}
	if err := errors.Join(faults...); err != nil {
		return Library{}, err
	}
	return s, nil
}

// decode reads the file of a card, or of the index.
func decode(files fs.FS, id string, into any) error {
	name := path.Join(folder, id+ending)
	data, err := fs.ReadFile(files, name)
	if err != nil {
		return fmt.Errorf("reading a card: %w; write the file, or take %q out of index.yaml", err, id)
	}
	return yamlfile.Read(name, data, into)
}

// Contents is what somebody who reads the cards is shown.
type Contents struct {
	Library Library
	Ticked  []string // causes that apply to the person, by the ids of their cards
	Sources routines.Catalogue
	Notice  string // what could not be read, in one line
}
