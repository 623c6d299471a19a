package diary

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"iter"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"uncramp/coach/record"
)

var (
	long   = flag.Bool("long", false, "thousands of trials instead of some")
	update = flag.Bool("update", false, "write the fixture of the newest schema, if it isn't there")
)

// trials is how often something is tried.
func trials(quick, thorough int) int {
	if *long {
		return thorough
	}
	return quick
}

// helperKey names what a process of the test binary does instead of testing.
const helperKey = "UNCRAMP_DIARY_HELPER"

var helpers = map[string]func(args []string) error{}

func TestMain(m *testing.M) {
	do, ok := helpers[os.Getenv(helperKey)]
	if !ok {
		os.Exit(m.Run())
	}
	if err := do(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// helper is a process of the test binary that does something else.
func helper(t testing.TB, name string, args ...string) *exec.Cmd {
	t.Helper()
	if helpers[name] == nil {
		t.Fatalf("no helper %q", name)
	}
	cmd := exec.CommandContext(t.Context(), os.Args[0], args...)
	cmd.Env = append(os.Environ(), helperKey+"="+name)
	return cmd
}

func clock() time.Time { return evening }

func diaryIn(t testing.TB) string { return filepath.Join(t.TempDir(), "uncramp", "diary.db") }

func open(t testing.TB, path string) *DB {
	t.Helper()
	d, err := Open(t.Context(), path, clock)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { closed(t, d) })
	return d
}

func closed(t testing.TB, d *DB) {
	t.Helper()
	if err := d.Close(); err != nil {
		t.Error(err)
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// PutEpisode merges one cramp.
func (d *DB) PutEpisode(ctx context.Context, e record.Episode) error {
	_, err := d.Merge(ctx, record.Batch{Episodes: []record.Episode{e}})
	return err
}

// PutSession merges one routine that was followed.
func (d *DB) PutSession(ctx context.Context, s record.Session) error {
	_, err := d.Merge(ctx, record.Batch{Sessions: []record.Session{s}})
	return err
}

// PutTally merges one tally.
func (d *DB) PutTally(ctx context.Context, t record.Tally) error {
	_, err := d.Merge(ctx, record.Batch{Tallies: []record.Tally{t}})
	return err
}

func collect[T any](t testing.TB, rows iter.Seq2[T, error]) (list []T) {
	t.Helper()
	for v, err := range rows {
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, v)
	}
	return list
}

// contents are all rows of a diary, as text.
func contents(t testing.TB, s *DB) []string {
	t.Helper()
	var list []string
	for _, e := range collect(t, s.Episodes(t.Context(), record.Span{}, true)) {
		list = append(list, jsonOf(e))
	}
	for _, v := range collect(t, s.Sessions(t.Context(), record.Span{}, true)) {
		list = append(list, jsonOf(v))
	}
	for _, m := range collect(t, s.Tallies(t.Context(), "", record.Days{}, true)) {
		list = append(list, jsonOf(m))
	}
	return list
}

func jsonOf[T any](v T) string {
	data, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return string(data)
}

func sameRows(t testing.TB, got, want []string) {
	t.Helper()
	if slices.Equal(got, want) {
		return
	}
	t.Fatalf("%d rows, not the %d that it should be; the first that differ: %s", len(got), len(want), differing(got, want))
}

func differing(got, want []string) string {
	for i := range max(len(got), len(want)) {
		a, b := "none", "none"
		if i < len(got) {
			a = got[i]
		}
		if i < len(want) {
			b = want[i]
		}
		if a != b {
			return a + "\nand\n" + b
		}
	}
	return "none"
}

func equal[T any](t testing.TB, what string, got, want T) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s:\ngot  %+v\nwant %+v", what, got, want)
	}
}

// whole sees that SQLite finds no fault in a diary.
func whole(t testing.TB, d *DB) {
	t.Helper()
	var verdict string
	must(t, d.db.QueryRowContext(t.Context(), "PRAGMA integrity_check").Scan(&verdict))
	if verdict != "ok" {
		t.Fatalf("integrity_check: %s", verdict)
	}
}

// plain sees that an error is one line that says some words.
func plain(t testing.TB, err error, words ...string) {
	t.Helper()
	if err == nil {
		t.Fatalf("no error; it should tell %q", words)
	}
	for _, w := range words {
		if !strings.Contains(err.Error(), w) {
			t.Errorf("%q doesn't tell %q", err, w)
		}
	}
	if strings.ContainsAny(err.Error(), "\n\x1b") {
		t.Errorf("%q is more than a line of text", err)
	}
}

func names(t testing.TB, folder string) (list []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	must(t, err)
	for _, e := range entries {
		list = append(list, e.Name())
	}
	return list
}

func bytesOf(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	must(t, err)
	return data
}
