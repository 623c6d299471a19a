package library

import (
	"slices"
	"testing"
)

func TestSearch(t *testing.T) {
	for _, c := range []struct{ name, query, want string }{
		{"nothing: all of them", " ", "cramp fluid shoes older massage magnesium"},
		{"a name before a text", "massage", "massage"},
		{"the beginning of a name", "magn", "magnesium"},
		{"a word it is searched by, then its inside in a name", "age", "older massage"},
		{"a searched word before a text", "water", "fluid older"},
		{"a summary before a text", "articles", "magnesium"},
		{"the inside of a word", "hydra", "fluid"},
		{"every word", "sharp calf", "cramp"},
		{"words in any order and case", "HORSE charley", "cramp"},
		{"a hyphen, a comma", "charley-horse,", "cramp"},
		{"words of two cards", "banana shoe", ""},
		{"a cause in the person's words", "worn out", "shoes"},
		{"an id", "fluid", "fluid"},
		{"nothing like it", "zebra", ""},
		{"no word", "?!", ""},
		{"text that is no text", "\x1b[2J\xff", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := ids(small(t).Search(c.query)); got != c.want {
				t.Errorf("%q finds %q, want %q", c.query, got, c.want)
			}
		})
	}
}

func TestSearchLeavesTheLibraryAsItIs(t *testing.T) {
	s := small(t)
	slices.Reverse(s.Search(""))
	if got, want := ids(s.Cards), ids(small(t).Cards); got != want {
		t.Errorf("the cards are %s, want %s", got, want)
	}
}
