package stats

import (
	"slices"
	"testing"
	"time"

	"uncramp/coach/record"
)

// mark is one of a programme, on a day of November 2026.
func mark(kind record.TallyKind, day int, name string, count int) record.Tally {
	date := time.Date(2026, 11, day, 0, 0, 0, 0, time.UTC)
	return record.Tally{Kind: kind, Day: date.Format(time.DateOnly), Name: name, Count: count, Edited: date.Add(9 * time.Hour)}
}

// november is a day of it.
func november(day int) Day { return DayOf(time.Date(2026, 11, day, 0, 0, 0, 0, time.UTC)) }

func TestCourses(t *testing.T) {
	programme, baseline, stopped := record.Programme, record.Baseline, record.Stopped
	later := mark(programme, 8, "leans", 6)
	later.Edited = later.Edited.Add(time.Hour)
	for name, tt := range map[string]struct {
		marks []record.Tally
		want  []Course
	}{
		"none":             {nil, nil},
		"taken away":       {[]record.Tally{mark(programme, 8, Bedtime, 0)}, nil},
		"no date":          {[]record.Tally{{Kind: programme, Day: "soon", Name: Bedtime, Count: 6}}, nil},
		"it goes on":       {[]record.Tally{mark(programme, 8, Bedtime, 6)}, []Course{{Bedtime, november(8), 6, 0, 0}}},
		"after a baseline": {[]record.Tally{mark(baseline, 1, Bedtime, 7), mark(programme, 8, Bedtime, 6)}, []Course{{Bedtime, november(8), 6, 7, 0}}},
		"another's baseline": {
			[]record.Tally{mark(baseline, 1, "leans", 7), mark(baseline, 2, Bedtime, 7), mark(programme, 8, Bedtime, 6)}, []Course{{Bedtime, november(8), 6, 0, 0}},
		},
		"stopped": {
			[]record.Tally{mark(programme, 8, Bedtime, 6), mark(stopped, 20, Bedtime, 1), mark(stopped, 12, Bedtime, 1), mark(stopped, 5, Bedtime, 1)},
			[]Course{{Bedtime, november(8), 6, 0, november(12)}},
		},
		"the stop is taken back":  {[]record.Tally{mark(programme, 8, Bedtime, 6), mark(stopped, 12, Bedtime, 0)}, []Course{{Bedtime, november(8), 6, 0, 0}}},
		"another's stop":          {[]record.Tally{mark(programme, 8, Bedtime, 6), mark(stopped, 12, "leans", 1)}, []Course{{Bedtime, november(8), 6, 0, 0}}},
		"stopped in the baseline": {[]record.Tally{mark(baseline, 1, Bedtime, 7), mark(programme, 8, Bedtime, 6), mark(stopped, 3, Bedtime, 1)}, []Course{{Bedtime, november(8), 6, 7, november(3)}}},
		"another in its place": {
			[]record.Tally{mark(programme, 20, "leans", 6), mark(programme, 8, Bedtime, 6), mark(baseline, 13, "leans", 7)},
			[]Course{{Bedtime, november(8), 6, 0, november(13)}, {"leans", november(20), 6, 7, 0}},
		},
		"two on one day": {
			[]record.Tally{later, mark(programme, 8, Bedtime, 6)}, []Course{{Bedtime, november(8), 6, 0, november(8)}, {"leans", november(8), 6, 0, 0}},
		},
	} {
		if got := CoursesOf(tt.marks); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", name, got, tt.want)
		}
		slices.Reverse(tt.marks)
		if got := CoursesOf(tt.marks); !slices.Equal(got, tt.want) {
			t.Errorf("%s, in another order: %v, want %v", name, got, tt.want)
		}
		last := Course{}
		if n := len(tt.want); n > 0 && tt.want[n-1].Until == 0 {
			last = tt.want[n-1]
		}
		if got, follows := Current(tt.want); got != last || follows != (last != Course{}) {
			t.Errorf("%s: %v is followed (%v)", name, got, follows)
		}
	}
}

