package journal

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"uncramp/coach/diary"
	"uncramp/coach/diary/exchange"
	"uncramp/coach/private"
	"uncramp/coach/record"
)

// ErrNothing says that there is no entry to be taken back or put back.
var ErrNothing = errors.New("there is none")

// takenBack is the folder beside the diary in which what was taken back is kept:
// a file each, in JSON as it is exported, numbered so that the latest sorts last.
const (
	takenBack = "taken-back"
	suffix    = ".json"
)

// maxTakenBack is more bytes than any entry has.
const maxTakenBack = 1 << 20

func (j *Journal) takenBackFolder() string { return filepath.Join(filepath.Dir(j.path), takenBack) }

// Latest returns the entry that was made last: a cramp with the routines that
// were followed for it, or a routine that was followed for none. Where it is
// empty there is none.
func (j *Journal) Latest() (b record.Batch, err error) {
	err = j.read(func(ctx context.Context, d *diary.DB) (err error) {
		b, err = d.Latest(ctx)
		return err
	})
	return b, err
}

// TakeBack takes the entry that was made last out of the diary, and returns it.
// Nothing is lost: before it goes it is written beside the diary, from where
// [Journal.PutBack] has it again. The error is [ErrNothing] where there is none.
func (j *Journal) TakeBack() (b record.Batch, err error) {
	if !j.Exists() {
		return b, ErrNothing
	}
	err = j.write(rowTimeout, func(ctx context.Context, d *diary.DB) (err error) {
		if b, err = d.Latest(ctx); err != nil || b.Len() == 0 {
			return errors.Join(err, ErrNothing)
		}
		if err := j.setAside(b); err != nil {
			return fmt.Errorf("nothing was taken back: %w", err)
		}
		var gone record.Batch
		for _, e := range b.Episodes {
			gone.Episodes = append(gone.Episodes, record.Episode{ID: e.ID, At: e.At, Deleted: true})
		}
		for _, s := range b.Sessions {
			gone.Sessions = append(gone.Sessions, record.Session{ID: s.ID, At: s.At, Deleted: true})
		}
		_, err = d.Merge(ctx, gone)
		return err
	})
	return b, err
}

// setAside keeps rows in a file of their own.
func (j *Journal) setAside(b record.Batch) error {
	var text bytes.Buffer
	rows := exchange.Rows{Episodes: each(b.Episodes), Sessions: each(b.Sessions), Tallies: each(b.Tallies)}
	if err := exchange.Write(&text, exchange.JSON, rows); err != nil {
		return err
	}
	if err := os.MkdirAll(j.takenBackFolder(), 0o700); err != nil {
		return err
	}
	number := 0
	if latest, err := j.latestTakenBack(); err == nil {
		number, _ = strconv.Atoi(strings.TrimSuffix(filepath.Base(latest), suffix)) // a file of another name counts as the first
	}
	return private.Write(filepath.Join(j.takenBackFolder(), fmt.Sprintf("%06d%s", number+1, suffix)), text.Bytes())
}

func each[T any](rows []T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for _, row := range rows {
			if !yield(row, nil) {
				return
			}
		}
	}
}

// PutBack puts what was taken back last into the diary again, as it was, and
// returns it. The error is [ErrNothing] where there is nothing.
func (j *Journal) PutBack() (all record.Batch, err error) {
	path, err := j.latestTakenBack()
	if err != nil || j.silent {
		return all, err
	}
	text, err := private.Read(path, maxTakenBack)
	if err != nil {
		return all, err
	}
	err = j.write(rowTimeout, func(ctx context.Context, d *diary.DB) error {
		all = record.Batch{}
		faults := exchange.Read(ctx, exchange.Source{Text: bytes.NewReader(text), Format: exchange.JSON, Now: distant}, func(row exchange.Row) error {
			switch v := row.Value.(type) {
			case *record.Episode:
				all.Episodes = append(all.Episodes, *v)
			case *record.Session:
				all.Sessions = append(all.Sessions, *v)
			}
			return nil
		})
		if len(faults) > 0 {
			return record.In(path, faults[0])
		}
		now := all
		now.Episodes, now.Sessions = undated(all)
		_, err = d.Merge(ctx, now)
		return err
	})
	if err != nil {
		return all, err
	}
	return all, os.Remove(path)
}

// distant is after every moment of a diary: what was in it is put back, whatever the
// clock says now.
var distant = time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)

// undated are the rows of a batch as if they were edited now, later than what
// took them out.
func undated(b record.Batch) (episodes []record.Episode, sessions []record.Session) {
	for _, e := range b.Episodes {
		e.Edited = time.Time{}
		episodes = append(episodes, e)
	}
	for _, s := range b.Sessions {
		s.Edited = time.Time{}
		sessions = append(sessions, s)
	}
	return episodes, sessions
}

// latestTakenBack is the file of what was taken back last.
func (j *Journal) latestTakenBack() (path string, err error) {
	list, err := os.ReadDir(j.takenBackFolder())
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", err
	}
	for _, f := range list { // in alphabetical order
		if f.Type().IsRegular() && strings.HasSuffix(f.Name(), suffix) {
			path = filepath.Join(j.takenBackFolder(), f.Name())
		}
	}
	if path == "" {
		return "", ErrNothing
	}
	return path, nil
}
