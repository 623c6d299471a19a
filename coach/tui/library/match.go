package library

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	cards "uncramp/coach/library"
)

// words are what the search looks for.
func (m Model) words() []string { return cards.Words(m.search.Value()) }

// called are the moves that a search finds by what they are called, and how and where
// they are done; of what is said on their cards every word would find many.
func (m Model) called(query string) []cards.Card {
	words := cards.Words(query)
	return slices.DeleteFunc(cards.Library{Cards: m.moves}.Search(query), func(c cards.Card) bool {
		name := strings.Join(append([]string{c.Name, c.Group, c.Summary}, c.Words...), "\n")
		return slices.ContainsFunc(words, func(w string) bool { return !holds(name, []string{w}) })
	})
}

// marked draws a text in a style, and underlines where the words stand in it.
func marked(text string, words []string, style lipgloss.Style) string {
	var hits []int
	low := []rune(strings.ToLower(text)) // rune by rune as in the text
	for _, word := range words {
		w := []rune(word)
		for i := range low {
			if end := i + len(w); end <= len(low) && slices.Equal(low[i:end], w) {
				for j := i; j < end; j++ {
					hits = append(hits, j)
				}
			}
		}
	}
	return lipgloss.StyleRunes(text, hits, style.Underline(true), style)
}

// holds reports whether one of the words stands in a text.
func holds(text string, words []string) bool {
	text = strings.ToLower(text)
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) })
}

// why is what to show of a card beside its name: its summary or, where that and
// the name lack a word, a sentence that has it.
func why(c cards.Card, words []string) string {
	lacking := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return holds(c.Name+"\n"+c.Summary, []string{w}) })
	if by := foundBy(c, lacking); by != "" {
		return by
	}
	for _, s := range c.Texts() {
		if holds(s, lacking) {
			return s
		}
	}
	return c.Summary
}

// foundBy tells by which word a card was found that does not stand on it; empty
// where there is none.
func foundBy(c cards.Card, words []string) string {
	all := strings.Join(c.Texts(), "\n")
	words = slices.DeleteFunc(slices.Clone(words), func(w string) bool { return holds(all, []string{w}) })
	for _, w := range c.Words {
		if holds(w, words) {
			return fmt.Sprintf(foundByFormat, w)
		}
	}
	return ""
}
