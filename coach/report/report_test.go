package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/exp/golden"

	"uncramp/coach/record"
	"uncramp/coach/stats"
	"uncramp/routines"
)

func reported(rows stats.Rows, until time.Time, days int, beside ...string) Report {
	slices.SortFunc(rows.Cramps, func(a, b record.Episode) int { return a.At.Compare(b.At) })
	return New(until, days, rows, Background{Findings: beside, Ticked: beside})
}

func written(t *testing.T, r Report, f Format) string {
	t.Helper()
	var b bytes.Buffer
	if err := r.Write(&b, f); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// oneNight is a diary that was begun last night, with two cramps.
func oneNight() stats.Rows {
	return stats.Rows{Cramps: []record.Episode{
		{At: morning.Add(-6 * time.Hour), Muscle: routines.Calf, Side: routines.Left, Severity: record.Rating{Given: true}, Relief: 90 * time.Second},
		{At: morning.Add(-4 * time.Hour)},
	}}
}

func TestFormats(t *testing.T) {
	for name, s := range map[string]stats.Rows{"full": madeUp(), "empty": {}, "one-night": oneNight(), "nothing-lately": {
		Cramps: []record.Episode{{At: morning.AddDate(-1, 0, 0)}},
	}} {
		var findings []string
		if name == "full" {
			findings = append([]string{"22 Nov 2026, yes: Cramps are frequent or severe, or cost you sleep"}, hostile()[0], hostile()[10])
		}
		r := reported(s, morning, 28, findings...)
		if name == "full" {
			r.Ticked = []string{"I drink little on most days", "I take a water tablet"}
		}
		if name == "full" {
			for _, f := range Formats() {
				t.Run("programme."+string(f), func(t *testing.T) { golden.RequireEqual(t, written(t, followed(r, s, "strengthen", 6), f)) })
			}
		}
		for _, f := range Formats() {
			t.Run(name+"."+string(f), func(t *testing.T) { golden.RequireEqual(t, written(t, r, f)) })
		}
	}
}

func TestAnEmptyDiarySaysSoInOneLine(t *testing.T) {
	r := reported(stats.Rows{}, morning, 28)
	if got := written(t, r, Markdown); got != stats.EmptyDiary+"\n" {
		t.Errorf("got %q", got)
	}
	if got := written(t, r, HTML); !strings.Contains(got, stats.EmptyDiary) || strings.Contains(got, "<svg") {
		t.Errorf("the page of an empty diary is\n%s", got)
	}
}

// TestTheDoseHasAColumnWhereItGrows and none where it is the same in each week.
func TestTheDoseHasAColumnWhereItGrows(t *testing.T) {
	rows := stats.Rows{Cramps: []record.Episode{{At: morning.Add(-6 * time.Hour)}}}
	for id, want := range map[string]string{
		"strengthen": "| Week | From | Dose | Done | Cramps | Severity |", stats.Bedtime: "| Week | From | Done | Cramps | Severity |",
	} {
		page := written(t, followed(reported(rows, morning, 28), rows, id, 6), Markdown)
		_, table, found := strings.Cut(page, want+"\n")
		header, _, _ := strings.Cut(table, "\n")
		if _, row, _ := strings.Cut(table, "\n"); !found || strings.Count(header, "|") != strings.Count(want, "|") ||
			strings.Count(strings.Split(row, "\n")[0], "|") != strings.Count(want, "|") {
			t.Errorf("%s: no %s in\n%s", id, want, page)
		}
	}
}

func TestWhatWasNotToldIsNeverNothing(t *testing.T) {
	none := record.Episode{At: morning.Add(-6 * time.Hour)}
	zero := none
	zero.At = zero.At.Add(time.Hour)
	zero.Severity = record.Rating{Given: true}
	r := reported(stats.Rows{Cramps: []record.Episode{none, zero}}, morning, 28)
	if got := r.Severity; got != (stats.Spread{Given: 1}) {
		t.Errorf("one severity of 0 told is %+v", got)
	}
	if got := spreadText(r.Severity, 2, stats.Number); got != "0 (1 of 2 told)" {
		t.Errorf("in words: %s", got)
	}
	for what, s := range map[string]stats.Spread{"relief": r.Relief, "length": r.Length, "disturbance": r.Disturbance, "soreness": r.Soreness} {
		if s != (stats.Spread{}) || spreadText(s, 2, stats.Number) != "not told" {
			t.Errorf("%s of none is %+v, %q", what, s, spreadText(s, 2, stats.Number))
		}
	}
	var doc map[string]any
	if err := json.Unmarshal([]byte(written(t, r, JSON)), &doc); err != nil {
		t.Fatal(err)
	}
	if relief := doc["relief_seconds"].(map[string]any); relief["median"] != nil || relief["told"] != 0.0 {
		t.Errorf("in JSON relief is %v", relief)
	}
	if _, has := doc["cramps"].([]any)[0].(map[string]any)["severity"]; has {
		t.Error("in JSON a severity that was not told is there")
	}
	if doc["cramps"].([]any)[1].(map[string]any)["severity"] != 0.0 {
		t.Error("in JSON a severity of 0 is not there")
	}
	if got := strings.Split(strings.Split(written(t, r, CSV), "\n")[1], ",")[1:]; strings.Join(got, "") != "" {
		t.Errorf("in CSV a cramp of which nothing was told has %q", got)
	}
	if _, ok := r.Totals.PerWeek(); ok {
		t.Error("one night says how many there are a week")
	}
}

func TestWhatWasTriedStandsInOrder(t *testing.T) {
	if got := sequence(record.Episode{Tried: tries(0)}); got != "Let it go slack → Toes to the shin (same) → Gentle stretch (eased)" {
		t.Errorf("in order: %s", got)
	}
}

// TestTheYearIsToldWhereItIsNotThisOne, in Markdown as in its tables.
func TestTheYearIsToldWhereItIsNotThisOne(t *testing.T) {
	rows := oneNight()
	rows.Cramps[0].At = time.Date(2025, 12, 31, 3, 12, 0, 0, time.UTC)
	rows.Cramps[1].At = time.Date(2026, 1, 2, 3, 12, 0, 0, time.UTC)
	text := written(t, reported(rows, time.Date(2026, 1, 2, 9, 0, 0, 0, time.UTC), 28), Markdown)
	for _, want := range []string{"| Wed 31 Dec 2025 03:12 |", "| Fri 2 Jan 03:12 |", "2025 |"} {
		if !strings.Contains(text, want) {
			t.Errorf("it doesn't say %q:\n%s", want, text)
		}
	}
}

func TestLasting(t *testing.T) {
	for seconds, want := range map[float64]string{0.3: "under a second", 59.6: "1 min", 45: "45 s", 90: "1 min 30 s", 3600: "1 h", 3905: "1 h 5 min 5 s"} {
		if got := lasting(seconds); got != want {
			t.Errorf("%v s is %s, want %s", seconds, got, want)
		}
	}
}

type full struct{}

var errFull = errors.New("no space left")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestWriteTellsWhatWentWrong(t *testing.T) {
	r := reported(madeUp(), morning, 28)
	for _, f := range Formats() {
		if err := r.Write(full{}, f); !errors.Is(err, errFull) || !strings.Contains(err.Error(), string(f)) {
			t.Errorf("%s to a full disk: %v", f, err)
		}
	}
	if err := r.Write(&bytes.Buffer{}, "pdf"); err == nil {
		t.Error("there is no pdf, and it was written")
	}
}
