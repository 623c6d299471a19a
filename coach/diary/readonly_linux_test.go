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

// TestWhatCanBeWrittenToIsOpenedToWrite.
func TestWhatCanBeWrittenToIsOpenedToWrite(t *testing.T) {
	d, err := OpenToRead(t.Context(), diaryIn(t), clock)
	must(t, err)
	must(t, d.PutEpisode(t.Context(), cramp(1)))
	closed(t, d)
}
