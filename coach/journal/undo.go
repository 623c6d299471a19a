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
	"slices"
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
// a file each, in JSON as it is exported, numbered in the order in which it was.
// Files of other names are left alone.
const (
	takenBack  = "taken-back"
	fileFormat = "%06d.json"
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
	if err := private.MakeFolder(j.takenBackFolder()); err != nil {
		return err
	}
	number, err := j.latestTakenBack()
	if err != nil && !errors.Is(err, ErrNothing) {
		return err
	}
	return private.Write(j.takenBackFile(number+1), text.Bytes())
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
// returns it. What is there by now stays as it is. The error is [ErrNothing]
// where there is nothing to be put back.
func (j *Journal) PutBack() (b record.Batch, err error) {
	for !j.silent && err == nil && b.Len() == 0 {
		number, none := j.latestTakenBack()
		if none != nil {
			return b, none
		}
		b, err = j.putBackFrom(j.takenBackFile(number))
	}
	return b, err
}

// putBackFrom puts the rows of a file into the diary that are not there, and
// returns them. The file goes: nothing of it is missing any more.
func (j *Journal) putBackFrom(path string) (missing record.Batch, err error) {
	text, err := private.Read(path, maxTakenBack)
	if errors.Is(err, fs.ErrNotExist) { // another program did the same
		return missing, nil
	}
	if err != nil {
		return missing, err
	}
	err = j.write(rowTimeout, func(ctx context.Context, d *diary.DB) error {
		var all record.Batch
		source := exchange.Source{Text: bytes.NewReader(text), Format: exchange.JSON, Now: distant}
		faults := exchange.Read(ctx, source, func(row exchange.Row) error {
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
		if missing, err = missingIn(ctx, d, all); err != nil {
			return err
		}
		_, err = d.Merge(ctx, record.Batch{Episodes: undated(missing.Episodes), Sessions: undated(missing.Sessions)})
		return err
	})
	if err != nil {
		return missing, err
	}
	if err = os.Remove(path); errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return missing, err
}

// missingIn are the rows of a batch that are not in the diary, or deleted there. A
// program that was killed may have left the others where they were.
func missingIn(ctx context.Context, d *diary.DB, b record.Batch) (missing record.Batch, err error) {
	missing.Episodes, err = missingRows(b.Episodes, func(id record.ID) (bool, error) {
		there, err := d.Episode(ctx, id)
		return there.Deleted, err
	})
	if err != nil {
		return missing, err
	}
	missing.Sessions, err = missingRows(b.Sessions, func(id record.ID) (bool, error) {
		there, err := d.Session(ctx, id)
		return there.Deleted, err
	})
	return missing, err
}

// missingRows are those that are not there, or deleted.
func missingRows[T any, R record.Row[T]](rows []T, deleted func(record.ID) (bool, error)) (missing []T, err error) {
	for _, row := range rows {
		id, _ := R(&row).Head()
		gone, err := deleted(id)
		switch {
		case errors.Is(err, diary.ErrNone) || err == nil && gone:
			missing = append(missing, row)
		case err != nil:
			return missing, err
		}
	}
	return missing, nil
}

// distant is after every moment of a diary: what was in it is put back, whatever the
// clock says now.
var distant = time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)

// undated are rows as if they were edited now, later than what took them out.
func undated[T any, R record.Row[T]](rows []T) []T {
	rows = slices.Clone(rows)
	for i := range rows {
		_, edited := R(&rows[i]).Head()
		*edited = time.Time{}
	}
	return rows
}

// takenBackFile is the file of a number.
func (j *Journal) takenBackFile(number int) string {
	return filepath.Join(j.takenBackFolder(), fmt.Sprintf(fileFormat, number))
}

// latestTakenBack is the number of what was taken back last. The error is
// [ErrNothing] where there is nothing.
func (j *Journal) latestTakenBack() (latest int, err error) {
	list, err := os.ReadDir(j.takenBackFolder())
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return 0, err
	}
	for _, f := range list {
		number, _ := strconv.Atoi(strings.TrimSuffix(f.Name(), filepath.Ext(f.Name()))) // 0 is none
		if f.Type().IsRegular() && f.Name() == fmt.Sprintf(fileFormat, number) {
			latest = max(latest, number)
		}
	}
	if latest == 0 {
		return 0, ErrNothing
	}
	return latest, nil
}
