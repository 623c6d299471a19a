package record

import (
	"flag"
	"reflect"
	"strings"
	"testing"
	"time"
)

var long = flag.Bool("long", false, "thousands of trials instead of some")

// trials is how often something is tried.
func trials(quick, thorough int) int {
	if *long {
		return thorough
	}
	return quick
}

// evening is when the tests take place.
var evening = time.Date(2026, 11, 21, 22, 30, 0, 0, time.FixedZone("", 3600))

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
	if strings.ContainsAny(err.Error(), "\n\x1b") {
		t.Errorf("%q is more than a line of text", err)
	}
}
