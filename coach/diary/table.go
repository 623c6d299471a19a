package diary

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"time"

	"uncramp/coach/record"
)

// table is how one kind of row stands in SQL. Its statements are made from the
// table of columns.
type table[T any, R record.Row[T]] struct {
	name    string // of a row, for people
	columns []record.Column[T]
	rows    string // the statement that reads all columns, less its condition
	put     string // the one that writes a row in the place of one with the same id
	allIDs  string // the one that reads the ids
}

var (
	episodes = newTable("cramp", "episodes", record.EpisodeColumns)
	sessions = newTable("session", "sessions", record.SessionColumns)
	tallies  = newTable("mark", "marks", record.TallyColumns)
	// What a history counts of thousands of rows before it shows the first is read
	// fast: it stands in indexes.
	briefEpisodes = newTable("cramp", "episodes",
		only(record.EpisodeColumns, "id", "at", "length", "muscle", "side", "severity", "asleep", "relief"))
	briefSessions = newTable("session", "sessions", only(record.SessionColumns, "at", "routine", "ending", "planned", "worked"))
)

func newTable[T any, R record.Row[T]](name, in string, columns []record.Column[T]) table[T, R] {
	columns = slices.Clone(columns)
	if i := slices.IndexFunc(columns, func(c record.Column[T]) bool { return c.Name == "id" }); i > 0 {
		columns[0], columns[i] = columns[i], columns[0] // what can't be read is named by its id, which is read first
	}
	t := table[T, R]{name: name, columns: columns}
	var names []string
	for _, c := range columns {
		names = append(names, c.Name)
		if _, ok := c.Field(new(T)).(*time.Time); ok {
			names = append(names, zoneName)
		}
	}
	list := strings.Join(names, ", ")
	t.rows = strings.Join([]string{"SELECT", list, "FROM", in, ""}, " ")
	t.allIDs = "SELECT id FROM " + in
	values := strings.TrimSuffix(strings.Repeat("?, ", len(names)), ", ")
	t.put = fmt.Sprintf("INSERT OR REPLACE INTO %s (%s) VALUES (%s)", in, list, values)
	return t
}

func only[T any](columns []record.Column[T], names ...string) []record.Column[T] {
	return slices.DeleteFunc(slices.Clone(columns), func(c record.Column[T]) bool { return !slices.Contains(names, c.Name) })
}

// cells returns places for all columns, to read them into and to write them
// from.
func (t table[T, R]) cells(row *T) (list []any) {
	for _, c := range t.columns {
		list = append(list, cellsOf(c.Field(row))...)
	}
	return list
}

// find returns a row; the error is [ErrNone].
func (t table[T, R]) find(ctx context.Context, q queryer, id record.ID) (T, error) {
	var row T
	err := q.QueryRowContext(ctx, t.rows+"WHERE id = ?", id).Scan(t.cells(&row)...)
	if errors.Is(err, sql.ErrNoRows) {
		return row, fmt.Errorf("the %s %.80q: %w", t.name, id, ErrNone)
	}
	return row, err
}

// merge writes a version of a row, unless a later one is kept.
func (t table[T, R]) merge(ctx context.Context, tx *sql.Tx, row T, now time.Time) (changed bool, err error) {
	row, err = R(&row).Normalize()
	if err != nil {
		return false, err
	}
	id, _ := R(&row).Head()
	kept, err := t.find(ctx, tx, id)
	there := &kept
	if errors.Is(err, ErrNone) {
		there, err = nil, nil
	}
	if err != nil {
		return false, err
	}
	row, changed = record.Merge[T, R](there, row, now)
	if !changed {
		return false, nil
	}
	_, err = tx.ExecContext(ctx, t.put, t.cells(&row)...)
	return true, err
}

// mergeAll merges rows.
func (t table[T, R]) mergeAll(ctx context.Context, tx *sql.Tx, rows []T, now time.Time) (changed int, err error) {
	for _, row := range rows {
		did, err := t.merge(ctx, tx, row, now)
		if err != nil {
			return 0, err
		}
		if did {
			changed++
		}
	}
	return changed, nil
}

// within yields the rows that began within a span, in order.
func (t table[T, R]) within(ctx context.Context, d *DB, span record.Span, deleted bool) iter.Seq2[T, error] {
	from, until := span.UnixNano()
	return t.query(ctx, d, t.rows+"WHERE at >= ? AND at < ? AND deleted <= ? ORDER BY at, id", from, until, deleted)
}

// query yields what a statement finds that reads all columns, one by one. A row
// that can't be read is an error of its own; the others follow it.
func (t table[T, R]) query(ctx context.Context, d *DB, statement string, args ...any) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var row, none T
		rows, err := d.db.QueryContext(ctx, statement, args...)
		if err != nil {
			yield(none, d.explain(unread, err))
			return
		}
		defer rows.Close()
		cells := t.cells(&row)
		for rows.Next() {
			row = none
			err := rows.Scan(cells...)
			if err != nil {
				id, _ := R(&row).Head()
				err = fmt.Errorf("the %s %.80q can't be read: %w", t.name, id, err)
				row = none
			}
			if !yield(row, err) {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(none, d.explain(unread, err))
		}
	}
}

const unread = "the diary can't be read"
