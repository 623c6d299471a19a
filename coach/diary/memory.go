package diary

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"slices"
	"sync"
	"time"

	"uncramp/coach/record"
)

// Memory is a diary that lasts as long as the program: for tests, and for
// nights on which the one on disk can't be opened.
type Memory struct {
	now func() time.Time

	mu       sync.Mutex
	episodes map[record.ID]record.Episode
	sessions map[record.ID]record.Session
	marks    map[record.ID]record.Tally
}

var _ Merger = (*Memory)(nil)

// NewMemory returns an empty diary. The clock tells when rows without a moment
// of their edit were edited.
func NewMemory(now func() time.Time) *Memory {
	return &Memory{now: now, episodes: map[record.ID]record.Episode{}, sessions: map[record.ID]record.Session{}, marks: map[record.ID]record.Tally{}}
}

// PutEpisode is told at [Store].
func (m *Memory) PutEpisode(ctx context.Context, e record.Episode) error {
	_, err := m.Merge(ctx, record.Batch{Episodes: []record.Episode{e}})
	return err
}

// PutSession is told at [Store].
func (m *Memory) PutSession(ctx context.Context, s record.Session) error {
	_, err := m.Merge(ctx, record.Batch{Sessions: []record.Session{s}})
	return err
}

// PutMark is told at [Store].
func (m *Memory) PutMark(ctx context.Context, v record.Tally) error {
	_, err := m.Merge(ctx, record.Batch{Tallies: []record.Tally{v}})
	return err
}

// AddMark is told at [Store].
func (m *Memory) AddMark(ctx context.Context, v record.Tally) (n int, err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	kept := m.marks[v.ID()]
	sum, err := kept.Plus(v)
	if err := cmp.Or(err, ctx.Err()); err != nil {
		return 0, err
	}
	if sum.Count != kept.Count {
		remember(m.marks, []record.Tally{sum}, m.now())
	}
	return sum.Count, nil
}

// Episode is told at [Store].
func (m *Memory) Episode(ctx context.Context, id record.ID) (record.Episode, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return recall(ctx, m.episodes, id)
}

// Session is told at [DB.Session].
func (m *Memory) Session(ctx context.Context, id record.ID) (record.Session, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return recall(ctx, m.sessions, id)
}

// Episodes is told at [Store].
func (m *Memory) Episodes(ctx context.Context, within record.Span, deleted bool) iter.Seq2[record.Episode, error] {
	m.mu.Lock()
	defer m.mu.Unlock()
	return list(ctx, sorted(m.episodes, within, deleted))
}

// Sessions is told at [Store].
func (m *Memory) Sessions(ctx context.Context, within record.Span, deleted bool) iter.Seq2[record.Session, error] {
	m.mu.Lock()
	defer m.mu.Unlock()
	return list(ctx, sorted(m.sessions, within, deleted))
}

// Marks is told at [Store].
func (m *Memory) Marks(ctx context.Context, of record.TallyKind, within record.Days, deleted bool) iter.Seq2[record.Tally, error] {
	m.mu.Lock()
	defer m.mu.Unlock()
	rows := sorted(m.marks, record.Span{}, deleted)
	return list(ctx, slices.DeleteFunc(rows, func(v record.Tally) bool {
		return of != "" && v.Kind != of || !within.Holds(v.Day)
	}))
}

// Close does nothing.
func (m *Memory) Close() error { return nil }

// Merge is told at [Merger].
func (m *Memory) Merge(ctx context.Context, b record.Batch) (changed int, err error) {
	cramps, errCramps := tidied(b.Episodes)
	followed, errFollowed := tidied(b.Sessions)
	ticked, errTicked := tidied(b.Tallies)
	if err := cmp.Or(errCramps, errFollowed, errTicked, ctx.Err()); err != nil {
		return 0, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	now := m.now()
	return remember(m.episodes, cramps, now) + remember(m.sessions, followed, now) + remember(m.marks, ticked, now), nil
}

func tidied[T record.Row[T]](list []T) ([]T, error) {
	list = slices.Clone(list)
	for i, v := range list {
		v, err := v.Normalize()
		if err != nil {
			return nil, err
		}
		list[i] = v
	}
	return list, nil
}

func remember[T record.Row[T]](rows map[record.ID]T, list []T, now time.Time) (changed int) {
	for _, v := range list {
		var kept *T
		if old, ok := rows[v.Head().ID]; ok {
			kept = &old
		}
		v, did := record.Merge(kept, v, now)
		if did {
			changed++
		}
		rows[v.Head().ID] = v
	}
	return changed
}

func recall[T any](ctx context.Context, rows map[record.ID]T, id record.ID) (T, error) {
	v, ok := rows[id]
	if !ok {
		return v, fmt.Errorf("%.80q: %w", id, ErrNone)
	}
	return v, ctx.Err()
}

func list[T record.Row[T]](ctx context.Context, rows []T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for _, v := range rows {
			err := ctx.Err()
			if !yield(v, err) || err != nil {
				return
			}
		}
	}
}

func sorted[T record.Row[T]](rows map[record.ID]T, within record.Span, deleted bool) (found []T) {
	for _, v := range rows {
		if h := v.Head(); within.Holds(h.At) && (deleted || !h.Deleted) {
			found = append(found, v)
		}
	}
	slices.SortFunc(found, func(a, b T) int {
		x, y := a.Head(), b.Head()
		return cmp.Or(x.At.Compare(y.At), cmp.Compare(x.ID, y.ID))
	})
	return found
}
