package term

import (
	"cmp"
	"runtime"
	"strings"

	"github.com/charmbracelet/colorprofile"

	"uncramp/coach/text"
)

// Ground is what the environment tells of a terminal's background.
type Ground int

// The grounds.
const (
	UnknownGround Ground = iota
	Dark
	Light
)

// Images is what the environment tells of images on a terminal.
type Images int

// What is told: nothing, that there are none, as on a console, which prints what asks for
// them, or that there may well be.
const (
	UnknownImages Images = iota
	NoImages
	LikelyImages
)

// Abilities is what the environment tells of a terminal.
type Abilities struct {
	// FixedColours says that its own colours can't be set.
	FixedColours bool
	// FewColours says that it has sixteen colours or fewer.
	FewColours bool
	// Ground is what is told of its background.
	Ground Ground
	// ASCII says that hardly anything else comes out right on it: as the locale has it,
	// or on the console of Linux.
	ASCII bool
	// Blocks are the finest characters it draws by itself: halves or sextants; empty
	// where nothing is known, and quadrants can be counted on.
	Blocks string
	// Images says whether it shows images by the graphics protocol of kitty.
	Images Images
	// Notifies is the number of the sequence by which it shows a notification on
	// the desktop: 9, 99 or 777; empty where it is not known to.
	Notifies string
	// Progress says that it is known to show in the taskbar how far one has come;
	// others take the same sequence for a notification.
	Progress bool
}

// terminals are those that are known, by part of TERM or by TERM_PROGRAM.
// Sextants are counted on only where one is known to draw them without a font.
var terminals = []struct {
	name, blocks, notifies string
	images, progress       bool
}{
	{name: "kitty", blocks: "sextants", notifies: "99", images: true},
	{name: "ghostty", blocks: "sextants", notifies: "9", images: true, progress: true},
	{name: "wezterm", blocks: "sextants", notifies: "9", images: true},
	{name: "iterm.app", notifies: "9"},
	{name: "foot", blocks: "sextants", notifies: "777"},
	{name: "alacritty", blocks: "sextants"},
	{name: "rxvt", notifies: "777"},
}

// AbilitiesOf reads an environment, one NAME=value an entry.
func AbilitiesOf(env []string) (a Abilities) {
	at := variables(env)
	name := strings.ToLower(at["TERM"])
	for _, t := range terminals {
		if strings.Contains(name, t.name) || strings.EqualFold(at["TERM_PROGRAM"], t.name) {
			a.Blocks, a.Notifies = cmp.Or(a.Blocks, t.blocks), cmp.Or(a.Notifies, t.notifies)
			a.Progress = a.Progress || t.progress
			if t.images {
				a.Images = LikelyImages
			}
		}
	}
	a.Progress = a.Progress || at["WT_SESSION"] != "" || at["ConEmuANSI"] == "ON"
	console := name == "linux" || strings.HasPrefix(name, "vt")
	if console || at["TERM_PROGRAM"] == "Apple_Terminal" || hasScreenOfItsOwn(name, at) {
		a.Images = NoImages
	}
	if console {
		a.Blocks = "halves"
	} else if at["VTE_VERSION"] != "" {
		a.Blocks = "sextants"
	}
	a.ASCII = LacksUTF8(of(at)) || name == "linux"
	a.FewColours = colorprofile.Env(env) <= colorprofile.ANSI
	a.Ground = groundOf(at["COLORFGBG"])
	a.FixedColours = console || strings.HasPrefix(name, "screen")
	return a
}

// hasScreenOfItsOwn reports whether another program has the screen: images would be
// lost in it.
func hasScreenOfItsOwn(name string, at map[string]string) bool {
	return at["TMUX"] != "" || at["STY"] != "" || strings.HasPrefix(name, "screen") || strings.HasPrefix(name, "tmux")
}

// groundOf reads COLORFGBG, such as 15;0: the numbers of the terminal's two colours
// among the sixteen.
func groundOf(colours string) Ground {
	switch colours[strings.LastIndexByte(colours, ';')+1:] {
	case "0", "1", "2", "3", "4", "5", "6", "8":
		return Dark
	case "7", "9", "10", "11", "12", "13", "14", "15":
		return Light
	}
	return UnknownGround
}

// LacksUTF8 reports whether the environment says that what is no ASCII comes out
// wrong. Where it says nothing, nobody knows.
func LacksUTF8(getenv func(string) string) bool {
	locale := cmp.Or(getenv("LC_ALL"), getenv("LC_CTYPE"), getenv("LANG"))
	coded := strings.ToLower(strings.ReplaceAll(locale, "-", ""))
	return locale != "" && runtime.GOOS != "windows" && !strings.Contains(coded, "utf8")
}

// formOf is the form in which a terminal shows what is written to it.
func formOf(env []string) func([]byte) []byte {
	at := variables(env)
	switch {
	case LacksUTF8(of(at)):
		return text.ASCII
	case strings.EqualFold(at["TERM"], "linux"):
		return text.Console
	}
	return func(b []byte) []byte { return b }
}

func of(at map[string]string) func(name string) string {
	return func(name string) string { return at[name] }
}

// Describe says in words what a terminal is taken to be able to do.
func Describe(env []string) string {
	a := AbilitiesOf(env)
	blocks := cmp.Or(a.Blocks, "quadrants")
	if a.ASCII {
		blocks = "ascii"
	}
	words := []string{variables(env)["TERM"], colorprofile.Env(env).String(), "figures in " + blocks}
	if a.Notifies != "" {
		words = append(words, "notifies by OSC "+a.Notifies)
	}
	return strings.Join(words, ", ")
}

func variables(env []string) map[string]string {
	at := map[string]string{}
	for _, kv := range env {
		name, value, _ := strings.Cut(kv, "=")
		at[name] = value
	}
	return at
}
