package diary

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
)

// What leads from one version of the schema to the next: schema/2.sql leads
// from 1 to 2. A step that was released never changes.
//
//go:embed schema/*.sql
var schemas embed.FS

// ErrNewer says that a diary was written by a newer program.
var ErrNewer = errors.New("this diary was written by a newer uncramp")

// errForeign says that what looks like a database holds no diary.
var errForeign = errors.New("it holds no diary")

// steps are the statements that lead to each version, version 1 first.
func steps() (list []string, err error) {
	for {
		text, err := schemas.ReadFile(fmt.Sprintf("schema/%d.sql", len(list)+1))
		if errors.Is(err, fs.ErrNotExist) {
			return list, nil
		}
		if err != nil {
			return nil, err
		}
		list = append(list, string(text))
	}
}

// migrate brings a diary to the newest version. Each step is one transaction
// with the number of its version, so that it is done once and whole, whoever
// else is at it and whenever the machine stops.
func migrate(ctx context.Context, db *sql.DB, steps []string) error {
	for {
		done, err := step(ctx, db, steps)
		if done || err != nil {
			return err
		}
	}
}

// step takes one step, if there is one to be taken.
func step(ctx context.Context, db *sql.DB, steps []string) (done bool, err error) {
	if v, err := version(ctx, db); err != nil || v == len(steps) {
		return true, err // nobody has to wait for a lock
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return false, err
	}
	defer tx.Rollback()
	v, err := checkVersion(ctx, tx, len(steps)) // again: another process may have taken the step meanwhile
	if err != nil || v == len(steps) {
		return true, err
	}
	for _, do := range []string{steps[v], fmt.Sprintf("PRAGMA user_version = %d", v+1)} {
		if _, err := tx.ExecContext(ctx, do); err != nil {
			return false, fmt.Errorf("the step to version %d: %w", v+1, err)
		}
	}
	return false, tx.Commit()
}

// queryer is a database or a transaction.
type queryer interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

func version(ctx context.Context, q queryer) (v int, err error) {
	err = q.QueryRowContext(ctx, "PRAGMA user_version").Scan(&v)
	return v, err
}

// checkVersion sees that a file is a diary, and not of a newer program. It
// returns the version.
func checkVersion(ctx context.Context, q queryer, newest int) (int, error) {
	var tables int // counted first: whoever makes a diary meanwhile gives it its version, too
	uncounted := q.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema").Scan(&tables)
	v, err := version(ctx, q)
	switch {
	case err != nil:
		return v, err
	case v > newest:
		return v, fmt.Errorf("%w: its version is %d, this program knows %d; get a newer one", ErrNewer, v, newest)
	case v == 0 && tables > 0, v < 0: // no program of ours ever wrote that
		return v, errForeign
	case v == 0:
		return v, uncounted
	}
	return v, nil
}
