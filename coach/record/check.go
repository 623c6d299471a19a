package record

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"uncramp/coach/session"
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
	e.At, e.Edited = instant(e.At), instant(e.Edited).UTC()
	for _, text := range []*string{&e.Doing, &e.Helped, &e.Fluids, &e.Medicine, &e.Note} {
		*text = routines.Clean(*text)
	}
	for _, s := range []*Rating{&e.Severity, &e.Disturbance, &e.Soreness} {
		if !s.Given {
			*s = Rating{}
		}
	}
	e.Tried = cleanAttempts(e.Tried)
	err := errors.Join(
		e.ID.check(), checkMoment("at", e.At), checkEdited(e.Edited),
		checkLength("length", e.Length), checkLength("relief", e.Relief),
		checkWord("muscle", e.Muscle, routines.Muscles()...), checkWord("side", e.Side, sides...),
		inField("severity", e.Severity.check()), inField("disturbance", e.Disturbance.check()), inField("soreness", e.Soreness.check()),
		checkWord("asleep", e.Asleep, Yes, No), checkWord("woke", e.Woke, Yes, No),
		checkText("doing", e.Doing), checkText("helped", e.Helped), checkText("fluids", e.Fluids),
		checkText("medicine", e.Medicine), checkText("note", e.Note), checkAttempts("tried", e.Tried),
	)
	return e, refused("the cramp", e.ID, err)
}

// Normalize implements Row, see [Episode.Normalize].
func (s Session) Normalize() (Session, error) {
	if s.Deleted {
		s = Session{ID: s.ID, At: s.At, Edited: s.Edited, Deleted: true}
	}
	s.At, s.Edited = instant(s.At), instant(s.Edited).UTC()
	s.Routine = routines.Clean(s.Routine)
	s.Done = cleanAttempts(s.Done)
	_, known := endings[s.Ending]
	err := errors.Join(
		s.ID.check(), checkMoment("at", s.At), checkEdited(s.Edited), checkText("routine", s.Routine),
		checkLength("planned", s.Planned), checkLength("worked", s.Worked), checkLength("prepare", s.Choice.Prepare.Abs()),
		checkWord("muscle", s.Choice.Muscle, routines.Muscles()...), checkWord("side", s.Choice.Side, sides...),
		checkWord("position", s.Choice.Position, routines.Positions()...),
		checkAttempts("done", s.Done),
	)
	if !known {
		err = errors.Join(err, fmt.Errorf("ending is %d, which is none", s.Ending))
	}
	if s.Episode != "" {
		err = errors.Join(err, inField("episode", s.Episode.check()))
	}
	return s, refused("the session", s.ID, err)
}

var sides = []routines.Side{routines.Left, routines.Right, routines.Both}

// endings are how endings are written; what session counts may be counted
// otherwise one day.
var endings = map[session.Ending]string{
	session.Going: "going", session.Completed: "completed", session.EasedOff: "eased", session.GotWorse: "worse",
	session.TooLong: "too long", session.LeftOut: "left out", session.WasLeft: "left",
}

func cleanAttempts(list []Attempt) []Attempt {
	if len(list) == 0 {
		return nil
	}
	list = slices.Clone(list)
	for i := range list {
		t := &list[i]
		t.Routine, t.Step, t.Name = routines.Clean(t.Routine), routines.Clean(t.Step), routines.Clean(t.Name)
	}
	return list
}

// instant is a moment without a monotonic reading and without a name of its
// zone, as it comes back from where it was kept.
func instant(t time.Time) time.Time {
	_, east := t.Zone()
	return AtOffset(t.Round(0), east-east%60)
}

// AtOffset is a moment in a zone that many seconds east of Greenwich.
func AtOffset(t time.Time, east int) time.Time {
	if east == 0 {
		return t.UTC()
	}
	return t.In(time.FixedZone("", east))
}

func refused(what string, id ID, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s %.80q can't be kept: %w", what, id, OneLine(err))
}

func inField(field string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", field, err)
}

func checkMoment(field string, t time.Time) error {
	if y := t.UTC().Year(); y < earliestYear || y > latestYear {
		return fmt.Errorf("%s is in the year %d; it must be told, from %d to %d", field, y, earliestYear, latestYear)
	}
	return nil
}

// checkEdited lets the zero moment through, which stands for now.
func checkEdited(t time.Time) error {
	if t.IsZero() {
		return nil
	}
	return checkMoment("edited", t)
}

func checkLength(field string, d time.Duration) error {
	if d < 0 || d > MaxLength {
		return fmt.Errorf("%s is %s; it goes from 0 to %d days", field, d, MaxLength/(24*time.Hour))
	}
	return nil
}

func checkWord[S ~string](field string, word S, known ...S) error {
	if word == "" || slices.Contains(known, word) {
		return nil
	}
	return fmt.Errorf("%s is %.40q; it is one of %v, or empty", field, word, known)
}

func checkText(field, text string) error {
	if len(text) > MaxText {
		return fmt.Errorf("%s has %d bytes; shorten it to %d", field, len(text), MaxText)
	}
	return nil
}

func checkAttempts(field string, list []Attempt) error {
	if len(list) > MaxAttempts {
		return fmt.Errorf("%s has %d entries; %d is the most", field, len(list), MaxAttempts)
	}
	for i, t := range list {
		err := errors.Join(
			checkText("routine", t.Routine), checkText("step", t.Step), checkText("name", t.Name),
			checkWord("muscle", t.Muscle, routines.Muscles()...), checkWord("side", t.Side, sides...),
			checkLength("spent", t.Spent), checkWord("answer", t.Answer, "eased", "same", "worse"),
		)
		if err != nil {
			return fmt.Errorf("%s, entry %d: %w", field, i+1, err)
		}
	}
	return nil
}

// OneLine is an error told in one line, so that a screen can show it.
func OneLine(err error) error { return oneLine{err} }

type oneLine struct{ error }

func (o oneLine) Error() string { return strings.ReplaceAll(o.error.Error(), "\n", "; ") }

func (o oneLine) Unwrap() error { return o.error }
