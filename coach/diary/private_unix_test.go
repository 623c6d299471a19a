//go:build unix

package diary

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"uncramp/coach/skip"
)

func init() { helpers["umask"] = withoutUmask }

// withoutUmask makes everything that a diary makes, where every bit that is
// asked for is given.
func withoutUmask(args []string) error {
	syscall.Umask(0)
	ctx, path := context.Background(), args[0]
	d, err := Open(ctx, path, clock)
	if err != nil {
		return err
	}
	if err := errors.Join(d.PutEpisode(ctx, cramp(1)), d.Backup(ctx, path+".backup"), d.PutEpisode(ctx, cramp(2))); err != nil {
		return err
	}
	if _, err := d.Restore(ctx, path+".backup"); err != nil {
		return err
	}
	if err := os.WriteFile(path+".foreign", []byte("x"), 0o600); err != nil {
		return err
	}
	return die() // and leave the log
}

// TestPrivate is promise 8.
func TestPrivate(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "deep", "deeper", "diary.db")
	_ = helper(t, "umask", path).Run() // it dies
	equal(t, "files", names(t, parent(path)), []string{
		"diary.db", "diary.db-shm", "diary.db-wal", "diary.db.backup", "diary.db.before-restore-1", "diary.db.foreign", "diary.db.lock",
	})
	modesIn(t, filepath.Dir(parent(path)))
	must(t, os.Chmod(path, 0o644)) // as a copy that somebody made
	d := open(t, path)
	must(t, d.PutEpisode(t.Context(), cramp(3)))
	modesIn(t, parent(path))
}

func TestAFolderThatCantBeWritten(t *testing.T) {
	if skip.Root(t) {
		return
	}
	folder := t.TempDir()
	must(t, os.Chmod(folder, 0o500))
	_, err := Open(t.Context(), filepath.Join(folder, "diary.db"), clock)
	plain(t, err, "can't be written to")
}
