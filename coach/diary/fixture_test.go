package diary

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"uncramp/coach/diary/exchange"
	"uncramp/coach/record"
)

// fixtureRows is how many rows of each kind a fixture holds.
const fixtureRows = 12

// marksIn is how many marks the fixture of a version holds.
func marksIn(version int) int {
	if version < 2 {
		return 0
	}
	return fixtureRows
}

func parent(path string) string { return filepath.Dir(path) }

func fixture(version int, ending string) string {
	return filepath.Join("testdata", fmt.Sprintf("version-%d%s", version, ending))
}

// putFixture puts a diary of an earlier version where one is looked for.
func putFixture(t testing.TB, version int, path string) {
	t.Helper()
	must(t, os.MkdirAll(parent(path), 0o700))
	must(t, os.WriteFile(path, bytesOf(t, fixture(version, ".db")), 0o600))
}

// TestEveryPastVersionOpens is promise 7: each version of the schema that was
// ever released has a diary in testdata, and all its rows come out of it.
// After a new schema/N.sql, -update writes the one for it.
func TestEveryPastVersionOpens(t *testing.T) {
	list, err := steps()
	must(t, err)
	for version := 1; version <= len(list); version++ {
		if _, err := os.Stat(fixture(version, ".db")); errors.Is(err, fs.ErrNotExist) && *update && version == len(list) {
			writeFixture(t, version)
		}
		if _, err := os.Stat(fixture(version, ".db")); err != nil {
			t.Fatalf("%v; go test ./coach/diary -run PastVersion -update writes the fixture of this version", err)
		}
		path := diaryIn(t)
		putFixture(t, version, path)
		d := open(t, path)
		if d.Notice() != "" {
			t.Errorf("version %d: %s", version, d.Notice())
		}
		whole(t, d)
		m := open(t, diaryIn(t))
		must(t, m.TakeIn(t.Context(), PreferNone, func(in *Intake) error {
			source := exchange.Source{Text: bytes.NewReader(bytesOf(t, fixture(version, ".json"))), Now: evening.AddDate(1, 0, 0)}
			for _, f := range exchange.Read(t.Context(), source, func(row exchange.Row) error { _, err := in.Take(row.Value); return err }) {
				t.Error(f)
			}
			return nil
		}))
		sameRows(t, contents(t, d), contents(t, m))
		equal(t, "rows", len(contents(t, d)), 2*fixtureRows+marksIn(version))
		must(t, d.PutEpisode(t.Context(), cramp(99)))
		must(t, d.PutTally(t.Context(), marked(99)))
	}
}

func writeFixture(t *testing.T, version int) {
	t.Helper()
	d := open(t, diaryIn(t))
	_, err := d.Merge(t.Context(), batch(fixtureRows))
	must(t, err)
	must(t, os.MkdirAll("testdata", 0o750))
	must(t, d.Backup(t.Context(), fixture(version, ".db")))
	var text bytes.Buffer
	must(t, exchange.Write(&text, exchange.JSON, rowsOf(t, d)))
	must(t, os.WriteFile(fixture(version, ".json"), text.Bytes(), 0o600))
}

// rowsOf are all rows of a diary, to be exported.
func rowsOf(t testing.TB, d *DB) exchange.Rows {
	all, ctx := record.Span{}, t.Context()
	return exchange.Rows{Episodes: d.Episodes(ctx, all, true), Sessions: d.Sessions(ctx, all, true), Tallies: d.Tallies(ctx, "", record.Days{}, true)}
}
