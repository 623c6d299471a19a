package exchange

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"hash/maphash"
	"io"
	"slices"
	"time"

	"uncramp/coach/charset"
	"uncramp/coach/record"
)

// Source is a file that is read: what [Write] wrote, or what a spreadsheet, an editor
// or another program made of it.
type Source struct {
	Name     string // its ending may tell the format
	Text     io.Reader
	Format   Format           // empty: its content and ending tell
	Encoding charset.Encoding // of what has no byte-order mark
	Now      time.Time        // nothing is dated later; its zone is that of moments without one
	First    bool             // what is wrong first ends it, and is all that is told
}

// Row is a row that was read.
type Row struct {
	Line  int
	Value any // a [*record.Episode], [*record.Session] or [*record.Tally], normalized
}

// Fault is what is wrong with a line of a file; with the file as a whole, if that is 0.
type Fault struct {
	Line int
	Err  error
}

// Error implements error.
func (f *Fault) Error() string {
	if f.Line == 0 {
		return f.Err.Error()
	}
	return fmt.Sprintf(inLine, f.Line, f.Err)
}

// Unwrap returns what is wrong.
func (f *Fault) Unwrap() error { return f.Err }

// maxRow is how many bytes a row may have.
const maxRow = 4 << 20

// Read reads a whole file and hands each row to take, whose error is told with its
// line. What can't be read is no end: all that is wrong is told, each a [*Fault], in
// the order of the lines. Hidden characters are taken out of texts. A row is handed
// on once, however often it stands there; two versions of one are a fault.
func Read(ctx context.Context, s Source, take func(Row) error) []*Fault {
	raw := bufio.NewReader(s.Text)
	if err := recognizeBinary(raw); err != nil {
		return []*Fault{{0, err}}
	}
	decoded := charset.NewReader(raw, s.Encoding)
	text := bufio.NewReader(decoded)
	format, err := recognizeText(text, s)
	if err != nil {
		return []*Fault{{0, err}}
	}
	r := &reader{
		ctx: ctx, now: s.Now, first: s.First, source: &lines{from: text, left: maxRow}, take: take,
		seen: map[key]version{}, seed: maphash.MakeSeed(),
	}
	fatal := readers[format](r)
	if fatal != nil {
		r.faults = append(r.faults, fatal)
	}
	if final := new(finalFault); fatal != nil && errors.As(fatal.Err, &final) {
		return []*Fault{fatal} // the rest doesn't matter
	}
	undecoded := errUndecoded
	if s.Encoding != (charset.Encoding{}) {
		undecoded = errNotAsNamed
	}
	return r.all(decoded.Undecoded(), undecoded)
}

// readers are how each format is read. The fault that is returned ended it.
var readers = map[Format]func(*reader) *Fault{JSON: readJSON, CSV: readSheet}

// reader gathers what is read.
type reader struct {
	ctx    context.Context
	now    time.Time
	first  bool
	source *lines
	take   func(Row) error
	faults []*Fault
	seen   map[key]version
	seed   maphash.Seed
}

// key names a row of a kind; version is where it stood, and what it said.
type (
	key struct {
		kind byte
		id   record.ID
	}
	version struct {
		line    int
		content uint64
	}
)

// fault gathers what is wrong with a line.
func (r *reader) fault(line int, err error) {
	r.faults = append(r.faults, &Fault{line, record.OneLine(err)})
}

// row takes a row, of which it is handed a pointer.
func (r *reader) row(line int, row any) {
	r.source.left = maxRow
	var err error
	switch v := row.(type) {
	case *record.Episode:
		err = accept(r, line, 'e', v, v.At, v.Deleted)
	case *record.Session:
		err = accept(r, line, 's', v, v.At, v.Deleted)
	case *record.Tally:
		err = acceptTally(r, line, v)
	}
	if err != nil {
		r.fault(line, err)
	}
}

func acceptTally(r *reader, line int, v *record.Tally) error {
	last := record.AsShown(r.now).AddDate(0, 0, 1+v.Kind.Ahead()).Format(time.DateOnly) // elsewhere tomorrow may have begun
	if _, err := v.Normalize(); err == nil && v.Day > last {
		return fmt.Errorf(dayInFuture, v.Day)
	}
	return accept(r, line, 't', v, time.Time{}, v.Count == 0)
}

// accept checks a row that is of a moment, and hands it on.
func accept[T any, R record.Row[T]](r *reader, line int, kind byte, v *T, at time.Time, gone bool) error {
	if at.After(r.now) && !gone {
		return fmt.Errorf(inFuture, at.In(r.now.Location()).Format(writtenForm))
	}
	normalized, err := R(v).Normalize()
	if err != nil {
		return err
	}
	*v = normalized
	id, _ := R(v).Head()
	now := version{line, maphash.String(r.seed, record.Content[T, R](*v))}
	before, twice := r.seen[key{kind, id}]
	switch {
	case twice && before.content == now.content:
		return nil
	case twice:
		return fmt.Errorf(twoVersions, before.line, line, id)
	}
	r.seen[key{kind, id}] = now
	return r.take(Row{line, v})
}

// all are all faults, in the order of lines; the lines that can't be decoded are told
// as nothing else.
func (r *reader) all(undecoded []int, why error) []*Fault {
	faults := slices.DeleteFunc(r.faults, func(f *Fault) bool {
		_, found := slices.BinarySearch(undecoded, f.Line)
		return found
	})
	for _, line := range undecoded {
		faults = append(faults, &Fault{line, why})
	}
	slices.SortStableFunc(faults, func(a, b *Fault) int { return a.Line - b.Line })
	return faults
}

// finalFault is one that says all there is to say of a file.
type finalFault struct{ error }

// Unwrap returns what is wrong.
func (f *finalFault) Unwrap() error { return f.error }

// lines is text that knows which line an offset is in, and that ends where a
// row is too long to be one.
type lines struct {
	from io.Reader
	left int // bytes that the row may still have
	read int64
	ends []int64 // offsets of line ends
}

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

// line is the number of the line of an offset.
func (l *lines) line(offset int64) int {
	before, _ := slices.BinarySearch(l.ends, offset)
	return before + 1
}
