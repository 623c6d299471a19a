package diary

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"uncramp/coach/record"
)

// TestADiaryIsReadWhereNothingCanBeWritten: on a full disk, and on one that is
// read-only, with a log and without.
func TestADiaryIsReadWhereNothingCanBeWritten(t *testing.T) {
	source := diaryIn(t)
	closed(t, open(t, source))
	plainly := bytesOf(t, source)
	other := held(t, source)
	d := open(t, source)
	for n := range 3 {
		must(t, d.PutEpisode(t.Context(), cramp(n)))
	}
	withLog, log := bytesOf(t, source), bytesOf(t, source+"-wal")
	closed(t, d)
	must(t, other.Close())
	whole := bytesOf(t, source)

	for name, tt := range map[string]struct {
		file, log []byte
		rows      int
	}{
		"empty": {plainly, nil, 0}, "without a log": {whole, nil, 3}, "with a log": {withLog, log, 3},
	} {
		for kind, spoil := range map[string]func(folder string){
			"full": func(folder string) {
				var fs syscall.Statfs_t
				must(t, syscall.Statfs(folder, &fs))
				must(t, os.WriteFile(filepath.Join(folder, "filling"), make([]byte, int(fs.Bavail)*int(fs.Bsize)), 0o600))
			},
			"read-only": func(folder string) { remount(t, folder, syscall.MS_RDONLY, "") },
		} {
			t.Run(name+" on a "+kind+" disk", func(t *testing.T) {
				folder := disk(t, "1m")
				path := filepath.Join(folder, "diary.db")
				must(t, os.WriteFile(path, tt.file, 0o600))
				if tt.log != nil {
					must(t, os.WriteFile(path+"-wal", tt.log, 0o600))
				}
				spoil(folder)
				d, err := OpenToRead(t.Context(), path, clock)
				must(t, err)
				equal(t, "cramps", len(collect(t, d.Episodes(t.Context(), record.Span{}, false))), tt.rows)
				if err := d.PutEpisode(t.Context(), cramp(9)); err == nil {
					t.Error("it is said to be written")
				} else {
					plain(t, err, "not saved")
				}
				copied := d.copied
				closed(t, d)
				equal(t, "the diary is as it was", string(bytesOf(t, path)) == string(tt.file), true)
				if _, err := os.Stat(copied); copied != "" && !os.IsNotExist(err) {
					t.Errorf("the copy stays: %v", err)
				}
			})
		}
	}
}

// TestWhatWasHalfWrittenIsNotRead: the machine stopped in the middle of a write,
// on a network disk that is read-only now.
func TestWhatWasHalfWrittenIsNotRead(t *testing.T) {
	source := diaryIn(t)
	d := open(t, source)
	must(t, d.PutEpisode(t.Context(), cramp(0)))
	closed(t, d)
	db, err := openFile(t.Context(), source, Rollback, false)
	must(t, err)
	db.SetMaxOpenConns(1)
	for _, do := range []string{
		"PRAGMA cache_size = 1", "BEGIN IMMEDIATE", "UPDATE episodes SET note = hex(zeroblob(100000))", "DELETE FROM episodes",
		"CREATE TABLE half AS SELECT hex(zeroblob(200000)) AS a",
	} {
		_, err := db.Exec(do)
		must(t, err)
	}
	file, journal := bytesOf(t, source), bytesOf(t, source+"-journal")
	must(t, db.Close())
	folder := disk(t, "2m")
	path := filepath.Join(folder, "diary.db")
	must(t, os.WriteFile(path, file, 0o600))
	must(t, os.WriteFile(path+"-journal", journal, 0o600))
	remount(t, folder, syscall.MS_RDONLY, "")
	d, err = OpenToRead(t.Context(), path, clock)
	must(t, err)
	equal(t, "cramps", len(collect(t, d.Episodes(t.Context(), record.Span{}, false))), 1)
	closed(t, d)
}

// TestWhatCanBeWrittenToIsOpenedToWrite.
func TestWhatCanBeWrittenToIsOpenedToWrite(t *testing.T) {
	d, err := OpenToRead(t.Context(), diaryIn(t), clock)
	must(t, err)
	must(t, d.PutEpisode(t.Context(), cramp(1)))
	closed(t, d)
}
