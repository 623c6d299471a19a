package diary

import (
	"context"
	"database/sql"
	"errors"
	"iter"
	"time"

	"uncramp/coach/record"
)

// Episode returns a cramp, a deleted one too. The error is [ErrNone].
func (d *DB) Episode(ctx context.Context, id record.ID) (record.Episode, error) {
	e, err := episodes.find(ctx, d.db, id)
	return e, d.explain(unread, err)
}

// Session returns a routine that was followed, a deleted one too. The error is
// [ErrNone].
func (d *DB) Session(ctx context.Context, id record.ID) (record.Session, error) {
	s, err := sessions.find(ctx, d.db, id)
	return s, d.explain(unread, err)
}

// Latest returns the entry that was made last, whatever its date: a cramp with the
// routines that were followed for it, or a routine that was followed for none.
// Where it is empty there is none. Of rows whose id tells no moment, as other
// programs make them, the one edited last comes after all others.
func (d *DB) Latest(ctx context.Context) (record.Batch, error) {
	var made struct{ id, cramp record.ID }
	err := d.db.QueryRowContext(ctx, `SELECT id, cramp FROM
		(SELECT id, id AS cramp, edited FROM episodes WHERE deleted = 0
		UNION ALL SELECT s.id, coalesce(e.id, ''), s.edited FROM sessions s
		LEFT JOIN episodes e ON e.id = s.episode AND e.deleted = 0 WHERE s.deleted = 0)
		ORDER BY length(id) = ?1 DESC, CASE WHEN length(id) = ?1 THEN id END DESC, edited DESC LIMIT 1`,
		record.IDLength).Scan(&made.id, &made.cramp)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return record.Batch{}, nil
	case err != nil:
		return record.Batch{}, d.explain(unread, err)
	case made.cramp == "":
		s, err := sessions.find(ctx, d.db, made.id)
		return record.Batch{Sessions: []record.Session{s}}, d.explain(unread, err)
	}
	e, err := episodes.find(ctx, d.db, made.cramp)
	b := record.Batch{Episodes: []record.Episode{e}}
	for s, unreadable := range sessions.query(ctx, d, sessions.rows+"WHERE episode = ? AND deleted = 0 ORDER BY at, id", made.cramp) {
		b.Sessions = append(b.Sessions, s)
		err = errors.Join(err, unreadable)
	}
	return b, d.explain(unread, err)
}

// Episodes yields the cramps that began within a span, in order, one by one;
// deleted ones only if asked for. A row that can't be read is an error; those
// after it follow.
func (d *DB) Episodes(ctx context.Context, within record.Span, deleted bool) iter.Seq2[record.Episode, error] {
	return episodes.within(ctx, d, within, deleted)
}

// Sessions yields the routines that were followed, see [DB.Episodes].
func (d *DB) Sessions(ctx context.Context, within record.Span, deleted bool) iter.Seq2[record.Session, error] {
	return sessions.within(ctx, d, within, deleted)
}

// Tallies yields those of a kind, by day and then by name; of all kinds where it
// is empty. Those that were taken away come only if asked for.
func (d *DB) Tallies(ctx context.Context, of record.TallyKind, within record.Days, deleted bool) iter.Seq2[record.Tally, error] {
	return tallies.query(ctx, d, tallies.rows+`WHERE ?1 IN (kind, '') AND day >= ?2 AND (day <= ?3 OR ?3 = '') AND (n > 0 OR ?4)
		ORDER BY id`, of, within.First, within.Last, deleted)
}

// BriefEpisodes yields the cramps that began within a span, in order, with no
// more of them than id, beginning, length, muscle, side, severity, asleep and
// relief, many times as fast as [DB.Episodes]. Never write one back.
func (d *DB) BriefEpisodes(ctx context.Context, within record.Span) iter.Seq2[record.Episode, error] {
	return briefEpisodes.within(ctx, d, within, false)
}

// SessionsByNight yields of each night within a span the session of one routine
// that was followed furthest of what was planned, and then the first and the
// latest session of any routine. There is no more of them than beginning,
// routine, planned and worked. A night lasts from noon to noon, by the clock of
// where the routine was followed.
func (d *DB) SessionsByNight(ctx context.Context, within record.Span, routine string) iter.Seq2[record.Session, error] {
	from, until := within.UnixNano()
	// Beside max in HAVING, SQLite gives the columns of that same row.
	return briefSessions.query(ctx, d, "SELECT * FROM ("+briefSessions.rows+`WHERE routine = ?1 AND at >= ?2 AND at < ?3 AND deleted = 0
		GROUP BY night HAVING max(CASE WHEN planned > 0 THEN 1.0 * worked / planned ELSE worked END) >= 0 ORDER BY night)`+
		" UNION ALL "+"SELECT * FROM ("+briefSessions.rows+"WHERE at >= ?2 AND at < ?3 AND deleted = 0 ORDER BY at LIMIT 1)"+
		" UNION ALL "+"SELECT * FROM ("+briefSessions.rows+"WHERE at >= ?2 AND at < ?3 AND deleted = 0 ORDER BY at DESC LIMIT 1)",
		routine, from, until)
}

// LatestByRoutine yields of each routine the latest session before a moment in
// which something was done, with no more of it than [DB.SessionsByNight] has.
func (d *DB) LatestByRoutine(ctx context.Context, before time.Time) iter.Seq2[record.Session, error] {
	_, until := record.Span{Until: before}.UnixNano()
	// Beside max in HAVING, SQLite gives the columns of that same row.
	return briefSessions.query(ctx, d, briefSessions.rows+`WHERE at < ? AND worked > 0 AND deleted = 0
		GROUP BY routine HAVING max(at) IS NOT NULL ORDER BY routine`, until)
}
