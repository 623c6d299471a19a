package exchange

import (
	"encoding/json"
	"flag"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"uncramp/coach/diary"
	"uncramp/coach/record"
)

var long = flag.Bool("long", false, "thousands of trials instead of some")

// trials is how often something is tried.
func trials(quick, thorough int) int {
	if *long {
		return thorough
	}
	return quick
}

// open opens an empty diary.
func open(t testing.TB) *diary.DB {
	t.Helper()
	d, err := diary.Open(t.Context(), filepath.Join(t.TempDir(), "diary.db"), func() time.Time { return evening })
	must(t, err)
	t.Cleanup(func() { must(t, d.Close()) })
	return d
}

func merge(t testing.TB, d *diary.DB, b record.Batch) {
	t.Helper()
	_, err := d.Merge(t.Context(), b)
	must(t, err)
}

// contents are all rows of a diary, as text.
func contents(t testing.TB, d *diary.DB) (list []string) {
	t.Helper()
	var b record.Batch
	rows := rowsOf(t, d)
	for e, err := range rows.Episodes {
		must(t, err)
		b.Episodes = append(b.Episodes, e)
	}
	for s, err := range rows.Sessions {
		must(t, err)
		b.Sessions = append(b.Sessions, s)
	}
	for m, err := range rows.Tallies {
		must(t, err)
		b.Tallies = append(b.Tallies, m)
	}
	return slices.Concat(texts(t, b.Episodes), texts(t, b.Sessions), texts(t, b.Tallies))
}

func texts[T any](t testing.TB, rows []T) (list []string) {
	t.Helper()
	for _, v := range rows {
		text, err := json.Marshal(v)
		must(t, err)
		list = append(list, string(text))
	}
	return list
}

func sameRows(t testing.TB, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Fatalf("%d rows, not the %d that it should be:\n%.2000q\nnot\n%.2000q", len(got), len(want), got, want)
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func equal[T any](t testing.TB, what string, got, want T) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s:\ngot  %+v\nwant %+v", what, got, want)
	}
}

// plain sees that an error is one line that says some words.
func plain(t testing.TB, err error, words ...string) {
	t.Helper()
	if err == nil {
		t.Fatalf("no error; it should say %q", words)
	}
	for _, w := range words {
		if !strings.Contains(err.Error(), w) {
			t.Errorf("%q doesn't say %q", err, w)
		}
	}
	if strings.Contains(err.Error(), "\x1b") {
		t.Errorf("%q is more than a line of text", err)
	}
}
