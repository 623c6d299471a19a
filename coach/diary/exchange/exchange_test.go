package exchange

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"uncramp/coach/diary"
	"uncramp/coach/record"
)

var formats = []Format{JSON, CSV}

func rowsOf(t testing.TB, d *diary.DB) Rows {
	all, ctx := record.Span{}, t.Context()
	return Rows{d.Episodes(ctx, all, true), d.Sessions(ctx, all, true), d.Tallies(ctx, "", record.Days{}, true)}
}

func exported(t testing.TB, d *diary.DB, f Format) string {
	t.Helper()
	var text strings.Builder
	must(t, Write(&text, f, rowsOf(t, d)))
	return text.String()
}

// imported says what an import did.
type imported struct{ Rows, Changed int }

// importInto takes a file in, as the journal does.
func importInto(t testing.TB, d *diary.DB, r io.Reader, f Format) (imported, error) {
	t.Helper()
	return importAs(t, d, Source{Text: r, Format: f, Now: evening}, diary.PreferNone)
}

func importAs(t testing.TB, d *diary.DB, source Source, prefer diary.Preference) (in imported, err error) {
	t.Helper()
	err = d.TakeIn(t.Context(), prefer, func(intake *diary.Intake) error {
		var errs []error
		for _, f := range Read(t.Context(), source, func(row Row) error {
			standing, err := intake.Take(row.Value)
			if in.Rows++; prefer.Takes(standing) {
				in.Changed++
			}
			return err
		}) {
			errs = append(errs, f)
		}
		return errors.Join(errs...)
	})
	return in, err
}

// TestExportsLoseNothing is promise 7: export, import, import again, and the
// same rows are there, deleted ones too.
func TestExportsLoseNothing(t *testing.T) {
	for _, f := range formats {
		d := open(t)
		const n = 260 // more than are merged at once
		b := batch(n)
		b.Episodes[3].Deleted, b.Sessions[4].Deleted = true, true
		b.Episodes[5].At = time.Date(1970, 1, 1, 0, 0, 0, 1, time.FixedZone("", -11*3600+60*30)).AddDate(0, 0, 1)
		_, err := d.Merge(t.Context(), b)
		must(t, err)
		s, text := open(t), exported(t, d, f)
		in, err := importInto(t, s, strings.NewReader(text), f)
		must(t, err)
		equal(t, "imported", in, imported{Rows: 3 * n, Changed: 3 * n})
		sameRows(t, contents(t, s), contents(t, d))
		in, err = importInto(t, s, strings.NewReader(text), f)
		must(t, err)
		equal(t, "imported again", in, imported{Rows: 3 * n})
		sameRows(t, contents(t, s), contents(t, d))
		equal(t, "exported again", exported(t, s, f) == text, true)
	}
}

// TestEveryTextComesBack from both formats, whatever it looks like.
func TestEveryTextComesBack(t *testing.T) {
	for trial := range trials(500, 50_000) {
		r := rand.New(rand.NewPCG(uint64(trial), 2))
		e, v := cramp(1), followed(1)
		for _, text := range []*string{&e.Note, &e.Doing, &e.Helped, &e.Fluids, &e.Tried[0].Name, &v.Routine} {
			*text = odd(r)
		}
		e.Length = time.Duration(r.Int64N(int64(record.MaxLength)))
		e.At = time.Unix(0, r.Int64N(7e18)).In(time.FixedZone("", r.IntN(28*3600)-14*3600))
		v.Choice.Prepare = time.Duration(r.Int64N(int64(record.MaxLength)) - int64(record.MaxLength)/2)
		e, err := e.Normalize()
		must(t, err)
		v, err = v.Normalize()
		must(t, err)
		for _, f := range formats {
			rows := None()
			rows.Episodes = func(yield func(record.Episode, error) bool) { yield(e, nil) }
			rows.Sessions = func(yield func(record.Session, error) bool) { yield(v, nil) }
			var text bytes.Buffer
			must(t, Write(&text, f, rows))
			var again record.Batch
			for _, f := range Read(t.Context(), Source{Text: &text, Format: f, Now: distant}, func(row Row) error { again = with(again, row); return nil }) {
				t.Fatal(f)
			}
			equal(t, "what comes back", again, record.Batch{Episodes: []record.Episode{e}, Sessions: []record.Session{v}})
		}
	}
}

// distant is after all moments of the tests.
var distant = time.Date(2300, 1, 1, 0, 0, 0, 0, time.UTC)

// odd is a short text of what makes trouble.
func odd(r *rand.Rand) string {
	signs := []rune("=+-@＝'\"\\,;|\t\r\n\x1b\u202e\u2028\ufeff\ufffd<&>{} aé腿0")
	out := make([]rune, r.IntN(8))
	for i := range out {
		out[i] = signs[r.IntN(len(signs))]
	}
	return string(out)
}

