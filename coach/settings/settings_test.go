package settings

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

// set is the defaults with values for the file, as name and text in turn.
func set(t testing.TB, values ...string) Settings {
	t.Helper()
	s := Defaults()
	for i := 0; i < len(values); i += 2 {
		if err := s.Set(values[i], values[i+1], File); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func textOf(t testing.TB, s Settings, name string) string {
	t.Helper()
	v, err := s.Value(name)
	if err != nil {
		t.Fatal(err)
	}
	return v.Text
}

func TestDefaults(t *testing.T) {
	want := Settings{Theme: "auto", Figures: "auto", Still: Off, Plain: Off, Sound: Auto, Voice: Auto, Flash: Off, Vibrate: Auto, Volume: 50, Rate: 150,
		NightFrom: "22:00", NightUntil: "06:00", Emergency: "auto"}
	if got := Defaults(); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	for _, v := range Defaults().Values() {
		if v.Text != v.Default || v.Origin != Default || v.About == "" || v.Allowed == "" {
			t.Errorf("%+v", v)
		}
	}
}

func TestSet(t *testing.T) {
	tests := []struct{ name, text, want, refused string }{
		{"theme", "night", "night", ""},
		{"theme", "pink", "", `theme is "pink"; choose auto, day, night, mono`},
		{"sound", "on", "on", ""},
		{"sound", "true", "", `sound is "true"; choose auto, on, off`},
		{"voice", "OFF", "", `voice is "OFF"; choose auto, on, off`},
		{"volume", "0", "0", ""},
		{"volume", "100", "100", ""},
		{"volume", "101", "", `volume is "101"; choose 0 to 100`},
		{"volume", "-1", "", `volume is "-1"; choose 0 to 100`},
		{"volume", "010", "", `volume is "010"; choose 0 to 100`},
		{"volume", "1e1", "", `volume is "1e1"; choose 0 to 100`},
		{"volume", "99999999999999999999", "", `volume is "99999999999999999999"; choose 0 to 100`},
		{"rate", "79", "", `rate is "79"; choose 80 to 300`},
		{"rate", " 300 ", "300", ""},
		{"prepare", "-10", "-10", ""},
		{"prepare", "+5", "", `prepare is "+5"; choose -10 to 60`},
		{"speaker", "Anna (Enhanced)", "Anna (Enhanced)", ""},
		{"speaker", "", "", ""},
		{"speaker", "a\x1b[2J", "", `speaker is "a\x1b[2J"; choose a name of up to 80 characters`},
		{"speaker", "\xff", "", `speaker is "\xff"; choose a name of up to 80 characters`},
		{"speaker", strings.Repeat("é", 80), strings.Repeat("é", 80), ""},
		{"speaker", strings.Repeat("é", 81), "", `speaker is "` + strings.Repeat("é", 40) + `"; choose a name of up to 80 characters`},
		{"still", "true", "on", ""}, {"still", "false", "off", ""}, {"still", "on", "on", ""}, // it was written so
		{"still", "yes", "", `still is "yes"; choose off, on`},
		{"muscle", "calf", "calf", ""},
		{"muscle", "", "", ""},
		{"muscle", "knee", "", `muscle is "knee"; choose calf, foot, hamstring, thigh, leg, or nothing`},
		{"side", "right", "right", ""},
		{"side", "both", "", `side is "both"; choose left, right, or nothing`},
		{"position", "lying", "lying", ""},
		{"emergency", "000", "000", ""},
		{"emergency", "+44 20 7946-0000", "+44 20 7946-0000", ""},
		{"emergency", "auto", "auto", ""},
		{"emergency", "", "", `emergency is ""; choose auto, or a number such as 112`},
		{"emergency", "1", "", `emergency is "1"; choose auto, or a number such as 112`},
		{"emergency", "a doctor", "", `emergency is "a doctor"; choose auto, or a number such as 112`},
		{"emergency", "112\x1b[2J", "", `emergency is "112\x1b[2J"; choose auto, or a number such as 112`},
		{"night_from", "7:30", "07:30", ""},
		{"night_until", "24:00", "", `night_until is "24:00"; choose a time of day, such as 22:00`},
		{"night_until", "6", "", `night_until is "6"; choose a time of day, such as 22:00`},
		{"volum", "3", "", `unknown setting "volum"; did you mean volume?`},
		{"nightfrom", "3", "", `unknown setting "nightfrom"; did you mean night_from?`},
		{"x\x1by", "3", "", `unknown setting "x\x1by"; uncramp settings lists what there is`},
		{strings.Repeat("volume", 9e3), "3", "", `unknown setting "` + strings.Repeat("volume", 9)[:40] + `"; uncramp settings lists what there is`},
	}
	for _, tt := range tests {
		s := Defaults()
		err := s.Set(tt.name, tt.text, Flag)
		if tt.refused != "" {
			if err == nil || err.Error() != tt.refused {
				t.Errorf("%.20s %q: got %v, want %s", tt.name, tt.text, err, tt.refused)
			}
			if !reflect.DeepEqual(s, Defaults()) {
				t.Errorf("%.20s %q was refused and changed something: %+v", tt.name, tt.text, s)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s %q: %v", tt.name, tt.text, err)
			continue
		}
		if v, _ := s.Value(tt.name); v.Text != tt.want || v.Origin != Flag {
			t.Errorf("%s %q: got %+v", tt.name, tt.text, v)
		}
	}
}

// TestEveryFieldIsItsOwn sets each field to something else than its default:
// no other may change.
func TestEveryFieldIsItsOwn(t *testing.T) {
	another := map[string]string{"speaker": "Anna", "emergency": "999", "on": `{began: ["lamp"]}`}
	for i, v := range Defaults().Values() {
		text, ok := Defaults().Step(v.Name, 1)
		if !ok {
			text = another[v.Name]
		}
		s := set(t, v.Name, text)
		for j, now := range s.Values() {
			if changed := now.Text != now.Default; changed != (i == j) {
				t.Errorf("%s set to %q: %s is %q", v.Name, text, now.Name, now.Text)
			}
		}
	}
}

func TestACopyIsIndependent(t *testing.T) {
	a := set(t, "volume", "60")
	b := a
	if err := b.Set("rate", "200", Flag); err != nil {
		t.Fatal(err)
	}
	if v, _ := a.Value("rate"); v.Origin != Default || v.Text != "150" {
		t.Errorf("the first has %+v", v)
	}
}

func TestOrigins(t *testing.T) {
	s := set(t, "volume", "60", "sound", "off", "rate", "150")
	env := map[string]string{"UNCRAMP_SOUND": "on", "UNCRAMP_NIGHT_FROM": "21:00", "UNCRAMP_RATE": ""}
	s, err := s.WithEnvironment(func(name string) string { return env[name] })
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Set("night_from", "20:00", Flag); err != nil {
		t.Fatal(err)
	}
	want := map[string]Value{
		"volume": {Text: "60", Origin: File}, "sound": {Text: "on", Origin: Environment}, "rate": {Text: "150", Origin: File},
		"night_from": {Text: "20:00", Origin: Flag}, "theme": {Text: "auto", Origin: Default},
	}
	for name, w := range want {
		if v, _ := s.Value(name); v.Text != w.Text || v.Origin != w.Origin {
			t.Errorf("%s is %q from %s, want %q from %s", name, v.Text, v.Origin, w.Text, w.Origin)
		}
	}
}

func TestABadVariableIsNamedAndLeftOut(t *testing.T) {
	env := map[string]string{"UNCRAMP_THEME": "pink\x1b", "UNCRAMP_VOLUME": "loud", "UNCRAMP_RATE": "200"}
	s, err := Defaults().WithEnvironment(func(name string) string { return env[name] })
	const want = `the variable UNCRAMP_THEME: theme is "pink\x1b"; choose auto, day, night, mono` + "\n" +
		`the variable UNCRAMP_VOLUME: volume is "loud"; choose 0 to 100`
	if err == nil || err.Error() != want {
		t.Errorf("got %v", err)
	}
	if s.Theme != "auto" || s.Volume != 50 || s.Rate != 200 {
		t.Errorf("got %+v", s)
	}
}

func TestStep(t *testing.T) {
	tests := []struct {
		name, from string
		by         int
		want       string
	}{
		{"theme", "auto", 1, "day"}, {"theme", "mono", 1, "auto"}, {"theme", "auto", -1, "mono"}, {"theme", "auto", -9, "mono"},
		{"muscle", "", 1, "calf"}, {"muscle", "calf", -1, ""}, {"still", "off", 1, "on"},
		{"volume", "50", 1, "55"}, {"volume", "98", 1, "100"}, {"volume", "3", -1, "0"}, {"prepare", "0", -1, "-5"},
		{"night_from", "23:45", 1, "00:15"}, {"night_from", "00:00", -1, "23:30"},
	}
	for _, tt := range tests {
		if got, ok := set(t, tt.name, tt.from).Step(tt.name, tt.by); !ok || got != tt.want {
			t.Errorf("%s %q by %d: got %q, want %q", tt.name, tt.from, tt.by, got, tt.want)
		}
	}
	for _, name := range []string{"speaker", "volum"} {
		if got, ok := Defaults().Step(name, 1); ok {
			t.Errorf("%s steps to %q", name, got)
		}
	}
}

func TestAudible(t *testing.T) {
	tests := []struct {
		sound, voice string
		relief       bool
		hour, minute int
		hears, says  bool
	}{
		{"auto", "auto", false, 12, 0, true, false},
		{"auto", "auto", true, 12, 0, false, false},
		{"auto", "auto", false, 22, 0, false, false},
		{"auto", "auto", false, 21, 59, true, false},
		{"auto", "auto", false, 5, 59, false, false},
		{"auto", "auto", false, 6, 0, true, false},
		{"auto", "auto", true, 3, 0, false, false},
		{"on", "on", true, 3, 0, true, true},
		{"off", "off", false, 12, 0, false, false},
		{"off", "on", false, 12, 0, false, true},
	}
	for _, tt := range tests {
		s := set(t, "sound", tt.sound, "voice", tt.voice)
		sound, voice := s.Audible(tt.relief, at(tt.hour, tt.minute))
		if sound != tt.hears || voice != tt.says {
			t.Errorf("%+v: sound %v, voice %v", tt, sound, voice)
		}
	}
}

func at(hour, minute int) time.Time { return time.Date(2026, 11, 22, hour, minute, 30, 0, time.UTC) }

func TestNight(t *testing.T) {
	tests := []struct {
		from, until  string
		hour, minute int
		want         bool
	}{
		{"22:00", "06:00", 0, 0, true}, {"00:30", "08:00", 0, 15, false}, {"00:30", "08:00", 0, 30, true},
		{"00:30", "08:00", 8, 0, false}, {"09:00", "17:00", 12, 0, true}, {"09:00", "17:00", 3, 0, false},
		{"22:00", "22:00", 22, 0, false}, {"22:00", "22:00", 3, 0, false},
	}
	for _, tt := range tests {
		if got := set(t, "night_from", tt.from, "night_until", tt.until).IsNight(at(tt.hour, tt.minute)); got != tt.want {
			t.Errorf("%+v", tt)
		}
	}
}

// TestEverySettingHasItsWords: a name, a sentence, and a heading whose settings stand
// together.
func TestEverySettingHasItsWords(t *testing.T) {
	var groups []Group
	for _, v := range Defaults().Values() {
		if v.Label == "" || (v.Group == "") != (v.Name == hooksName) || v.Words == "" || !strings.HasSuffix(v.About, ".") || strings.Contains(v.Label, "_") {
			t.Errorf("%s: %+v", v.Name, v)
		}
		if len(groups) == 0 || groups[len(groups)-1] != v.Group {
			groups = append(groups, v.Group)
		}
	}
	slices.Sort(groups)
	if len(slices.Compact(slices.Clone(groups))) != len(groups) {
		t.Errorf("a group stands in two places: %v", groups)
	}
	s := Defaults()
	for name, want := range map[string][2]string{
		"prepare": {"5", "+5 s"}, "volume": {"70", "70 %"}, "rate": {"120", "120 words a minute"}, "still": {"on", "keep still"},
		"theme": {"auto", "auto, by the hour"}, "muscle": {"calf", "calf"}, "night_from": {"21:00", "21:00"}, "emergency": {"911", "911"},
	} {
		if err := s.Set(name, want[0], File); err != nil {
			t.Fatal(err)
		}
		if v, _ := s.Value(name); v.Words != want[1] {
			t.Errorf("%s is told as %q, want %q", name, v.Words, want[1])
		}
	}
}
