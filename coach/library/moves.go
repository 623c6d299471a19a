package library

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"uncramp/coach/text"
	"uncramp/routines"
)

// Moves are the moves that routines are made of, each as a card: what to do, who does it
// otherwise or not at all, and what it rests on. Those of a muscle are a group.
func Moves() (cards []Card) {
	from, _ := routines.Sources() // a source that it doesn't know is told by its id
	for _, m := range routines.Moves() {
		cards = append(cards, moveCard(m, from))
	}
	return cards
}

// moveCard is the card of a move.
func moveCard(m routines.Move, from routines.Catalogue) Card {
	c := Card{
		ID: "move-" + m.ID, Group: m.Muscle.Heading(), Name: m.Name, Move: m.ID, Words: append([]string{m.ID}, m.Also...),
		Summary: fmt.Sprintf(moveSummary, text.Join(m.Positions), m.Manner()), Routines: playing(m.ID),
	}
	for _, b := range []Block{
		{Head: whatToDo, Points: prompts(m.Prepare, m.Hold, m.Release), Sources: m.Sources},
		{Head: theOtherLeg, Say: prompts(m.Change)},
		cautions(m.Cautions),
		notFor(m.NotFor),
		preferred(m.Prefer),
		{Head: usualTime, Points: times(m, from)},
		{Head: aboutIt, Say: filled(from.NameArticles(m.Note))},
		{Head: alsoCalled, Say: filled(strings.Join(m.Also, "; "))},
	} {
		if len(b.Say)+len(b.Points) > 0 {
			c.Blocks = append(c.Blocks, b)
		}
	}
	return c
}

// playing are the built-in routines that have a move.
func playing(move string) (ids []string) {
	for _, id := range (routines.Library{}).Names() {
		r, err := routines.Library{}.Find(id)
		if err == nil && slices.ContainsFunc(r.InWeek(0).Steps, func(s routines.Step) bool { return s.Move == move }) {
			ids = append(ids, id)
		}
	}
	return ids
}

// filled is a list of the texts that are not empty.
func filled(texts ...string) []string {
	return slices.DeleteFunc(texts, func(s string) bool { return s == "" })
}

// prompts are the words for some parts of a move.
func prompts(parts ...*routines.Part) (list []string) {
	for _, p := range parts {
		if p != nil {
			list = append(list, p.Prompt)
		}
	}
	return list
}

func cautions(lines []routines.Line) Block {
	b := Block{Head: takeCare}
	for _, l := range lines {
		b.Points, b.Sources = append(b.Points, l.Text), append(b.Sources, l.Sources...)
	}
	return b
}

// notFor tells for whom a move is not, and what to do instead.
func notFor(rules []routines.Rule) Block {
	b := Block{Head: notForSome}
	for _, r := range rules {
		b.Points = append(b.Points, strings.Join(filled(r.Text, r.Instead), " "))
		b.Sources = append(b.Sources, routines.Source{Document: r.Source})
	}
	return b
}

// preferred tells who does a move otherwise, and how.
func preferred(list []routines.Preference) Block {
	b := Block{Head: otherwise}
	for _, p := range list {
		b.Points = append(b.Points, strings.Join(filled(p.Text, p.Prepare, p.Prompt, p.Release), " "))
		b.Sources = append(b.Sources, routines.Source{Document: p.Source})
	}
	return b
}

// times are how long a move is held, and let go of, where nobody says otherwise.
func times(m routines.Move, from routines.Catalogue) (list []string) {
	for _, p := range []struct {
		part *routines.Part
		word string
	}{{m.Hold, holdWord}, {m.Release, releaseWord}} {
		if p.part != nil {
			list = append(list, fmt.Sprintf(timeFormat, cmp.Or(p.part.Word, p.word), p.part.Time, from.Name(p.part.Source)))
		}
	}
	return list
}
