package routines

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"uncramp/coach/spelling"
	"uncramp/coach/yamlfile"
)

// longestName is how long a text may be that is meant to be the name of a move.
const longestName = 60

// NearestMoves are those that a text was most likely meant for, the nearest first,
// five at most: those of which some name has at least half of its words, as they are
// typed. The name with the fewest other words is the nearest.
func NearestMoves(written string) []Move {
	const most, lacking = 5, 4 // a word that a name lacks weighs more than one that it has beside
	words := wordsOf(written)
	if len(written) > longestName || len(words) == 0 {
		return nil
	}
	like := make([][]string, len(words)) // what each word may be meant for
	for i, w := range words {
		like[i] = append(spelling.Similar(w, nameWords()), w)
	}
	far := map[string]int{}
	var near []Move
	for _, m := range moves {
		for _, name := range m.names() {
			has := wordsOf(name)
			found := 0
			for i := range words {
				if slices.ContainsFunc(has, func(h string) bool { return slices.Contains(like[i], h) }) {
					found++
				}
			}
			if found == 0 || 2*found < len(words) {
				continue
			}
			n := lacking*(len(words)-found) + max(len(has)-found, 0)
			if before, ok := far[m.ID]; !ok || n < before {
				far[m.ID] = n
			}
		}
		if _, ok := far[m.ID]; ok {
			near = append(near, m)
		}
	}
	slices.SortStableFunc(near, func(a, b Move) int { return cmp.Compare(far[a.ID], far[b.ID]) })
	return near[:min(len(near), most)]
}

// names are all that a move is called.
func (m Move) names() []string { return append([]string{m.ID, m.Name}, m.Also...) }

// nameWords are the words of which the names of the moves are made, each once.
var nameWords = sync.OnceValue(func() (words []string) {
	for _, m := range moves {
		for _, name := range m.names() {
			words = append(words, wordsOf(name)...)
		}
	}
	slices.Sort(words)
	return slices.Compact(words)
})

// wordsOf are the words of a name, in lower case.
func wordsOf(name string) []string {
	return strings.FieldsFunc(strings.ToLower(name), func(c rune) bool { return strings.ContainsRune(" -,_/", c) })
}

// unknownMove names the moves that were most likely meant.
func unknownMove(written string) yamlfile.Message {
	var ids []string
	for _, m := range NearestMoves(written) {
		ids = append(ids, m.ID)
	}
	if len(ids) == 0 {
		return noMove.With(written)
	}
	return otherMoves.With(written, strings.Join(ids, ", "))
}
