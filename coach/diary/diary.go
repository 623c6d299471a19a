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

	"uncramp/coach/record"
)

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
	PutEpisode(context.Context, record.Episode) error
	// PutSession is the same for a routine that was followed.
	PutSession(context.Context, record.Session) error
	// PutMark is the same for a mark; an N of 0 takes it away.
	PutMark(context.Context, record.Tally) error
	// AddMark changes the count of a mark, as of now, by N, which may be less than
	// 0: from 0 up to what the kind allows, [MostGlasses] of water. It returns
	// the count that is on disk then. What others add at the same time counts too.
	AddMark(context.Context, record.Tally) (n int, err error)
	// Episode returns a cramp, a deleted one too. The error is [ErrNone].
	Episode(context.Context, record.ID) (record.Episode, error)
	// Episodes returns what began within a span, in order, one by one; deleted
	// ones only if asked for.
	Episodes(ctx context.Context, within record.Span, deleted bool) iter.Seq2[record.Episode, error]
	Sessions(ctx context.Context, within record.Span, deleted bool) iter.Seq2[record.Session, error]
	// Marks returns those of a kind, by day and then by name; of all kinds where
	// it is empty. Those that were taken away come only if asked for.
	Marks(ctx context.Context, of record.TallyKind, within record.Days, deleted bool) iter.Seq2[record.Tally, error]
	// BriefEpisodes yields the cramps that began within a span, in order, with no
	// more of them than id, beginning, length, muscle, side, severity, asleep and
	// relief, many times as fast as Episodes. Never write one back.
	BriefEpisodes(ctx context.Context, within record.Span) iter.Seq2[record.Episode, error]
	// SessionsByNight yields of each night within a span the session of one routine
	// that was followed furthest of what was planned, and then the first and the
	// latest session of any routine. There is no more of them than beginning,
	// routine, planned and worked. A night lasts from noon to noon, by the clock of
	// where the routine was followed.
	SessionsByNight(ctx context.Context, within record.Span, routine string) iter.Seq2[record.Session, error]
	Close() error
}
