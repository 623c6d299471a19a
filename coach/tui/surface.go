package tui

import (
	"cmp"
	"slices"
	"strings"

	"github.com/charmbracelet/colorprofile"

	"uncramp/coach/theme"
)

// surface is what the environment tells of the terminal. Sextants are counted
// on only where the terminal is known to draw them itself, without a font.
func surface(env []string) theme.Surface {
	at := variables(env)
	term := at["TERM"]
	s := theme.Surface{Fixed: term == "linux" || strings.HasPrefix(term, "screen") || strings.HasPrefix(term, "vt")}
	switch {
	case term == "linux" || strings.HasPrefix(term, "vt"):
		s.Blocks = "halves"
	case at["VTE_VERSION"] != "" || among(at, "kitty", "ghostty", "foot", "alacritty", "wezterm"):
		s.Blocks = "sextants"
	}
	return s
}

// notifies is the number of the sequence by which the terminal shows a
// notification on the desktop; empty where it is not known to.
func notifies(env []string) string {
	at := variables(env)
	switch {
	case among(at, "kitty"):
		return "99"
	case among(at, "iterm.app", "wezterm", "ghostty"):
		return "9"
	case among(at, "foot", "rxvt"):
		return "777"
	}
	return ""
}

// Abilities says in words what a terminal is taken to be able to do.
func Abilities(env []string) string {
	s := surface(env)
	words := []string{variables(env)["TERM"], colorprofile.Env(env).String(), "figures in " + cmp.Or(s.Blocks, "quadrants")}
	if n := notifies(env); n != "" {
		words = append(words, "notifies by OSC "+n)
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
