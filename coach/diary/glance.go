package diary

import (
	"context"
	"iter"
	"maps"
	"slices"
	"time"

	"uncramp/coach/record"
)

// A history looks at thousands of rows before it shows the first. What it
// counts is a glance at each, many times as fast as the rows.

// GlanceEpisodes yields the cramps that began within a span, in order, with
// nothing told of them but id, beginning, length, muscle, side, severity and
// relief. Never write one back.
func (d *DB) GlanceEpisodes(ctx context.Context, within record.Span) iter.Seq2[record.Episode, error] {
	from, until := within.UnixNano()
	cells := func(e *record.Episode) []any {
		return []any{&e.ID, (*moment)(&e.At), (*zone)(&e.At), &e.Length, &e.Muscle, &e.Side, rating{&e.Severity}, &e.Relief}
	}
	return query(ctx, d, episodes.name, cells,
		`SELECT id, at, zone, length, muscle, side, severity, relief FROM episodes
		WHERE at >= ? AND at < ? AND deleted = 0 ORDER BY at, id`, from, until)
}

// Nights yields a moment in each night of a span in which one routine was
// followed for at least a share of the time that was planned: when it was begun
// last. A night lasts from noon to noon, by the clock of where it was followed.
func (d *DB) Nights(ctx context.Context, within record.Span, routine string, share float64) iter.Seq2[time.Time, error] {
	from, until := within.UnixNano()
	cells := func(s *record.Session) []any { return []any{(*moment)(&s.At), (*zone)(&s.At)} }
	// Beside max, SQLite gives the zone of that same row.
	rows := query(ctx, d, sessions.name, cells,
		`SELECT max(at), zone FROM sessions
		WHERE routine = ? AND at >= ? AND at < ? AND deleted = 0 AND worked > 0 AND worked >= planned * ?
		GROUP BY night ORDER BY night`, routine, from, until, share)
	return func(yield func(time.Time, error) bool) {
		for s, err := range rows {
			if !yield(s.At, err) {
				return
			}
		}
	}
}

// GlanceEpisodes is told at [DB.GlanceEpisodes].
func (m *Memory) GlanceEpisodes(ctx context.Context, within record.Span) iter.Seq2[record.Episode, error] {
	rows := m.Episodes(ctx, within, false)
	return func(yield func(record.Episode, error) bool) {
		for e, err := range rows {
			seen := record.Episode{ID: e.ID, At: e.At, Length: e.Length, Muscle: e.Muscle, Side: e.Side, Severity: e.Severity, Relief: e.Relief}
			if !yield(seen, err) {
				return
			}
		}
	}
}

// Nights is told at [DB.Nights].
func (m *Memory) Nights(ctx context.Context, within record.Span, routine string, share float64) iter.Seq2[time.Time, error] {
	rows := m.Sessions(ctx, within, false)
	return func(yield func(time.Time, error) bool) {
		latest := map[int]time.Time{}
		for s, err := range rows {
			if err != nil {
				yield(time.Time{}, err)
				return
			}
			if s.Routine == routine && s.FollowedFor(share) {
				latest[record.NightOf(s.At)] = s.At
			}
		}
		for _, night := range slices.Sorted(maps.Keys(latest)) {
			if !yield(latest[night], nil) {
				return
			}
		}
	}
}
