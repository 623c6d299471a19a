package term

import (
	"cmp"
	"slices"
	"strings"

	"github.com/charmbracelet/colorprofile"
)

// Abilities is what the environment tells of a terminal.
type Abilities struct {
	// FixedColours says that its own colours can't be set.
	FixedColours bool
	// Blocks are the finest solid characters it draws by itself: halves or
	// sextants; empty where nothing is known, and quadrants can be counted on.
	Blocks string
	// Notifies is the number of the sequence by which it shows a notification on
	// the desktop: 9, 99 or 777; empty where it is not known to.
	Notifies string
}

// AbilitiesOf reads an environment, one NAME=value an entry. Sextants are
// counted on only where the terminal is known to draw them without a font.
func AbilitiesOf(env []string) Abilities {
	at := variables(env)
	name := at["TERM"]
	a := Abilities{FixedColours: name == "linux" || strings.HasPrefix(name, "screen") || strings.HasPrefix(name, "vt")}
	switch {
	case name == "linux" || strings.HasPrefix(name, "vt"):
		a.Blocks = "halves"
	case at["VTE_VERSION"] != "" || among(at, "kitty", "ghostty", "foot", "alacritty", "wezterm"):
		a.Blocks = "sextants"
	}
	switch {
	case among(at, "kitty"):
		a.Notifies = "99"
	case among(at, "iterm.app", "wezterm", "ghostty"):
		a.Notifies = "9"
	case among(at, "foot", "rxvt"):
		a.Notifies = "777"
	}
	return a
}

// Describe says in words what a terminal is taken to be able to do.
func Describe(env []string) string {
	a := AbilitiesOf(env)
	words := []string{variables(env)["TERM"], colorprofile.Env(env).String(), "figures in " + cmp.Or(a.Blocks, "quadrants")}
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

// among reports whether the terminal is one of those known.
func among(at map[string]string, names ...string) bool {
	return slices.ContainsFunc(names, func(name string) bool {
		return strings.Contains(strings.ToLower(at["TERM"]), name) || strings.EqualFold(at["TERM_PROGRAM"], name)
	})
}