// TestTwoMachinesMerge to the same diary, whichever imports first: the later edit wins.
func TestTwoMachinesMerge(t *testing.T) {
	for trial := range trials(20, 1000) {
		r := rand.New(rand.NewPCG(uint64(trial), 1))
		machines, edits := []*diary.DB{open(t), open(t)}, make([]record.Batch, 2)
		for i := range 60 {
			e := cramp(r.IntN(20))
			e.Note, e.Edited, e.Deleted = fmt.Sprint(r.IntN(100)), evening.UTC().Add(time.Duration(i)), r.IntN(6) == 0
			one := &edits[r.IntN(2)]
			one.Episodes = append(one.Episodes, e)
			m := marked(r.IntN(20))
			m.Count, m.Edited = r.IntN(2), e.Edited
			one = &edits[r.IntN(2)]
			one.Tallies = append(one.Tallies, m)
		}
		for i, m := range machines {
			_, err := m.Merge(t.Context(), edits[i])
			must(t, err)
		}
		texts := []string{exported(t, machines[0], formats[trial%2]), exported(t, machines[1], formats[trial%2])}
		for i, m := range machines {
			source := Source{Text: strings.NewReader(texts[1-i]), Format: formats[trial%2], Now: evening}
			_, err := importAs(t, m, source, diary.PreferDiary)
			must(t, err)
		}
		sameRows(t, contents(t, machines[0]), contents(t, machines[1]))
	}
}

func TestCellsAreDefused(t *testing.T) {
	m := open(t)
	for i, note := range []string{"=1+1", "+1", "-1", "@SUM(A1)", "＝1", "'=1", "''+1", `=HYPERLINK("x","y")`} {
		e := cramp(i)
		e.Note = note
		merge(t, m, record.Batch{Episodes: []record.Episode{e}})
	}
	merge(t, m, record.Batch{Sessions: []record.Session{followed(1)}}) // got ready 3 s less
	records, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(exported(t, m, CSV), "\ufeff"))).ReadAll()
	must(t, err)
	equal(t, "rows", len(records), 10)
	for _, cell := range slices.Concat(records...) {
		if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r") || strings.HasPrefix(cell, "＝") {
			t.Errorf("a spreadsheet takes %q for a formula", cell)
		}
	}
}

// TestWhatPeopleDoToAFile before they import it.
func TestWhatPeopleDoToAFile(t *testing.T) {
	m := open(t)
	_, err := m.Merge(t.Context(), batch(3))
	must(t, err)
	for name, change := range map[string]struct {
		format Format
		do     func(string) string
	}{
		"white space behind":  {JSON, func(s string) string { return s + " \r\n\t\n" }},
		"pretty JSON":         {JSON, func(s string) string { return strings.NewReplacer(",", " ,\r\n  ", "{", "{ \n").Replace(s) }},
		"a spreadsheet's CSV": {CSV, func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }},
		"columns moved": {CSV, func(s string) string {
			records, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(s, "\ufeff"))).ReadAll()
			must(t, err)
			var out strings.Builder
			w := csv.NewWriter(&out)
			for _, line := range records {
				slices.Reverse(line)
				must(t, w.Write(line))
			}
			w.Flush()
			return out.String()
		}},
	} {
		again := open(t)
		_, err := importInto(t, again, strings.NewReader(change.do(exported(t, m, change.format))), change.format)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		sameRows(t, contents(t, again), contents(t, m))
	}
}

// TestACSVWithoutMarks, as it was before there were any, is read.
func TestACSVWithoutMarks(t *testing.T) {
	m := open(t)
	_, err := m.Merge(t.Context(), record.Batch{Episodes: several(3, cramp), Sessions: several(2, followed)})
	must(t, err)
	records, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(exported(t, m, CSV), "\ufeff"))).ReadAll()
	must(t, err)
	var out strings.Builder
	w := csv.NewWriter(&out)
	for _, line := range records {
		must(t, w.Write(line[:slices.Index(records[0], "day")]))
	}
	w.Flush()
	again := open(t)
	_, err = importInto(t, again, strings.NewReader(out.String()), CSV)
	must(t, err)
	sameRows(t, contents(t, again), contents(t, m))
}

