package stats

import (
	"slices"
	"strings"
	"testing"
	"time"

	"uncramp/coach/record"
	"uncramp/routines"
)

// TestWhenACrampWas: what is said of when depends on both hours, and "last night"
// is never said of the same evening or night.
func TestWhenACrampWas(t *testing.T) {
	for _, tt := range []struct{ cramp, now, want string }{
		{"22 03:12", "22 04:00", "Tonight 03:12"},
		{"22 03:12", "22 07:00", "Last night 03:12"},
		{"22 03:12", "22 15:00", "Last night 03:12"},
		{"22 03:12", "22 21:00", "Last night 03:12"},
		{"22 03:12", "23 01:00", "Yesterday 03:12"},
		{"22 03:12", "23 09:00", ""},
		{"22 06:40", "22 07:00", "This morning 06:40"},
		{"22 21:30", "22 22:00", "This evening 21:30"},
		{"22 21:30", "23 00:30", "Tonight 21:30"},
		{"22 21:30", "23 09:00", "Last night 21:30"},
		{"22 14:10", "22 18:00", "Today 14:10"},
		{"22 14:10", "23 09:00", "Yesterday 14:10"},
		{"22 14:10", "24 00:30", ""},
		{"22 21:30", "24 00:30", ""},
	} {
		cramp, now := moment(t, tt.cramp), moment(t, tt.now)
		rows := cramps(record.Episode{At: cramp, Muscle: routines.Calf, Side: routines.Left})
		line := ""
		if lines := OverviewOf(now, rows, nil).Lines(untitled); len(lines) > 0 {
			line = lines[0]
		}
		said, _, found := strings.Cut(line, ", left calf")
		if !found {
			said = ""
		}
		if said != tt.want {
			t.Errorf("a cramp of %s is told at %s as %q (%q), want %q", tt.cramp, tt.now, said, line, tt.want)
		}
		if at, err := record.ParseMoment(said, now); said != "" && (err != nil || !at.Equal(cramp)) {
			t.Errorf("%q is read at %s as %v (%v), want %v", said, tt.now, at, err, cramp)
		}
	}
}

func moment(t *testing.T, text string) time.Time {
	at, err := time.ParseInLocation("2006-01 2 15:04", "2026-11 "+text, zone)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

// TestTheOverviewSaysOnlyWhatIsKnown, and less from the right.
func TestTheOverviewSaysOnlyWhatIsKnown(t *testing.T) {
	now := morning
	cramp := func(daysAgo int) record.Episode {
		return record.Episode{At: now.AddDate(0, 0, -daysAgo).Add(-6 * time.Hour)}
	}
	stretch := record.Session{Routine: Bedtime, Planned: time.Minute, Worked: time.Minute, At: now.Add(-11*day - 11*time.Hour)}
	for name, tt := range map[string]struct {
		rows Rows
		want []string
	}{
		"nothing": {},
		"one cramp of long ago": {cramps(cramp(70)),
			[]string{"No cramp in four weeks, none in the four before", "No cramp in four weeks"}},
		"begun lately": {cramps(cramp(3), cramp(2)), []string{"2 cramps since 19 Nov"}},
		"all": {Rows{Cramps: []record.Episode{cramp(70), cramp(40), cramp(39), cramp(2), cramp(0)}, Sessions: []record.Session{stretch}}, []string{
			"Last night 03:00 · night 12 of 42 · 2 cramps in four weeks, 2 in the four before",
			"Last night 03:00 · night 12 of 42 · 2 cramps in four weeks", "Last night 03:00 · night 12 of 42", "Last night 03:00",
		}},
		"a programme": {Rows{Courses: []Course{{Name: "leans", From: DayOf(now) - 10, Weeks: 6}}}, []string{
			"Short calf leans: week 2 of 6, day 4", "Week 2 of 6, day 4",
		}},
		"one that is gone": {Rows{Courses: []Course{{Name: "knees", From: DayOf(now) - 10, Weeks: 6}}}, []string{"Week 2 of 6, day 4"}},
	} {
		if got := slices.Compact(OverviewOf(now, tt.rows, nil).Lines(titled)); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}

// titled are the titles of some programmes.
func titled(id string) string {
	return map[string]string{Bedtime: "Bedtime stretch", "leans": "Short calf leans"}[id]
}

func untitled(string) string { return "" }
