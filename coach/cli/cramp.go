package cli

import (
	"cmp"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"uncramp/coach/record"
	"uncramp/coach/text"
)

// takeOut takes out of a cramp what was told.
const takeOut = "-"

// errNotTold is that nothing was answered before the lines ended.
var errNotTold = errors.New("nothing was told")

// askCramp asks about a cramp line by line: of what is known of it, too. What was answered
// before the lines end counts. With q the error is errLeft.
func (a *App) askCramp(e record.Episode, now time.Time, how string) (record.Episode, error) {
	if err := a.print(how); err != nil {
		return e, err
	}
	lines, answered := a.typedLines(), false
	for i, q := range record.Questions() {
		if i == record.FirstQuestions {
			if goOn, err := a.askMore(lines, len(record.Questions())-i); err != nil || !goOn {
				return e, err
			}
			answered = true
		}
		given, more, err := a.askQuestion(q, &e, now, lines)
		answered = answered || given
		switch {
		case err != nil:
			return e, err
		case !more && !answered:
			return e, errNotTold
		case !more:
			return e, nil
		}
	}
	return e, nil
}

// askQuestion asks one thing about a cramp. Lines that end while what was typed can't be
// taken are an error.
func (a *App) askQuestion(q record.Question, e *record.Episode, now time.Time, lines <-chan string) (given, more bool, err error) {
	var refused error
	given, more, err = a.askOptional(askedOf(q, *e, now), lines, func(answer string) error {
		refused = takeAnswer(q, e, answer, now)
		return refused
	})
	if err == nil && !more && refused != nil {
		err = misusef("%w; the answers ended there, and nothing is saved", refused)
	}
	return given, more, err
}

// asked is a question with what holds without an answer.
func asked(q record.Question) question { return askedOf(q, record.Episode{}, time.Time{}) }

// askedOf is a question about a cramp of which something may be known. What that is
// stands above, if it is too long for the line.
func askedOf(q record.Question, e record.Episode, now time.Time) question {
	holds := q.Unanswered()
	if !e.At.IsZero() {
		holds = cmp.Or(q.InWords(e, now), holds)
	}
	asks := fmt.Sprintf(askedFormats[q.Kind], q.Ask, holds)
	if text.Columns(asks) > plainColumns {
		return question{strings.TrimSpace(q.About + "\n" + fmt.Sprintf(itIs, holds)), fmt.Sprintf(askedFormats[q.Kind], q.Ask, thatOne)}
	}
	return question{q.About, asks}
}

// askMore asks whether to go on with the questions that are left.
func (a *App) askMore(lines <-chan string, left int) (goOn bool, err error) {
	_, _, err = a.askOptional(question{asks: fmt.Sprintf(askedMore, left)}, lines, func(answer string) error {
		switch {
		case strings.EqualFold(answer, leaveAnswer):
			return errLeft
		case !strings.EqualFold(answer, moreAnswer):
			return errNoAnswer
		}
		goOn = true
		return nil
	})
	return goOn, err
}

// takeAnswer puts an answer into a cramp, or says what to type instead.
func takeAnswer(q record.Question, e *record.Episode, answer string, now time.Time) error {
	switch {
	case !utf8.ValidString(answer):
		return errNotUTF8
	case strings.EqualFold(answer, leaveAnswer):
		return errLeft
	case answer == takeOut && q.Kind != record.When && q.Said(*e) != "":
		answer = ""
	}
	return q.Take(e, answer, now)
}

// changeCramp asks about a cramp of the diary once more, and keeps what is said then.
func (a *App) changeCramp(e record.Episode) error {
	changed, err := a.askCramp(e, a.now(), howToChange)
	switch {
	case errors.Is(err, errLeft), errors.Is(err, errNotTold):
		return a.print(nothingChanged)
	case err != nil:
		return err
	}
	changed.Edited = time.Time{} // now
	return a.log(changed)
}
