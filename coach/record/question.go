package record

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"uncramp/coach/text"
	"uncramp/routines"
)

// Question is one thing that is asked of a cramp. The table of them is all that a
// form and a line by line conversation know of what there is to ask.
type Question struct {
	Column  string // of [EpisodeColumns]; for [Where] it is that of the muscle
	Label   string // names it in a list, in two words at most
	Section string // what it belongs to in a list
	Ask     string // the question
	About   string // what more there is to say of it; may be empty
	Kind    Kind
}

// Kind is what an answer looks like.
type Kind int

// The kinds of answers.
const (
	When   Kind = iota // a moment
	Where              // a muscle and a side
	Scale              // 0 to 10
	Length             // minutes
	YesNo              // yes or no
	Words              // what a person writes
)

// FirstQuestions is how many of [Questions] are asked at first: whoever wants goes
// on to the others.
const FirstQuestions = 5

// Severity is the question how bad it was, which is asked alone at night.
func Severity() Question {
	return questions[slices.IndexFunc(questions, func(q Question) bool { return q.Column == "severity" })]
}

// Said is what an episode says to a question, as it is answered; it is empty where
// that isn't told.
func (q Question) Said(e Episode) string {
	switch q.Kind {
	case When:
		return e.At.Format("2006-01-02 " + clockForm)
	case Where:
		return e.Where()
	case Length:
		if e.Length == 0 {
			return ""
		}
		const tenth = 10
		return strconv.FormatFloat(math.Round(e.Length.Minutes()*tenth)/tenth, 'f', -1, 64)
	}
	said, _ := TextOf(q.field(&e)).MarshalText() // words and numbers can be written
	return text.Clean(string(said))
}

// InWords is [Question.Said] with its unit, and moments as now's day has them.
func (q Question) InWords(e Episode, now time.Time) string {
	said := q.Said(e)
	switch {
	case said == "":
		return ""
	case q.Kind == When:
		return e.At.Format(dateForm(e.At, now))
	case q.Kind == Scale:
		return fmt.Sprintf(ofTen, said)
	case q.Kind == Length:
		return Lasting(e.Length)
	}
	return said
}

// Unanswered says in words what holds without an answer, of a cramp of which
// nothing is told yet.
func (q Question) Unanswered() string { return cmp.Or(unanswered[q.Kind], notKnown) }

// Take puts an answer into an episode; an empty one takes what was told back, but
// for the moment, which stays. The error says what to write instead, and leaves
// the episode as it was. A moment is read by the clocks of now.
func (q Question) Take(e *Episode, answer string, now time.Time) (err error) {
	answer = strings.TrimSpace(text.Clean(answer))
	var next = *e
	switch {
	case q.Kind == When && answer == "":
	case q.Kind == When:
		next.At, err = ParseMoment(answer, now)
	case q.Kind == Where:
		next.Muscle, next.Side, err = parseWhere(answer)
	case q.Kind == Length && answer == "":
		next.Length = 0
	case q.Kind == Length:
		next.Length, err = ParseMinutes(answer)
	case q.Kind == YesNo && !slices.Contains([]Answer{"", Yes, No}, yesNo(answer)):
		err = errors.New(chooseYesNo)
	case q.Kind == YesNo:
		err = TextOf(q.field(&next)).UnmarshalText([]byte(yesNo(answer)))
	case TextOf(q.field(&next)).UnmarshalText([]byte(answer)) != nil:
		err = errors.New(chooseRating)
	}
	if err == nil {
		*e = next
	}
	return err
}

// yesNo is yes, no or what was said instead; one letter is enough.
func yesNo(said string) Answer {
	said = strings.ToLower(said)
	for _, a := range []Answer{Yes, No} {
		if said == string(a[:1]) {
			return a
		}
	}
	return Answer(said)
}

func (q Question) field(e *Episode) any {
	at := slices.IndexFunc(EpisodeColumns, func(c Column[Episode]) bool { return c.Name == q.Column })
	return EpisodeColumns[at].Field(e)
}

// parseWhere reads where it hurt: a muscle, a side or both of them, such as left
// calf, both thighs, foot. What is empty says neither.
func parseWhere(given string) (m routines.Muscle, side routines.Side, err error) {
	for _, word := range strings.Fields(strings.ToLower(strings.ReplaceAll(given, ",", " "))) {
		switch {
		case slices.Contains(Sides(), routines.Side(word)) && side == "":
			side = routines.Side(word)
		case muscleOf(word) != "" && m == "":
			m = muscleOf(word)
		default:
			return "", "", errors.New(chooseWhere)
		}
	}
	return m, side, nil
}

// Sides are those that a cramp can be on.
func Sides() []routines.Side { return []routines.Side{routines.Left, routines.Right, routines.Both} }

// muscleOf is the muscle of a word, for that of one leg or of both.
func muscleOf(word string) routines.Muscle {
	for _, m := range routines.Muscles() {
		if string(m) == word || strings.HasSuffix(Episode{Muscle: m, Side: routines.Both}.Where(), " "+word) {
			return m
		}
	}
	return ""
}

// JustEnded is a cramp that ends now: it began as long ago as it lasted.
func (e Episode) JustEnded(now time.Time) Episode {
	e.At = now.Add(-e.Length)
	return e
}
