// Package diary keeps cramps, the routines that were followed, and what was
// ticked or counted by hand.
//
// Its contract: what [Store.PutEpisode], [Store.PutSession] and [Store.PutMark]
// acknowledge is on disk. Every row has an id that no other machine makes, and the moment of
// its latest edit, so that two diaries can be merged: the later edit wins. What
// is deleted leaves its id behind, so that it stays deleted.
package diary

import (
	"context"
	"errors"
	"iter"
	"time"

	"uncramp/coach/session"
	"uncramp/routines"
)

// ID names a row for good. Make one with [NewID].
type ID string

// Scale is a number from 0 to 10 that may not have been told. Its zero value
// was not.
type Scale struct {
	Told bool
	N    int
}

// Answer is yes, no, or not told.
type Answer string

// The answers. Empty is not told.
const (
	Yes Answer = "yes"
	No  Answer = "no"
)

// Tried is one thing that was done against a cramp, in order.
type Tried struct {
	Routine string          `json:"routine"`
	Step    string          `json:"step"`
	Name    string          `json:"name"`
	Muscle  routines.Muscle `json:"muscle"`
	Side    routines.Side   `json:"side"`
	Spent   time.Duration   `json:"spent"`
	Answer  string          `json:"answer"` // eased, same, worse; empty: none
}

// Episode is one cramp. Empty fields were not told. Texts are a person's own.
// Source of the fields: EVIDENCE.md, "Diary".
type Episode struct {
	ID          ID              `json:"id"`
	At          time.Time       `json:"at"` // when it began, in the zone it was told in
	Length      time.Duration   `json:"length,omitzero"`
	Muscle      routines.Muscle `json:"muscle,omitzero"`
	Side        routines.Side   `json:"side,omitzero"`
	Severity    Scale           `json:"severity,omitzero"`
	Disturbance Scale           `json:"disturbance,omitzero"` // of sleep
	Asleep      Answer          `json:"asleep,omitzero"`      // when it began
	Woke        Answer          `json:"woke,omitzero"`
	Doing       string          `json:"doing,omitzero"` // before it
	Tried       []Tried         `json:"tried,omitzero"`
	Relief      time.Duration   `json:"relief,omitzero"`   // from its beginning until it eased
	Soreness    Scale           `json:"soreness,omitzero"` // afterwards
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
	Done    []Tried        `json:"done,omitzero"`
	Episode ID             `json:"episode,omitzero"` // the cramp it was followed for; empty: none
	Edited  time.Time      `json:"edited"`
	Deleted bool           `json:"deleted,omitzero"`
}

// Span is from a moment on, until before another. A zero moment has no limit.
type Span struct{ From, Until time.Time }

// Holds reports whether a moment is within the span.
func (s Span) Holds(at time.Time) bool {
	return (s.From.IsZero() || !at.Before(s.From)) && (s.Until.IsZero() || at.Before(s.Until))
}

// ErrNone says that there is no such row.
var ErrNone = errors.New("not in the diary")

// Store keeps a diary. All of it may be called from several goroutines, and
// from several processes.
type Store interface {
	// PutEpisode writes a cramp, or another version of one; a version that was
	// edited earlier than the one that is kept changes nothing. It returns once
	// the row is on disk. A row whose Edited is zero was edited just now: that is
	// what a screen writes, whatever the clock. Texts are kept as one line
	// without hidden characters. Of a deleted row only id and moments are kept;
	// put back with a zero Edited, the row as it was is there again.
	PutEpisode(context.Context, Episode) error
	// PutSession is the same for a routine that was followed.
	PutSession(context.Context, Session) error
	// PutMark is the same for a mark; an N of 0 takes it away.
	PutMark(context.Context, Mark) error
	// AddMark changes the count of a mark, as of now, by N, which may be less than
	// 0: from 0 up to what the kind allows, [MostGlasses] of water. It returns
	// the count that is on disk then. What others add at the same time counts too.
	AddMark(context.Context, Mark) (n int, err error)
	// Episode returns a cramp, a deleted one too. The error is [ErrNone].
	Episode(context.Context, ID) (Episode, error)
	// Episodes returns what began within a span, in order, one by one; deleted
	// ones only if asked for.
	Episodes(ctx context.Context, within Span, deleted bool) iter.Seq2[Episode, error]
	Sessions(ctx context.Context, within Span, deleted bool) iter.Seq2[Session, error]
	// Marks returns those of a kind, by day and then by name; of all kinds where
	// it is empty. Those that were taken away come only if asked for.
	Marks(ctx context.Context, of MarkKind, within Days, deleted bool) iter.Seq2[Mark, error]
	Close() error
}
