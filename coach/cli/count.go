package cli

import (
	"context"
	"iter"
	"time"

	"uncramp/coach/diary"
	"uncramp/coach/record"
	"uncramp/coach/stats"
)

// summary counts a window of nights; 0 is all there are. Of each cramp only what
// is counted is read.
func (a *App) summary(now time.Time, days int) (s stats.Summary, err error) {
	err = a.ifThere(func(ctx context.Context, d diary.Store) error {
		rows, err := countable(ctx, d, now, d.BriefEpisodes(ctx, record.Span{From: stats.Since(now, days)}))
		s = stats.Count(now, days, rows)
		return err
	})
	return s, err
}

// countable adds to the cramps of a window what else is counted of a diary.
func countable(ctx context.Context, d diary.Store, now time.Time, cramps iter.Seq2[record.Episode, error]) (rows stats.Rows, err error) {
	for e, err := range d.Episodes(ctx, record.Span{}, false) {
		if err != nil {
			return rows, err
		}
		rows.Cramps = append(rows.Cramps, e)
		break
	}
	for e, err := range cramps {
		if err != nil {
			return rows, err
		}
		if len(rows.Cramps) != 1 || e.ID != rows.Cramps[0].ID {
			rows.Cramps = append(rows.Cramps, e)
		}
	}
	rows.Sessions, err = sessionsByNight(ctx, d, now)
	return rows, err
}

// sessionsByNight are the bedtime stretches until now, one a night, and the
// first and the latest of all sessions.
func sessionsByNight(ctx context.Context, d diary.Store, now time.Time) ([]record.Session, error) {
	return all(d.SessionsByNight(ctx, record.Span{Until: now.Add(1)}, stats.Bedtime))
}

// all gathers rows up to the first that can't be read.
func all[T any](rows iter.Seq2[T, error]) (list []T, err error) {
	for v, err := range rows {
		if err != nil {
			return list, err
		}
		list = append(list, v)
	}
	return list, nil
}
