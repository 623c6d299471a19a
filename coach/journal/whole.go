package journal

import (
	"context"
	"errors"
	"fmt"
	"io"

	"uncramp/coach/diary"
	"uncramp/coach/diary/exchange"
	"uncramp/coach/record"
)

// Export writes the whole diary.
func (j *Journal) Export(w io.Writer, f exchange.Format) error {
	if !j.Exists() {
		return exchange.Write(w, f, exchange.None())
	}
	return j.open(exchangeTimeout, func(ctx context.Context, d *diary.DB) error {
		return exchange.Write(w, f, exchange.Rows{
			Episodes: d.Episodes(ctx, record.Span{}, true), Sessions: d.Sessions(ctx, record.Span{}, true),
			Tallies: d.Tallies(ctx, "", record.Days{}, true),
		})
	})
}

// Imported says what an import did.
type Imported struct {
	Rows    int // that were read
	Changed int // that the diary didn't have, or only in an earlier version
}

// Import merges what [Journal.Export] wrote: the later edit of a row wins, and
// importing something twice changes nothing. All is read before the first row is
// written; where a row can't be read, those before it are in the diary then. The
// errors about what is read begin with its name.
func (j *Journal) Import(name string, r io.Reader, f exchange.Format) (done Imported, err error) {
	err = j.write(exchangeTimeout, func(ctx context.Context, d *diary.DB) error {
		batches, unread := exchange.Read(ctx, r, f)
		for _, b := range batches {
			changed, err := d.Merge(ctx, b)
			if err != nil {
				unread = record.OneLine(errors.Join(unread, fmt.Errorf("the import stopped: %w", err)))
				break
			}
			done.Rows, done.Changed = done.Rows+b.Len(), done.Changed+changed
		}
		return record.In(name, unread)
	})
	return done, err
}

// Backup copies the diary into a file, even while it is written.
func (j *Journal) Backup(path string) error {
	return j.open(exchangeTimeout, func(ctx context.Context, d *diary.DB) error { return d.Backup(ctx, path) })
}

// Restore takes a backup back. The diary as it was is kept as previous.
func (j *Journal) Restore(path string) (previous string, err error) {
	err = j.write(exchangeTimeout, func(ctx context.Context, d *diary.DB) (err error) {
		previous, err = d.Restore(ctx, path)
		return err
	})
	return previous, err
}