// TestPlaceInAProgramme, of nights and of days, around midnight and in the morning.
func TestPlaceInAProgramme(t *testing.T) {
	nightly, daily := Course{Bedtime, november(8), 6, 7, 0}, Course{"knees", november(8), 6, 0, 0}
	for _, tt := range []struct {
		c         Course
		day, hour int
		want      string
	}{
		{nightly, 1, 9, "week of diary, day 1 of 7"}, {nightly, 7, 23, "week of diary, day 7 of 7"}, {nightly, 8, 1, "week of diary, day 7 of 7"},
		{nightly, 8, 9, "night 1 of 42"}, {nightly, 9, 1, "night 1 of 42"}, {nightly, 9, 8, "night 2 of 42"}, {nightly, 49, 23, "night 42 of 42"},
		{nightly, 50, 7, "night 42 of 42"}, {nightly, 50, 8, ""},
		{daily, 8, 0, "week 1 of 6, day 1"}, {daily, 14, 23, "week 1 of 6, day 7"}, {daily, 15, 0, "week 2 of 6, day 1"}, {daily, 49, 23, "week 6 of 6, day 7"},
		{daily, 50, 0, ""},
	} {
		if got := tt.c.Place(time.Date(2026, 11, tt.day, tt.hour, 30, 0, 0, time.UTC)); got != tt.want {
			t.Errorf("%s on day %d at %d:30 is %q, want %q", tt.c.Name, tt.day, tt.hour, got, tt.want)
		}
	}
}

// TestTheSixWeeksAreThoseOfTheProgramme where it is followed, and begin with the first
// stretch where none is.
func TestTheSixWeeksAreThoseOfTheProgramme(t *testing.T) {
	now := time.Date(2026, 11, 15, 21, 0, 0, 0, time.UTC)
	rows := Rows{Sessions: []record.Session{stretch(now.AddDate(0, 0, -10)), stretch(now.AddDate(0, 0, -3)), stretch(now)}}
	for name, tt := range map[string]struct {
		courses     []Course
		night, done int
	}{
		"none":          {nil, 11, 3},
		"a programme":   {[]Course{{Bedtime, november(8), 6, 0, 0}}, 8, 2},
		"another":       {[]Course{{"knees", november(8), 6, 0, 0}}, 11, 3},
		"stopped":       {[]Course{{Bedtime, november(8), 6, 0, november(9)}}, 11, 3},
		"not yet":       {[]Course{{Bedtime, november(16), 6, 7, 0}}, 0, 0},
		"begun tonight": {[]Course{{Bedtime, november(15), 6, 0, 0}}, 1, 1},
	} {
		rows.Courses = tt.courses
		if s := Count(now, 28, rows).SixWeeks; s.Night != tt.night || s.Count() != tt.done {
			t.Errorf("%s: night %d, %d done; want %d and %d", name, s.Night, s.Count(), tt.night, tt.done)
		}
	}
}

// TestAWeekOfDiaryWithoutACrampIsKnown, though nothing was written down in it.
func TestAWeekOfDiaryWithoutACrampIsKnown(t *testing.T) {
	now := time.Date(2026, 11, 10, 12, 0, 0, 0, time.UTC)
	rows := Rows{Sessions: []record.Session{stretch(now.AddDate(0, 0, -1))}}
	if n := Count(now, 28, rows).Totals.Known; n != 1 {
		t.Errorf("%d nights are known without", n)
	}
	rows.Courses = []Course{{Bedtime, november(9), 6, 7, 0}}
	if n := Count(now, 28, rows).Totals.Known; n != 8 {
		t.Errorf("%d nights are known, want 8", n)
	}
}

// stretch is a bedtime stretch that was done.
func stretch(at time.Time) record.Session {
	return record.Session{At: at, Routine: Bedtime, Planned: 4 * time.Minute, Worked: 3 * time.Minute}
}
