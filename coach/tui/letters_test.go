package tui

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"uncramp/coach/session"
	"uncramp/coach/tui/screen"
	"uncramp/coach/visit"
)

// meanings are the letters and signs that mean something on more than one page, what
// they stand for, and the words for it. A page that is named before the words has its own.
var meanings = map[string][]string{
	"!": {"red flags", "go through the red flags"},
	"?": {"keys", "all the keys"},
	// What is left, or stepped back from where one thing lies over another.
	"q": {"leave", "leave the routine", "end, keep it", "back", "as it was"},
	// What was told, set or stopped is taken away.
	"x": {"leave it", "delete", "take all back", "as at first", "not told"},
	"u": {"take back", "take the last answer back"},
	"i": {"sources", "why, and from which source", "back"},
	"y": {"yes", "yes, something speaks against it", "applies to me", "yes, no", "type yesterday"},
	"r": {"this phase again", "the routine again", "check again", "not so? check again"},
	"o": {"other leg", "the other leg"},
	"=": {"both legs", "both legs, after a check"},
	"+": {"ten seconds more", "a glass more", "more questions"},
	"-": {"ten seconds less", "a glass less"},
	"/": {"find"},
	"g": {"go on", "go on with what was stopped"},
	// In a list one goes down and up, or from answer to answer, as with the arrows.
	"j": {"choose", "pick", "5 minutes earlier", "a minute less", "read on", "more"},
	"k": {"choose", "5 minutes later", "a minute more", "read on", "more"},
	// Home's letters open what has that name, as the week's and the history's do; the
	// player's say how it goes or what is to be heard. The README has both: there is no way
	// from the one to the other.
	"c": {"compose", "cramps"},
	"n": {"relief now", "on to the next", "no, nothing speaks against it", "none of them", "no", "no, back", "yes, no"},
	"b": {"bedtime stretch", "sound on or off"},
	"w": {"warm-up", "it got worse"},
	"l": {"learn", "lie, sit or stand"},
	"p": {"plan", "the programme", "back, past an answer too", "back"},
	"s": {"settings", "it is the same"},
	"a": {"about you", "it came back: another cramp", "search"},
	"m": {"before you stand up", "it began a minute earlier"},
	"t": {"stretch it now", "answer, t is 10"}, // ten is two keys long: a number has a letter of its own
}

// pagesOfLetters are rigs on all pages, with all routines, something that was stopped,
// and something that may speak against a routine.
func pagesOfLetters(t *testing.T) (all []rig) {
	var marks []*visit.Bookmark
	home := begun(t, func(c *Config) { c.Routines = walkConfig(t, new(time.Duration)).Routines })
	asks := begun(t, func(c *Config) { c.Begin = screen.Play{Ready: playOf(t, "heat")} })
	all = []rig{home, asks, stopped(t, &marks, nil), stopped(t, &marks, screen.Play{Ready: playOf(t, "ease")}), asking(t).press("enter", "enter", "7", "esc")}
	return append(all, slices.Collect(maps.Values(stages(t)))...)
}

// TestALetterMeansOneThing on all pages, and everything that it is said to mean.
func TestALetterMeansOneThing(t *testing.T) {
	means := map[string][]string{} // what each is said to do
	befores := [][]string{
		nil, {"down"}, {"enter"}, {"down", "enter"}, {"enter", "enter"}, {"enter", "enter", "enter"}, {"enter", "enter", "enter", "enter"},
		{"x"}, {"tab"}, {"i"}, {"n"}, {"n", "n", "n"}, {"/"}, {"end"},
	}
	for _, r := range pagesOfLetters(t) {
		for _, before := range befores {
			for _, b := range slowly(r, before).top().Keys() {
				for _, k := range b.Keys() {
					if b.Enabled() && utf8.RuneCountInString(k) == 1 && !strings.Contains("0123456789", k) {
						means[k] = append(means[k], b.Help().Desc)
					}
				}
			}
		}
	}
	for k, words := range means {
		words = slices.Compact(slices.Sorted(slices.Values(words)))
		others := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return slices.Contains(meanings[k], w) })
		if len(words) > 1 && len(others) > 0 {
			t.Errorf("%s means %q, beside %q", k, others, meanings[k])
		}
	}
	for k, words := range meanings {
		for _, w := range words {
			if !slices.Contains(means[k], w) {
				t.Errorf("%s means %q nowhere", k, w)
			}
		}
	}
}

// slowly presses keys, none of which bounces.
func slowly(r rig, keys []string) rig {
	for _, k := range keys {
		*r.now += session.Tolerance
		r = r.press(k)
	}
	return r
}
