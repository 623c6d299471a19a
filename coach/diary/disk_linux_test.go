package diary

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"uncramp/coach/record"
	"uncramp/coach/skip"
)

func init() { helpers["limited"] = writeLimited }

// disk is a small disk of its own.
func disk(t *testing.T, size string) string {
	t.Helper()
	folder := t.TempDir()
	if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, "size="+size); err != nil {
		skip.Because(t, "only root can make a small disk: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(folder, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	return folder
}

func remount(t *testing.T, folder string, flags uintptr, options string) {
	t.Helper()
	must(t, syscall.Mount("tmpfs", folder, "tmpfs", syscall.MS_REMOUNT|flags, options))
}

// sized is a session that takes some pages.
func sized(n int) record.Session {
	v := followed(n)
	v.At, v.Edited, v.Done = evening, evening.UTC(), slices.Repeat(v.Done, 10)
	return v
}

// TestAFullDisk is promise 5: what was acknowledged before the disk was full is
// there, and when there is space again, so is the diary.
func TestAFullDisk(t *testing.T) {
	t.Parallel()
	saved := 0
	for range trials(3, 50) {
		folder := disk(t, "1m")
		path := filepath.Join(folder, "diary.db")
		d := open(t, path)
		var acknowledged []record.Session
		for i := 0; ; i++ {
			v := sized(i)
			if err := d.PutSession(t.Context(), v); err != nil {
				plain(t, err, "not saved", "full")
				break
			}
			acknowledged = append(acknowledged, v)
		}
		for i := range 5 {
			plain(t, d.PutSession(t.Context(), sized(50_000+i)), "not saved", "full")
		}
		whole(t, d)
		for _, v := range acknowledged {
			got, err := d.Session(t.Context(), v.ID)
			must(t, err)
			equal(t, "a session that was saved", got, v)
		}
		saved += len(acknowledged)
		equal(t, "rows", len(contents(t, d)), len(acknowledged))
		plain(t, d.Backup(t.Context(), filepath.Join(folder, "backup.db")), "no backup", "full")
		equal(t, "files", names(t, folder), []string{"diary.db", "diary.db-shm", "diary.db-wal", "diary.db.lock"})
		remount(t, folder, 0, "size=8m")
		must(t, d.PutSession(t.Context(), sized(60_000)))
		whole(t, d)
		closed(t, d)
	}
	t.Logf("%d rows acknowledged, none missing", saved)
}

func TestADiskThatIsFullFromTheStart(t *testing.T) {
	t.Parallel()
	folder := disk(t, "64k")
	f, err := os.Create(filepath.Join(folder, "large"))
	must(t, err)
	_, err = io.Copy(f, strings.NewReader(strings.Repeat("x", 1<<20)))
	if err == nil {
		t.Fatal("the disk is not full")
	}
	must(t, f.Close())
	path := filepath.Join(folder, "diary.db")
	_, err = Open(t.Context(), path, clock)
	plain(t, err, "can't be opened", "full")
	must(t, os.Remove(f.Name()))
	remount(t, folder, 0, "size=8m")
	d := open(t, path)
	equal(t, "the notice", d.Notice(), "")
	must(t, d.PutEpisode(t.Context(), cramp(1)))
	closed(t, d)
}

// TestAReadOnlyDisk is promise 6: a read-only home, with a diary and without.
func TestAReadOnlyDisk(t *testing.T) {
	t.Parallel()
	folder := disk(t, "8m")
	path := filepath.Join(folder, "diary.db")
	remount(t, folder, syscall.MS_RDONLY, "")
	_, err := Open(t.Context(), path, clock)
	plain(t, err, "can't be opened", "can't be written to")
	remount(t, folder, 0, "")
	d := open(t, path)
	must(t, d.PutEpisode(t.Context(), cramp(1)))
	closed(t, d)
	remount(t, folder, syscall.MS_RDONLY, "")
	_, err = Open(t.Context(), path, clock)
	plain(t, err, "can't be opened", "can't be written to")
}

// writeLimited writes under ulimit -f, until it can't.
func writeLimited(args []string) error {
	limit, err := strconv.ParseUint(args[1], 10, 64)
	if err != nil {
		return err
	}
	d, err := Open(context.Background(), args[0], clock)
	if err != nil {
		return err
	}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: limit, Max: limit}); err != nil {
		return err
	}
	for i := 0; ; i++ {
		if err := d.PutSession(context.Background(), followed(i)); err != nil {
			return err
		}
		fmt.Println(i)
	}
}

// TestAFileThatMayNotGrow is promise 5 under ulimit -f.
func TestAFileThatMayNotGrow(t *testing.T) {
	t.Parallel()
	for n := range trials(3, 30) {
		path := diaryIn(t)
		cmd := helper(t, "limited", path, strconv.Itoa(100_000+40_000*n))
		var told strings.Builder
		cmd.Stderr = &told
		out, err := cmd.Output()
		if err == nil {
			t.Fatal("it never ended, and yet it did")
		}
		acknowledged := strings.Fields(string(out))
		if len(acknowledged) == 0 {
			t.Fatalf("nothing was saved at all: %v: %s", err, told.String())
		}
		if !strings.HasPrefix(told.String(), "not saved: the disk") {
			t.Errorf("it said %q", told.String())
		}
		d := open(t, path)
		whole(t, d)
		for i := range acknowledged {
			if _, err := d.Session(t.Context(), followed(i).ID); err != nil {
				t.Fatal(err)
			}
		}
	}
}
