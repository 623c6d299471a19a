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
		{"2026-11-21T08:00+01", "2026-11-19T23:59", "2026-11-19T23:59+01"},
		{"2026-11-21T08:00+01", "2026-07-19 03:12", "2026-07-19T03:12+02"},
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
		if err != nil || !got.Equal(at(tt.want)) || got.Location() != berlin {
			t.Errorf("%q at %s is %v (%v), want %s", tt.text, tt.now, got, err, tt.want)
		}
	}
	refused := []struct{ text, want string }{
		{"2026-11-21T08:01", "2026-11-21 08:01 is in the future; write when it began, such as 03:12 or yesterday 03:12"},
		{"2027-01-01 00:00", "in the future"},
		{"2026-03-29T02:30", "there was no 2026-03-29 02:30: the clocks were put forward; write a time an hour before or after"},
		{"2026-02-30T03:12", `"2026-02-30T03:12" is no moment; write 03:12, yesterday 03:12 or 2026-11-21T03:12`},
		{"24:00", "is no moment"}, {"3", "is no moment"}, {"", "is no moment"}, {"tomorrow 03:12", "is no moment"},
		{"1826-11-21T03:12", "is no moment"}, {"yesterday", "is no moment"}, {"a b 03:12", "is no moment"},
		{"\x1b[2J\u202e" + strings.Repeat("x", 1000), "is no moment"},
	}
	for _, tt := range refused {
		_, err := ParseMoment(tt.text, at("2026-11-21T08:00+01"))
		if err == nil || !strings.Contains(err.Error(), tt.want) || strings.ContainsFunc(err.Error(), text.Hidden) || len(err.Error()) > 150 {
			t.Errorf("%q: %v, want %s", tt.text, err, tt.want)
		}
	}
}

func TestMinutesAreRead(t *testing.T) {
	for text, want := range map[string]time.Duration{"4": 4 * time.Minute, "0.5": 30 * time.Second, "0": 0, "1440": 24 * time.Hour} {
		if got, err := ParseMinutes(text); err != nil || got != want {
			t.Errorf("%q is %v (%v), want %v", text, got, err, want)
		}
	}
	for _, text := range []string{"", "-1", "1441", "4m", "1e2", "NaN", "four", "99999999999999999999", "4\x1b[2J"} {
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
		{Episode{At: night, Side: routines.Right, Length: 170 * time.Second}, "21 November 03:12, right leg, 3 minutes"},
		{Episode{At: night, Muscle: "ca\x1b[2J\u202elf"}, "21 November 03:12, ca[2Jlf"},
	}
	for _, tt := range tests {
		if got := tt.e.Summary(); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}
