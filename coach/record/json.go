package record

import (
	"bytes"
	"encoding/json"
	"time"

	"uncramp/coach/session"
	"uncramp/routines"
)

// What a diary is written as. Lengths are seconds, an ending is a word; what
// was not given is left out. Numbers and moments come back to the nanosecond.
type (
	bareAttempt Attempt
	bareEpisode Episode
	bareSession Session

	attemptJSON struct {
		bareAttempt
		Spent seconds `json:"spent"`
	}
	episodeJSON struct {
		bareEpisode
		Length seconds `json:"length,omitzero"`
		Relief seconds `json:"relief,omitzero"`
	}
	sessionJSON struct {
		bareSession
		Ending  endingWord `json:"ending"`
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

// MarshalJSON writes the time spent as seconds.
func (a Attempt) MarshalJSON() ([]byte, error) {
	return json.Marshal(attemptJSON{bareAttempt(a), seconds(a.Spent)})
}

// UnmarshalJSON reads what [Attempt.MarshalJSON] writes.
func (a *Attempt) UnmarshalJSON(data []byte) error {
	j, err := unmarshal[attemptJSON](data)
	if err == nil {
		*a = Attempt(j.bareAttempt)
		a.Spent = time.Duration(j.Spent)
	}
	return err
}

// MarshalJSON writes lengths as seconds and leaves out what was not given.
func (e Episode) MarshalJSON() ([]byte, error) {
	return json.Marshal(episodeJSON{bareEpisode(e), seconds(e.Length), seconds(e.Relief)})
}

// UnmarshalJSON reads what [Episode.MarshalJSON] writes.
func (e *Episode) UnmarshalJSON(data []byte) error {
	j, err := unmarshal[episodeJSON](data)
	if err == nil {
		*e = Episode(j.bareEpisode)
		e.Length, e.Relief = time.Duration(j.Length), time.Duration(j.Relief)
	}
	return err
}

// MarshalJSON writes lengths as seconds, the ending as a word, and leaves out
// what was not given.
func (s Session) MarshalJSON() ([]byte, error) {
	choice := choiceJSON{s.Choice.Muscle, s.Choice.Side, s.Choice.Position, seconds(s.Choice.Prepare)}
	return json.Marshal(sessionJSON{bareSession(s), endingWord(s.Ending), seconds(s.Planned), seconds(s.Worked), choice})
}

// UnmarshalJSON reads what [Session.MarshalJSON] writes.
func (s *Session) UnmarshalJSON(data []byte) error {
	j, err := unmarshal[sessionJSON](data)
	if err == nil {
		*s = Session(j.bareSession)
		s.Ending, s.Planned, s.Worked = session.Ending(j.Ending), time.Duration(j.Planned), time.Duration(j.Worked)
		c := j.Choice
		s.Choice = session.Choice{Muscle: c.Muscle, Side: c.Side, Position: c.Position, Prepare: time.Duration(c.Prepare)}
	}
	return err
}

// unmarshal refuses fields it doesn't know: what is read is read whole.
func unmarshal[J any](data []byte) (j J, err error) {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	err = dec.Decode(&j)
	return j, err
}
