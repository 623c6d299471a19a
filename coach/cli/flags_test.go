package cli

import (
	"strings"
	"testing"

	"uncramp/coach/triage"
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
		{"now", "PLAIN=perhaps", `the variable UNCRAMP_PLAIN is "perhaps": write true or false`},
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
