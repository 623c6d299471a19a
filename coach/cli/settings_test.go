package cli

import (
	"encoding/json"
	"errors"
	"os"
	"strings"
	"testing"

	"uncramp/coach/settings"
	"uncramp/coach/text"
	"uncramp/coach/triage"
)

// setter is an App with a settings file of its own, and variables.
func setter(t *testing.T, text string, variables map[string]string) typist {
	t.Helper()
	x := newTypist(t, triage.Finding{})
	if text != "" {
		if err := os.WriteFile(x.Places.settings(), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	x.Getenv = func(name string) string { return variables[name] }
	return x
}

// settingsRun carries out uncramp settings with arguments.
func (x typist) settingsRun(args ...string) error {
	return x.line(append([]string{"settings"}, args...)...)
}

// line carries out a command line, and returns its error.
func (x typist) line(args ...string) error {
	cmd := x.root()
	cmd.SetArgs(args)
	return cmd.Execute()
}

// row is what settings says of one of them.
func row(t *testing.T, out, name string) string {
	t.Helper()
	for l := range strings.Lines(out) {
		if f := strings.Fields(l); len(f) > 0 && f[0] == name {
			return strings.Join(f, " ")
		}
	}
	t.Fatalf("no %s in %s", name, out)
	return ""
}

// TestTheHelpListsEverySetting holds the table of help/settings.txt to the settings.
func TestTheHelpListsEverySetting(t *testing.T) {
	var want strings.Builder
	for _, v := range settings.Defaults().Values() {
		want.WriteString(v.Name + "\t" + v.Allowed + "\n")
	}
	if table := "\n\n" + strings.TrimSpace(aligned(want.String())); !strings.HasSuffix(command("settings", nil).Long, table) {
		t.Errorf("help/settings.txt does not end with this before its examples:%s", table)
	}
}

func TestSettingsAreListedWithTheirOrigins(t *testing.T) {
	x := setter(t, "volume: 70\nsound: off\n", map[string]string{"UNCRAMP_SOUND": "on"})
	if err := x.settingsRun(); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"volume": "volume 70 file ", "sound": "sound on environment ", "theme": "theme auto default ", "speaker": "speaker none default "} {
		if got := row(t, x.out.String(), name); !strings.HasPrefix(got, want) {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if !strings.Contains(x.out.String(), x.Places.settings()) {
		t.Error("the file is not named")
	}
	x.out.Reset()
	if err := x.settingsRun("--json"); err != nil {
		t.Fatal(err)
	}
	var all []settings.Value
	if err := json.Unmarshal(x.out.Bytes(), &all); err != nil || len(all) != len(settings.Defaults().Values()) {
		t.Fatalf("%v: %s", err, x.out)
	}
	if s := all[6]; s.Name != "sound" || s.Text != "on" || s.Origin != settings.Environment || s.Default != "auto" || s.Allowed != "auto, on, off" {
		t.Errorf("got %+v", s)
	}
}

func TestABadFileOrVariableIsToldBesideTheDefaults(t *testing.T) {
	x := setter(t, "volume: loud\n", map[string]string{"UNCRAMP_THEME": "pink"})
	err := x.settingsRun()
	var failed *failure
	if !errors.As(err, &failed) || !strings.Contains(err.Error(), "settings.yaml:1:9: ") || !strings.Contains(err.Error(), "UNCRAMP_THEME") {
		t.Errorf("got %v", err)
	}
	if got := row(t, x.out.String(), "volume"); !strings.HasPrefix(got, "volume 50 default") {
		t.Errorf("got %q", got)
	}
}

func TestSettingsAreChanged(t *testing.T) {
	tests := []struct {
		args      []string
		out, file string
	}{
		{[]string{"set", "volume", "70"}, "volume is 70 (file)\n", "theme: night # x\nvolume: 70\n"},
		{[]string{"set", "prepare", "-5"}, "prepare is -5 (file)\n", "theme: night # x\nprepare: -5\n"},
		{[]string{"set", "volume", "50"}, "volume is 50 (default)\n", "theme: night # x\n"},
		{[]string{"set", "theme", "auto"}, "theme is auto (file)\n", "theme: auto # x\n"},
		{[]string{"unset", "theme"}, "theme is auto (default)\n", "# x\n"},
		{[]string{"unset", "rate"}, "rate is 150 (default)\n", "theme: night # x\n"},
		{[]string{"set", "sound", "off"}, "sound is off (file)\nUNCRAMP_SOUND is set, too, and goes before it\n", "theme: night # x\nsound: off\n"},
	}
	for _, tt := range tests {
		x := setter(t, "theme: night # x\n", map[string]string{"UNCRAMP_SOUND": "on"})
		if err := x.settingsRun(tt.args...); err != nil {
			t.Errorf("%v: %v", tt.args, err)
		}
		data, err := os.ReadFile(x.Places.settings())
		if err != nil || string(data) != tt.file || x.out.String() != tt.out || x.err.Len() > 0 {
			t.Errorf("%v: printed %q %q, the file has %q (%v)", tt.args, x.out, x.err, data, err)
		}
	}
}

func TestWrongUseOfSettings(t *testing.T) {
	tests := []struct {
		args []string
		want string
	}{
		{[]string{"set", "volume", "loud"}, `volume is "loud"; choose 0 to 100`},
		{[]string{"set", "volum", "3"}, `unknown setting "volum"; did you mean volume?`},
		{[]string{"unset", "x"}, `unknown setting "x"; uncramp settings lists what there is`},
		{[]string{"set", "volume"}, "name a setting and its value; see uncramp settings --help"},
		{[]string{"unset"}, "name one setting; see uncramp settings --help"},
		{[]string{"sett"}, `unknown command "sett"; did you mean set?`},
		{[]string{"bogus"}, `unknown command "bogus"; see uncramp settings --help`},
	}
	for _, tt := range tests {
		x := setter(t, "", nil)
		err := x.settingsRun(tt.args...)
		var failed *failure
		if err == nil || err.Error() != tt.want || errors.As(err, &failed) {
			t.Errorf("%v: got %v, want %s", tt.args, err, tt.want)
		}
		if _, err := os.Stat(x.Places.settings()); err == nil || x.out.Len() > 0 {
			t.Errorf("%v: it did something", tt.args)
		}
	}
}

func TestABadFileIsKeptWhenOneIsSet(t *testing.T) {
	x := setter(t, "volume: loud\n", nil)
	if err := x.settingsRun("set", "rate", "200"); err != nil {
		t.Fatal(err)
	}
	said := strings.TrimSuffix(x.err.String(), "\n")
	if !strings.Contains(said, "settings.yaml:1:9: ") || !strings.Contains(said, "kept") || strings.ContainsFunc(said, text.Hidden) {
		t.Errorf("it says %q", said)
	}
	kept, err := os.ReadFile(x.Places.settings() + ".bad")
	if err != nil || string(kept) != "volume: loud\n" {
		t.Errorf("kept is %q (%v)", kept, err)
	}
}

func TestWhereTheSettingsStand(t *testing.T) {
	x := setter(t, "", nil)
	if err := x.settingsRun("path"); err != nil || x.out.String() != x.Places.settings()+"\n" {
		t.Errorf("printed %q, %v", x.out, err)
	}
}

func TestSettingsAreCompleted(t *testing.T) {
	tests := []struct {
		args []string
		want string
	}{
		{[]string{"set", ""}, "volume\tHow loud tones and voice are.\n"},
		{[]string{"set", "sound", ""}, "auto\non\noff\n"},
		{[]string{"unset", ""}, "night_until\tWhen night ends: the colours of day, and tones again.\n"},
	}
	for _, tt := range tests {
		x := setter(t, "", nil)
		if err := x.line(append([]string{"__complete", "settings"}, tt.args...)...); err != nil || !strings.Contains(x.out.String(), tt.want) {
			t.Errorf("%v: %v, offered %s", tt.args, err, x.out)
		}
	}
}