// TestFaultsNameTheirLine, and nothing is there.
func TestFaultsNameTheirLine(t *testing.T) {
	m := open(t)
	_, err := m.Merge(t.Context(), record.Batch{Episodes: several(4, cramp), Sessions: several(2, followed), Tallies: several(2, marked)})
	must(t, err)
	inJSON, inCSV := exported(t, m, JSON), exported(t, m, CSV)
	for name, c := range map[string]struct {
		format Format
		text   string
		words  []string
	}{
		"a severity":           {JSON, strings.Replace(inJSON, `"severity":1,`, `"severity":11,`, 1), []string{"line 5", "11"}},
		"a muscle":             {JSON, strings.Replace(inJSON, `"muscle":"calf","side":"left","severity":2`, `"muscle":"ear","side":"left","severity":2`, 1), []string{"line 4", "ear"}},
		"a field":              {JSON, strings.Replace(inJSON, `"note":"the 1.`, `"nose":"the 1.`, 1), []string{"line 5", "nose"}},
		"no JSON":              {JSON, strings.Replace(inJSON, `"severity":1,`, `"severity":one,`, 1), []string{"line 5", "'o'", "no JSON"}},
		"cut off":              {JSON, inJSON[:strings.Index(inJSON, `"sessions"`)], []string{"line 8", "ends too early"}},
		"a newer form":         {JSON, strings.Replace(inJSON, `:2,`, `:3,`, 1), []string{"line 1", "the form 3", "newer"}},
		"no form":              {JSON, strings.Replace(inJSON, `:2,`, `:0,`, 1), []string{"line 1", "the form 0"}},
		"no diary":             {JSON, `{"episodes":[]}`, []string{"line 1", "no diary"}},
		"a list":               {JSON, "\n\n[1,2]", []string{"line 3", "no diary"}},
		"nothing":              {JSON, "", []string{"line 1", "too early"}},
		"an endless row":       {JSON, `{"uncramp_diary":1,"episodes":[{"note":"` + strings.Repeat("x", maxRow+1<<20), []string{"line 1", "bytes"}},
		"a note too long":      {JSON, strings.Replace(inJSON, `"the 1."`, `"`+strings.Repeat("x", record.MaxText+1)+`"`, 1), []string{"line 5", "note", "shorten"}},
		"two exports":          {JSON, inJSON + inJSON, []string{"line 16", "file of its own"}},
		"a brace behind":       {JSON, inJSON + "\n}", []string{"line 17", "more follows"}},
		"a word behind":        {JSON, inJSON + "and so on", []string{"line 16", "more follows"}},
		"half a word behind":   {JSON, inJSON + `"and so on`, []string{"line 16", "more follows"}},
		"no edit":              {JSON, `{"uncramp_diary":1,"episodes":[{"id":"a","at":"2026-11-21T03:12:00Z"}]}`, []string{"line 1", "edit"}},
		"glasses":              {JSON, strings.Replace(inJSON, `"count":1,`, `"count":100,`, 1), []string{"line 14", "100", "0 to 99"}},
		"a mark's kind":        {JSON, strings.Replace(inJSON, `"kind":"water"`, `"kind":"song"`, 1), []string{"line 14", "song", "one of"}},
		"a mark's field":       {JSON, strings.Replace(inJSON, `"count":0,`, `"n":0,`, 1), []string{"line 13", `"n"`}},
		"a mark's edit":        {JSON, `{"uncramp_diary":2,"marks":[{"kind":"cause","name":"age","count":1}]}`, []string{"line 1", "age", "edit"}},
		"a mark's day":         {CSV, strings.Replace(inCSV, ",2026-11-20,,1", ",20.11.2026,,1", 1), []string{"line 9", "20.11.2026", "such as"}},
		"a mark's count":       {CSV, strings.Replace(inCSV, ",2026-11-20,,1", ",2026-11-20,,one", 1), []string{"line 9", "count", "one"}},
		"a moment":             {CSV, strings.Replace(inCSV, "cramp,2026-11-21T22", "cramp,yesterday 22", 1), []string{"line 5", "at"}},
		"half a character":     {JSON, strings.Replace(inJSON, `"the 1.`, `"the \\\ud83d 1.`, 1), []string{"line 5", "half of a character"}},
		"the other half":       {JSON, strings.Replace(inJSON, `"the 1.`, `"the \uDE00\ud83d 1.`, 1), []string{"line 5", "half of a character"}},
		"no rows":              {JSON, `{"uncramp_diary":2,"episodes":null}`, []string{"line 1", `"null" stands where "[" belongs`}},
		"no row":               {JSON, `{"uncramp_diary":2,"episodes":[null]}`, []string{"line 1", `the row ""`}},
		"a kind":               {CSV, strings.Replace(inCSV, "\nsession,", "\nsong,", 1), []string{"line 6", "song"}},
		"a column":             {CSV, strings.Replace(inCSV, "severity", "karma", 1), []string{"line 1", "karma", "newer"}},
		"two columns":          {CSV, strings.Replace(inCSV, "severity,disturbance", "karma,fate", 1), []string{"line 1", "karma", "fate", "the columns are kind, at,"}},
		"a column twice":       {CSV, strings.Replace(inCSV, "severity", "id", 1), []string{"line 1", "twice"}},
		"a cell too many":      {CSV, strings.Replace(inCSV, "\nsession,", "\nsession,,", 1), []string{"line 6", "leave it empty"}},
		"a cell of the others": {CSV, strings.Replace(inCSV, "\nwater,,", "\nwater,x,", 1), []string{"line 9", "at is nothing", "leave it empty"}},
		"an open quote":        {CSV, inCSV + "\"", []string{"line 10"}},
		"an empty file":        {CSV, "", []string{"line 1", "empty"}},
		"an endless cell":      {CSV, inCSV + strings.Repeat("x", maxRow+1<<20), []string{"line", "bytes"}},
		"a format":             {"xml", inJSON, []string{"xml", "json"}},
	} {
		t.Run(name, func(t *testing.T) {
			again := open(t)
			in, err := importInto(t, again, strings.NewReader(c.text), c.format)
			plain(t, err, c.words...)
			if got := len(contents(t, again)); got != 0 {
				t.Errorf("%d rows are there (%+v); %v", got, in, err)
			}
		})
	}
}

