package record

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
)

// TallyKind says what is ticked or counted.
type TallyKind string

// The kinds of tallies.
const (
	Cause TallyKind = "cause" // one that the person ticked; no diagnosis
	Water TallyKind = "water" // the glasses of a day
	// Baseline is a week of diary before a programme, Programme the programme, and
	// Stopped that it was stopped. Each has its first day, and what is followed.
	Baseline  TallyKind = "baseline"
	Programme TallyKind = "programme"
	Stopped   TallyKind = "stopped"
)

// TallyKinds lists every kind.
func TallyKinds() []TallyKind { return []TallyKind{Cause, Water, Baseline, Programme, Stopped} }

// Tally is something that is ticked or counted by hand. There is one of a kind,
// day and name, whichever machine it was made on. Water is the sum of a day's: each
// device that shares the diary counts by itself, so that no glass is lost.
type Tally struct {
	Kind   TallyKind `json:"kind"`
	Day    string    `json:"day,omitzero"`  // 2026-11-21, by the clock on the wall; of a cause empty
	Name   string    `json:"name,omitzero"` // of a cause its card's id, of a programme what is followed; of water the device
	Count  int       `json:"count"`         // glasses, days of baseline, weeks of a programme, else 1; 0: taken away
	Edited time.Time `json:"edited"`
}

// MaxGlasses is as many as are counted in a day, more than anybody drinks.
const MaxGlasses = 99

// MaxBaseline is the most days of diary before a programme.
const MaxBaseline = 28

// max is how far tallies of a kind are counted.
func (k TallyKind) max() int {
	return cmp.Or(map[TallyKind]int{Water: MaxGlasses, Baseline: MaxBaseline, Programme: 52}[k], 1)
}

// Ahead is how many days after the present one a tally of a kind may be of: a programme
// that is begun with its diary begins after that.
func (k TallyKind) Ahead() int {
	if k == Programme {
		return MaxBaseline
	}
	return 0
}

// ID names what a tally is about.
func (t Tally) ID() ID { return ID(strings.Join([]string{string(t.Kind), t.Day, t.Name}, "/")) }

// Normalize implements Row.
func (t Tally) Normalize() (Tally, error) {
	err := errors.Join(t.check(), normalizeField("edited", (*Edit)(&t.Edited)))
	return t, refused("the mark", t.ID(), err)
}

// AddTo changes what is counted, as of now, by a tally's count: kept are those that
// count the same thing. The sum goes from 0 to the most there can be. What is added, or
// taken away, is so from the one of the same name first. It returns those that change.
func (t Tally) AddTo(kept []Tally) (changed []Tally, sum int, err error) {
	own := Tally{Kind: t.Kind, Day: t.Day, Name: t.Name}
	others := slices.DeleteFunc(slices.Clone(kept), func(k Tally) bool {
		sum += k.Count
		if k.ID() == t.ID() {
			own.Count = k.Count
		}
		return k.ID() == t.ID()
	})
	by := max(t.Count, -sum)
	if t.Count > 0 {
		by = max(min(t.Count, t.Kind.max()-sum), 0)
	}
	for _, k := range append([]Tally{own}, others...) {
		n := max(k.Count+by, 0)
		by -= n - k.Count
		if n != k.Count {
			sum += n - k.Count
			k.Count, k.Edited = n, time.Time{}
			changed = append(changed, k)
		}
	}
	_, err = own.Normalize()
	return changed, sum, err
}

func (t Tally) check() error {
	switch t.Kind {
	case Cause:
		return errors.Join(checkEmpty("day", t.Day), In("name", ID(t.Name).check()), checkCount(t.Count, t.Kind.max()))
	case Water:
		return errors.Join(checkDay(t.Day), checkDevice("name", t.Name), checkCount(t.Count, t.Kind.max()))
	case Baseline, Programme, Stopped:
		return errors.Join(checkDay(t.Day), In("name", ID(t.Name).check()), checkCount(t.Count, t.Kind.max()))
	}
	return fmt.Errorf("kind is %.40q; it is one of %v", t.Kind, TallyKinds())
}

func checkDay(day string) error {
	t, err := time.Parse(time.DateOnly, day)
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
