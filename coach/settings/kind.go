package settings

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"uncramp/routines"
)

// kind is what a setting may hold.
type kind interface {
	// allowed says it in words that follow "choose".
	allowed() string
	// choices are all there is; nil where it is typed.
	choices() []string
	// read returns a text as it is kept, or false.
	read(text string) (string, bool)
	// step returns what stands so many places further on, or false.
	step(text string, by int) (string, bool)
}

// choice is one of some words; an empty one is nothing.
type choice []string

func choiceOf[T ~string](among ...T) choice {
	c := make(choice, len(among))
	for i, w := range among {
		c[i] = string(w)
	}
	return c
}

func (c choice) allowed() string {
	said := slices.Clone(c)
	if i := slices.Index(said, ""); i >= 0 {
		said[i] = orNothing
	}
	return strings.Join(said, ", ")
}

func (c choice) choices() []string { return c }

func (c choice) read(text string) (string, bool) { return text, slices.Contains(c, text) }

func (c choice) step(text string, by int) (string, bool) {
	at := slices.Index(c, text) + by%len(c)
	return c[(at+len(c))%len(c)], true
}

// number is a whole number between two limits.
type number struct{ least, most, stride int }

func (n number) allowed() string { return fmt.Sprintf(fromTo, n.least, n.most) }

func (number) choices() []string { return nil }

func (n number) read(text string) (string, bool) {
	v, err := strconv.Atoi(text)
	return text, err == nil && strconv.Itoa(v) == text && v >= n.least && v <= n.most
}

func (n number) step(text string, by int) (string, bool) {
	v, err := strconv.Atoi(text)
	return strconv.Itoa(min(max(v+by*n.stride, n.least), n.most)), err == nil
}

// clockTime is a time of day, in steps of half an hour.
type clockTime struct{}

const (
	clockForm   = "15:04"
	clockStride = 30 * time.Minute
)

func timeOfDay(at time.Time) TimeOfDay { return TimeOfDay(at.Format(clockForm)) }

func (clockTime) allowed() string { return aTimeOfDay }

func (clockTime) choices() []string { return nil }

func (h clockTime) read(text string) (string, bool) { return h.step(text, 0) }

func (clockTime) step(text string, by int) (string, bool) {
	at, err := time.Parse(clockForm, text)
	if err != nil {
		return "", false
	}
	return string(timeOfDay(at.Add(time.Duration(by) * clockStride))), true
}

// freeText is plain text of so many characters at most.
type freeText struct{ most int }

func (f freeText) allowed() string { return fmt.Sprintf(aName, f.most) }

func (freeText) choices() []string { return nil }

func (f freeText) read(text string) (string, bool) {
	return text, utf8.RuneCountInString(text) <= f.most && !strings.ContainsFunc(text, routines.Hidden)
}

func (freeText) step(string, int) (string, bool) { return "", false }
