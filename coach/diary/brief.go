package diary

import (
	"context"
	"iter"
	"maps"
	"slices"

	"uncramp/coach/record"
)

// BriefEpisodes implements Store.
func (d *DB) BriefEpisodes(ctx context.Context, within record.Span) iter.Seq2[record.Episode, error] {
	from, until := within.UnixNano()
	cells := func(e *record.Episode) []any {
		return []any{&e.ID, (*moment)(&e.At), (*zone)(&e.At), &e.Length, &e.Muscle, &e.Side, rating{&e.Severity}, &e.Asleep, &e.Relief}
	}
	return query(ctx, d, episodes.name, cells,
		`SELECT id, at, zone, length, muscle, side, severity, asleep, relief FROM episodes
		WHERE at >= ? AND at < ? AND deleted = 0 ORDER BY at, id`, from, until)
}

// SessionsByNight implements Store.
func (d *DB) SessionsByNight(ctx context.Context, within record.Span, routine string) iter.Seq2[record.Session, error] {
	from, until := within.UnixNano()
	cells := func(s *record.Session) []any {
		var share any
		return []any{(*moment)(&s.At), (*zone)(&s.At), &s.Routine, &s.Planned, &s.Worked, &share}
	}
	const columns = `SELECT at, zone, routine, planned, worked, `
	// Beside max, SQLite gives the other columns of that same row.
	return query(ctx, d, sessions.name, cells, `SELECT * FROM (`+
		columns+`max(CASE WHEN planned > 0 THEN 1.0 * worked / planned ELSE worked END) FROM sessions
		WHERE routine = ?1 AND at >= ?2 AND at < ?3 AND deleted = 0 GROUP BY night ORDER BY night)
		UNION ALL SELECT * FROM (`+
		columns+`0 FROM sessions WHERE at >= ?2 AND at < ?3 AND deleted = 0 ORDER BY at LIMIT 1)
		UNION ALL SELECT * FROM (`+
		columns+`0 FROM sessions WHERE at >= ?2 AND at < ?3 AND deleted = 0 ORDER BY at DESC LIMIT 1)`,
		routine, from, until)
}

// BriefEpisodes implements Store.
func (m *Memory) BriefEpisodes(ctx context.Context, within record.Span) iter.Seq2[record.Episode, error] {
	rows := m.Episodes(ctx, within, false)
	return func(yield func(record.Episode, error) bool) {
		for e, err := range rows {
			brief := record.Episode{
				ID: e.ID, At: e.At, Length: e.Length, Muscle: e.Muscle, Side: e.Side, Severity: e.Severity, Asleep: e.Asleep, Relief: e.Relief,
			}
			if !yield(brief, err) {
				return
			}
		}
	}
}

// shareFollowed is how much of what was planned was followed.
func shareFollowed(s record.Session) float64 { return float64(s.Worked) / float64(max(s.Planned, 1)) }

// SessionsByNight implements Store.
func (m *Memory) SessionsByNight(ctx context.Context, within record.Span, routine string) iter.Seq2[record.Session, error] {
	rows := m.Sessions(ctx, within, false)
	return func(yield func(record.Session, error) bool) {
		best, ends := map[int]record.Session{}, []record.Session(nil)
		for s, err := range rows {
			if err != nil {
				yield(record.Session{}, err)
				return
			}
			s = record.Session{At: s.At, Routine: s.Routine, Planned: s.Planned, Worked: s.Worked}
			ends = append(ends[:min(len(ends), 1)], s)
			night := record.NightOf(s.At)
			if b, ok := best[night]; s.Routine == routine && (!ok || shareFollowed(s) > shareFollowed(b)) {
				best[night] = s
			}
		}
		for _, night := range slices.Sorted(maps.Keys(best)) {
			if !yield(best[night], nil) {
				return
			}
		}
		for _, s := range ends {
			if !yield(s, nil) {
				return
			}
		}
	}
}
