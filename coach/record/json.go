package record

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"uncramp/coach/session"
	"uncramp/routines"
)

// What a diary is written as. Lengths are seconds; what was not given is left
// out. Numbers and moments come back to the nanosecond.
type (
	bareAttempt Attempt
	bareEpisode Episode
	bareSession Session
	bareTally   Tally

	attemptJSON struct {
		bareAttempt
		Spent Seconds `json:"spent"`
	}
	episodeJSON struct {
		bareEpisode
		Length Seconds `json:"length,omitzero"`
		Relief Seconds `json:"relief,omitzero"`
	}
	sessionJSON struct {
		bareSession
		Ending  Ending     `json:"ending"`
		Planned Seconds    `json:"planned,omitzero"`
		Worked  Seconds    `json:"worked,omitzero"`
		Choice  choiceJSON `json:"choice,omitzero"`
	}
	choiceJSON struct {
		Muscle   routines.Muscle   `json:"muscle,omitzero"`
		Side     routines.Side     `json:"side,omitzero"`
		Position routines.Position `json:"position,omitzero"`
		Prepare  Seconds           `json:"prepare,omitzero"`
	}
)

func (j attemptJSON) row() Attempt {
	t := Attempt(j.bareAttempt)
	t.Spent = time.Duration(j.Spent)
	return t
}

func (j episodeJSON) row() Episode {
	e := Episode(j.bareEpisode)
	e.Length, e.Relief = time.Duration(j.Length), time.Duration(j.Relief)
	return e
}

func (j sessionJSON) row() Session {
	s := Session(j.bareSession)
	s.Ending, s.Planned, s.Worked = session.Ending(j.Ending), time.Duration(j.Planned), time.Duration(j.Worked)
	c := j.Choice
	s.Choice = session.Choice{Muscle: c.Muscle, Side: c.Side, Position: c.Position, Prepare: time.Duration(c.Prepare)}
	return s
}

func (j bareTally) row() Tally { return Tally(j) }

// MarshalJSON writes the time spent as seconds.
func (a Attempt) MarshalJSON() ([]byte, error) {
	return json.Marshal(attemptJSON{bareAttempt(a), Seconds(a.Spent)})
}

// UnmarshalJSON reads what [Attempt.MarshalJSON] writes.
func (a *Attempt) UnmarshalJSON(data []byte) error { return unmarshal[attemptJSON](data, a) }

// MarshalJSON writes lengths as seconds and leaves out what was not given.
func (e Episode) MarshalJSON() ([]byte, error) {
	return json.Marshal(episodeJSON{bareEpisode(e), Seconds(e.Length), Seconds(e.Relief)})
}

// UnmarshalJSON reads what [Episode.MarshalJSON] writes.
func (e *Episode) UnmarshalJSON(data []byte) error { return unmarshal[episodeJSON](data, e) }

// MarshalJSON writes lengths as seconds, the ending as a word, and leaves out
// what was not given.
func (s Session) MarshalJSON() ([]byte, error) {
	choice := choiceJSON{s.Choice.Muscle, s.Choice.Side, s.Choice.Position, Seconds(s.Choice.Prepare)}
	return json.Marshal(sessionJSON{bareSession(s), Ending(s.Ending), Seconds(s.Planned), Seconds(s.Worked), choice})
}

// UnmarshalJSON reads what [Session.MarshalJSON] writes.
func (s *Session) UnmarshalJSON(data []byte) error { return unmarshal[sessionJSON](data, s) }

// UnmarshalJSON refuses fields that a tally does not have.
func (t *Tally) UnmarshalJSON(data []byte) error { return unmarshal[bareTally](data, t) }

// unmarshal refuses fields it doesn't know: what is read is read whole.
func unmarshal[J interface{ row() T }, T any](data []byte, to *T) error {
	var j J
	dec := json.NewDecoder(strings.NewReader(string(data)))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&j); err != nil {
		return err
	}
	*to = j.row()
	return nil
}

// Seconds is a length written as a decimal number of seconds.
type Seconds time.Duration

// String is the number.
func (s Seconds) String() string {
	sign, d := "", time.Duration(s)
	if d < 0 {
		sign, d = "-", -d
	}
	text := fmt.Sprintf("%s%d.%09d", sign, d/time.Second, d%time.Second)
	return strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
}

// MarshalJSON writes what [Seconds.String] says.
func (s Seconds) MarshalJSON() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalJSON reads what [Seconds.MarshalJSON] writes.
func (s *Seconds) UnmarshalJSON(data []byte) error {
	text := string(data)
	d, err := time.ParseDuration(text + "s")
	if err != nil || strings.ContainsAny(text, "hmnuµs") {
		return fmt.Errorf("%.40q is no number of seconds", text)
	}
	*s = Seconds(d)
	return nil
}

// Ending is how a session ended, written as a word.
type Ending session.Ending

// MarshalText writes the word.
func (e Ending) MarshalText() ([]byte, error) { return []byte(endings[session.Ending(e)]), nil }

// UnmarshalText reads what [Ending.MarshalText] writes.
func (e *Ending) UnmarshalText(text []byte) error {
	for known, word := range endings {
		if word == string(text) {
			*e = Ending(known)
			return nil
		}
	}
	return fmt.Errorf("%.40q is no ending of a session", text)
}
