package cli

import (
	"context"
	"errors"
	"time"

	"uncramp/coach/diary"
	"uncramp/coach/record"
)

// writing is how long the diary may take to answer.
const writing = 5 * time.Second

// record keeps a routine that was followed, and the cramp it was followed for.
// It returns once both are on disk.
func (a *App) record(r record.Entry) error {
	b := record.Batch{Sessions: []record.Session{r.Session}}
	if r.Episode.ID != "" {
		b.Episodes = []record.Episode{r.Episode}
	}
	return a.merge(b)
}

// merge writes rows into the diary, all of them or none.
func (a *App) merge(b record.Batch) error {
	return a.inDiary(func(ctx context.Context, s diary.Store) error {
		into, ok := s.(diary.Merger)
		if !ok {
			return errors.New("this diary takes one row at a time")
		}
		_, err := into.Merge(ctx, b)
		return err
	})
}

// inDiary opens the diary for as long as something is done with it. What was
// found amiss there and put right is a remark.
func (a *App) inDiary(do func(context.Context, diary.Store) error) error {
	return a.inDiaryFor(writing, do)
}

func (a *App) inDiaryFor(most time.Duration, do func(context.Context, diary.Store) error) error {
	s, err := a.Diary()
	if err != nil {
		return err
	}
	if d, ok := s.(interface{ Notice() string }); ok {
		a.remarks.add(d.Notice())
	}
	ctx, cancel := context.WithTimeout(context.Background(), most)
	defer cancel()
	return errors.Join(do(ctx, s), s.Close())
}

// ifThere reads the diary. Where there is none yet, none is made: what is read
// is empty.
func (a *App) ifThere(read func(context.Context, diary.Store) error) error {
	return a.ifThereFor(writing, read)
}

func (a *App) ifThereFor(most time.Duration, read func(context.Context, diary.Store) error) error {
	if !a.hasDiary() {
		return read(context.Background(), diary.NewMemory(a.Now))
	}
	return a.inDiaryFor(most, read)
}

// hasDiary reports whether there is a diary.
func (a *App) hasDiary() bool { return a.HasDiary != nil && a.HasDiary() }
