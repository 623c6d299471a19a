package settings

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"uncramp/coach/text"
)

// kind is what a setting may hold.
type kind struct {
	allowed string   // in words that follow "choose"
	choices []string // all there is; nil where it is typed
	quoted  bool     // in the file, whatever it is
	// read returns a text as it is kept, or false.
	read func(text string) (string, bool)
	// step returns what stands so many places further on, or false.
	step func(text string, by int) (string, bool)
}

// choiceOf is one of some words; an empty one is nothing.
func choiceOf[T ~string](among ...T) kind {
	var words, said []string
	for _, w := range among {
		words = append(words, string(w))
		said = append(said, cmp.Or(string(w), orNothing))
	}
	return kind{
		allowed: strings.Join(said, ", "), choices: words,
		read: func(text string) (string, bool) { return text, slices.Contains(words, text) },
		step: func(text string, by int) (string, bool) {
			at := slices.Index(words, text) + by%len(words)
			return words[(at+len(words))%len(words)], true
		},
	}
}

// number is a whole number between two limits.
func number(least, most, stride int) kind {
	return kind{
		allowed: fmt.Sprintf(fromTo, least, most),
		read: func(text string) (string, bool) {
			v, err := strconv.Atoi(text)
			return text, err == nil && strconv.Itoa(v) == text && v >= least && v <= most
		},
		step: func(text string, by int) (string, bool) {
			v, err := strconv.Atoi(text)
			return strconv.Itoa(min(max(v+by*stride, least), most)), err == nil
		},
	}
}

const (
	clockForm   = "15:04"
	clockStride = 30 * time.Minute
)

func timeOfDay(at time.Time) TimeOfDay { return TimeOfDay(at.Format(clockForm)) }

// clockTime is a time of day, in steps of half an hour.
func clockTime() kind {
	step := func(text string, by int) (string, bool) {
		at, err := time.Parse(clockForm, text)
		return string(timeOfDay(at.Add(time.Duration(by) * clockStride))), err == nil
	}
	return kind{allowed: aTimeOfDay, read: func(text string) (string, bool) { return step(text, 0) }, step: step}
}

// freeText is plain text of so many characters at most.
func freeText(most int) kind {
	return kind{
		allowed: fmt.Sprintf(aName, most), quoted: true,
		read: func(name string) (string, bool) {
			return name, utf8.RuneCountInString(name) <= most && !strings.ContainsFunc(name, text.Hidden)
		},
		step: func(string, int) (string, bool) { return "", false },
	}
}
