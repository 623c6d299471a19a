package journal

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"uncramp/coach/diary"
	"uncramp/coach/diary/exchange"
	"uncramp/coach/record"
	"uncramp/coach/skip"
)

// morning is when something is told.
var morning = time.Date(2026, 11, 21, 8, 0, 0, 0, time.FixedZone("", 3600))

// onDisk is a journal in a folder of its own.
func onDisk(t *testing.T) *Journal {
	t.Helper()
	return New(filepath.Join(t.TempDir(), "uncramp", "diary.db"), func() time.Time { return morning })
}

// rows are all rows of a diary.
func rows(t *testing.T, j *Journal) (b record.Batch) {
	t.Helper()
	must(t, j.read(func(ctx context.Context, d *diary.DB) error {
		var errs [3]error
		b.Episodes, errs[0] = all(d.Episodes(ctx, record.Span{}, true))
		b.Sessions, errs[1] = all(d.Sessions(ctx, record.Span{}, true))
		b.Tallies, errs[2] = all(d.Tallies(ctx, "", record.Days{}, true))
		return errors.Join(errs[:]...)
	}))
	return b
}

// put writes rows, however long that takes.
func put(t *testing.T, j *Journal, b record.Batch) {
	t.Helper()
	must(t, j.open(exchangeTimeout, func(ctx context.Context, d *diary.DB) error {
		_, err := d.Merge(ctx, b)
		return err
	}))
}

