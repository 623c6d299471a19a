package diary

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"

	"uncramp/coach/record"
)

// Format is what a diary is written as.
type Format string

// The formats. JSON keeps everything to the nanosecond; CSV is for people and
// their spreadsheets, and keeps as much.
const (
	JSON Format = "json"
	CSV  Format = "csv"
)

// Merger is a store that takes many rows at once.
type Merger interface {
	Store
	// Merge writes rows as PutEpisode, PutSession and PutMark do, all of them or
	// none. It returns how many of them changed the diary.
	Merge(context.Context, record.Batch) (changed int, err error)
}

// Imported says what an import did.
type Imported struct {
	Rows    int // that were read
	Changed int // that the diary didn't have, or only in an earlier version
}

const (
	atOnce     = 500     // rows that are merged in one transaction
	longestRow = 4 << 20 // bytes
)

// Export writes a whole diary, ids of deleted rows too, row by row: it needs
// no more memory for a longer one.
func Export(ctx context.Context, s Store, w io.Writer, f Format) error {
	var err error
	switch f {
	case JSON:
		err = exportJSON(ctx, s, w)
	case CSV:
		err = exportCSV(ctx, s, w)
	default:
		return unknownFormat(f)
	}
	return stopped("the export", err)
}

// Import merges what [Export] wrote into a diary: the later edit of a row
// wins, and importing something twice changes nothing. Hidden characters are
// taken out. All is read before the first row is written. Where a row can't be
// read, the error names its line; the rows before it are in the diary then, but
// none where something follows the end of a diary in JSON.
func Import(ctx context.Context, m Merger, r io.Reader, f Format) (Imported, error) {
	source := &lines{from: r, left: longestRow}
	var rows iter.Seq2[read, error]
	switch f {
	case JSON:
		rows = rowsOfJSON(source)
	case CSV:
		rows = rowsOfCSV(source)
	default:
		return Imported{}, unknownFormat(f)
	}
	in, err := takeIn(ctx, rows, source)
	if errors.Is(err, errMore) {
		return Imported{}, stopped("the import", err)
	}
	done, failed := in.merge(ctx, m)
	return done, stopped("the import", errors.Join(err, failed))
}

// stopped adds what was being done; what to do stands in the error already.
func stopped(what string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s stopped: %w", what, record.OneLine(err))
}

func unknownFormat(f Format) error {
	return fmt.Errorf("%.20q is no format of a diary; choose %s or %s", f, JSON, CSV)
}

// read is a row that was read: one of the three.
type read struct {
	line    int
	episode *record.Episode
	session *record.Session
	mark    *record.Tally
}

// intake is rows that were read, by the hundreds, as they are merged: a
// transaction for each would take hours, one for all would keep others waiting.
type intake []record.Batch

// takeIn gathers rows up to the first that can't be read.
func takeIn(ctx context.Context, rows iter.Seq2[read, error], source *lines) (in intake, err error) {
	for row, err := range rows {
		if err := cmp.Or(err, ctx.Err()); err != nil {
			return in, err
		}
		if len(in) == 0 || in[len(in)-1].Len() == atOnce {
			in = append(in, record.Batch{})
		}
		if err := take(&in[len(in)-1], row); err != nil {
			return in, err
		}
		source.left = longestRow
	}
	return in, nil
}

func take(b *record.Batch, r read) (err error) {
	switch {
	case r.episode != nil:
		b.Episodes, err = added(b.Episodes, *r.episode)
	case r.session != nil:
		b.Sessions, err = added(b.Sessions, *r.session)
	default:
		b.Tallies, err = added(b.Tallies, *r.mark)
	}
	if err != nil {
		return inLine(r.line, err)
	}
	return nil
}

func (in intake) merge(ctx context.Context, into Merger) (done Imported, err error) {
	for _, b := range in {
		changed, err := into.Merge(ctx, b)
		if err != nil {
			return done, err
		}
		done.Rows += b.Len()
		done.Changed += changed
	}
	return done, nil
}

func added[T record.Row[T]](list []T, v T) ([]T, error) {
	v, err := v.Normalize()
	if err != nil {
		return list, err
	}
	if v.Head().Edited.IsZero() {
		return list, fmt.Errorf("%s has no moment of its edit; export it again", v.Head().ID)
	}
	return append(list, v), nil
}

func inLine(n int, err error) error { return fmt.Errorf("line %d: %w", n, err) }

// lines is text that knows which line an offset is in, and that ends where a
// row is too long to be one.
type lines struct {
	from  io.Reader
	left  int // bytes that the row may still have
	read  int64
	ends  []int64 // offsets of line ends that were not counted yet
	count int     // of those before
}

var errLongRow = fmt.Errorf("a row has more than %d bytes", longestRow)

func (l *lines) Read(p []byte) (int, error) {
	if l.left <= 0 {
		return 0, errLongRow
	}
	n, err := l.from.Read(p)
	for i, c := range p[:n] {
		if c == '\n' {
			l.ends = append(l.ends, l.read+int64(i))
		}
	}
	l.read += int64(n)
	l.left -= n
	return n, err
}

// line is the number of the line of an offset. Offsets must not go back.
func (l *lines) line(offset int64) int {
	for len(l.ends) > 0 && l.ends[0] < offset {
		l.ends = l.ends[1:]
		l.count++
	}
	return l.count + 1
}
