package calendar

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // the clocks are put forward and back wherever this runs

	"uncramp/coach/plan"
	"uncramp/coach/remind"
	"uncramp/coach/stats"
	"uncramp/routines"
)

// now is a Thursday, far from UTC.
var now = time.Date(2026, 11, 26, 21, 0, 0, 0, time.FixedZone("far", 13*3600))

func reminder(t testing.TB, name, days string, times ...string) remind.Reminder {
	t.Helper()
	r, err := remind.New(name, times, days)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// course is a programme that was begun on a day.
func course(from time.Time, id string, weeks int) plan.Course {
	followed := stats.Followed{Summary: stats.Summary{Courses: []stats.Course{{Name: id, From: stats.DayOf(from), Weeks: weeks}}}}
	return plan.CourseOf(now, followed, func(id string) plan.Programme { return plan.ProgrammeOf(id, routines.Library{}.Find) })
}

// events are those of a calendar, read back, by their names.
func events(t *testing.T, c plan.Course, reminders ...remind.Reminder) (list []component) {
	t.Helper()
	var b bytes.Buffer
	about := func(id string) Routine { return Routine{"The " + id, 4} }
	if err := Write(&b, now, Events(now, reminders, c, about)); err != nil {
		t.Fatal(err)
	}
	if !Begins(b.Bytes()) {
		t.Error("a calendar isn't known by how it begins")
	}
	calendar := read(t, b.String())
	if calendar.properties["VERSION"] != "2.0" {
		t.Errorf("its version is %q", calendar.properties["VERSION"])
	}
	ids := map[string]bool{}
	for _, e := range calendar.children {
		if id := e.properties["UID"]; ids[id] || id == "" {
			t.Errorf("two events are called %q", id)
		}
		ids[e.properties["UID"]] = true
		if e.name != "VEVENT" || len(e.children) != 1 || e.children[0].name != "VALARM" || e.children[0].properties["ACTION"] != "DISPLAY" {
			t.Errorf("no event with an alarm: %+v", e)
		}
		if stamp := e.properties["DTSTAMP"]; stamp != "20261126T080000Z" {
			t.Errorf("it was written at %q", stamp)
		}
	}
	return calendar.children
}

// TestAReminderComesAtItsTimes by the clock on the wall, from the next time on.
func TestAReminderComesAtItsTimes(t *testing.T) {
	for _, tt := range []struct {
		reminder        remind.Reminder
		id, first, next string
		times           int
	}{
		{reminder(t, "bedtime", "", "22:30"), "bedtime-2230@uncramp", "Thu 20261126T223000", "Fri 20261127T223000", 364},
		{reminder(t, "warmup", "", "9:00"), "warmup-0900@uncramp", "Fri 20261127T090000", "Sat 20261128T090000", 364},
		{reminder(t, "desk", "mon,thu", "9:00"), "desk-0900@uncramp", "Mon 20261130T090000", "Thu 20261203T090000", 104},
	} {
		list := events(t, plan.Course{}, tt.reminder)
		e := list[0]
		when := dates(t, e)
		if len(list) != 1 || e.properties["UID"] != tt.id || when[0] != tt.first || when[1] != tt.next || len(when) != tt.times {
			t.Errorf("%s comes at %v…, %d times, as %s", tt.reminder.Name, when[:2], len(when), e.properties["UID"])
		}
		if e.properties["DURATION"] != "PT240S" || e.children[0].properties["TRIGGER"] != "PT0S" || e.properties["SUMMARY"] != "The "+tt.reminder.Name {
			t.Errorf("%+v", e)
		}
		if about := plain(e.properties["DESCRIPTION"]); !strings.Contains(about, "uncramp start "+tt.reminder.Name) || !strings.Contains(about, "Get help.") {
			t.Errorf("it says %q", about)
		}
	}
	if list := events(t, plan.Course{}, reminder(t, remind.Water, "", "9:00", "15:00")); len(list) != 2 ||
		plain(list[0].properties["DESCRIPTION"]) != "Time to drink something." {
		t.Errorf("%+v", list)
	}
}

// TestATimeThatTheClocksPassOverComesOnAllOtherDays: they are put forward on the next day,
// at 2:00 in Berlin and at midnight in Santiago.
func TestATimeThatTheClocksPassOverComesOnAllOtherDays(t *testing.T) {
	for _, tt := range []struct{ zone, now, at, first string }{
		{"Europe/Berlin", "2027-03-27 12:00", "2:30", "20270328T023000"},
		{"Europe/Berlin", "2027-03-28 01:30", "2:30", "20270328T023000"},
		{"Europe/Berlin", "2027-03-28 12:00", "2:30", "20270329T023000"},
		{"Europe/Berlin", "2027-10-31 12:00", "2:30", "20271101T023000"},
		{"America/Santiago", "2026-09-05 12:00", "0:30", "20260906T003000"},
	} {
		zone, err := time.LoadLocation(tt.zone)
		if err != nil {
			t.Fatal(err)
		}
		now, err := time.ParseInLocation("2006-01-02 15:04", tt.now, zone)
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		about := func(string) Routine { return Routine{} }
		if err := Write(&b, now, Events(now, []remind.Reminder{reminder(t, "desk", "", tt.at)}, plan.Course{}, about)); err != nil {
			t.Fatal(err)
		}
		if first := read(t, b.String()).children[0].properties["DTSTART"]; first != tt.first {
			t.Errorf("at %s in %s, it first comes %s, want %s", tt.now, tt.zone, first, tt.first)
		}
	}
}

// TestAProgrammeComesOnItsDays, as long as it lasts: at the times of its reminders, or as
// whole days.
func TestAProgrammeComesOnItsDays(t *testing.T) {
	c := course(time.Date(2026, 11, 16, 12, 0, 0, 0, time.UTC), "strengthen", 6) // a Monday
	asked := c.Programme.Days
	var want []string
	for day := stats.DayOf(now); day < c.From+42; day++ {
		if d := day.Date(); len(asked) == 0 || slices.Contains(asked, d.Weekday()) {
			want = append(want, d.Format("Mon 20060102"))
		}
	}
	var got []string
	for i, e := range events(t, c) {
		got = append(got, dates(t, e)...)
		if name := fmt.Sprintf("%s, week %d of 6", c.Programme.Name, i+2); plain(e.properties["SUMMARY"]) != name {
			t.Errorf("it is called %q, want %q", e.properties["SUMMARY"], name)
		}
		if dose := c.Programme.LongVolumeOf(i + 2); !strings.Contains(plain(e.properties["DESCRIPTION"]), dose) {
			t.Errorf("%q doesn't say %q", e.properties["DESCRIPTION"], dose)
		}
		if e.children[0].properties["TRIGGER"] != "PT32400S" {
			t.Errorf("its alarm is at %q", e.children[0].properties["TRIGGER"])
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("it comes on\n%v, want\n%v", got, want)
	}
	var timed []string
	for _, e := range events(t, c, reminder(t, "strengthen", "", "20:00"), reminder(t, "bedtime", "", "22:30")) {
		if strings.HasPrefix(e.properties["UID"], "bedtime") {
			continue
		}
		timed = append(timed, dates(t, e)...)
	}
	want = slices.DeleteFunc(want, func(day string) bool { return day == "Thu 20261126" }) // 20:00 has gone by
	for i := range want {
		want[i] += "T200000"
	}
	if !slices.Equal(timed, want) {
		t.Errorf("at its time it comes on\n%v, want\n%v", timed, want)
	}
}

// TestWhatIsNotFollowedAnyMoreIsLeftOut: what has gone by, and what was stopped.
func TestWhatIsNotFollowedAnyMoreIsLeftOut(t *testing.T) {
	over := course(time.Date(2026, 9, 1, 12, 0, 0, 0, time.UTC), stats.Bedtime, 6)
	if list := Events(now, nil, over, nil); len(list) > 0 {
		t.Errorf("%+v", list)
	}
	bedtime := events(t, course(now, stats.Bedtime, 6))
	if n := len(bedtime); n != 6 || len(dates(t, bedtime[0])) != 7 || bedtime[0].children[0].properties["TRIGGER"] != "PT75600S" {
		t.Errorf("%d weeks, the first %+v", n, bedtime[0])
	}
}

// TestNamesOfEventsStay whenever a calendar is written.
func TestNamesOfEventsStay(t *testing.T) {
	names := func(at time.Time) (ids []string) {
		for _, e := range Events(at, []remind.Reminder{reminder(t, "desk", "", "9:00")}, course(now, stats.Bedtime, 6), func(string) Routine { return Routine{} }) {
			ids = append(ids, e.ID)
		}
		return ids
	}
	if a, b := names(now), names(now.Add(time.Hour)); !slices.Equal(a, b) || len(a) != 7 {
		t.Errorf("%v, then %v", a, b)
	}
}

// TestTextsAreOnlyText: a name writes no property of its own, and is the same when read.
func TestTextsAreOnlyText(t *testing.T) {
	for _, name := range []string{"a\r\nBEGIN:VEVENT", `semi; comma, back\slash \n`, strings.Repeat("ß–", 90), "\x1b[2J", "a:b\"c"} {
		var b bytes.Buffer
		list := Events(now, []remind.Reminder{reminder(t, "desk", "", "9:00")}, plan.Course{}, func(string) Routine { return Routine{Name: name} })
		if err := Write(&b, now, list); err != nil {
			t.Fatal(err)
		}
		e := read(t, b.String()).children[0]
		got := plain(e.properties["SUMMARY"])
		want := strings.NewReplacer("\r\n", "  ", "\x1b[2J", "[2J").Replace(name)
		if strings.TrimSpace(strings.ReplaceAll(got, "  ", " ")) != strings.TrimSpace(strings.ReplaceAll(want, "  ", " ")) {
			t.Errorf("%q is read as %q", name, got)
		}
	}
}
