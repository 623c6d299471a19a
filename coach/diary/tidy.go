package diary

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"uncramp/coach/session"
	"uncramp/routines"
)

const (
	longestText = 20_000 // bytes
	mostTried   = 1_000
	longest     = 31 * 24 * time.Hour // of anything that is followed or suffered
)

// The moments a diary can hold: what it keeps are nanoseconds since 1970.
const earliestYear, latestYear = 1970, 2199

// tidy is a cramp as it is kept: its texts are plain lines, its moments have
// zones of whole minutes, and where it is deleted nothing of it is left but
// its id and its moments. The error names what can't be kept.
func (e Episode) tidy() (Episode, error) {
	if e.Deleted {
		e = Episode{ID: e.ID, At: e.At, Edited: e.Edited, Deleted: true}
	}
	e.At, e.Edited = instant(e.At), instant(e.Edited).UTC()
	for _, text := range []*string{&e.Doing, &e.Helped, &e.Fluids, &e.Medicine, &e.Note} {
		*text = routines.Clean(*text)
	}
	for _, s := range []*Scale{&e.Severity, &e.Disturbance, &e.Soreness} {
		if !s.Told {
			*s = Scale{}
		}
	}
	e.Tried = tidyTried(e.Tried)
	err := errors.Join(
		e.ID.check(), checkMoment("at", e.At), checkEdited(e.Edited),
		checkLength("length", e.Length), checkLength("relief", e.Relief),
		checkWord("muscle", e.Muscle, routines.Muscles()...), checkWord("side", e.Side, sides...),
		naming("severity", e.Severity.check()), naming("disturbance", e.Disturbance.check()), naming("soreness", e.Soreness.check()),
		checkWord("asleep", e.Asleep, Yes, No), checkWord("woke", e.Woke, Yes, No),
		checkText("doing", e.Doing), checkText("helped", e.Helped), checkText("fluids", e.Fluids),
		checkText("medicine", e.Medicine), checkText("note", e.Note), checkTried("tried", e.Tried),
	)
	return e, refused("the cramp", e.ID, err)
}

// tidy is the same for a routine that was followed.
func (s Session) tidy() (Session, error) {
	if s.Deleted {
		s = Session{ID: s.ID, At: s.At, Edited: s.Edited, Deleted: true}
	}
	s.At, s.Edited = instant(s.At), instant(s.Edited).UTC()
	s.Routine = routines.Clean(s.Routine)
	s.Done = tidyTried(s.Done)
	_, known := endingWords[s.Ending]
	err := errors.Join(
		s.ID.check(), checkMoment("at", s.At), checkEdited(s.Edited), checkText("routine", s.Routine),
		checkLength("planned", s.Planned), checkLength("worked", s.Worked), checkLength("prepare", s.Choice.Prepare.Abs()),
		checkWord("muscle", s.Choice.Muscle, routines.Muscles()...), checkWord("side", s.Choice.Side, sides...),
		checkWord("position", s.Choice.Position, routines.Positions()...),
		checkTried("done", s.Done),
	)
	if !known {
		err = errors.Join(err, fmt.Errorf("ending is %d, which is none", s.Ending))
	}
	if s.Episode != "" {
		err = errors.Join(err, naming("episode", s.Episode.check()))
	}
	return s, refused("the session", s.ID, err)
}

var sides = []routines.Side{routines.Left, routines.Right, routines.Both}

// endingWords are how endings are written; what session counts may be counted
// otherwise one day.
var endingWords = map[session.Ending]string{
	session.Going: "going", session.Completed: "completed", session.EasedOff: "eased", session.GotWorse: "worse",
	session.TooLong: "too long", session.LeftOut: "left out", session.WasLeft: "left",
}

func tidyTried(list []Tried) []Tried {
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
	return inZone(t.Round(0), east-east%60)
}

func inZone(t time.Time, east int) time.Time {
	if east == 0 {
		return t.UTC()
	}
	return t.In(time.FixedZone("", east))
}

func refused(what string, id ID, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s %.80q can't be kept: %w", what, id, oneLine{err})
}

func naming(field string, err error) error {
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
	if d < 0 || d > longest {
		return fmt.Errorf("%s is %s; it goes from 0 to %d days", field, d, longest/(24*time.Hour))
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
	if len(text) > longestText {
		return fmt.Errorf("%s has %d bytes; shorten it to %d", field, len(text), longestText)
	}
	return nil
}

func checkTried(field string, list []Tried) error {
	if len(list) > mostTried {
		return fmt.Errorf("%s has %d entries; %d is the most", field, len(list), mostTried)
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
