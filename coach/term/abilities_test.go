package term

import "testing"

func TestAbilities(t *testing.T) {
	for _, tt := range []struct {
		env  []string
		want Abilities
	}{
		{[]string{"TERM=xterm-256color"}, Abilities{}},
		{[]string{"TERM=linux", "VTE_VERSION=7000"}, Abilities{FixedColours: true, Blocks: "halves"}},
		{[]string{"TERM=screen-256color"}, Abilities{FixedColours: true}},
		{[]string{"TERM=xterm-256color", "VTE_VERSION=7000"}, Abilities{Blocks: "sextants"}},
		{[]string{"TERM=xterm-kitty", "TERM_PROGRAM=ghostty"}, Abilities{Blocks: "sextants", Notifies: "99"}},
		{[]string{"TERM=xterm-256color", "TERM_PROGRAM=iTerm.app"}, Abilities{Notifies: "9"}},
		{[]string{"TERM=foot"}, Abilities{Blocks: "sextants", Notifies: "777"}},
		{[]string{"TERM=alacritty"}, Abilities{Blocks: "sextants"}},
		{[]string{"TERM=rxvt-unicode"}, Abilities{Notifies: "777"}},
	} {
		if got := AbilitiesOf(tt.env); got != tt.want {
			t.Errorf("%v: got %+v, want %+v", tt.env, got, tt.want)
		}
	}
}
