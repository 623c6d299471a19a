package journal

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"uncramp/coach/charset"
	"uncramp/coach/diary"
	"uncramp/coach/diary/exchange"
	"uncramp/coach/record"
)

// dayLater is a journal of which all that the examples hold is past.
func dayLater(t *testing.T) *Journal {
	t.Helper()
	return New(filepath.Join(t.TempDir(), "uncramp", "diary.db"), func() time.Time { return morning.AddDate(0, 0, 1) })
}

// bring imports a text.
func bring(j *Journal, name, text string, how func(*Import)) (Imported, []string, error) {
	var came []string
	file := Import{Name: name, Text: strings.NewReader(text), Each: func(row any, s record.Standing) {
		if e, ok := row.(*record.Episode); ok {
			came = append(came, fmt.Sprint(s, " ", e.ID))
		}
	}}
	if how != nil {
		how(&file)
	}
	done, err := j.Import(file)
	return done, came, err
}

// TestAnImportIsWholeOrNotAtAll, and once more it changes nothing.
func TestAnImportIsWholeOrNotAtAll(t *testing.T) {
	from, to := onDisk(t), dayLater(t)
	put(t, from, batch(600))
	var text strings.Builder
	must(t, from.Export(&text, exchange.CSV))
	if done, _, err := bring(to, "diary.csv", text.String(), nil); err != nil || done != (Imported{Rows: 1800, Changed: 1800}) {
		t.Errorf("%+v, %v", done, err)
	}
	if done, _, err := bring(to, "diary.csv", text.String(), nil); err != nil || done != (Imported{Rows: 1800, Changed: 0}) {
		t.Errorf("again: %+v, %v", done, err)
	}
	full := dayLater(t)
	fill(t, full, "sessions", "FALSE")
	done, _, err := bring(full, "diary.csv", text.String(), nil)
	if err == nil || !strings.HasPrefix(err.Error(), "diary.csv: the import stopped: not saved: ") ||
		!strings.HasSuffix(err.Error(), "; nothing was imported") || strings.Contains(err.Error(), "\n") || done != (Imported{}) {
		t.Errorf("on a full disk: %+v, %v", done, err)
	}
	if got := rows(t, full).Len(); got != 0 {
		t.Errorf("%d rows are there of an import that failed", got)
	}
}

