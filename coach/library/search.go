package library

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// Search finds the cards that hold every word of the query, the best first: a
// card's name goes before the words it is searched by, those before its
// summary and that before its text; a whole word goes before the beginning of
// one, and that before its inside. An empty query finds every card, in order.
func (s Library) Search(query string) []Card {
	words := Words(query)
	if len(words) == 0 && strings.TrimSpace(query) != "" {
		return nil
	}
	costs := map[string]int{}
	found := slices.DeleteFunc(slices.Clone(s.Cards), func(c Card) bool {
		cost, ok := c.cost(words)
		costs[c.ID] = cost
		return !ok
	})
	slices.SortStableFunc(found, func(a, b Card) int { return cmp.Compare(costs[a.ID], costs[b.ID]) })
	return found
}

// About finds the cards on a topic: the one with that id or name, or else those that a
// search for it finds.
func (s Library) About(topic string) []Card {
	if c, ok := first(s.Cards, func(c Card) bool { return strings.EqualFold(c.ID, topic) || strings.EqualFold(c.Name, topic) }); ok {
		return []Card{c}
	}
	return s.Search(topic)
}

// Words returns what a search for a query looks for: its letters and digits, in
// lower case.
func Words(query string) []string {
	return strings.FieldsFunc(strings.ToLower(query), func(c rune) bool { return !inWord(c) })
}

// cost is how far down a card its words are found; false where one is not.
func (c Card) cost(words []string) (sum int, ok bool) {
	fields := []string{c.Name, c.ID + " " + strings.Join(c.Words, " "), c.Summary, strings.Join(c.Texts(), "\n")}
	for i := range fields {
		fields[i] = strings.Join(Words(fields[i]), " ")
	}
	for _, w := range words {
		n, ok := place(fields, w)
		if !ok {
			return 0, false
		}
		sum += n
	}
	return sum, true
}

// place is where a word is found among fields that count less and less. Inside
// the words of the first two it counts more than anywhere in the others: "age"
// is to find "Getting older", searched by age, before "Massage", and both
// before a text that only mentions age.
func place(fields []string, word string) (n int, ok bool) {
	found := []string{" " + word + " ", " " + word, word} // whole, as a beginning, anywhere
	for half := 0; half < len(fields); half += 2 {
		for how, pattern := range found {
			for i, f := range fields[half : half+2] {
				if strings.Contains(" "+f+" ", pattern) {
					return half*len(found) + 2*how + i, true
				}
			}
		}
	}
	return 0, false
}

func inWord(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }
