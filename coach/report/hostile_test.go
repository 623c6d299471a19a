package report

import (
	"encoding/csv"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"uncramp/coach/record"
	"uncramp/coach/stats"
	"uncramp/coach/text"
	"uncramp/routines"
)

// besieged is a diary in which every text is hostile.
func besieged() stats.Rows {
	var s stats.Rows
	for i, text := range hostile() {
		s.Cramps = append(s.Cramps, record.Episode{
			At: morning.Add(time.Duration(-i-1) * 7 * time.Hour), Muscle: routines.Muscle(text), Side: routines.Side(text),
			Asleep: record.Answer(text), Woke: record.Answer(text),
			Doing: text, Helped: text, Fluids: text, Medicine: text, Note: text,
			Tried: []record.Attempt{{Name: text, Routine: text, Step: text, Answer: text, Muscle: routines.Muscle(text), Side: routines.Side(text)}},
		})
	}
	return s
}

func TestNothingHiddenIsWritten(t *testing.T) {
	r := reported(besieged(), morning, 28, hostile()...)
	for _, f := range Formats() {
		for i, l := range strings.Split(strings.TrimPrefix(written(t, r, f), text.ByteOrderMark), "\n") {
			if strings.ContainsFunc(l, text.Hidden) {
				t.Errorf("line %d of %s has a hidden character: %q", i+1, f, l)
			}
		}
	}
}

func TestHTMLIsItsOwnOnly(t *testing.T) {
	page := written(t, reported(besieged(), morning, 28, hostile()...), HTML)
	known := strings.Fields("!DOCTYPE html head meta title style body header h1 span p dl div dt dd bdi figure figcaption svg line polygon rect circle text section h2 table thead tbody tr th td small ul li")
	tag := regexp.MustCompile(`<(/?)([!a-zA-Z][a-zA-Z0-9]*)([^>]*)>`)
	loads := regexp.MustCompile(`(?i)\s(src|href|style|on[a-z]+)\s*=`)
	for _, m := range tag.FindAllStringSubmatch(page, -1) {
		if !slices.Contains(known, m[2]) {
			t.Errorf("the page has %s", m[0])
		}
		if loads.MatchString(m[3]) {
			t.Errorf("a tag of the page loads or does something: %s", m[0])
		}
	}
	style, rest, _ := strings.Cut(page, "</style>")
	if strings.Contains(style, "import") || strings.Contains(style, "url(") || strings.Contains(rest, "<style") {
		t.Error("a text got into the style")
	}
	if !strings.Contains(page, "&lt;script&gt;") || !strings.Contains(page, "{{.Title}}") {
		t.Error("a text is not there as it was told")
	}
}

func TestCSVHasNoFormula(t *testing.T) {
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(written(t, reported(besieged(), morning, 28), CSV), "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != len(hostile())+1 {
		t.Fatalf("%d rows, want %d", len(rows), len(hostile())+1)
	}
	defusedCells := 0
	for _, row := range rows {
		for _, cell := range row {
			if strings.HasPrefix(cell, "'") {
				defusedCells++
			}
			if regexp.MustCompile(`^[\s]*[=+\-@＝＋－＠\t\r]`).MatchString(cell) {
				t.Errorf("the cell %q is a formula", cell)
			}
		}
	}
	if defusedCells == 0 {
		t.Error("nothing was defused; the texts are too tame for this test")
	}
}

func TestMarkdownFindsNothingInATextToDo(t *testing.T) {
	for text, want := range map[string]string{
		`a|b`:                     `a\|b`,
		`\|`:                      `\\\|`,
		"**b** _i_ `c`":           "\\*\\*b\\*\\* \\_i\\_ \\`c\\`",
		`[l](http://x.y) ![i](j)`: `\[l\](http:\//x.y) !\[i\](j)`,
		`<b>&amp;`:                `\<b\>\&amp;`,
		`# h`:                     `\# h`,
		`1. x`:                    `1\. x`,
		`- x`:                     `\- x`,
		`3.5 of 10-15`:            `3.5 of 10-15`,
	} {
		if got := escapeLine(text); got != want {
			t.Errorf("%s becomes %s, want %s", text, got, want)
		}
	}
	for i, row := range strings.Split(written(t, reported(besieged(), morning, 28), Markdown), "\n") {
		if bars := len(regexp.MustCompile(`(^|[^\\])\|`).FindAllString(row, -1)); strings.HasPrefix(row, "|") && bars != 3 && bars != 7 && bars != 9 && bars != 10 {
			t.Errorf("row %d has %d bars: %s", i+1, bars, row)
		}
	}
}

// TestOnlyThePageCutsTexts wants a long note whole wherever there is room.
func TestOnlyThePageCutsTexts(t *testing.T) {
	long := strings.Repeat("and so on ", 500) + "to the end"
	s := oneNight()
	s.Cramps[0].Note = long
	r := reported(s, morning, 28)
	for f, whole := range map[Format]bool{Markdown: true, CSV: true, JSON: true, HTML: false} {
		if got := strings.Contains(written(t, r, f), "to the end"); got != whole {
			t.Errorf("%s has the end of a long note: %v, want %v", f, got, whole)
		}
	}
	if page := written(t, r, HTML); !strings.Contains(page, "are cut for the page") || !strings.Contains(page, long[:1000]) {
		t.Error("the page cuts too much, or doesn't say so")
	}
	s.Cramps[0].Note = long[:1000]
	if page := written(t, reported(s, morning, 28), HTML); strings.Contains(page, "are cut for the page") {
		t.Error("the page cuts what it has room for")
	}
}

func TestJSONCanBeRead(t *testing.T) {
	for _, s := range []stats.Rows{besieged(), madeUp(), {}} {
		if out := written(t, reported(s, morning, 28), JSON); !json.Valid([]byte(out)) || strings.Contains(out, ": []null") {
			t.Errorf("not JSON: %s", out)
		}
	}
}