// TestImportsThatFailed at people's: the smallest inputs, each for a kind.
func TestImportsThatFailed(t *testing.T) {
	const head = "kind,at,id,edited\n"
	const row = "cramp,2026-11-20T03:12:00Z,id1,2026-11-20T10:00:00Z\n"
	named := func(encoding string) func(*Import) {
		return func(i *Import) {
			var err error
			i.Encoding, err = charset.Named(encoding)
			must(t, err)
		}
	}
	const whole = `{"uncramp_diary":2,"episodes":[{"id":"id1","at":"2026-11-20T03:12:00Z","note":"a","edited":"2026-11-20T10:00:00Z"}]}`
	const windows = "kind,at,note,id,edited\r\ncramp,2026-11-20T03:12:00Z,m\xfcde Fu\xdf,id1,2026-11-20T10:00:00Z\r\n"
	for name, c := range map[string]struct {
		file, text string
		how        func(*Import)
		says       string // empty: it is read
		want       record.Episode
	}{
		"another encoding":           {"f.csv", windows, nil, "f.csv: line 2: this is not UTF-8; save the file as UTF-8, or name its encoding, such as --encoding windows-1252", record.Episode{}},
		"another encoding, named":    {"f.csv", windows, named("windows-1252"), "", record.Episode{Note: "müde Fuß"}},
		"another encoding in JSON":   {"f.json", `{"uncramp_diary":2,"episodes":[` + "\n" + `{"id":"id1","at":"2026-11-20T03:12:00Z","note":"m` + "\xfc" + `de","edited":"2026-11-20T10:00:00Z"}]}`, nil, "f.json: line 2: this is not UTF-8", record.Episode{}},
		"another than is named":      {"f.csv", windows, named("shift_jis"), "f.csv: line 2: this is not in the encoding that --encoding names; name the one that it has", record.Episode{}},
		"a character of two halves":  {"f.json", `{"uncramp_diary":2,"episodes":[{"id":"id1","at":"2026-11-20T03:12:00Z","note":"\uD83D\uDE00 \\ud83d","edited":"2026-11-20T10:00:00Z"}]}`, nil, "", record.Episode{Note: `😀 \ud83d`}},
		"a key twice":                {"f.json", strings.Replace(whole, `"note":"a"`, `"note":"a", "Note" : "b"`, 1), nil, `f.json: line 1: "Note" stands twice in one row; take one out`, record.Episode{}},
		"a key twice, escaped":       {"f.json", strings.Replace(whole, `"note":"a"`, `"note":"a\"","n\u006fte":"b"`, 1), nil, `"note" stands twice in one row`, record.Episode{}},
		"a key twice, within":        {"f.json", strings.Replace(whole, `"note":"a"`, `"tried":[{"step":"slack","step":"pull"}]`, 1), nil, `"step" stands twice in one row`, record.Episode{}},
		"a key in a text":            {"f.json", strings.Replace(whole, `"note":"a"`, `"note":"\",\"id\":\"id\",{"`, 1), nil, "", record.Episode{Note: `","id":"id",{`}},
		"its form as another number": {"f.json", strings.Replace(whole, `:2,`, `:2.0,`, 1), nil, "", record.Episode{Note: "a"}},
		"a form that is none":        {"f.json", strings.Replace(whole, `:2,`, `:"two",`, 1), nil, `f.json: line 1: the diary has the form "two", this program reads 1 to 2`, record.Episode{}},
		"a form of tomorrow":         {"f.json", strings.Replace(whole, `:2,`, `:2.5,`, 1), nil, `f.json: line 1: the diary has the form 2.5, this program reads 1 to 2`, record.Episode{}},
		"UTF-16 without a mark":      {"f.csv", "k\x00i\x00n\x00d\x00,\x00a\x00t\x00\n\x00", nil, "f.csv: line 1: this is not UTF-8", record.Episode{}},
		"one id, two rows":           {"f.csv", head + row + strings.Replace(row, "-20T03", "-21T03", 1), nil, "f.csv: line 3: lines 2 and 3 are two versions of one row, id1; keep one of them", record.Episode{}},
		"one row, twice":             {"f.csv", head + row + row, nil, "", record.Episode{}},
		"blank columns":              {"t.csv", "kind,at,id,edited,\n" + strings.Replace(row, "\n", ",\n", 1), nil, "", record.Episode{}},
		"blank rows":                 {"u.csv", head + row + ",,,\n\n,,,\n", nil, "", record.Episode{}},
		"something under no heading": {"t.csv", "kind,at,id,edited,\n" + strings.Replace(row, "\n", ",x\n", 1), nil, "line 2: \"x\" stands in a column without a heading", record.Episode{}},
		"a spreadsheet's":            {"x.csv", "sep=;\nkind;at;minutes\ncramp;20.11.2026 03:12;4,5\n", nil, "", record.Episode{At: time.Date(2026, 11, 20, 3, 12, 0, 0, morning.Location()), Length: 270 * time.Second}},
		"a spreadsheet's, by tabs":   {"x.txt", "Kind\tAt\tLength seconds\tMuscle\ncramp\t2026-11-20 03:12\t270,5\tCalf\n", nil, "", record.Episode{At: time.Date(2026, 11, 20, 3, 12, 0, 0, morning.Location()), Length: 270500 * time.Millisecond, Muscle: "calf"}},
		"a date of two meanings":     {"x.csv", "kind;at\ncramp;11/12/2026 03:12\n", nil, `x.csv: line 2: at: "11/12/2026 03:12" may be 2026-12-11 or 2026-11-12`, record.Episode{}},
		"next year":                  {"z.csv", head + strings.ReplaceAll(row, "2026", "2027"), nil, "z.csv: line 2: 2027-11-20 04:12 is in the future", record.Episode{}},
		"a programme of next year":   {"z.csv", "kind,day,name,count\nprogramme,2027-11-20,bedtime,6\n", nil, "z.csv: line 2: the day 2027-11-20 is in the future", record.Episode{}},
		"water of next year":         {"z.csv", "kind,day,count\nwater,2027-11-20,3\n", nil, "z.csv: line 2: the day 2027-11-20 is in the future", record.Episode{}},
		"nothing of a diary":         {"z.json", "{}", nil, `z.json: line 1: this is no diary; an export in JSON has "uncramp_diary"`, record.Episode{}},
		"a backup":                   {"z", "SQLite format 3\x00\x10\x00", nil, "this is a backup; uncramp diary restore takes it back", record.Episode{}},
		"a workbook":                 {"z.csv", "PK\x03\x04\x14\x00", nil, "save it there as CSV UTF-8", record.Episode{}},
		"a report's page":            {"z.html", "<!DOCTYPE html>\n<html>", nil, "this is a page to be read, such as a report", record.Episode{}},
		"a report's table":           {"z.csv", "began,muscle,side\n", nil, "this is a report; import takes what uncramp diary export writes", record.Episode{}},
		"a report's JSON":            {"z.json", `{"from": "2026-10-25", "until": "x", "basis": []}`, nil, "this is a report; import takes what uncramp diary export writes", record.Episode{}},
		"a routine":                  {"ankles.yaml", "id: ankles\nname: Ankles\n", nil, "a routine belongs into the folder of your own routines", record.Episode{}},
		"a letter":                   {"z", "Dear doctor\n", nil, "this is no export of a diary", record.Episode{}},
		"nothing":                    {"z.csv", "", nil, "the file is empty", record.Episode{}},
	} {
		t.Run(name, func(t *testing.T) {
			j := dayLater(t)
			done, _, err := bring(j, c.file, c.text, c.how)
			if c.says != "" {
				if err == nil || !strings.Contains(err.Error(), c.says) || !strings.Contains(err.Error(), "nothing was imported") || rows(t, j).Len() > 0 {
					t.Errorf("%+v, %d rows, said %v, want %s", done, rows(t, j).Len(), err, c.says)
				}
				return
			}
			kept := rows(t, j).Episodes
			if err != nil || len(kept) != 1 {
				t.Fatalf("%d rows (%v)", len(kept), err)
			}
			if e := kept[0]; e.Note != c.want.Note || e.Length != c.want.Length || e.Muscle != c.want.Muscle || !c.want.At.IsZero() && !e.At.Equal(c.want.At) {
				t.Errorf("got %+v, want %+v", e, c.want)
			}
			if again, _, err := bring(j, c.file, c.text, c.how); err != nil || again.Changed != 0 || rows(t, j).Len() != 1 {
				t.Errorf("again: %+v, %v", again, err)
			}
		})
	}
}

