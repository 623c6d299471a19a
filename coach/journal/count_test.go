package journal

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"uncramp/coach/record"
	"uncramp/coach/stats"
)

// TestTheUntoldCramp is of last night, not of the day.
func TestTheUntoldCramp(t *testing.T) {
	at := func(day, hour int) time.Time { return time.Date(2026, 11, day, hour, 0, 0, 0, morning.Location()) }
	for _, c := range []struct {
		name       string
		cramp, now time.Time
		asleep     record.Answer
		want       bool
	}{
		{"in the night", at(21, 3), at(21, 9), "", true},
		{"in the night, asked in the evening", at(21, 3), at(21, 19), "", true},
		{"in the night, asked as the next begins", at(21, 3), at(21, 20), "", true},
		{"in the night before", at(20, 3), at(21, 9), "", false},
		{"in this very night", at(21, 2), at(21, 3), "", true},
		{"in the evening", at(20, 21), at(21, 9), "", true},
		{"by day", at(20, 17), at(20, 18), "", false},
		{"by day, asked in the morning", at(20, 17), at(21, 9), "", false},
		{"in the morning", at(21, 8), at(21, 9), "", false},
		{"later in this night, by a clock that was put back", at(21, 4), at(21, 3), "", false},
		{"asleep in the morning", at(21, 9), at(21, 10), record.Yes, true},
	} {
		j := onDisk(t)
		e := record.Episode{ID: "cramp", At: c.cramp, Severity: record.Rating{Given: true, Value: 6}, Asleep: c.asleep}
		must(t, j.SaveEpisode(e))
		if got, found := untold(t, j, c.now); found != c.want || found && got.ID != e.ID {
			t.Errorf("%s: %v, %+v", c.name, found, got)
		}
		e.Note = "it hurt"
		must(t, j.SaveEpisode(e))
		if _, found := untold(t, j, c.now); found {
			t.Errorf("%s: asked again after its details were given", c.name)
		}
	}
}

func untold(t *testing.T, j *Journal, now time.Time) (record.Episode, bool) {
	o, err := j.Overview(now)
	must(t, err)
	return o.UntoldCramp()
}

// TestThereIsNothingToTellWithoutADiary, and none is made.
func TestThereIsNothingToTellWithoutADiary(t *testing.T) {
	j := onDisk(t)
	o, err := j.Overview(morning)
	must(t, err)
	if _, found := o.UntoldCramp(); found || len(o.Lines(untitled)) > 0 || len(o.Latest) > 0 || j.Exists() {
		t.Errorf("found %v, says %q, knows %v, has a diary %v", found, o.Lines(untitled), o.Latest, j.Exists())
	}
}

// TestTheOverviewAgrees with what the history and the report count of the same
// nights, and of the same nights before them.
func TestTheOverviewAgrees(t *testing.T) {
	j := onDisk(t)
	put(t, j, batch(300)) // 87 days of cramps
	o, err := j.Overview(evening)
	must(t, err)
	s, err := j.Summary(evening, stats.RecentNights)
	must(t, err)
	if o.Totals != s.Totals || o.SixWeeks != s.SixWeeks || o.Recent != s.Recent || len(s.Cramps) == 0 || !strings.HasSuffix(o.Lines(untitled)[0], s.Recent.Short()) {
		t.Errorf("the overview is %q of %+v, the history's %q of %+v", o.Lines(untitled), o.Totals, s.Recent.Short(), s.Totals)
	}
	for n := range 3 { // the rows of the batch come in turn
		want := followed(n)
		if got := o.Latest[want.Routine]; !got.At.Equal(want.At) || got.Ending != want.Ending || got.Planned != want.Planned || got.Worked != want.Worked {
			t.Errorf("%s was done last as %+v, want %+v", want.Routine, got, want)
		}
	}
}

// TestSummaryAndRowsAgree: what a screen counts of a part of each row is what a
// report counts of all of it.
func TestSummaryAndRowsAgree(t *testing.T) {
	j := onDisk(t)
	put(t, j, batch(100))
	for _, days := range []int{0, 7, 28} {
		s, err := j.Summary(evening, days)
		must(t, err)
		rows, err := j.Rows(evening, days)
		must(t, err)
		full := count(rows, days)
		if s.Totals != full.Totals || s.First != full.First || s.Totals.With == 0 {
			t.Errorf("%d days: %+v, and of all that is known %+v", days, s.Totals, full.Totals)
		}
		if days > 0 && (!reflect.DeepEqual(s.Cramps, full.Cramps) || !slices.ContainsFunc(s.Cramps, withNote)) {
			t.Errorf("%d days: not all is read of each cramp: %+v", days, s.Cramps)
		}
	}
}

func withNote(e record.Episode) bool { return e.Note != "" }

func count(rows stats.Rows, days int) stats.Summary {
	return stats.Count(evening, days, rows)
}

func untitled(string) string { return "" }
