package exchange

import (
	"bytes"
	"iter"
	"strings"
	"testing"
	"time"

	"uncramp/coach/diary"
	"uncramp/coach/record"
	"uncramp/coach/text"
)

// FuzzRead holds, for whatever a file has in it: a fault is a line of plain text, and what
// was read without one is written and read again as the same rows.
func FuzzRead(f *testing.F) {
	d, err := diary.Open(f.Context(), f.TempDir()+"/diary.db", func() time.Time { return evening })
	must(f, err)
	merge(f, d, batch(2))
	for _, format := range formats {
		f.Add([]byte(exported(f, d, format)))
	}
	must(f, d.Close())
	for _, seed := range []string{
		"sep=;\nkind;at;minutes\ncramp;20.11.2026 03:12;4,5\n", "kind,at,note\r\ncramp,2026-11-20T03:12:00Z,m\xfcde\r\n", "{}", "\xff\xfe{\x00}\x00",
		"kind,day,count,,\n,,,,\nwater,2026-11-20,3\n\"", `{"episodes":[{"id":"a","at":1}],"uncramp_diary":2}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var b record.Batch
		faults := Read(t.Context(), Source{Name: "f", Text: bytes.NewReader(data), Now: evening}, func(row Row) error { b = with(b, row); return nil })
		for _, fault := range faults {
			if said := fault.Error(); strings.ContainsFunc(text.Clean(said), text.Hidden) || strings.Contains(said, "\n") || len(said) > 30*record.MaxText {
				t.Fatalf("%q is told as %q", data, said)
			}
		}
		if len(faults) > 0 {
			return
		}
		b = edited(b)
		for _, format := range formats {
			var again record.Batch
			var written bytes.Buffer
			must(t, Write(&written, format, Rows{each(b.Episodes), each(b.Sessions), each(b.Tallies)}))
			for _, fault := range Read(t.Context(), Source{Text: &written, Format: format, Now: evening}, func(row Row) error { again = with(again, row); return nil }) {
				t.Fatalf("%q is written so that it says %v", data, fault)
			}
			equal(t, "what comes back", again, b)
		}
	})
}

// edited are rows of which those without the moment of their edit were edited now.
func edited(b record.Batch) record.Batch {
	for i := range b.Episodes {
		b.Episodes[i].Edited = latest(b.Episodes[i].Edited)
	}
	for i := range b.Sessions {
		b.Sessions[i].Edited = latest(b.Sessions[i].Edited)
	}
	for i := range b.Tallies {
		b.Tallies[i].Edited = latest(b.Tallies[i].Edited)
	}
	return b
}

func latest(t time.Time) time.Time {
	if t.IsZero() {
		return evening.UTC()
	}
	return t
}

func each[T any](rows []T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for _, row := range rows {
			if !yield(row, nil) {
				return
			}
		}
	}
}
