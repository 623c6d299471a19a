package term

import (
	"runtime"
	"testing"
)

func TestAbilities(t *testing.T) {
	for _, tt := range []struct {
		env  []string
		want Abilities
	}{
		{[]string{"TERM=xterm-256color"}, Abilities{}},
		{[]string{"TERM=linux", "VTE_VERSION=7000"}, Abilities{FixedColours: true, FewColours: true, ASCII: true, Blocks: "halves", Images: NoImages}},
		{[]string{"TERM=screen-256color"}, Abilities{FixedColours: true, Images: NoImages}},
		{[]string{"TERM=xterm-256color", "VTE_VERSION=7000"}, Abilities{Blocks: "sextants"}},
		{[]string{"TERM=xterm-kitty", "TERM_PROGRAM=ghostty"}, Abilities{Blocks: "sextants", Notifies: "99", Progress: true, Images: LikelyImages}},
		{[]string{"TERM=xterm-256color", "WT_SESSION=1"}, Abilities{Progress: true}},
		{[]string{"TERM=xterm-256color", "TERM_PROGRAM=iTerm.app"}, Abilities{Notifies: "9"}},
		{[]string{"TERM=foot"}, Abilities{Blocks: "sextants", Notifies: "777"}},
		{[]string{"TERM=alacritty"}, Abilities{Blocks: "sextants"}},
		{[]string{"TERM=rxvt-unicode", "COLORFGBG=15;default;0"}, Abilities{Notifies: "777", Ground: Dark, FewColours: true}},
		{[]string{"TERM=xterm", "COLORFGBG=0;15"}, Abilities{Ground: Light, FewColours: true}},
		{[]string{"TERM=xterm", "COLORFGBG=default;default"}, Abilities{FewColours: true}},
		{[]string{"TERM=xterm-kitty", "LANG=C", "TMUX=/tmp/tmux"}, Abilities{ASCII: true, Blocks: "sextants", Notifies: "99", Images: NoImages}},
		{[]string{"TERM=tmux-256color"}, Abilities{Images: NoImages}},
		{[]string{"TERM=xterm-256color", "TERM_PROGRAM=WezTerm"}, Abilities{Blocks: "sextants", Notifies: "9", Images: LikelyImages}},
		{[]string{"TERM=xterm-kitty", "STY=1.pts"}, Abilities{Blocks: "sextants", Notifies: "99", Images: NoImages}},
	} {
		if tt.want.ASCII && runtime.GOOS == "windows" { // which has no locale that tells
			continue
		}
		if got := AbilitiesOf(tt.env); got != tt.want {
			t.Errorf("%v: got %+v, want %+v", tt.env, got, tt.want)
		}
	}
}

func TestALocaleTellsWhatCanBeRead(t *testing.T) {
	for _, tt := range []struct {
		all, ctype, lang string
		lacks            bool
	}{
		{"", "", "", false}, {"C", "", "en_GB.UTF-8", true}, {"", "POSIX", "en_GB.UTF-8", true}, {"", "", "de_DE@euro", true},
		{"", "", "de_DE.ISO-8859-1", true}, {"C.UTF-8", "C", "C", false}, {"", "en_GB.utf8", "C", false}, {"", "", "en_GB.UTF-8", false},
	} {
		env := map[string]string{"LC_ALL": tt.all, "LC_CTYPE": tt.ctype, "LANG": tt.lang}
		if got := LacksUTF8(func(name string) string { return env[name] }); got != tt.lacks && runtime.GOOS != "windows" {
			t.Errorf("%+v: %v", tt, got)
		}
	}
}

func TestTheFormOfWhatIsWritten(t *testing.T) {
	cLocale, linuxInC := "\" # e ~", "\" # e ~"
	if runtime.GOOS == "windows" { // which has no locale that tells
		cLocale, linuxInC = "▀ █ é …", "\" █ é ~"
	}
	for _, tt := range []struct {
		env  []string
		want string
	}{
		{[]string{"TERM=xterm"}, "▀ █ é …"},
		{[]string{"TERM=xterm", "LC_ALL=C"}, cLocale},
		{[]string{"TERM=linux", "LC_ALL=C.UTF-8"}, "\" █ é ~"},
		{[]string{"TERM=linux", "LANG=C"}, linuxInC},
	} {
		if got := string(formOf(tt.env)([]byte("▀ █ é …"))); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.env, got, tt.want)
		}
	}
}
