package record

import (
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // the clocks of Berlin are put forward and back wherever this runs

	"uncramp/coach/text"
	"uncramp/routines"
)

var night = time.Date(2026, 11, 21, 3, 12, 0, 0, time.FixedZone("", 3600))

func TestMomentsAreRead(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	at := func(text string) time.Time {
		t.Helper()
		m, err := time.Parse("2006-01-02T15:04-07", text)
		if err != nil {
			t.Fatal(err)
		}
		return m.In(berlin)
	}
	tests := []struct{ now, text, want string }{
		{"2026-11-21T08:00+01", "03:12", "2026-11-21T03:12+01"},
		{"2026-11-21T08:00+01", "3:12", "2026-11-21T03:12+01"},
		{"2026-11-21T08:00+01", " 08:00 ", "2026-11-21T08:00+01"},
		{"2026-11-21T08:00+01", "08:01", "2026-11-20T08:01+01"},
		{"2026-11-01T00:10+01", "23:50", "2026-10-31T23:50+01"},
		{"2026-11-21T08:00+01", "yesterday 03:12", "2026-11-20T03:12+01"},
		{"2026-11-21T08:00+01", "Yesterday  3:12", "2026-11-20T03:12+01"},
		{"2026-11-21T08:00+01", "today 03:12", "2026-11-21T03:12+01"},
		{"2026-11-21T08:00+01", "This morning, 3:12 am", "2026-11-21T03:12+01"},
		{"2026-11-21T22:00+01", "this evening 21:10", "2026-11-21T21:10+01"},
		{"2026-11-21T08:00+01", "last night 03:12", "2026-11-21T03:12+01"},
		{"2026-11-21T08:00+01", "last night 23:12", "2026-11-20T23:12+01"},
		{"2026-11-21T23:50+01", "last night 23:12", "2026-11-20T23:12+01"},
		{"2026-11-21T23:50+01", "tonight 23:12", "2026-11-21T23:12+01"},
		{"2026-11-22T03:50+01", "tonight 23:12", "2026-11-21T23:12+01"},
		{"2026-11-22T03:50+01", "tonight 03:12", "2026-11-22T03:12+01"},
		{"2026-11-21T08:00+01", "2026-11-19T23:59", "2026-11-19T23:59+01"},
		{"2026-11-21T08:00+01", "2026-07-19 03:12", "2026-07-19T03:12+02"},
		// Every form that is printed, and what spreadsheets make of a date.
		{"2026-11-21T08:00+01", "21 November 03:12", "2026-11-21T03:12+01"},
		{"2026-11-21T08:00+01", "22 November 03:12", "2025-11-22T03:12+01"},
		{"2026-11-21T08:00+01", "29 Feb 03:12", "2024-02-29T03:12+01"},
		{"2026-11-21T08:00+01", "22 November 2025 03:12", "2025-11-22T03:12+01"},
		{"2026-11-21T08:00+01", "Sat 21 Nov 03:12", "2026-11-21T03:12+01"},
		{"2026-11-21T08:00+01", "Sat 21 Nov 2026, 03:12", "2026-11-21T03:12+01"},
		{"2026-11-21T08:00+01", "Friday, 20 November 2026 3:12 pm", "2026-11-20T15:12+01"},
		{"2026-11-21T08:00+01", "2026-11-20T23:12:30-05:00", "2026-11-21T05:12+01"},
		{"2026-11-21T08:00+01", "2026-11-21T03:12+01:00", "2026-11-21T03:12+01"},
		{"2026-11-21T08:00+01", "2026-11-21 02:12Z", "2026-11-21T03:12+01"},
		{"2026-11-21T08:00+01", "20.11.2026 03:12", "2026-11-20T03:12+01"},
		{"2026-11-21T08:00+01", "1.2.2026 3:12", "2026-02-01T03:12+01"},
		{"2026-11-21T08:00+01", "11/20/2026 3:12 AM", "2026-11-20T03:12+01"},
		{"2026-11-21T08:00+01", "20/11/2026 12:12AM", "2026-11-20T00:12+01"},
		{"2026-11-21T08:00+01", "11/11/2026 03:12:00", "2026-11-11T03:12+01"},
		{"2026-11-21T08:00+01", "2026/11/20 03:12", "2026-11-20T03:12+01"},
		// The night on which the clocks are put back: 02:30 comes twice.
		{"2026-10-25T02:40+02", "02:30", "2026-10-25T02:30+02"},
		{"2026-10-25T02:40+01", "02:30", "2026-10-25T02:30+01"},
		{"2026-10-25T02:10+01", "02:30", "2026-10-25T02:30+02"},
		{"2026-10-26T08:00+01", "yesterday 02:30", "2026-10-25T02:30+01"},
		// They are put forward: there is no 02:30.
		{"2026-03-29T08:00+02", "02:30", "2026-03-28T02:30+01"},
	}
	for _, tt := range tests {
		got, err := ParseMoment(tt.text, at(tt.now))
		zoned := strings.HasSuffix(tt.text, "Z") || strings.HasSuffix(tt.text, ":00") && len(tt.text) > 20
		if err != nil || !got.Truncate(time.Minute).Equal(at(tt.want)) || got.Location() != berlin && !zoned {
			t.Errorf("%q at %s is %v (%v), want %s", tt.text, tt.now, got, err, tt.want)
		}
	}
	refused := []struct{ text, want string }{
		{"2026-11-21T08:01", "2026-11-21 08:01 is in the future; write when it began, such as 03:12 or yesterday 03:12"},
		{"2027-01-01 00:00", "in the future"},
		{"2026-03-29T02:30", "there was no 2026-03-29 02:30: the clocks were put forward; write a time before or after that"},
		{"2026-02-30T03:12", `"2026-02-30T03:12" is no moment; write 03:12, yesterday 03:12 or 2026-11-21T03:12`},
		{"10/11/2026 03:12", `"10/11/2026 03:12" may be 2026-11-10 or 2026-10-11; write the one that it is`},
		{"10-11-2026 03:12", `may be 2026-11-10 or 2026-10-11; write the one that it is`},
		{"20.11.26 03:12", `has a year of two digits; write all four`},
		{"31.11.2026 03:12", "is no moment"}, {"20.11.2026", "is no moment"}, {"20.11.2026 yesterday", "is no moment"},
		{"Mon 20 Nov 2026 03:12", `is a Friday; put one of the two right`},
		{"2026-11-21T09:00:00+01:00", "2026-11-21 09:00 is in the future"},
		{"24:00", "is no moment"}, {"3", "is no moment"}, {"", "is no moment"}, {"tomorrow 03:12", "is no moment"},
		{"today 23:00", "2026-11-21 23:00 is in the future"}, {"tonight 09:00", "2026-11-21 09:00 is in the future"}, {"last night", "is no moment"},
		{"today 25:00", "is no moment"}, {"1826-11-21T03:12", "is no moment"}, {"yesterday", "is no moment"}, {"a b 03:12", "is no moment"},
		{"\x1b[2J\u202e" + strings.Repeat("x", 1000), "is no moment"},
	}
	for _, tt := range refused {
		_, err := ParseMoment(tt.text, at("2026-11-21T08:00+01"))
		if err == nil || !strings.Contains(err.Error(), tt.want) || strings.ContainsFunc(err.Error(), text.Hidden) || len(err.Error()) > 150 {
			t.Errorf("%q: %v, want %s", tt.text, err, tt.want)
		}
	}
}

