package record

import (
	"bytes"
	"encoding/json"
	"fmt"
	"time"

	"uncramp/routines"
)

// What a diary is written as and read through: a row's own fields, of which
// lengths are seconds and an ending is a word; what was not given is left out.
// Numbers and moments come back to the nanosecond.
type (
	bareAttempt Attempt
	bareEpisode Episode
	bareSession Session
	bareTally   Tally
	bareChoice  struct { // the fields of [session.Choice]
		Muscle   routines.Muscle   `json:"muscle,omitzero"`
		Side     routines.Side     `json:"side,omitzero"`
		Position routines.Position `json:"position,omitzero"`
		Prepare  time.Duration     `json:"-"`
		Profile  routines.Profile  `json:"-"` // no part of the diary
		Week     routines.Week     `json:"-"` // nor is this
	}

	attemptJSON struct {
		*bareAttempt
		Spent seconds `json:"spent"`
	}
	episodeJSON struct {
		*bareEpisode
		Length seconds `json:"length,omitzero"`
		Relief seconds `json:"relief,omitzero"`
	}
	sessionJSON struct {
		*bareSession
		Ending  endingWord `json:"ending"`
		Planned seconds    `json:"planned,omitzero"`
		Worked  seconds    `json:"worked,omitzero"`
		Choice  choiceJSON `json:"choice,omitzero"`
	}
	tallyJSON struct {
		*bareTally
		Count whole `json:"count"`
	}
	choiceJSON struct {
		*bareChoice
		Prepare seconds `json:"prepare,omitzero"`
	}
)

// whole is a whole number, which others may write as 3.0.
type whole struct{ of *int }

func (w whole) UnmarshalJSON(text []byte) error {
	n, ok := parseWhole(string(text))
	if !ok {
		return fmt.Errorf(noWhole, text)
	}
	*w.of = n
	return nil
}

// IsZero reports whether nothing was chosen.
func (c choiceJSON) IsZero() bool { return *c.bareChoice == bareChoice{} }

func (a *Attempt) json() any { return &attemptJSON{(*bareAttempt)(a), seconds{&a.Spent}} }

func (e *Episode) json() any {
	return &episodeJSON{(*bareEpisode)(e), seconds{&e.Length}, seconds{&e.Relief}}
}

func (s *Session) json() any {
	choice := choiceJSON{(*bareChoice)(&s.Choice), seconds{&s.Choice.Prepare}}
	return &sessionJSON{(*bareSession)(s), endingWord{&s.Ending}, seconds{&s.Planned}, seconds{&s.Worked}, choice}
}

// MarshalJSON writes the time spent as seconds.
func (a Attempt) MarshalJSON() ([]byte, error) { return json.Marshal(a.json()) }

// MarshalJSON writes lengths as seconds and leaves out what was not given.
func (e Episode) MarshalJSON() ([]byte, error) { return json.Marshal(e.json()) }

// MarshalJSON writes lengths as seconds, the ending as a word, and leaves out
// what was not given.
func (s Session) MarshalJSON() ([]byte, error) { return json.Marshal(s.json()) }

// UnmarshalJSON reads what [Attempt.MarshalJSON] writes.
func (a *Attempt) UnmarshalJSON(data []byte) error { return unmarshal(data, a, (*Attempt).json) }

// UnmarshalJSON reads what [Episode.MarshalJSON] writes.
func (e *Episode) UnmarshalJSON(data []byte) error { return unmarshal(data, e, (*Episode).json) }

// UnmarshalJSON reads what [Session.MarshalJSON] writes.
func (s *Session) UnmarshalJSON(data []byte) error { return unmarshal(data, s, (*Session).json) }

// UnmarshalJSON reads a tally, of which the count is a whole number.
func (t *Tally) UnmarshalJSON(data []byte) error {
	return unmarshal(data, t, func(t *Tally) any { return &tallyJSON{(*bareTally)(t), whole{&t.Count}} })
}

// unmarshal refuses fields it doesn't know: what is read is read whole.
func unmarshal[T any](data []byte, to *T, view func(*T) any) error {
	var row T
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	err := dec.Decode(view(&row))
	if err == nil {
		*to = row
	}
	return err
}
