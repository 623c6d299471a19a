// Package record holds the rows of the diary as values: cramps, the routines
// that were followed, and what was ticked or counted by hand. It knows what a
// row may hold, how two versions of one are merged, and how a row is written
// as JSON. Where rows are kept is no matter of it.
package record

import (
	"time"

	"uncramp/coach/session"
	"uncramp/routines"
)

// ID names a row for good. Make one with [NewID].
type ID string

// Answer is yes, no, or empty where none was given.
type Answer string

// The answers.
const (
	Yes Answer = "yes"
	No  Answer = "no"
)

// Attempt is one thing that was done against a cramp, or one step of a routine
// that was followed.
type Attempt struct {
	Routine string          `json:"routine"`
	Step    string          `json:"step"`
	Name    string          `json:"name"`
	Muscle  routines.Muscle `json:"muscle"`
	Side    routines.Side   `json:"side"`
	Spent   time.Duration   `json:"spent"`
	Answer  string          `json:"answer"` // eased, same, worse; empty: none
}

// Episode is one cramp. Empty fields were not given. Texts are a person's own.
type Episode struct {
	ID          ID              `json:"id"`
	At          time.Time       `json:"at"` // when it began, in the zone where it did
	Length      time.Duration   `json:"length,omitzero"`
	Muscle      routines.Muscle `json:"muscle,omitzero"`
	Side        routines.Side   `json:"side,omitzero"`
	Severity    Rating          `json:"severity,omitzero"`
	Disturbance Rating          `json:"disturbance,omitzero"` // of sleep
	Asleep      Answer          `json:"asleep,omitzero"`      // when it began
	Woke        Answer          `json:"woke,omitzero"`
	Doing       string          `json:"doing,omitzero"` // before it
	Tried       []Attempt       `json:"tried,omitzero"`
	Relief      time.Duration   `json:"relief,omitzero"`   // from its beginning until it eased
	Soreness    Rating          `json:"soreness,omitzero"` // afterwards
	Helped      string          `json:"helped,omitzero"`
	Fluids      string          `json:"fluids,omitzero"`
	Medicine    string          `json:"medicine,omitzero"` // changes of medicine
	Note        string          `json:"note,omitzero"`
	Edited      time.Time       `json:"edited"`
	Deleted     bool            `json:"deleted,omitzero"`
}

// Session is a routine that was followed, to its end or not.
type Session struct {
	ID      ID             `json:"id"`
	At      time.Time      `json:"at"` // when it began
	Routine string         `json:"routine,omitzero"`
	Ending  session.Ending `json:"ending,omitzero"`
	Planned time.Duration  `json:"planned,omitzero"`
	Worked  time.Duration  `json:"worked,omitzero"`
	Choice  session.Choice `json:"choice,omitzero"`
	Done    []Attempt      `json:"done,omitzero"`
	Episode ID             `json:"episode,omitzero"` // the cramp it was followed for; empty: none
	Edited  time.Time      `json:"edited"`
	Deleted bool           `json:"deleted,omitzero"`
}

// FollowedFor reports whether a routine was followed for at least a share of
// the time that was planned.
func (s Session) FollowedFor(share float64) bool {
	return s.Worked > 0 && float64(s.Worked) >= float64(s.Planned)*share
}

// Batch is rows of every kind.
type Batch struct {
	Episodes []Episode
	Sessions []Session
	Tallies  []Tally
}

// Len is the number of its rows.
func (b Batch) Len() int { return len(b.Episodes) + len(b.Sessions) + len(b.Tallies) }
