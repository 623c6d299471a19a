package journal

import (
	"cmp"
	"context"
	"iter"
	"slices"
	"time"

	"uncramp/coach/diary"
	"uncramp/coach/record"
	"uncramp/coach/stats"
)

// Summary counts a window of nights. For 0, which is all there are, no more of
// each cramp is read than is counted of it.
func (j *Journal) Summary(now time.Time, days int) (stats.Summary, error) {
	rows, err := j.rows(now, days, days == 0)
	return stats.Count(now, days, rows), err
}

// Rows returns what is counted of a window of nights, with all that is known of
// its cramps; 0 is all there are.
func (j *Journal) Rows(now time.Time, days int) (stats.Rows, error) { return j.rows(now, days, false) }

// rows reads the cramps of a window, the first one of all, and sessions.
func (j *Journal) rows(now time.Time, days int, brief bool) (rows stats.Rows, err error) {
	err = j.read(func(ctx context.Context, d *diary.DB) (err error) {
		rows, err = readRows(ctx, d, now, days, brief)
		return err
	})
	return rows, err
}

func readRows(ctx context.Context, d *diary.DB, now time.Time, days int, brief bool) (rows stats.Rows, err error) {
	window := record.Span{From: stats.Since(now, days)}
	cramps := d.Episodes(ctx, window, false)
	if brief {
		cramps = d.BriefEpisodes(ctx, window)
	}
	if rows.Cramps, err = all(cramps); err != nil {
		return rows, err
	}
	for first, err := range d.Episodes(ctx, record.Span{}, false) {
		if err != nil {
			return rows, err
		}
		others := slices.DeleteFunc(rows.Cramps, func(e record.Episode) bool { return e.ID == first.ID })
		rows.Cramps = append([]record.Episode{first}, others...)
		break
	}
	if rows.Courses, err = courses(ctx, d); err != nil {
		return rows, err
	}
	rows.Sessions, err = sessionsByNight(ctx, d, now)
	return rows, err
}

// courses are all programmes.
func courses(ctx context.Context, d *diary.DB) ([]stats.Course, error) {
	var marks []record.Tally
	for _, kind := range []record.TallyKind{record.Baseline, record.Programme, record.Stopped} {
		of, err := all(d.Tallies(ctx, kind, record.Days{}, false))
		if err != nil {
			return nil, err
		}
		marks = append(marks, of...)
	}
	return stats.CoursesOf(marks), nil
}

// Followed is what there is of the latest programme; without one it is empty.
func (j *Journal) Followed(now time.Time) (f stats.Followed, err error) {
	var rows stats.Rows
	nights := 1
	err = j.read(func(ctx context.Context, d *diary.DB) error {
		list, err := courses(ctx, d)
		if err != nil {
			return err
		}
		first, n, ok := stats.FollowedSince(now, list)
		if !ok {
			return nil
		}
		nights = n
		if rows, err = readRows(ctx, d, now, nights, false); err != nil {
			return err
		}
		f.Sessions, err = all(d.Sessions(ctx, record.Span{From: first.Since(), Until: now.Add(1)}, false))
		return err
	})
	f.Summary = stats.Count(now, nights, rows)
	return f, err
}

// Courses are all programmes.
func (j *Journal) Courses() (list []stats.Course, err error) {
	err = j.read(func(ctx context.Context, d *diary.DB) error {
		list, err = courses(ctx, d)
		return err
	})
	return list, err
}

// Mark keeps marks of a programme, all of them or none.
func (j *Journal) Mark(marks []record.Tally) error { return j.Merge(record.Batch{Tallies: marks}) }

// sessionsByNight returns the bedtime stretches until now, one a night, and the
// first and the latest of all sessions.
func sessionsByNight(ctx context.Context, d *diary.DB, now time.Time) ([]record.Session, error) {
	return all(d.SessionsByNight(ctx, record.Span{Until: now.Add(1)}, stats.Bedtime))
}

// Days returns the sessions from a day on, with all bedtime stretches before,
// one a night, and the glasses of water of each day until now.
func (j *Journal) Days(now time.Time, first stats.Day) (sessions []record.Session, water map[stats.Day]int, err error) {
	err = j.read(func(ctx context.Context, d *diary.DB) error {
		recent, errRecent := all(d.Sessions(ctx, record.Span{From: first.Since()}, false))
		before, errBefore := sessionsByNight(ctx, d, now)
		sessions = slices.Concat(recent, before)
		water, err = glasses(ctx, d, first, stats.DayOf(now))
		return cmp.Or(errRecent, errBefore, err)
	})
	return sessions, water, err
}

// Overview is what is true now, in short. It makes no diary.
func (j *Journal) Overview(now time.Time) (stats.Overview, error) {
	var rows stats.Rows
	var latest []record.Session
	err := j.read(func(ctx context.Context, d *diary.DB) (err error) {
		if rows, err = readRows(ctx, d, now, stats.RecentNights, false); err != nil {
			return err
		}
		latest, err = all(d.LatestByRoutine(ctx, now.Add(1)))
		return err
	})
	return stats.OverviewOf(now, rows, latest), err
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