// TestTwoLongExports in one file: not even the first is imported.
func TestTwoLongExports(t *testing.T) {
	m, again := open(t), open(t)
	_, err := m.Merge(t.Context(), batch(500))
	must(t, err)
	text := exported(t, m, JSON)
	_, err = importInto(t, again, strings.NewReader(text+text), JSON)
	plain(t, err, "more follows")
	equal(t, "rows", len(contents(t, again)), 0)
}

func TestHiddenCharactersStayOutside(t *testing.T) {
	const hostile = `{"uncramp_diary":1,"episodes":[{"id":"a","at":"2026-11-21T03:12:00Z","edited":"2026-11-21T03:12:00Z",
		"note":"a\u001b]0;title\u0007b\u202ec\u0000d\ne\u009bf","tried":[{"routine":"r\u001b[2J","step":"s","name":"n","muscle":"","side":"","spent":1,"answer":""}]}]}`
	m := open(t)
	_, err := importInto(t, m, strings.NewReader(hostile), JSON)
	must(t, err)
	e, err := m.Episode(t.Context(), "a")
	must(t, err)
	equal(t, "the note", e.Note, "a]0;titlebcd ef")
	equal(t, "the routine", e.Tried[0].Routine, "r[2J")
}

// heapWatch looks at the memory while it is written to.
type heapWatch struct{ written, most uint64 }

func (w *heapWatch) Write(p []byte) (int, error) {
	const every = 16 // pieces of 64 KB, of those that a test can wait for
	if w.written>>every != (w.written+uint64(len(p)))>>every {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		w.most = max(w.most, m.HeapAlloc)
	}
	w.written += uint64(len(p))
	return len(p), nil
}

// TestExportNeedsNoMoreMemoryForMore rows.
func TestExportNeedsNoMoreMemoryForMore(t *testing.T) {
	n := trials(1000, 20_000)
	few, many := open(t), open(t)
	_, err := few.Merge(t.Context(), record.Batch{Sessions: several(n, followedTwice)})
	must(t, err)
	_, err = many.Merge(t.Context(), record.Batch{Sessions: several(5*n, followedTwice)})
	must(t, err)
	for _, f := range formats {
		var least, most heapWatch
		must(t, Write(&least, f, rowsOf(t, few)))
		must(t, Write(&most, f, rowsOf(t, many)))
		t.Logf("%s: for %d KB, %d KB in use; for %d KB, %d KB", f, least.written>>10, least.most>>10, most.written>>10, most.most>>10)
		if least.most == 0 || most.most > least.most+(most.written-least.written)/4 {
			t.Errorf("%s: five times the rows need %d bytes, not %d", f, most.most, least.most)
		}
	}
}

// followedTwice are examples that lie close enough for tens of thousands.
func followedTwice(n int) record.Session {
	v := followed(n)
	v.At, v.Edited = evening.Add(-time.Duration(n)*time.Hour), evening.UTC()
	return v
}

type brokenPipe struct{}

var errPipe = errors.New("the pipe is broken")

func (brokenPipe) Write([]byte) (int, error) { return 0, errPipe }

func TestWhatCantBeWrittenOrRead(t *testing.T) {
	m := open(t)
	_, err := m.Merge(t.Context(), batch(100))
	must(t, err)
	for _, f := range formats {
		if err := Write(brokenPipe{}, f, rowsOf(t, m)); !errors.Is(err, errPipe) {
			t.Errorf("%s: %v", f, err)
		}
		half := exported(t, m, f)[:20_000]
		broken := io.MultiReader(strings.NewReader(half), errorReader{})
		if _, err := importInto(t, open(t), broken, f); !errors.Is(err, errPipe) {
			t.Errorf("%s: %v", f, err)
		}
	}
	plain(t, Write(new(bytes.Buffer), "xml", rowsOf(t, m)), "xml", "csv")
}

type errorReader struct{}

func (errorReader) Read([]byte) (int, error) { return 0, errPipe }
