// Package journal is the diary as everybody else sees it. Each call opens the
// diary, does one thing, and closes it again; what it says is kept is on disk
// when it returns. What only reads makes no diary where there is none.
package journal

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"sync"
	"time"

	"uncramp/coach/diary"
	"uncramp/coach/record"
)

const (
	openTimeout     = 5 * time.Second
	rowTimeout      = 5 * time.Second  // to read or write some rows
	exchangeTimeout = 10 * time.Minute // to read or write a whole diary
)

// Journal is a diary in a file. Its methods may be called from several
// goroutines.
type Journal struct {
	path   string
	now    func() time.Time
	silent bool

	mu      sync.Mutex
	remarks []string
	shown   int // so many remarks were asked for one by one
}

// New returns the journal in a file. The clock tells when rows are edited.
func New(path string, now func() time.Time) *Journal { return &Journal{path: path, now: now} }

// Silent returns a journal that reads the same and keeps nothing.
func (j *Journal) Silent() *Journal { return &Journal{path: j.path, now: j.now, silent: true} }

// Keeps reports whether what is written is kept.
func (j *Journal) Keeps() bool { return !j.silent }

// OnNetwork reports whether the diary lies, or would lie, where other machines may
// write to it, too. It has no write-ahead log there.
func (j *Journal) OnNetwork() bool { return diary.ModeAt(j.path) == diary.Rollback }

// Exists reports whether there is a diary. One that can't be got at is there: a link that
// leads nowhere, such as to a disk that is not connected, or a folder that is another's.
func (j *Journal) Exists() bool {
	_, err := os.Lstat(j.path)
	return !errors.Is(err, fs.ErrNotExist)
}

// open opens the diary, and makes it where there is none, for as long as
// something is done with it.
func (j *Journal) open(timeout time.Duration, do func(context.Context, *diary.DB) error) error {
	return j.with(diary.Open, timeout, do)
}

// opener is how a diary is opened: to read, or to write as well.
type opener func(ctx context.Context, path string, now func() time.Time) (*diary.DB, error)

func (j *Journal) with(open opener, timeout time.Duration, do func(context.Context, *diary.DB) error) error {
	opening, cancel := context.WithTimeout(context.Background(), openTimeout)
	defer cancel()
	d, err := open(opening, j.path, j.now)
	if err != nil {
		return err
	}
	j.remark(d.Notice())
	ctx, cancel := context.WithTimeout(context.Background(), timeout)
	defer cancel()
	return errors.Join(do(ctx, d), d.Close())
}

// write opens the diary unless nothing is to be kept.
func (j *Journal) write(timeout time.Duration, do func(context.Context, *diary.DB) error) error {
	if j.silent {
		return nil
	}
	return j.open(timeout, do)
}

// read opens the diary if there is one.
func (j *Journal) read(do func(context.Context, *diary.DB) error) error {
	if !j.Exists() {
		return nil
	}
	return j.with(diary.OpenToRead, rowTimeout, do)
}

// Merge writes rows, all of them or none.
func (j *Journal) Merge(b record.Batch) error {
	return j.write(rowTimeout, func(ctx context.Context, d *diary.DB) error {
		_, err := d.Merge(ctx, b)
		return err
	})
}

// SaveEpisode writes a cramp, or another version of one.
func (j *Journal) SaveEpisode(e record.Episode) error {
	return j.Merge(record.Batch{Episodes: []record.Episode{e}})
}

// Episode returns a cramp, a deleted one too. The error is [diary.ErrNone] where
// there is none.
func (j *Journal) Episode(id record.ID) (e record.Episode, err error) {
	if !j.Exists() {
		return e, diary.ErrNone
	}
	err = j.read(func(ctx context.Context, d *diary.DB) (err error) {
		e, err = d.Episode(ctx, id)
		return err
	})
	return e, err
}
