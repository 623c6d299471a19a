package diary

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Mode is how SQLite keeps what is saved safe while it writes.
type Mode string

// The modes. WAL wants memory that all who have the diary open share, which there
// is on a disk of this machine alone.
const (
	WAL      Mode = "wal"
	Rollback Mode = "delete"
)

// ModeAt is the mode of a diary at a path, whether there is one yet or not.
func ModeAt(path string) Mode {
	folder := filepath.Dir(path)
	for _, err := os.Stat(folder); os.IsNotExist(err) && folder != filepath.Dir(folder); _, err = os.Stat(folder) {
		folder = filepath.Dir(folder)
	}
	if onNetwork(folder) {
		return Rollback
	}
	return WAL
}

// set has a database use a mode. Where the system can't have it, SQLite stays with
// one that is safe.
func (m Mode) set(ctx context.Context, db *sql.DB) error {
	var used string
	err := db.QueryRowContext(ctx, fmt.Sprintf("PRAGMA journal_mode = %s", m)).Scan(&used)
	if err == nil && m == Rollback && !strings.EqualFold(used, string(m)) {
		return fmt.Errorf("%w: another program keeps it in the mode %q", errInUse, used)
	}
	return err
}
