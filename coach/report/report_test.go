package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/exp/golden"

	"uncramp/coach/diary"
	"uncramp/coach/record"
	"uncramp/coach/session"
	"uncramp/routines"
)

func gathered(t *testing.T, s diary.Store, until time.Time, days int, told ...string) Report {
	t.Helper()
	r, err := Gather(t.Context(), s, until, days, Told{Findings: told, Ticked: told})
	if err != nil {
		t.Fatal(err)
	}
	return r
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
func oneNight() shelf {
	return shelf{episodes: []record.Episode{
		{At: morning.Add(-6 * time.Hour), Muscle: routines.Calf, Side: routines.Left, Severity: record.Rating{Given: true}, Relief: 90 * time.Second},
		{At: morning.Add(-4 * time.Hour)},
	}}
}

func TestFormats(t *testing.T) {
	for name, s := range map[string]shelf{"full": madeUp(), "empty": {}, "one-night": oneNight(), "nothing-lately": {
		episodes: []record.Episode{{At: morning.AddDate(-1, 0, 0)}},
	}} {
		var findings []string
		if name == "full" {
			findings = append([]string{"22 Nov 2026, yes: Cramps are frequent or severe, or cost you sleep"}, hostile()[0], hostile()[10])
		}
		r := gathered(t, s, morning, 28, findings...)
		if name == "full" {
			r.Ticked = []string{"I drink little on most days", "I take a water tablet"}
		}
		for _, f := range Formats() {
			t.Run(name+"."+string(f), func(t *testing.T) { golden.RequireEqual(t, written(t, r, f)) })
		}
	}
}

func TestAnEmptyDiarySaysSoInOneLine(t *testing.T) {
	r := gathered(t, shelf{}, morning, 28)
	if got := written(t, r, Markdown); got != EmptyLine+"\n" {
		t.Errorf("got %q", got)
	}
	if got := written(t, r, HTML); !strings.Contains(got, EmptyLine) || strings.Contains(got, "<svg") {
		t.Errorf("the page of an empty diary is\n%s", got)
	}
}

func TestWhatCountsAsAtNight(t *testing.T) {
	for _, c := range []struct {
		hour, minute int
		asleep       record.Answer
		night        bool
	}{
		{19, 59, "", false}, {20, 0, "", true}, {3, 0, record.No, true}, {7, 59, "", true}, {8, 0, "", false}, {14, 0, record.Yes, true},
	} {
		at := time.Date(2026, 11, 18, c.hour, c.minute, 0, 0, zone)
		got := Count(gathered(t, shelf{episodes: []record.Episode{{At: at, Asleep: c.asleep}}}, morning, 28).Nights)
		want := Counted{AtNight: 1}
		if !c.night {
			want = Counted{ByDay: 1}
		}
		if got.AtNight != want.AtNight || got.ByDay != want.ByDay || got.With != want.AtNight {
			t.Errorf("a cramp at %02d:%02d, asleep %q, counts as %+v", c.hour, c.minute, c.asleep, got)
		}
	}
}

func TestOnlyWhatIsKnownIsCounted(t *testing.T) {
	old := record.Episode{At: time.Date(2026, 10, 1, 3, 0, 0, 0, zone)}
	recent := record.Episode{At: time.Date(2026, 11, 20, 3, 0, 0, 0, zone)}
	tonight := record.Episode{At: time.Date(2026, 11, 22, 21, 0, 0, 0, zone)}
	today := record.Episode{At: time.Date(2026, 11, 22, 15, 0, 0, 0, zone)}
	late := morning.Add(13 * time.Hour)
	afternoon := morning.Add(7 * time.Hour)
	for name, c := range map[string]struct {
		rows   []record.Episode
		until  time.Time
		nights int
		want   Counted
	}{
		"a whole window":                     {[]record.Episode{old, recent}, morning, 28, Counted{Known: 28, With: 1, Without: 27, AtNight: 1}},
		"not before the diary began":         {[]record.Episode{recent}, morning, 28, Counted{Known: 3, With: 1, Without: 2, Untold: 25, AtNight: 1}},
		"not where nothing was written":      {[]record.Episode{old}, morning, 28, Counted{Untold: 28}},
		"not a night that is not over":       {[]record.Episode{old, recent}, late, 28, Counted{Known: 27, With: 1, Without: 26, Untold: 1, AtNight: 1}},
		"but such a night with a cramp":      {[]record.Episode{old, recent, tonight}, late, 28, Counted{Known: 28, With: 2, Without: 26, AtNight: 2}},
		"nor one that has not begun":         {[]record.Episode{old, recent}, afternoon, 28, Counted{Known: 28, With: 1, Without: 27, AtNight: 1}},
		"a cramp by day is no night":         {[]record.Episode{old, recent, today}, afternoon, 29, Counted{Known: 28, With: 1, Without: 27, Untold: 1, AtNight: 1, ByDay: 1}},
		"in the small hours it is not over":  {[]record.Episode{old, recent}, morning.Add(-5 * time.Hour), 28, Counted{Known: 27, With: 1, Without: 26, Untold: 1, AtNight: 1}},
		"nor is what was told for later one": {[]record.Episode{old, recent, tonight}, morning, 28, Counted{Known: 28, With: 1, Without: 27, AtNight: 1}},
	} {
		r := gathered(t, shelf{episodes: c.rows}, c.until, 28)
		if got := Count(r.Nights); got != c.want || len(r.Nights) != c.nights {
			t.Errorf("%s: %d nights, %+v; want %d, %+v", name, len(r.Nights), got, c.nights, c.want)
		}
	}
}

func TestTheDiaryBeginsWithItsFirstRow(t *testing.T) {
	cramp, followed := record.Episode{At: morning.AddDate(0, 0, -9)}, record.Session{At: morning.AddDate(0, 0, -9)}
	earlier := record.Session{At: morning.AddDate(0, 0, -14)}
	for name, c := range map[string]struct {
		s    shelf
		want time.Time
	}{
		"a cramp alone":      {shelf{episodes: []record.Episode{cramp}}, cramp.At},
		"a routine alone":    {shelf{sessions: []record.Session{followed}}, followed.At},
		"a routine before":   {shelf{episodes: []record.Episode{cramp}, sessions: []record.Session{earlier}}, earlier.At},
		"a cramp before":     {shelf{episodes: []record.Episode{{At: earlier.At}}, sessions: []record.Session{followed}}, earlier.At},
		"before the window":  {shelf{episodes: []record.Episode{{At: morning.AddDate(-2, 0, 0)}, cramp}}, morning.AddDate(-2, 0, 0)},
		"nothing, and later": {shelf{episodes: []record.Episode{{At: morning.Add(time.Hour)}}}, time.Time{}},
	} {
		if got := gathered(t, c.s, morning, 28).Begun; !got.Equal(c.want) {
			t.Errorf("%s: it began %s, want %s", name, got, c.want)
		}
	}
}

// TestAJourneyLosesNoCramp begins a cramp far to the east of where the report
// is made: by its own clock it is already the next day there.
func TestAJourneyLosesNoCramp(t *testing.T) {
	east := time.Date(2026, 11, 23, 0, 30, 0, 0, time.FixedZone("", 14*3600))
	west := time.Date(2026, 11, 22, 0, 0, 0, 0, time.FixedZone("", -11*3600))
	r := gathered(t, shelf{episodes: []record.Episode{{At: east}}}, west, 1)
	if got := Count(r.Nights); got.AtNight != 1 || got.With != 1 || len(r.Cramps) != 1 {
		t.Errorf("it is counted as %+v", got)
	}
}

func TestTheBedtimeStretchIsCountedOncePerNight(t *testing.T) {
	at := time.Date(2026, 11, 20, 22, 0, 0, 0, zone)
	half := record.Session{At: at, Routine: "bedtime", Ending: session.WasLeft, Planned: 4 * time.Minute, Worked: time.Minute}
	less := half
	less.Worked = 50 * time.Second
	other := half
	other.Routine = "desk"
	again := half
	again.At = at.Add(3 * time.Hour)
	last := less
	last.At = at.Add(4 * time.Hour)
	next := less
	next.At = at.AddDate(0, 0, 1)
	got := Count(gathered(t, shelf{sessions: []record.Session{less, half, again, last, other, next}}, morning, 28).Nights)
	if got.Stretched != 1 || got.Begun != 1 || got.Known != 2 {
		t.Errorf("got %+v", got)
	}
}

func TestWhatWasNotToldIsNeverNothing(t *testing.T) {
	none := record.Episode{At: morning.Add(-6 * time.Hour)}
	zero := none
	zero.At = zero.At.Add(time.Hour)
	zero.Severity = record.Rating{Given: true}
	r := gathered(t, shelf{episodes: []record.Episode{none, zero}}, morning, 28)
	if got := r.Severity(); got != (Spread{Told: 1}) {
		t.Errorf("one severity of 0 told is %+v", got)
	}
	if got := r.Severity().words(2, number); got != "0 (1 of 2 told)" {
		t.Errorf("in words: %s", got)
	}
	for what, s := range map[string]Spread{"relief": r.Relief(), "length": r.Length(), "disturbance": r.Disturbance(), "soreness": r.Soreness()} {
		if s != (Spread{}) || s.words(2, number) != "not told" {
			t.Errorf("%s of none is %+v, %q", what, s, s.words(2, number))
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
	if _, ok := r.Weekly(); ok {
		t.Error("one night says how many there are a week")
	}
}

func TestSpread(t *testing.T) {
	for _, c := range []struct {
		told []int
		want Spread
	}{
		{nil, Spread{}},
		{[]int{4}, Spread{1, 4, 4, 4}},
		{[]int{9, 1, 4}, Spread{3, 4, 1, 9}},
		{[]int{9, 1, 4, 5}, Spread{4, 4.5, 1, 9}},
	} {
		var cramps []record.Episode
		for _, n := range c.told {
			cramps = append(cramps, record.Episode{Severity: record.Rating{Given: true, Value: n}})
		}
		if got := spread(append(cramps, record.Episode{}), severity); got != c.want {
			t.Errorf("%v spread %+v, want %+v", c.told, got, c.want)
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

func TestTriedInOrder(t *testing.T) {
	at := morning.Add(-6 * time.Hour)
	r := Report{Cramps: []record.Episode{
		{At: at, Tried: tries(0)},
		{At: at, Tried: tries(1)},
		{At: at, Tried: []record.Attempt{{Step: "walk", Answer: "worse"}, {Name: "Gentle stretch"}, {Step: "walk"}}},
		{At: at},
	}}
	want := []Attempt{
		{Name: "Toes to the shin", Cramps: 2, First: 1, Second: 1, Same: 2},
		{Name: "Let it go slack", Cramps: 1, First: 1},
		{Name: "walk", Cramps: 1, First: 1, Worse: 1},
		{Name: "Gentle stretch", Cramps: 3, Second: 2, Later: 1, Eased: 2},
	}
	if got := r.Tried(); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
	if got := sequence(r.Cramps[0]); got != "Let it go slack → Toes to the shin (same) → Gentle stretch (eased)" {
		t.Errorf("in order: %s", got)
	}
}

func TestGatherRefuses(t *testing.T) {
	for _, days := range []int{-1, 0, MaxDays + 1} {
		if _, err := Gather(t.Context(), shelf{}, morning, days, Told{}); err == nil || !strings.Contains(err.Error(), fmt.Sprint(MaxDays)) {
			t.Errorf("%d days: %v", days, err)
		}
	}
	broken := errors.New("the disk is gone")
	s := madeUp()
	s.broken = broken
	if _, err := Gather(t.Context(), s, morning, 28, Told{}); !errors.Is(err, broken) {
		t.Errorf("a diary that breaks off gives %v", err)
	}
}

type full struct{}

var errFull = errors.New("no space left")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestWriteTellsWhatWentWrong(t *testing.T) {
	r := gathered(t, madeUp(), morning, 28)
	for _, f := range Formats() {
		if err := r.Write(full{}, f); !errors.Is(err, errFull) || !strings.Contains(err.Error(), string(f)) {
			t.Errorf("%s to a full disk: %v", f, err)
		}
	}
	if err := r.Write(&bytes.Buffer{}, "pdf"); err == nil {
		t.Error("there is no pdf, and it was written")
	}
}
