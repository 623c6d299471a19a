package remind

import (
	"reflect"
	"strings"
	"testing"
)

func TestNew(t *testing.T) {
	for _, tt := range []struct{ name, times, days, want, err string }{
		{"bedtime", "22:30", "", "22:30, every day", ""},
		{"bedtime", "9:05 0:00 23:59 09:05", "", "00:00, 09:05, 23:59, every day", ""},
		{"bedtime", "9:05", "sun,MON, tue,mon", "09:05, mon, tue, sun", ""},
		{"bedtime", "9:05", "mon,tue,wed,thu,fri,sat,sun", "09:05, every day", ""},
		{"bedtime", "9:05", "mon-fri", "09:05, mon, tue, wed, thu, fri", ""},
		{"bedtime", "9:05", "Sat - Mon, wed,wed-thu", "09:05, mon, wed, thu, sat, sun", ""},
		{"bedtime", "9:05", "tue-tue", "09:05, tue", ""},
		{"bedtime", "9:05", "wed-tue", "09:05, every day", ""},
		{"bedtime", "9:05", "mon-", "", `"" is no day; choose from mon, tue, wed, thu, fri, sat, sun, or write mon-fri`},
		{"bedtime", "9:05", "mon-friday", "", `"friday" is no day`},
		{"bedtime", "9:05", "mon-tue-wed", "", `"tue-wed" is no day`},
		{"bedtime", "24:00", "", "", `"24:00" is no time of day; write it like 22:30 or 9:00`},
		{"bedtime", "9:60", "", "", `"9:60"`},
		{"bedtime", "9:5", "", "", `"9:5"`},
		{"bedtime", "-1:00", "", "", `"-1:00"`},
		{"bedtime", "009:00", "", "", `"009:00"`},
		{"bedtime", "9:00pm", "", "", `"9:00pm"`},
		{"bedtime", "٩:00", "", "", "no time of day"},
		{"bedtime", "9:00\n", "daily", "", `"daily" is no day`},
		{"bedtime", "", "", "", "no time"},
		{"bedtime", "9:00", "mon,", "", `"" is no day`},
		{"bedtime", "9:00", "monday", "", `"monday" is no day; choose from mon`},
		{"../bedtime", "9:00", "", "", `"../bedtime" can't be`},
		{"--help", "9:00", "", "", `"--help" can't be`},
		{"a b", "9:00", "", "", `"a b" can't be`},
		{"", "9:00", "", "", `"" can't be`},
		{strings.Repeat("a", 33), "9:00", "", "", "can't be"},
	} {
		r, err := New(tt.name, strings.Fields(tt.times), tt.days)
		switch {
		case tt.err == "" && (err != nil || r.String() != tt.want):
			t.Errorf("%+v is %v, %v", tt, r, err)
		case tt.err != "" && (err == nil || !strings.Contains(err.Error(), tt.err)):
			t.Errorf("%+v gives the error %v", tt, err)
		}
	}
	if _, err := New("bedtime", []string{"9:00\n"}, ""); err == nil {
		t.Error("a line's end is part of a time")
	}
}

func TestScheduleIsReadBack(t *testing.T) {
	for _, days := range []string{"", "mon", "tue,sat,sun"} {
		r := reminder(t, "water", "9:00 12:00", days)
		got, err := parseReminder(r.Name, r.schedule())
		if err != nil || !reflect.DeepEqual(got, r) {
			t.Errorf("%q is read as %+v, %v", r.schedule(), got, err)
		}
	}
	for _, bad := range []string{"", "daily", "22:30", "22:30 sometimes", "25:00 daily"} {
		if r, err := parseReminder("water", bad); err == nil {
			t.Errorf("%q is read as %v", bad, r)
		}
	}
}

func TestProgramsThatWillBeGone(t *testing.T) {
	for path, fine := range map[string]bool{
		"/usr/local/bin/uncramp":                                  true,
		"/home/anna lee/go/bin/uncramp":                           true,
		"/tmp/go-build123/b001/exe/uncramp":                       false, // what go run made until 1.24
		"/home/anna/.cache/go-build/0a/0a1b-d/uncramp":            false, // and since
		`/home/anna/un` + "\n" + `* * * * * rm -rf ~`:             false,
		"/home/anna/\xff/uncramp":                                 false,
		"/home/anna/\u202ebin/uncramp":                            false,
		"/home/анна/bin/uncramp":                                  true,
		"/home/anna/src/go-builder-is-not-it/../go-build/uncramp": false,
	} {
		if err := checkProgram(path, nil); (err == nil) != fine {
			t.Errorf("%q: %v", path, err)
		}
		for host := range hosts {
			r := newRig(t, host)
			if _, err := r.scheduler(t).Set(t.Context(), reminder(t, "bedtime", "22:30", ""), path); (err == nil) != fine {
				t.Errorf("%s takes %q: %v", host, path, err)
			}
		}
	}
	err := checkProgram("/tmp/go-build123/b001/exe/uncramp", nil)
	if err == nil || !strings.Contains(err.Error(), "install uncramp first: go install ./cmd/uncramp") {
		t.Errorf("it says %v", err)
	}
}
