package stats

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"time"

	"uncramp/coach/diary"
	"uncramp/coach/record"
	"uncramp/coach/session"
	"uncramp/routines"
)

var (
	zone    = time.FixedZone("CET", 3600)
	morning = time.Date(2026, 11, 22, 9, 0, 0, 0, zone)
)

// sunday is an evening, and at a moment of the same month.
func sunday() time.Time { return time.Date(2026, 11, 22, 21, 0, 0, 0, time.UTC) }

func at(day, hour int) time.Time { return time.Date(2026, 11, day, hour, 12, 0, 0, time.UTC) }

func given(n int) record.Rating { return record.Rating{Given: true, Value: n} }

// cramps are rows of nothing but cramps.
func cramps(list ...record.Episode) Rows { return Rows{Cramps: list} }

func TestStretched(t *testing.T) {
	half := record.Session{Routine: Bedtime, Planned: 220 * time.Second, Worked: time.Minute}
	for name, tt := range map[string]struct {
		change func(*record.Session)
		want   bool
	}{
		"half of its holds":  {func(*record.Session) {}, true},
		"just enough":        {func(s *record.Session) { s.Worked = 55 * time.Second }, true},
		"a little less":      {func(s *record.Session) { s.Worked = 55*time.Second - 1 }, false},
		"one hold":           {func(s *record.Session) { s.Worked = 10 * time.Second }, false},
		"skipped through":    {func(s *record.Session) { s.Worked, s.Planned = 0, 0 }, false},
		"another routine":    {func(s *record.Session) { s.Routine = "warmup" }, false},
		"no plan was told":   {func(s *record.Session) { s.Planned = 0 }, true},
		"longer than it was": {func(s *record.Session) { s.Worked = time.Hour }, true},
	} {
		s := half
		tt.change(&s)
		if got := Stretched(s); got != tt.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// TestTheDiaryFindsTheSameNights: SQLite has the rules of a night and of what
// counts in words of its own.
func TestTheDiaryFindsTheSameNights(t *testing.T) {
	dice := rand.New(rand.NewPCG(7, 1))
	now := time.Date(2026, 11, 22, 22, 0, 0, 0, time.UTC)
	clock := func() time.Time { return now }
	db, err := diary.Open(t.Context(), filepath.Join(t.TempDir(), "diary.db"), clock)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	var sessions []record.Session
	for i := range 300 {
		sessions = append(sessions, record.Session{
			ID: record.ID(fmt.Sprint(i)), At: now.Add(-time.Duration(dice.Int64N(int64(150 * day)))).In(anyZone(dice)), Edited: now,
			Routine: []string{Bedtime, Bedtime, "warmup"}[dice.IntN(3)], Planned: 4 * time.Minute, Worked: time.Duration(dice.IntN(5)) * 30 * time.Second,
		})
	}
	want := Count(now, 0, Rows{Sessions: sessions})
	if n := want.Totals.Stretched; n < 50 || n >= len(want.Nights) || want.Totals.OnlyBegun == 0 {
		t.Fatalf("%d stretches in %d nights are too tame", n, len(want.Nights))
	}
	if _, err := db.Merge(t.Context(), record.Batch{Sessions: sessions}); err != nil {
		t.Fatal(err)
	}
	var found []record.Session
	for s, err := range db.SessionsByNight(t.Context(), record.Span{}, Bedtime) {
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, s)
	}
	got := Count(now, 0, Rows{Sessions: found})
	if !reflect.DeepEqual(got.Nights, want.Nights) || got.SixWeeks != want.SixWeeks || !got.First.Equal(want.First) || !got.Latest.Equal(want.Latest) {
		t.Errorf("it finds %+v from %s to %s, want %+v from %s to %s", got.Totals, got.First, got.Latest, want.Totals, want.First, want.Latest)
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
		want   Totals
	}{
		"a whole window":                     {[]record.Episode{old, recent}, morning, 28, Totals{Known: 28, With: 1, Without: 27, AtNight: 1}},
		"not before the diary began":         {[]record.Episode{recent}, morning, 28, Totals{Known: 3, With: 1, Without: 2, Unknown: 25, AtNight: 1}},
		"not where nothing was written":      {[]record.Episode{old}, morning, 28, Totals{Unknown: 28}},
		"not a night that is not over":       {[]record.Episode{old, recent}, late, 28, Totals{Known: 27, With: 1, Without: 26, Unknown: 1, AtNight: 1}},
		"not even with a cramp":              {[]record.Episode{old, recent, tonight}, late, 28, Totals{Known: 27, With: 1, Without: 26, Unknown: 1, AtNight: 2, Tonight: 1}},
		"nor one that has not begun":         {[]record.Episode{old, recent}, afternoon, 28, Totals{Known: 28, With: 1, Without: 27, AtNight: 1}},
		"a cramp by day is no night":         {[]record.Episode{old, recent, today}, afternoon, 29, Totals{Known: 28, With: 1, Without: 27, Unknown: 1, AtNight: 1, ByDay: 1}},
		"in the small hours it is not over":  {[]record.Episode{old, recent}, morning.Add(-5 * time.Hour), 28, Totals{Known: 27, With: 1, Without: 26, Unknown: 1, AtNight: 1}},
		"nor one before the first afternoon": {[]record.Episode{today}, afternoon, 29, Totals{Unknown: 29, ByDay: 1}},
		"nor is what was told for later one": {[]record.Episode{old, recent, tonight}, morning, 28, Totals{Known: 28, With: 1, Without: 27, AtNight: 1}},
	} {
		c.want.OnKnown = c.want.With // each with one cramp, and none by day
		s := Count(c.until, 28, cramps(c.rows...))
		if s.Totals != c.want || len(s.Nights) != c.nights {
			t.Errorf("%s: %d nights, %+v; want %d, %+v", name, len(s.Nights), s.Totals, c.nights, c.want)
		}
	}
}

func TestTheDiaryBeginsWithItsFirstRow(t *testing.T) {
	cramp, followed := record.Episode{At: morning.AddDate(0, 0, -9)}, record.Session{At: morning.AddDate(0, 0, -9)}
	earlier := record.Session{At: morning.AddDate(0, 0, -14)}
	for name, c := range map[string]struct {
		rows Rows
		want time.Time
	}{
		"a cramp alone":      {Rows{Cramps: []record.Episode{cramp}}, cramp.At},
		"a routine alone":    {Rows{Sessions: []record.Session{followed}}, followed.At},
		"a routine before":   {Rows{Cramps: []record.Episode{cramp}, Sessions: []record.Session{earlier}}, earlier.At},
		"a cramp before":     {Rows{Cramps: []record.Episode{{At: earlier.At}}, Sessions: []record.Session{followed}}, earlier.At},
		"before the window":  {Rows{Cramps: []record.Episode{{At: morning.AddDate(-2, 0, 0)}, cramp}}, morning.AddDate(-2, 0, 0)},
		"nothing, and later": {Rows{Cramps: []record.Episode{{At: morning.Add(time.Hour)}}}, time.Time{}},
	} {
		if got := Count(morning, 28, c.rows).First; !got.Equal(c.want) {
			t.Errorf("%s: it began %s, want %s", name, got, c.want)
		}
	}
}

// TestAJourneyLosesNoCramp begins a cramp far to the east of where the report
// is made: by its own clock it is already the next day there.
func TestAJourneyLosesNoCramp(t *testing.T) {
	cramp := record.Episode{At: time.Date(2026, 11, 23, 0, 30, 0, 0, east(14))}
	for hour, want := range map[int]Totals{
		0: {Unknown: 1, AtNight: 1, Tonight: 1}, // the night is not over
		9: {Known: 1, With: 1, AtNight: 1, OnKnown: 1},
	} {
		s := Count(time.Date(2026, 11, 22, hour, 0, 0, 0, east(-11)), 1, cramps(cramp))
		if s.Totals != want || len(s.Cramps) != 1 {
			t.Errorf("at %d it is counted as %+v", hour, s.Totals)
		}
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
	got := Count(morning, 28, Rows{Sessions: []record.Session{less, half, again, last, other, next}}).Totals
	if got.Stretched != 1 || got.OnlyBegun != 1 || got.Known != 2 {
		t.Errorf("got %+v", got)
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
		list := []record.Episode{{At: morning}}
		for _, n := range c.told {
			list = append(list, record.Episode{At: morning, Severity: given(n)})
		}
		if got := Count(morning, 28, cramps(list...)).Severity; got != c.want {
			t.Errorf("%v spread %+v, want %+v", c.told, got, c.want)
		}
	}
}

func TestTriedInOrder(t *testing.T) {
	at := morning.Add(-6 * time.Hour)
	s := Count(morning, 28, cramps(
		record.Episode{At: at, Tried: attemptsFrom(0)},
		record.Episode{At: at, Tried: attemptsFrom(1)},
		record.Episode{At: at, Tried: []record.Attempt{{Step: "walk", Answer: "worse"}, {Name: "Gentle stretch"}, {Step: "walk"}}},
		record.Episode{At: at},
	))
	want := []Outcome{
		{Name: "Toes to the shin", Cramps: 2, First: 1, Second: 1, Same: 2},
		{Name: "Let it go slack", Cramps: 1, First: 1},
		{Name: "walk", Cramps: 1, First: 1, Worse: 1},
		{Name: "Gentle stretch", Cramps: 3, Second: 2, Later: 1, Eased: 2},
	}
	if got := s.Outcomes; !slices.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

func TestCount(t *testing.T) {
	stretch := func(at time.Time) record.Session {
		return record.Session{Routine: Bedtime, At: at, Worked: time.Minute}
	}
	s := Count(at(22, 3), 14, Rows{Cramps: []record.Episode{
		{ID: "old", At: at(7, 11), Muscle: routines.Foot},
		{ID: "first", At: at(8, 13), Muscle: "neck", Severity: given(0)},
		{ID: "gone", At: at(9, 2), Deleted: true},
		{ID: "mild", At: at(21, 23), Muscle: routines.Calf, Side: routines.Left, Severity: given(2), Relief: time.Minute},
		{ID: "bad", At: at(22, 2), Muscle: routines.Calf, Side: routines.Both, Severity: given(8), Relief: time.Minute + time.Second},
		{ID: "ahead", At: at(24, 2), Relief: time.Hour},
	}, Sessions: []record.Session{stretch(at(1, 22)), stretch(at(21, 22)), stretch(at(21, 23))}})
	ids := func(list []record.Episode) (ids []record.ID) {
		for _, e := range list {
			ids = append(ids, e.ID)
		}
		return ids
	}
	if got, future := ids(s.Cramps), ids(s.Future); !slices.Equal(got, []record.ID{"first", "mild", "bad"}) || !slices.Equal(future, []record.ID{"ahead"}) {
		t.Errorf("the cramps are %v, and in the future %v", got, future)
	}
	evening := DayOf(at(21, 22))
	if got, want := s.Nights[13], (Night{Evening: evening, Cramps: 2, Worst: given(8), Severity: []float64{2, 8}, Stretched: true}); !reflect.DeepEqual(got, want) {
		t.Errorf("the present night is %+v, want %+v", got, want)
	}
	if got, want := s.Nights[0], (Night{Evening: evening - 13, Over: true, Known: true, ByDay: 1, Severity: []float64{0}}); !reflect.DeepEqual(got, want) {
		t.Errorf("the first night is %+v, want %+v", got, want)
	}
	if want := (ReliefTimes{1, 1, 0, 0, 0, 1}); s.ReliefTimes != want || s.Relief != (Spread{2, 60.5, 60, 61}) {
		t.Errorf("relief is %+v, %+v", s.ReliefTimes, s.Relief)
	}
	if got, want := s.Muscles(), []Muscle{{routines.Calf, [4]int{1, 0, 1, 0}}, {OtherMuscle, [4]int{0, 0, 0, 1}}}; !slices.Equal(got, want) {
		t.Errorf("the muscles are %+v, want %+v", got, want)
	}
	weeks := s.Weeks()
	if want := (Totals{Known: 6, Without: 6, Unknown: 1, AtNight: 2, Tonight: 2}); len(weeks) != 2 || weeks[1].Totals != want || weeks[1].Severity != (Spread{2, 5, 2, 8}) {
		t.Errorf("the weeks are %+v", weeks)
	}
	if s.SixWeeks.Night != 21 || s.SixWeeks.Count() != 2 {
		t.Errorf("the six weeks are %+v", s.SixWeeks)
	}
	if got := s.Sentence(); got != "0 cramps on 0 of 13 nights" {
		t.Errorf("it says %s", got)
	}
	want := []string{"1 cramp by day.", "2 cramps tonight, which is not over.",
		"1 cramp is dated in the future and counts nowhere; put its date right in the history."}
	if got := s.Apart(); !slices.Equal(got, want) {
		t.Errorf("apart it says %q", got)
	}
}

// TestASlipInAYearIsNoHarm: the cramp is there, so that it can be put right.
func TestASlipInAYearIsNoHarm(t *testing.T) {
	s := Count(sunday(), 0, cramps(record.Episode{ID: "slip", At: time.Date(2, 11, 22, 3, 0, 0, 0, time.UTC)}))
	if len(s.Nights) != MaxNights || len(s.Cramps) != 1 {
		t.Errorf("%d nights, %d cramps", len(s.Nights), len(s.Cramps))
	}
	if got := Count(sunday(), 1_000_000_000, Rows{}); len(got.Nights) != MaxNights || got.Window() != "The last 36600 nights" {
		t.Errorf("a window of a billion days has %d nights: %s", len(got.Nights), got.Window())
	}
	if got := Count(sunday(), -1, Rows{}); len(got.Nights) != 1 || !got.Empty() {
		t.Errorf("a window of -1 days has %d nights", len(got.Nights))
	}
}

// TestNightsBeforeTheDiary are neither counted nor nights without a cramp.
func TestNightsBeforeTheDiary(t *testing.T) {
	now := time.Date(2026, 11, 21, 22, 0, 0, 0, time.UTC)
	s := Count(now, 28, cramps(record.Episode{ID: "a", At: now.AddDate(0, 0, -9)}))
	if got := s.Sentence(); s.Totals.Known != 9 || got != "1 cramp on 1 of 9 nights" {
		t.Errorf("%d nights are known: %s", s.Totals.Known, got)
	}
	var nights []int
	for _, w := range s.Weeks() {
		nights = append(nights, w.Totals.Known)
	}
	if !slices.Equal(nights, []int{0, 0, 3, 6}) {
		t.Errorf("by weeks: %v", nights)
	}
	if got := Count(now, 28, Rows{}).Sentence(); got != "0 cramps on 0 of 0 nights" {
		t.Errorf("of an empty diary it says %s", got)
	}
}

// TestAWindowIsWholeWithWhatIsRead since its beginning, and the first row of all.
func TestAWindowIsWholeWithWhatIsRead(t *testing.T) {
	dice := rand.New(rand.NewPCG(11, 1))
	for range 100 {
		now := morning.Add(time.Duration(dice.IntN(48*60)) * time.Minute)
		rows := anyRows(dice, now, 60)
		rows.Cramps = slices.DeleteFunc(rows.Cramps, func(e record.Episode) bool { return e.Deleted })
		for _, days := range []int{1, 14, 28, 42, 0} {
			part := rows
			part.Cramps = slices.DeleteFunc(slices.Clone(rows.Cramps), func(e record.Episode) bool {
				return e.At.Before(Since(now, days)) && e.At != rows.Cramps[0].At
			})
			if got, want := Count(now, days, part), Count(now, days, rows); !reflect.DeepEqual(got, want) {
				t.Fatalf("%d days: of what is read, %+v is counted, want %+v", days, got.Totals, want.Totals)
			}
		}
	}
}

// TestTheFutureCountsNowhere: with rows of the future all is as without, but
// for the line about them.
func TestTheFutureCountsNowhere(t *testing.T) {
	rows := cramps(record.Episode{At: at(20, 3)}, record.Episode{At: at(21, 15)})
	rows.Sessions = []record.Session{{Routine: Bedtime, At: at(21, 22), Worked: time.Minute}}
	want := Count(sunday(), 28, rows)
	rows.Cramps = append(rows.Cramps, record.Episode{At: sunday().Add(1)}, record.Episode{At: sunday().AddDate(1, 0, 0)})
	rows.Sessions = append(rows.Sessions, record.Session{Routine: Bedtime, At: sunday().AddDate(0, 0, 1), Worked: time.Minute})
	got := Count(sunday(), 28, rows)
	if len(got.Future) != 2 || got.FutureLine() != "2 cramps are dated in the future and count nowhere; put their dates right in the history." {
		t.Errorf("of the future it says %q", got.FutureLine())
	}
	got.Future = nil
	if !reflect.DeepEqual(got, want) {
		t.Errorf("it counts %+v, want %+v", got.Totals, want.Totals)
	}
	now := rows.Cramps[2].At
	if s := Count(now, 28, rows); len(s.Future) != 1 || s.Totals.Tonight != 1 {
		t.Errorf("a cramp of this moment counts as %+v", s.Totals)
	}
}