// TestYesterdayIsTheDayBefore, whatever the clocks of that day passed over.
func TestYesterdayIsTheDayBefore(t *testing.T) {
	santiago, err := time.LoadLocation("America/Santiago")
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 9, 7, 0, 30, 0, 0, santiago) // there was no 0:30 the day before
	for _, given := range []string{"14:00", "yesterday 14:00", "last night 14:00"} {
		at, err := ParseMoment(given, now)
		if got := at.Format("2006-01-02 15:04"); err != nil || got != "2026-09-06 14:00" {
			t.Errorf("%q is %s (%v)", given, got, err)
		}
	}
}

func TestMinutesAreRead(t *testing.T) {
	for text, want := range map[string]time.Duration{"4,5": 270 * time.Second, "4": 4 * time.Minute, "0.5": 30 * time.Second, "0": 0, "1440": 24 * time.Hour} {
		if got, err := ParseMinutes(text); err != nil || got != want {
			t.Errorf("%q is %v (%v), want %v", text, got, err, want)
		}
	}
	for _, text := range []string{"", "-1", "1,2,3", "1.2,3", "1441", "4m", "1e2", "NaN", "four", "99999999999999999999", "4\x1b[2J"} {
		if got, err := ParseMinutes(text); err == nil || got != 0 || !strings.Contains(err.Error(), "such as 4") {
			t.Errorf("%q is %v (%v)", text, got, err)
		}
	}
}

func TestSummary(t *testing.T) {
	tests := []struct {
		e    Episode
		want string
	}{
		{Episode{At: night}, "21 November 03:12"},
		{Episode{At: night, Muscle: routines.Calf, Side: routines.Left, Length: 4 * time.Minute}, "21 November 03:12, left calf, 4 minutes"},
		{Episode{At: night, Muscle: routines.Calf, Side: routines.Both, Length: time.Minute}, "21 November 03:12, both calves, 1 minute"},
		{Episode{At: night, Muscle: routines.Foot, Length: 40 * time.Second}, "21 November 03:12, foot, 40 seconds"},
		{Episode{At: night, Side: routines.Right, Length: 170 * time.Second}, "21 November 03:12, right leg, 2 min 50 s"},
		{Episode{At: night, Length: 270 * time.Second}, "21 November 03:12, 4 min 30 s"},
		{Episode{At: night, Muscle: routines.Calf, Severity: Rating{true, 7}}, "21 November 03:12, calf, severity 7 of 10"},
		{Episode{At: night, Severity: Rating{true, 0}}, "21 November 03:12, severity 0 of 10"},
		{Episode{At: night.AddDate(-1, 0, 0)}, "21 November 2025 03:12"},
		{Episode{At: night.AddDate(0, 2, 0)}, "21 January 2027 03:12"},
		{Episode{At: night, Muscle: "ca\x1b[2J\u202elf"}, "21 November 03:12, ca[2Jlf"},
	}
	for _, tt := range tests {
		got := tt.e.Summary(night)
		if got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
		if moment, _, _ := strings.Cut(got, ","); !tt.e.At.After(night) { // what is printed can be typed
			if at, err := ParseMoment(moment, night); err != nil || !at.Equal(tt.e.At) {
				t.Errorf("%q is read as %v (%v)", moment, at, err)
			}
		}
	}
}

