package record

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Standing is what a version of a row that comes from outside is to the one that is
// kept.
type Standing int

// The standings.
const (
	New      Standing = iota // none is kept
	Same                     // it says what is kept
	Later                    // it was edited later
	Earlier                  // it says something else, and was edited earlier
	Yields                   // it says something else, edited at the same moment: [Merge] keeps the other
	Prevails                 // it says something else, edited at the same moment: [Merge] keeps it
)

// Differs reports whether a version says something else, without a later edit.
func (s Standing) Differs() bool { return s == Earlier || s.Tied() }

// Tied reports whether a version says something else, edited at the same moment.
func (s Standing) Tied() bool { return s == Yields || s == Prevails }

// Stand compares a version of a row, which was normalized, with the one that is kept,
// nil for none. A version whose Edited is zero was not edited later.
func Stand[T any, R Row[T]](kept *T, v T) Standing {
	if kept == nil {
		return New
	}
	_, edited := R(&v).Head()
	_, last := R(kept).Head()
	switch {
	case edited.After(*last):
		return Later
	case Content[T, R](v) == Content[T, R](*kept):
		return Same
	case edited.Before(*last):
		return Earlier
	case later[T, R](v, *kept):
		return Prevails
	}
	return Yields
}

// Content is all that a row says, but for the moment of its edit: that of two versions
// that say the same is the same.
func Content[T any, R Row[T]](v T) string {
	_, edited := R(&v).Head()
	*edited = time.Time{}
	return jsonOf(v)
}

// Differences names each column in which two versions of a row differ, with what they
// say: "severity is 3, and 7 in the diary". Of a deleted row nothing else is left.
func Differences[T any](v, kept T, columns []Column[T]) string {
	var list []string
	for _, c := range columns {
		field := c.Field(&v)
		if _, edited := field.(*Edit); edited {
			continue
		}
		said, _ := TextOf(field).MarshalText() // they were normalized
		stands, _ := TextOf(c.Field(&kept)).MarshalText()
		if slices.Equal(said, stands) {
			continue
		}
		one := fmt.Sprintf(differs, c.CSV, shown(said), shown(stands))
		if _, deleted := field.(*bool); deleted {
			return one
		}
		list = append(list, one)
	}
	return strings.Join(list, "; ")
}

func shown(said []byte) string {
	if len(said) == 0 {
		return nothing
	}
	return fmt.Sprintf("%.40s", said)
}
