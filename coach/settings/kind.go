package settings

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"uncramp/coach/text"
)

// kind is what a setting may hold.
type kind struct {
	allowed string   // in words that follow "choose"
	choices []string // all there is; nil where it is typed
	quoted  bool     // in the file, whatever it is
	// step returns a text as it is kept, so many places further on; false where
	// the kind may not hold it, or has nothing to step through.
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
		step: func(text string, by int) (string, bool) {
			at := slices.Index(words, text)
			return words[(at+by%len(words)+len(words))%len(words)], at >= 0
		},
	}
}

// offOrOn is a switch that is left to nothing else. It may be written as programs write
// it, such as 1 or false.
func offOrOn() kind {
	k := choiceOf(Off, On)
	words := k.step
	k.step = func(text string, by int) (string, bool) {
		switch is, err := strconv.ParseBool(text); {
		case err == nil && is:
			text = string(On)
		case err == nil:
			text = string(Off)
		}
		return words(text, by)
	}
	return k
}

// number is a whole number between two limits.
func number(least, most, stride int) kind {
	return kind{
		allowed: fmt.Sprintf(fromTo, least, most),
		step: func(text string, by int) (string, bool) {
			v, err := strconv.Atoi(text)
			ok := err == nil && strconv.Itoa(v) == text && v >= least && v <= most
			return strconv.Itoa(min(max(v+by*stride, least), most)), ok
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
	return kind{allowed: aTimeOfDay, step: func(text string, by int) (string, bool) {
		at, err := time.Parse(clockForm, text)
		return string(timeOfDay(at.Add(time.Duration(by) * clockStride))), err == nil
	}}
}

// dialled is what a telephone takes.
var dialled = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\+?[0-9]([ -]?[0-9]){1,14}$`)
})

// phoneNumber is a number to call, or auto.
func phoneNumber() kind {
	return kind{allowed: aPhoneNumber, quoted: true, step: func(text string, by int) (string, bool) {
		return text, by == 0 && (text == string(Auto) || dialled().MatchString(text))
	}}
}

// freeText is plain text of so many characters at most.
func freeText(most int) kind {
	return kind{
		allowed: fmt.Sprintf(aName, most), quoted: true,
		step: func(name string, by int) (string, bool) {
			return name, by == 0 && text.Length(name) <= most && !strings.ContainsFunc(name, lostOrHidden)
		},
	}
}

// lostOrHidden reports whether a character stands for what is no UTF-8, or isn't seen.
func lostOrHidden(c rune) bool { return c == utf8.RuneError || text.Hidden(c) }
