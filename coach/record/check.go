package record

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"uncramp/coach/session"
	"uncramp/coach/text"
	"uncramp/routines"
)

// What a row can hold at most.
const (
	MaxText     = 20_000 // bytes
	MaxAttempts = 1_000
	MaxLength   = 31 * 24 * time.Hour // of anything that is followed or suffered
)

// The moments a row can hold: it is kept as nanoseconds since 1970.
const earliestYear, latestYear = 1970, 2199

// Normalize implements Row: the texts of a cramp are plain lines, its moments
// have zones of whole minutes, and where it is deleted nothing of it is left
// but its id and its moments.
func (e Episode) Normalize() (Episode, error) {
	if e.Deleted {
		e = Episode{ID: e.ID, At: e.At, Edited: e.Edited, Deleted: true}
	}
	err := normalize(&e, EpisodeColumns)
	return e, refused("the cramp", e.ID, err)
}

// Normalize implements Row, see [Episode.Normalize].
func (s Session) Normalize() (Session, error) {
	if s.Deleted {
		s = Session{ID: s.ID, At: s.At, Edited: s.Edited, Deleted: true}
	}
	err := normalize(&s, SessionColumns)
	return s, refused("the session", s.ID, err)
}

// normalize cleans and checks all fields of a row.
func normalize[T any](row *T, columns []Column[T]) error {
	var faults []error
	for _, c := range columns {
		faults = append(faults, normalizeField(c.Name, c.Field(row)))
	}
	return errors.Join(faults...)
}

// normalizeField cleans and checks a field by its type.
func normalizeField(name string, field any) error {
	switch f := field.(type) {
	case *time.Time:
		*f = instant(*f)
		return checkMoment(name, *f)
	case *Edit:
		*f = Edit(instant(time.Time(*f)).UTC())
		if time.Time(*f).IsZero() { // it stands for now
			return nil
		}
		return checkMoment(name, time.Time(*f))
	case *time.Duration:
		return checkLength(name, *f)
	case *Lead:
		return checkLength(name, time.Duration(*f).Abs())
	case *string:
		return normalizeText(name, f)
	case *ID:
		return f.check()
	case *Link:
		if *f == "" {
			return nil
		}
		return In(name, ID(*f).check())
	case *Rating:
		if !f.Given {
			*f = Rating{}
		}
		return In(name, f.check())
	case *[]Attempt:
		return normalizeAttempts(name, f)
	case *Answer:
		return checkWord(name, *f, Yes, No)
	case *routines.Muscle:
		return checkWord(name, *f, routines.Muscles()...)
	case *routines.Side:
		return checkWord(name, *f, routines.Left, routines.Right, routines.Both)
	case *routines.Position:
		return checkWord(name, *f, routines.Positions()...)
	case *session.Ending:
		if _, known := endings[*f]; !known {
			return fmt.Errorf("%s is %d, which is none", name, *f)
		}
	}
	return nil
}

// normalizeText cleans a text. One that is no UTF-8 is refused: cleaned, it would lose
// letters.
func normalizeText(name string, s *string) error {
	if !utf8.ValidString(*s) {
		return fmt.Errorf("%s is %.40q, which is no UTF-8; write it as UTF-8", name, *s)
	}
	*s = text.Clean(*s)
	if len(*s) > MaxText {
		return fmt.Errorf("%s has %d bytes; shorten it to %d", name, len(*s), MaxText)
	}
	return nil
}

func normalizeAttempts(name string, attempts *[]Attempt) error {
	list := append([]Attempt(nil), *attempts...) // nil, where it is empty
	*attempts = list
	if len(list) > MaxAttempts {
		return fmt.Errorf("%s has %d entries; %d is the most", name, len(list), MaxAttempts)
	}
	for i := range list {
		a := &list[i]
		err := errors.Join(
			normalizeField("routine", &a.Routine), normalizeField("step", &a.Step), normalizeField("name", &a.Name),
			normalizeField("muscle", &a.Muscle), normalizeField("side", &a.Side), normalizeField("spent", &a.Spent),
			checkWord("answer", a.Answer, "eased", "same", "worse"),
		)
		if err != nil {
			return fmt.Errorf("%s, entry %d: %w", name, i+1, err)
		}
	}
	return nil
}

// endings are how endings are written; what session counts may be counted
// otherwise one day.
var endings = map[session.Ending]string{
	session.Going: "going", session.Completed: "completed", session.EasedOff: "eased", session.GotWorse: "worse",
	session.TooLong: "too long", session.LeftOut: "left out", session.WasLeft: "left",
}

// instant is a moment without a monotonic reading and without a name of its
// zone, as it comes back from where it was kept.
func instant(t time.Time) time.Time {
	_, east := t.Zone()
	return AtOffset(t.Round(0), east-east%60)
}

// AtOffset returns a moment in a zone that many seconds east of Greenwich.
func AtOffset(t time.Time, east int) time.Time {
	if east == 0 {
		return t.UTC()
	}
	return t.In(time.FixedZone("", east))
}

func refused(what string, id ID, err error) error {
	return In(fmt.Sprintf("%s %.80q can't be kept", what, id), OneLine(err))
}

func checkMoment(name string, t time.Time) error {
	if y := t.UTC().Year(); y < earliestYear || y > latestYear {
		return fmt.Errorf("%s is in the year %d; it must be told, from %d to %d", name, y, earliestYear, latestYear)
	}
	return nil
}

func checkLength(name string, d time.Duration) error {
	if d < 0 || d > MaxLength {
		return fmt.Errorf("%s is %s; it goes from 0 to %d days", name, d, MaxLength/(24*time.Hour))
	}
	return nil
}

func checkWord[S ~string](name string, word S, known ...S) error {
	if word == "" || slices.Contains(known, word) {
		return nil
	}
	return fmt.Errorf("%s is %.40q; it is one of %v, or empty", name, word, known)
}

// In returns an error that begins with where it is; nil for none.
func In(where string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", where, err)
}

// OneLine returns an error that reads as one line, so that a screen can show it;
// nil for none.
func OneLine(err error) error {
	if err == nil {
		return nil
	}
	return oneLine{err}
}

type oneLine struct{ error }

// Error returns the error's lines as one.
func (o oneLine) Error() string { return strings.ReplaceAll(o.error.Error(), "\n", "; ") }

// Unwrap returns the error itself.
func (o oneLine) Unwrap() error { return o.error }
