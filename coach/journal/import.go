package journal

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"uncramp/coach/charset"
	"uncramp/coach/diary"
	"uncramp/coach/diary/exchange"
	"uncramp/coach/record"
)

// Import is a file that comes in.
type Import struct {
	Name     string // of the file, for people
	Text     io.Reader
	Format   exchange.Format  // empty: its content and ending tell
	Encoding charset.Encoding // of what has no byte-order mark
	Prefer   diary.Preference // where the file and the diary differ and no later edit tells
	DryRun   bool             // nothing is kept
	// Each is told of every row that is new or changes the diary.
	Each func(row any, s record.Standing)
}

// Imported says what an import did.
type Imported struct {
	Rows    int // that were read
	Changed int // that the diary didn't have, or only in an earlier version
	Tied    int // that say something else than the diary did, edited at the same moment
}

// Import takes what [Journal.Export] wrote, or what people made of it, whole or not at
// all, in one transaction: the later edit of a row wins, and importing something twice
// changes nothing. The error joins all that is wrong, line by line, each beginning with
// the name of the file; then nothing was imported, and it says so.
func (j *Journal) Import(file Import) (Imported, error) {
	r := importing{file: file, now: j.now()}
	if file.DryRun && !j.Exists() {
		err := r.run(context.Background(), func(any) (record.Standing, error) { return record.New, nil })
		return r.done, err
	}
	opened := false
	err := j.write(exchangeTimeout, func(ctx context.Context, d *diary.DB) error {
		opened = true
		var told error
		err := d.TakeIn(ctx, file.Prefer, func(in *diary.Intake) error {
			if told = r.run(ctx, in.Take); told != nil || !file.DryRun {
				return told
			}
			return errDryRun
		})
		switch {
		case errors.Is(err, errDryRun):
			return nil
		case err != nil && told == nil: // the disk didn't take it
			return r.stopped(err)
		}
		return err
	})
	if err != nil && !opened {
		err = r.stopped(err)
	}
	if err != nil {
		return Imported{}, err
	}
	return r.done, nil
}

// errDryRun takes back what was only tried.
var errDryRun = errors.New("a dry run")

// importing is an import that goes on.
type importing struct {
	file Import
	now  time.Time
	done Imported
}

// run reads the file and has its rows taken.
func (r *importing) run(ctx context.Context, take func(row any) (record.Standing, error)) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	source := exchange.Source{Name: r.file.Name, Text: r.file.Text, Format: r.file.Format, Encoding: r.file.Encoding, Now: r.now}
	if r.file.Prefer == diary.PreferLater { // another device's clock may run ahead
		source.Now, source.First = distant, true
	}
	faults := exchange.Read(ctx, source, func(row exchange.Row) error {
		standing, err := take(row.Value)
		var conflict *diary.Conflict
		if err != nil && !errors.As(err, &conflict) {
			stop(err) // the diary can take no more
		}
		r.done.Rows++
		if standing.Tied() {
			r.done.Tied++
		}
		if err == nil && r.file.Prefer.Takes(standing) {
			r.done.Changed++
			r.file.Each(row.Value, standing)
		}
		return err
	})
	if err := context.Cause(ctx); err != nil {
		return r.stopped(err)
	}
	return refusal(r.file.Name, faults)
}

// stopped is the error of an import that the diary, not the file, put an end to.
func (r *importing) stopped(err error) error {
	return record.In(r.file.Name, record.OneLine(fmt.Errorf(importStopped, err)))
}

// mostFaults is how many faults of a file are told in full.
const mostFaults = 1000

// refusal joins what is wrong with a file, and what is to be done; nil for nothing.
func refusal(name string, faults []*exchange.Fault) error {
	if len(faults) == 0 {
		return nil
	}
	var errs []error
	conflicts := 0
	for _, f := range faults {
		var c *diary.Conflict
		if errors.As(f, &c) {
			conflicts++
		}
		if len(errs) < mostFaults {
			errs = append(errs, record.In(name, f))
		}
	}
	if more := len(faults) - mostFaults; more > 0 {
		errs = append(errs, fmt.Errorf(moreFaults, name, more))
	}
	said := nothingImported
	switch {
	case conflicts == len(faults):
		said = nothingPreferred
	case len(faults) == 1 && faults[0].Line == 0:
		said = nothingCame
	}
	return errors.Join(append(errs, fmt.Errorf(said, name))...)
}
