package diary

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// MarkKind says what a mark is about.
type MarkKind string

// The kinds of marks.
const (
	Cause MarkKind = "cause" // one that the person ticked; no diagnosis
	Water MarkKind = "water" // the glasses of a day
)

var markKinds = []MarkKind{Cause, Water}

// Mark is something that is ticked or counted by hand. There is one of a kind,
// day and name, whichever machine it was made on.
type Mark struct {
	Kind   MarkKind  `json:"kind"`
	Day    string    `json:"day,omitzero"`  // of water: 2026-11-21, by the clock on the wall; empty: of no day
	Name   string    `json:"name,omitzero"` // of a cause: its card's id
	N      int       `json:"count"`         // of a cause 1, of water the glasses; 0: taken away
	Edited time.Time `json:"edited"`
}

// Days are dates such as 2026-11-21, from the first to the last. An empty one
// is no limit.
type Days struct{ First, Last string }

// Holds reports whether a date is one of the days. The empty date is before all
// others.
func (d Days) Holds(day string) bool { return day >= d.First && (d.Last == "" || day <= d.Last) }

// MostGlasses is as many as are counted in a day, more than anybody drinks.
const MostGlasses = 99

// most is how far marks of a kind are counted.
func (k MarkKind) most() int {
	if k == Water {
		return MostGlasses
	}
	return 1
}

// id names what a mark is about. The schema makes it so, too.
func (m Mark) id() ID { return ID(strings.Join([]string{string(m.Kind), m.Day, m.Name}, "/")) }

// tidy is a mark as it is kept. The error names what can't be kept.
func (m Mark) tidy() (Mark, error) {
	m.Edited = instant(m.Edited).UTC()
	return m, refused("the mark", m.id(), errors.Join(m.check(), checkEdited(m.Edited)))
}

// plus is a mark whose count is changed, as of now, by that of another; it
// stays from 0 to the most there can be.
func (m Mark) plus(by Mark) (Mark, error) {
	most := by.Kind.most()
	n := max(m.N+min(max(by.N, -most), most), 0)
	return Mark{Kind: by.Kind, Day: by.Day, Name: by.Name, N: min(n, most)}.tidy()
}

func (m Mark) check() error {
	switch m.Kind {
	case Cause:
		return errors.Join(checkEmpty("day", m.Day), naming("name", ID(m.Name).check()), checkCount(m.N, m.Kind.most()))
	case Water:
		return errors.Join(checkDay(m.Day), checkEmpty("name", m.Name), checkCount(m.N, m.Kind.most()))
	}
	return fmt.Errorf("kind is %.40q; it is one of %v", m.Kind, markKinds)
}

func checkDay(day string) error {
	t, err := time.Parse(dateForm, day)
	if err != nil {
		return fmt.Errorf("day is %.40q; write a date, such as 2026-11-21", day)
	}
	return checkMoment("day", t)
}

func checkEmpty(field, text string) error {
	if text != "" {
		return fmt.Errorf("%s is %.40q; leave it empty", field, text)
	}
	return nil
}

func checkCount(n, most int) error {
	if n < 0 || n > most {
		return fmt.Errorf("count is %d; it goes from 0 to %d", n, most)
	}
	return nil
}
