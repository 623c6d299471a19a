package journal

import (
	"context"
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
	return j.with(diary.OpenToRead, exchangeTimeout, func(ctx context.Context, d *diary.DB) error {
		return exchange.Write(w, f, exchange.Rows{
			Episodes: d.Episodes(ctx, record.Span{}, true), Sessions: d.Sessions(ctx, record.Span{}, true),
			Tallies: d.Tallies(ctx, "", record.Days{}, true),
		})
	})
}

// Backup copies the diary into a file, even while it is written.
func (j *Journal) Backup(path string) error {
	return j.with(diary.OpenToRead, exchangeTimeout, func(ctx context.Context, d *diary.DB) error { return d.Backup(ctx, path) })
}

// Restore takes a backup back. The diary as it was is kept as previous.
func (j *Journal) Restore(path string) (previous string, err error) {
	err = j.write(exchangeTimeout, func(ctx context.Context, d *diary.DB) (err error) {
		previous, err = d.Restore(ctx, path)
		return err
	})
	return previous, err
}
