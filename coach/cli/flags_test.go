package cli

import (
	"strings"
	"testing"

	"uncramp/coach/settings"
	"uncramp/coach/term"
	"uncramp/coach/triage"
	"uncramp/coach/tui"
)

// TestABadValueIsToldInPlainWords on the command line and in the environment.
func TestABadValueIsToldInPlainWords(t *testing.T) {
	tests := []struct{ line, variable, want string }{
		{"plan --glass=abc", "", `--glass is "abc"; write a whole number`},
		{"plan --glass=1.5", "", `--glass is "1.5"; write a whole number`},
		{"plan --glass=99999999999999999999", "", `--glass is "99999999999999999999"; write a whole number that is nearer to 0`},
		{"diary --days x", "", `--days is "x"; write a whole number`},
		{"report --days=", "", `--days is ""; write a whole number`},
		{"now --speed fast", "", `--speed is "fast"; choose 1 to 600`},
		{"now --muscle arm", "", `--muscle is "arm"; choose calf, foot, hamstring, thigh, leg`},
		{"now --plain=perhaps", "", `--plain is "perhaps"; write true or false`},
		{"log --minutes long", "", `--minutes is "long"; write minutes, such as 4 or 0.5, 1440 at most`},
		{"plan", "GLASS=abc", `the variable UNCRAMP_GLASS is "abc": write a whole number`},
		{"now", "PLAIN=perhaps", `the variable UNCRAMP_PLAIN is "perhaps": plain is "perhaps"; choose off, on`},
		{"now --bogus", "", "unknown flag: --bogus; see uncramp now --help"},
		{"diary --days", "", "flag needs an argument: --days; see uncramp diary --help"},
		{"import x.csv", "", `unknown command "import"; did you mean uncramp diary import?`},
		{"restore x.db", "", `unknown command "restore"; did you mean uncramp diary restore?`},
		{"diary log", "", `unknown command "log"; did you mean uncramp log?`},
		{"diary x.csv", "", `unknown command "x.csv"; see uncramp diary --help`},
		{"diary exprt", "", `unknown command "exprt"; did you mean export?`},
		{"report x.csv", "", `"x.csv" is more than report takes; see uncramp report --help`},
		{"man diary export", "", "name one command, such as diary-export"},
	}
	for _, tt := range tests {
		x := newTypist(t, triage.Finding{})
		x.Getenv = func(name string) string {
			variable, value, _ := strings.Cut(tt.variable, "=")
			if name == "UNCRAMP_"+variable {
				return value
			}
			return ""
		}
		code := x.Run(strings.Fields(tt.line))
		if got := x.err.String(); code != Usage || got != "uncramp: "+tt.want+"\n" || x.out.Len() > 0 {
			t.Errorf("%s %s: code %d, said %q, want %q", tt.line, tt.variable, code, got, tt.want)
		}
	}
}

// TestWhatGoesLineByLine: the flag goes before the variables, and these before the
// setting; whatever else a person has set, a flag alone brings the screen back.
func TestWhatGoesLineByLine(t *testing.T) {
	tests := []struct {
		flag, own, accessible, set string
		drawn                      bool
	}{
		{drawn: true},
		{flag: "--plain"},
		{own: "1"}, {own: "true"}, {own: "on"},
		{accessible: "1"}, {accessible: "yes"},
		{accessible: "0", drawn: true}, {accessible: "False", drawn: true},
		{set: "on"},
		{set: "on", own: "0", drawn: true}, {set: "on", accessible: "0"},
		{own: "0", accessible: "1", drawn: true}, {set: "off", accessible: "1"},
		{flag: "--plain=false", own: "1", drawn: true}, {flag: "--plain=false", accessible: "1", drawn: true},
		{flag: "--plain=false", set: "on", drawn: true},
	}
	for _, command := range []string{"now", "start desk", "check", "learn", "me", "log"} {
		for _, tt := range tests {
			x := newTypist(t, triage.Finding{}, "q")
			x.ByHand = true
			x.Getenv = func(name string) string {
				return map[string]string{"UNCRAMP_PLAIN": tt.own, "ACCESSIBLE": tt.accessible}[name]
			}
			if tt.set != "" {
				must(t, settings.Keep(x.Places.settings(), settings.Change{Name: "plain", Text: tt.set}))
			}
			drawn := false
			x.Terminal = &term.Terminal{}
			x.Screen = func(tui.Config, term.Terminal) (tui.Result, error) {
				drawn = true
				return tui.Result{}, nil
			}
			x.Run(append(strings.Fields(command), strings.Fields(tt.flag)...))
			if drawn != tt.drawn || !drawn && x.out.Len() == 0 {
				t.Errorf("%s: %+v: on a screen %v: %s%s", command, tt, drawn, x.out, x.err)
			}
		}
	}
}

// TestWhichVariableHolds is told of a setting that is changed and does nothing.
func TestWhichVariableHolds(t *testing.T) {
	x := setter(t, "", map[string]string{"ACCESSIBLE": "1"})
	if err := x.settingsRun("set", "plain", "off"); err != nil {
		t.Fatal(err)
	}
	if got, want := x.out.String(), "plain is off (default)\nACCESSIBLE is set, too, and goes before it\n"; got != want {
		t.Errorf("said %q, want %q", got, want)
	}
}
