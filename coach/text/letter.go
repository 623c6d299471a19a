package text

import "github.com/charmbracelet/x/ansi"

// Letters are the parts of a text that are seen as one each: an emoji of several
// characters, or a letter with its accents.
func Letters(s string) (list []string) {
	for s != "" {
		letter, _ := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
		list, s = append(list, letter), s[len(letter):]
	}
	return list
}

// Length is how many letters a text has.
func Length(s string) int { return len(Letters(s)) }
