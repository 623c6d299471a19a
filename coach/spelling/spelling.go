// Package spelling finds the name that somebody meant who wrote another: the one
// place that answers "did you mean".
package spelling

import (
	"cmp"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"
)

// Similar returns the names that a word was most likely meant for, the nearest
// first: those that begin with it, or from which at most two letters differ, and
// fewer than half. Two neighbours that changed places count as one letter.
func Similar(word string, names []string) (like []string) {
	const longest, most = 40, 2
	if word == "" || len(word) > longest {
		return nil
	}
	word = strings.ToLower(word)
	differ := map[string]int{}
	for _, name := range names {
		lower := strings.ToLower(name)
		differ[name] = distance(word, lower)
		if n := differ[name]; n <= most && 2*n < len(name) || strings.HasPrefix(lower, word) {
			like = append(like, name)
		}
	}
	slices.SortStableFunc(like, func(a, b string) int { return cmp.Compare(differ[a], differ[b]) })
	return like
}

// distance is how many letters differ.
func distance(word, name string) int {
	for i := 1; i < len(word); i++ {
		if word[:i-1]+word[i:i+1]+word[i-1:i]+word[i+1:] == name {
			return 1
		}
	}
	return levenshtein.ComputeDistance(word, name)
}