// fill makes a diary in which only rows find room of which a condition of SQL holds.
func fill(t *testing.T, j *Journal, table, only string) {
	t.Helper()
	must(t, j.open(rowTimeout, func(context.Context, *diary.DB) error { return nil }))
	db, err := sql.Open("sqlite", j.path)
	must(t, err)
	_, err = db.ExecContext(t.Context(), "ALTER TABLE "+table+" ADD COLUMN room INT CONSTRAINT \"the disk is full\" CHECK ("+only+")")
	must(t, errors.Join(err, db.Close()))
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// TestACrampIsKeptWithItsSession, or neither is.
func TestACrampIsKeptWithItsSession(t *testing.T) {
	j := onDisk(t)
	e := record.Batch{
		Episodes: []record.Episode{{ID: "cramp", At: morning}},
		Sessions: []record.Session{{ID: "session", At: morning, Routine: "relief", Planned: -time.Minute, Episode: "cramp"}},
	}
	if err := j.Merge(e); err == nil || !strings.Contains(err.Error(), "planned") {
		t.Errorf("a session that can't be kept: %v", err)
	}
	kept := func() int { return rows(t, j).Len() }
	if n := kept(); n != 0 {
		t.Errorf("%d rows are kept of what was refused", n)
	}
	e.Sessions[0].Planned = time.Minute
	if err := j.Merge(e); err != nil || kept() != 2 {
		t.Errorf("%d rows are kept, %v", kept(), err)
	}
	e.Sessions[0].ID, e.Episodes = "another", nil
	if err := j.Merge(e); err != nil || kept() != 3 {
		t.Errorf("%d rows are kept after a routine for no cramp, %v", kept(), err)
	}
}

// TestASilentJournalReadsAndKeepsNothing of what it is told.
func TestASilentJournalReadsAndKeepsNothing(t *testing.T) {
	j := onDisk(t)
	silent := j.Silent()
	for name, do := range map[string]func() error{
		"a cramp":   func() error { return silent.SaveEpisode(cramp(1)) },
		"a session": func() error { return silent.Merge(record.Batch{Sessions: []record.Session{followed(1)}}) },
		"a tick":    func() error { return silent.Tick("age", true) },
		"a glass":   func() error { _, err := silent.AddGlasses(0, 1); return err },
	} {
		if err := do(); err != nil || j.Exists() {
			t.Errorf("%s: %v; there is a diary: %v", name, err, j.Exists())
		}
	}
	must(t, j.Tick("shoes", true))
	if got, err := silent.Ticked(); err != nil || len(got) != 1 || silent.Keeps() || !j.Keeps() {
		t.Errorf("it reads %v, %v; keeps %v", got, err, silent.Keeps())
	}
}

// TestADiaryThatCantBeGotAtIsNotTakenForNone: it is on a disk that is not connected.
func TestADiaryThatCantBeGotAtIsNotTakenForNone(t *testing.T) {
	for _, to := range []string{"/no/such/disk/diary.db", "diary.db"} {
		j := onDisk(t)
		must(t, os.MkdirAll(filepath.Dir(j.path), 0o700))
		if err := os.Symlink(to, j.path); err != nil {
			skip.Because(t, "no links can be made here: %v", err)
		}
		for name, err := range map[string]error{"saving": j.SaveEpisode(cramp(1)), "reading": readError(j)} {
			if err == nil || !strings.Contains(err.Error(), "it is a link that leads nowhere; see") {
				t.Errorf("%s, %s: %v", to, name, err)
			}
		}
	}
}

func readError(j *Journal) error {
	_, err := j.Rows(morning, 28)
	return err
}

// TestACrampThatIsNotThere is an error, with a diary and without.
func TestACrampThatIsNotThere(t *testing.T) {
	j := onDisk(t)
	if _, err := j.Episode("nobody"); !errors.Is(err, diary.ErrNone) || j.Exists() {
		t.Errorf("without a diary: %v", err)
	}
	must(t, j.SaveEpisode(cramp(1)))
	if _, err := j.Episode("nobody"); !errors.Is(err, diary.ErrNone) {
		t.Errorf("with a diary: %v", err)
	}
	if e, err := j.Episode(cramp(1).ID); err != nil || e.Note != cramp(1).Note {
		t.Errorf("got %+v, %v", e, err)
	}
}

// TestWhatWasPutRightIsRemarkedOnce, on the screen and beside it.
func TestWhatWasPutRightIsRemarkedOnce(t *testing.T) {
	j := onDisk(t)
	must(t, os.MkdirAll(filepath.Dir(j.path), 0o700))
	must(t, os.WriteFile(j.path, []byte(strings.Repeat("no diary ", 1000)), 0o600))
	must(t, j.SaveEpisode(cramp(1)))
	if line := j.Remark(); !strings.Contains(line, "damaged-1") || j.Remark() != "" {
		t.Errorf("the screen says %q", line)
	}
	if lines := j.Remarks(); len(lines) != 1 || !strings.Contains(lines[0], "damaged-1") || j.Remarks() != nil {
		t.Errorf("the command says %q", lines)
	}
}

// TestNoDiaryIsAnEmptyExport, and none is made.
func TestNoDiaryIsAnEmptyExport(t *testing.T) {
	j, empty := onDisk(t), onDisk(t)
	must(t, empty.Merge(record.Batch{}))
	for _, f := range []exchange.Format{exchange.JSON, exchange.CSV} {
		var got, want strings.Builder
		must(t, j.Export(&got, f))
		must(t, empty.Export(&want, f))
		if got.String() != want.String() || got.Len() == 0 || j.Exists() {
			t.Errorf("%s: %q, not %q", f, got.String(), want.String())
		}
	}
}

// TestACopyComesBack, and what was there before is kept.
func TestACopyComesBack(t *testing.T) {
	j, copied := onDisk(t), filepath.Join(t.TempDir(), "backup.db")
	must(t, j.SaveEpisode(cramp(1)))
	must(t, j.Backup(copied))
	must(t, j.SaveEpisode(cramp(2)))
	previous, err := j.Restore(copied)
	if err != nil || rows(t, j).Len() != 1 || rows(t, New(previous, j.now)).Len() != 2 {
		t.Errorf("%d rows, and before %q (%v)", rows(t, j).Len(), previous, err)
	}
}