// TestNumbersAsASpreadsheetWritesThem are read where they can mean one thing alone.
func TestNumbersAsASpreadsheetWritesThem(t *testing.T) {
	const sheet = "kind;at;severity;length_seconds;day;count\ncramp;2026-11-20 03:12;%s;%s;;\nwater;;;;2026-11-20;%s\n"
	const whole = `{"uncramp_diary":2,"episodes":[{"id":"id1","at":"2026-11-20T03:12:00Z","severity":%s,"length":%s,"edited":"2026-11-20T10:00:00Z"}],` +
		`"marks":[{"kind":"water","day":"2026-11-20","count":%s,"edited":"2026-11-20T10:00:00Z"}]}`
	for _, c := range []struct{ file, form, severity, seconds, count, says string }{
		{"x.csv", sheet, "7", "270", "3", ""}, {"x.csv", sheet, "7.0", "270.0", "3.0", ""}, {"x.csv", sheet, "7,0", "270,00", "3,00", ""},
		{"x.json", whole, "7", "270", "3", ""}, {"x.json", whole, "7.0", "270.0", "3.0", ""},
		{"x.csv", sheet, "7,5", "270", "3", `line 2: severity: "7,5" is no whole number; write one from 0 to 10`},
		{"x.csv", sheet, "7", "1,270", "3", `line 2: length_seconds: "1,270" is no number of seconds; write`},
		{"x.csv", sheet, "7", "270", "3,5", `line 3: count: "3,5" is no whole number; write one such as 3`},
		{"x.csv", sheet, "11.0", "270", "3", `line 2: severity: 11 is too little or too much; write a number from 0 to 10`},
		{"x.json", whole, "7.5", "270", "3", `line 1: "7.5" is no whole number; write one from 0 to 10`},
		{"x.json", whole, "7", `"270"`, "3", `line 1: "270" is no number of seconds; write`},
		{"x.json", whole, "7", "270", "3.5", `line 1: "3.5" is no whole number; write one such as 3`},
		{"x.json", whole, `"7"`, "270", "3", `line 1: "7" is no whole number; write one from 0 to 10, without quotation marks`},
	} {
		j := dayLater(t)
		_, _, err := bring(j, c.file, fmt.Sprintf(c.form, c.severity, c.seconds, c.count), nil)
		kept := rows(t, j)
		switch {
		case c.says != "":
			if err == nil || !strings.Contains(err.Error(), c.says) || kept.Len() > 0 {
				t.Errorf("%v: %d rows, said %v", c, kept.Len(), err)
			}
		case err != nil || kept.Len() != 2:
			t.Errorf("%v: %d rows, said %v", c, kept.Len(), err)
		default:
			if e, w := kept.Episodes[0], kept.Tallies[0]; e.Severity.Value != 7 || e.Length != 270*time.Second || w.Count != 3 {
				t.Errorf("%v: %+v, %+v", c, e, w)
			}
		}
	}
}

