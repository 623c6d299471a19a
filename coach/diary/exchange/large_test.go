package exchange

import (
	"fmt"
	"io"
	"runtime"
	"testing"
	"time"

	"uncramp/coach/diary"
)

// sheetOf is a table of so many cramps, written as it is read.
func sheetOf(n int) io.Reader {
	r, w := io.Pipe()
	go func() {
		_, err := fmt.Fprintln(w, "kind,at,length_seconds,muscle,side,severity,note,id,edited")
		for i := 0; i < n && err == nil; i++ {
			at := evening.Add(-time.Duration(i) * 97 * time.Minute).UTC().Format(time.RFC3339)
			_, err = fmt.Fprintf(w, "cramp,%s,240,calf,left,%d,the note of number %d,id%08d,%s\n", at, i%11, i, i, at)
		}
		_ = w.CloseWithError(err) // a pipe is always closed
	}()
	return r
}

// TestAnImportNeedsLittleMemory: 200,000 rows have room in 150 MB, and so have a share of
// them in their share. How long they took is told.
func TestAnImportNeedsLittleMemory(t *testing.T) {
	n := trials(5_000, 200_000)
	const least, perRow = 2 << 20, 200 // bytes
	d := open(t)
	most, rows, begun := uint64(0), 0, time.Now()
	must(t, d.TakeIn(t.Context(), diary.PreferNone, func(in *diary.Intake) error {
		for _, f := range Read(t.Context(), Source{Text: sheetOf(n), Format: CSV, Now: evening}, func(row Row) error {
			if rows++; rows%(n/5) == 0 {
				runtime.GC()
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				most = max(most, m.HeapAlloc)
			}
			_, err := in.Take(row.Value)
			return err
		}) {
			return f
		}
		return nil
	}))
	t.Logf("%d rows in %v, with %d KB in use", rows, time.Since(begun).Round(time.Millisecond), most>>10)
	if most == 0 || rows != n || most > least+uint64(n)*perRow {
		t.Errorf("%d rows need %d KB", rows, most>>10)
	}
}
