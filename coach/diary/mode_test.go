package diary

import (
	"path/filepath"
	"testing"

	"uncramp/coach/record"
)

// TestTheModeOfAnOrdinaryDisk is asked for before there is a diary.
func TestTheModeOfAnOrdinaryDisk(t *testing.T) {
	equal(t, "the mode", ModeAt(filepath.Join(t.TempDir(), "not", "yet", "diary.db")), WAL)
}

// TestADiaryGoesFromOneModeToTheOther with all its rows, as when its folder moves
// to a network disk and back.
func TestADiaryGoesFromOneModeToTheOther(t *testing.T) {
	path := diaryIn(t)
	d := open(t, path)
	must(t, d.PutEpisode(t.Context(), cramp(0)))
	closed(t, d)
	for n, mode := range []Mode{Rollback, Rollback, WAL, Rollback} {
		db, err := openFile(t.Context(), path, mode, false)
		must(t, err)
		var used Mode
		must(t, db.QueryRow("PRAGMA journal_mode").Scan(&used))
		equal(t, "the mode", used, mode)
		must(t, (&DB{path: path, db: db, now: clock}).PutEpisode(t.Context(), cramp(n+1)))
		must(t, db.Close())
		d := open(t, path) // which has it in the mode of this disk
		equal(t, "cramps", len(collect(t, d.Episodes(t.Context(), record.Span{}, false))), n+2)
		closed(t, d)
	}
}
