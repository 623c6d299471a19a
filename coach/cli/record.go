package cli

import (
	"context"
	"errors"
	"iter"
	"time"

	"uncramp/coach/diary"
	"uncramp/coach/session"
)

// writing is how long the diary may take to answer.
const writing = 5 * time.Second

// record keeps a routine that was followed, and the cramp it was followed for.
// It returns once both are on disk.
func (a *App) record(r diary.Record) (notice string, err error) {
	return a.inDiary(func(ctx context.Context, s diary.Store) error {
		if r.Episode.ID != "" {
			if err := s.PutEpisode(ctx, r.Episode); err != nil {
				return err
			}
		}
		return s.PutSession(ctx, r.Session)
	})
}

// inDiary opens the diary for as long as something is done with it. The notice
// is what was found amiss there and put right.
func (a *App) inDiary(do func(context.Context, diary.Store) error) (notice string, err error) {
	return a.inDiaryFor(writing, do)
}

func (a *App) inDiaryFor(most time.Duration, do func(context.Context, diary.Store) error) (notice string, err error) {
	s, err := a.Diary()
	if err != nil {
		return "", err
	}
	if d, ok := s.(interface{ Notice() string }); ok {
		notice = d.Notice()
	}
	ctx, cancel := context.WithTimeout(context.Background(), most)
	defer cancel()
	return notice, errors.Join(do(ctx, s), s.Close())
}

// hasDiary reports whether there is a diary to read. One that is only to be read
// is not made for it.
func (a *App) hasDiary() bool { return a.HasDiary != nil && a.HasDiary() }

// glancer is a diary that finds what a history counts quickly.
type glancer interface {
	GlanceEpisodes(ctx context.Context, within diary.Span) iter.Seq2[diary.Episode, error]
	Nights(ctx context.Context, within diary.Span, routine string, share float64) iter.Seq2[time.Time, error]
}

// keep puts what was followed line by line into the diary, and says so. What it
// says is no part of the JSON.
func (p *plainPlayer) keep() error {
	if p.Diary == nil || p.trial || p.leftOut || p.session.State() != session.Over {
		return nil
	}
	now := p.clock.Now()
	visit, r, ok := p.past.Ended(p.session, p.current.Choice).Record(now)
	if p.past = visit; !ok {
		return nil
	}
	notice, err := p.record(r)
	p.App.tell(notice, err)
	if p.json || err != nil {
		return nil //nolint:nilerr // it is told, and stops nothing
	}
	return p.print("        Saved in your diary.\n")
}