// TestEveryFaultyLineIsNamed, and the good rows before and behind them don't come in.
func TestEveryFaultyLineIsNamed(t *testing.T) {
	j := dayLater(t)
	const text = "kind,at,id,edited,day,name,count\n" +
		"cramp,2026-11-20T03:12:00Z,id1,2026-11-20T10:00:00Z,,,\n" +
		"water,,,2026-11-20T10:00:00Z,28.11.2026,,3\n" +
		"cramp,soon,id2,2026-11-20T10:00:00Z,,,\n" +
		"cramp,2026-11-20T03:12:00Z,id3,2026-11-20T10:00:00Z,,,\n" +
		"song,2026-11-20T03:12:00Z,id4,2026-11-20T10:00:00Z,,,\n" +
		"cramp,2026-11-20T03:12:00Z,\"id5\"x,2026-11-20T10:00:00Z,,,\n"
	done, _, err := bring(j, "w.csv", text, nil)
	if err == nil || done != (Imported{}) || rows(t, j).Len() > 0 {
		t.Fatalf("%+v, %v", done, err)
	}
	want := []string{
		`w.csv: line 3: the mark "water/28.11.2026/" can't be kept: day is "28.11.2026"; write a date, such as 2026-11-21`,
		`w.csv: line 4: at: "soon" is no date with a time of day; write it like 2026-11-21 03:12`,
		`w.csv: line 6: the kind is "song"; it is one of cramp, session, cause, water, baseline, programme, stopped`,
		`w.csv: line 7: a quote does not end; close it`,
		"w.csv: nothing was imported; put right what is named above, then import it again",
	}
	if got := strings.Split(err.Error(), "\n"); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestARowThatChangedWithoutALaterEdit is listed, and decided by nobody but the person.
func TestARowThatChangedWithoutALaterEdit(t *testing.T) {
	const seven = `{"uncramp_diary":2,"episodes":[{"id":"id1","at":"2026-11-20T03:12:00Z","severity":7,"edited":"2026-11-20T10:00:00Z"}]}`
	three := strings.Replace(seven, ":7,", ":3,", 1)
	earlier, later := strings.Replace(three, "T10", "T09", 1), strings.Replace(three, "T10", "T11", 1)
	const listed = "k2.json: line 1: the diary has another version, and no later edit tells which is right: severity is 3, and 7 in the diary\n" +
		"k2.json: nothing was imported; --prefer file takes what the file says, --prefer diary leaves the diary as it is"
	for name, c := range map[string]struct {
		text   string
		prefer diary.Preference
		says   string
		want   int
	}{
		"the same moment": {three, diary.PreferNone, listed, 7}, "an earlier one": {earlier, diary.PreferNone, listed, 7}, "a later one": {later, diary.PreferNone, "", 3},
		"the file": {three, diary.PreferFile, "", 3}, "the file, earlier": {earlier, diary.PreferFile, "", 3}, "the diary": {three, diary.PreferDiary, "", 7},
	} {
		t.Run(name, func(t *testing.T) {
			j := dayLater(t)
			_, _, err := bring(j, "k1.json", seven, nil)
			must(t, err)
			for range 2 {
				_, _, err = bring(j, "k2.json", c.text, func(i *Import) { i.Prefer = c.prefer })
				if said := fmt.Sprint(err); c.says == "" && err != nil || c.says != "" && said != c.says {
					t.Errorf("said %v, want %s", err, c.says)
				}
				if got := rows(t, j).Episodes[0].Severity.Value; got != c.want {
					t.Errorf("the severity is %d, want %d", got, c.want)
				}
			}
		})
	}
}

// TestADryRunSaysWhatWouldComeIn, and makes no diary.
func TestADryRunSaysWhatWouldComeIn(t *testing.T) {
	j := dayLater(t)
	const old = "kind,at,id,edited,severity\ncramp,2026-11-20T03:12:00Z,id1,2026-11-20T10:00:00Z,7\n"
	text := strings.Replace(old, "T10", "T11", 1) + "cramp,2026-11-21T03:12:00Z,id2,2026-11-21T10:00:00Z,7\n"
	try := func(want ...string) {
		t.Helper()
		before := rows(t, j)
		done, came, err := bring(j, "f.csv", text, func(i *Import) { i.DryRun = true })
		if err != nil || done.Rows != 2 || done.Changed != len(want) || !slices.Equal(came, want) {
			t.Errorf("%+v, %v (%v), want %v", done, came, err, want)
		}
		if after := rows(t, j); fmt.Sprint(after) != fmt.Sprint(before) {
			t.Errorf("it was %v and is %v", before, after)
		}
	}
	if try(fmt.Sprint(record.New, " id1"), fmt.Sprint(record.New, " id2")); j.Exists() {
		t.Error("a diary was made")
	}
	_, _, err := bring(j, "f.csv", old, nil)
	must(t, err)
	try(fmt.Sprint(record.Later, " id1"), fmt.Sprint(record.New, " id2"))
	if done, _, err := bring(j, "f.csv", text+"x,,,,\n", func(i *Import) { i.DryRun = true }); err == nil || done != (Imported{}) {
		t.Errorf("%+v, %v", done, err)
	}
}

// TestWhatOthersMakeOfAnExportIsRead: UTF-16, marks, other line ends, keys in another
// order.
func TestWhatOthersMakeOfAnExportIsRead(t *testing.T) {
	from := onDisk(t)
	put(t, from, batch(3))
	for _, f := range []exchange.Format{exchange.JSON, exchange.CSV} {
		var whole strings.Builder
		must(t, from.Export(&whole, f))
		text := strings.TrimPrefix(whole.String(), "\ufeff")
		dos := strings.ReplaceAll(text, "\n", "\r\n")
		for name, changed := range map[string]string{
			"a mark": "\ufeff" + text, "no mark": text, "DOS line ends": dos, "a Mac's line ends": strings.ReplaceAll(text, "\n", "\r"),
			"UTF-16": utf16Text(dos, 0), "UTF-16 in the other order": utf16Text(dos, 1),
			"another order of keys": reordered(text),
		} {
			to := dayLater(t)
			if done, _, err := bring(to, "f", changed, nil); err != nil || done.Changed != 9 || fmt.Sprint(rows(t, to)) != fmt.Sprint(rows(t, from)) {
				t.Errorf("%s, %s: %+v, %v", f, name, done, err)
			}
		}
	}
}

// utf16Text is a text as UTF-16 with a mark, the byte of that number the low one.
func utf16Text(text string, low int) string {
	units := utf16.Encode([]rune("\ufeff" + text))
	data := make([]byte, 2*len(units))
	for i, unit := range units {
		data[2*i+low], data[2*i+1-low] = byte(unit), byte(unit>>8)
	}
	return string(data)
}

// reordered is an export in JSON with what it is called at its end.
func reordered(text string) string {
	head, rest, ok := strings.Cut(text, ",\n")
	if !ok || !strings.HasPrefix(head, "{") {
		return text
	}
	return "{" + strings.TrimSuffix(strings.TrimSpace(rest), "}") + "," + strings.TrimPrefix(head, "{") + "}"
}