// TestDatesOfAFile tell one moment each.
func TestDatesOfAFile(t *testing.T) {
	in := func(name string) *time.Location {
		l, err := time.LoadLocation(name)
		if err != nil {
			t.Fatal(err)
		}
		return l
	}
	berlin, apia := in("Europe/Berlin"), in("Pacific/Apia")
	for _, tt := range []struct {
		text string
		in   *time.Location
		want string
	}{
		{"2026-11-20 03:12", berlin, "2026-11-20T03:12:00+01:00"},
		{"20.11.2026 03:12", berlin, "2026-11-20T03:12:00+01:00"},
		{"20.07.2026 03:12:30", berlin, "2026-07-20T03:12:30+02:00"},
		{"2026-11-20T03:12:00Z", berlin, "2026-11-20T03:12:00Z"},
		{"2026-11-20T03:12:00.123456789-05:30", berlin, "2026-11-20T03:12:00-05:30"},
		{"2011-12-29 03:12", apia, "2011-12-29T03:12:00-10:00"},
		{"2011-12-31 03:12", apia, "2011-12-31T03:12:00+14:00"},
	} {
		if got, err := ParseDated(tt.text, tt.in); err != nil || got.Format(time.RFC3339) != tt.want {
			t.Errorf("%q in %s is %v (%v), want %s", tt.text, tt.in, got, err, tt.want)
		}
	}
	for _, tt := range []struct {
		text string
		in   *time.Location
		want string
	}{
		{"2026-10-25 02:30", berlin, "the clocks showed 2026-10-25 02:30 twice when they were put back; write 2026-10-25T02:30:00+02:00 or 2026-10-25T02:30:00+01:00"},
		{"2026-03-29 02:30", berlin, "there was no 2026-03-29 02:30: the clocks were put forward"},
		{"2011-12-30 03:12", apia, "there was no 2011-12-30 03:12"},
		{"10/11/2026 03:12", berlin, "may be 2026-11-10 or 2026-10-11"},
		{"20 November 03:12", berlin, "has no year; write it like 2026-11-21 03:12"},
		{"03:12", berlin, "is no date with a time of day; write it like 2026-11-21 03:12"}, {"yesterday 03:12", berlin, "is no date"}, {"", berlin, "is no date"},
		{"20.11.2026", berlin, `"20.11.2026" is no date with a time of day`},
	} {
		if got, err := ParseDated(tt.text, tt.in); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%q in %s is %v (%v), want %s", tt.text, tt.in, got, err, tt.want)
		}
	}
}

// TestWhatIsPrintedIsRead: each form in which a screen, a page or an export tells a moment
// is one that can be typed.
func TestWhatIsPrintedIsRead(t *testing.T) {
	began, now := night.Add(-30*time.Hour), night.Add(5*time.Hour)
	for _, form := range []string{
		"2 January 15:04", "2 January 2006 15:04", "2 January, 15:04", "2 January 2006, 15:04", // summaries, the red flags
		"_2 Jan 15:04", "_2 Jan 06 15:04", // the history
		"Mon 2 Jan 15:04", "Mon 2 Jan 2006 15:04", // the report
		"2006-01-02 15:04", time.RFC3339, time.RFC3339Nano, // the form, exports
	} {
		printed := began.Format(form)
		if at, err := ParseMoment(printed, now); err != nil || !at.Equal(began) {
			t.Errorf("%q is read as %v (%v), want %v", printed, at, err, began)
		}
	}
}

// FuzzMoments: whatever is written, a moment that was read was not to come, and what
// is said of one that wasn't is a line of plain text.
func FuzzMoments(f *testing.F) {
	now := night.Add(5 * time.Hour)
	for _, given := range []string{"03:12", "yesterday 03:12", "21.11.2026 03:12", "Sat 21 Nov 2026 3:12 PM", "10/11/2026 03:12", "2026-11-21T03:12+01:00"} {
		f.Add(given)
	}
	f.Fuzz(func(t *testing.T, given string) {
		at, err := ParseMoment(given, now)
		if err == nil && at.After(now) {
			t.Errorf("%q is %v", given, at)
		}
		if err != nil && (strings.ContainsFunc(err.Error(), text.Hidden) || len(err.Error()) > 400) {
			t.Errorf("%q: %q", given, err)
		}
	})
}
