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

// lacking is how much further away a name is for a word that it lacks than for one
// that it has beside.
const lacking = 100

// NearestMoves are those that a text was most likely meant for, the nearest first,
// five at most: those of which some name has the most of its words, as they are typed,
// and at least half. The name with the fewest other words is the nearest.
func NearestMoves(written string) (near []Move) {
	const most = 5
	words := wordsOf(written)
	if len(written) > longestName || len(words) == 0 {
		return nil
	}
	like := make([][]string, len(words)) // what each word may be meant for
	for i, w := range words {
		like[i] = append(spelling.Similar(w, nameWords()), w)
	}
	far := map[string]int{}
	for _, m := range moves {
		far[m.ID] = m.distance(like)
		if 2*(far[m.ID]/lacking) <= len(words) && far[m.ID]/lacking < len(words) {
			near = append(near, m)
		}
	}
	slices.SortStableFunc(near, func(a, b Move) int { return cmp.Compare(far[a.ID], far[b.ID]) })
	near = slices.DeleteFunc(near, func(m Move) bool { return far[m.ID]/lacking > far[near[0].ID]/lacking })
	return near[:min(len(near), most)]
}

// distance is how far the nearest name of a move is from some words, each of which may
// be one of several.
func (m Move) distance(words [][]string) int {
	nearest := lacking * len(words)
	for _, name := range m.names() {
		has := wordsOf(name)
		found := 0
		for _, like := range words {
			if slices.ContainsFunc(has, func(h string) bool { return slices.Contains(like, h) }) {
				found++
			}
		}
		if n := lacking*(len(words)-found) + max(len(has)-found, 0); found > 0 {
			nearest = min(nearest, n)
		}
	}
	return nearest
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
