package diary

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"uncramp/coach/session"
	"uncramp/routines"
)

// What a diary is written as. Lengths are seconds; what was not told is left
// out. Numbers and moments come back to the nanosecond.
type (
	bareTried   Tried
	bareEpisode Episode
	bareSession Session
	bareMark    Mark

	triedJSON struct {
		bareTried
		Spent seconds `json:"spent"`
	}
	episodeJSON struct {
		bareEpisode
		Length seconds `json:"length,omitzero"`
		Relief seconds `json:"relief,omitzero"`
	}
	sessionJSON struct {
		bareSession
		Ending  ending     `json:"ending"`
		Planned seconds    `json:"planned,omitzero"`
		Worked  seconds    `json:"worked,omitzero"`
		Choice  choiceJSON `json:"choice,omitzero"`
	}
	choiceJSON struct {
		Muscle   routines.Muscle   `json:"muscle,omitzero"`
		Side     routines.Side     `json:"side,omitzero"`
		Position routines.Position `json:"position,omitzero"`
		Prepare  seconds           `json:"prepare,omitzero"`
	}
)

func (j triedJSON) row() Tried {
	t := Tried(j.bareTried)
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
	s.Choice = session.Choice{Muscle: j.Choice.Muscle, Side: j.Choice.Side, Position: j.Choice.Position, Prepare: time.Duration(j.Choice.Prepare)}
	return s
}

func (j bareMark) row() Mark { return Mark(j) }

// MarshalJSON writes the time spent as seconds.
func (t Tried) MarshalJSON() ([]byte, error) {
	return json.Marshal(triedJSON{bareTried(t), seconds(t.Spent)})
}

// UnmarshalJSON reads what [Tried.MarshalJSON] writes.
func (t *Tried) UnmarshalJSON(data []byte) error { return unmarshal[triedJSON](data, t) }

// MarshalJSON writes lengths as seconds and leaves out what was not told.
func (e Episode) MarshalJSON() ([]byte, error) {
	return json.Marshal(episodeJSON{bareEpisode(e), seconds(e.Length), seconds(e.Relief)})
}

// UnmarshalJSON reads what [Episode.MarshalJSON] writes.
func (e *Episode) UnmarshalJSON(data []byte) error { return unmarshal[episodeJSON](data, e) }

// MarshalJSON writes lengths as seconds, the ending as a word, and leaves out
// what was not told.
func (s Session) MarshalJSON() ([]byte, error) {
	choice := choiceJSON{s.Choice.Muscle, s.Choice.Side, s.Choice.Position, seconds(s.Choice.Prepare)}
	return json.Marshal(sessionJSON{bareSession(s), ending(s.Ending), seconds(s.Planned), seconds(s.Worked), choice})
}

// UnmarshalJSON reads what [Session.MarshalJSON] writes.
func (s *Session) UnmarshalJSON(data []byte) error { return unmarshal[sessionJSON](data, s) }

// UnmarshalJSON reads what is written of a mark.
func (m *Mark) UnmarshalJSON(data []byte) error { return unmarshal[bareMark](data, m) }

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

// seconds is a length written as a decimal number of seconds.
type seconds time.Duration

func (s seconds) String() string {
	sign, d := "", time.Duration(s)
	if d < 0 {
		sign, d = "-", -d
	}
	text := fmt.Sprintf("%s%d.%09d", sign, d/time.Second, d%time.Second)
	return strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
}

func (s seconds) MarshalJSON() ([]byte, error) { return []byte(s.String()), nil }

func (s *seconds) UnmarshalJSON(data []byte) error { return s.parse(string(data)) }

func (s *seconds) parse(text string) error {
	d, err := time.ParseDuration(text + "s")
	if err != nil || strings.ContainsAny(text, "hmnuµs") {
		return fmt.Errorf("%.40q is no number of seconds", text)
	}
	*s = seconds(d)
	return nil
}

// ending is an ending written as a word.
type ending session.Ending

func (e ending) MarshalText() ([]byte, error) { return []byte(endingWords[session.Ending(e)]), nil }

func (e *ending) UnmarshalText(text []byte) error {
	for known, word := range endingWords {
		if word == string(text) {
			*e = ending(known)
			return nil
		}
	}
	return fmt.Errorf("%.40q is no ending of a session", text)
}
