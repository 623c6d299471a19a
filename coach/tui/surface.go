package tui

import (
	"strings"

	"uncramp/coach/theme"
)

// surface is what the environment tells of the terminal. Sextants are counted
// on only where the terminal is known to draw them itself, without a font.
func surface(env []string) theme.Surface {
	at := map[string]string{}
	for _, kv := range env {
		name, value, _ := strings.Cut(kv, "=")
		at[name] = value
	}
	term := at["TERM"]
	s := theme.Surface{Fixed: term == "linux" || strings.HasPrefix(term, "screen") || strings.HasPrefix(term, "vt")}
	switch {
	case term == "linux" || strings.HasPrefix(term, "vt"):
		s.Blocks = "halves"
	case at["VTE_VERSION"] != "", drawsSextants(term, at["TERM_PROGRAM"]):
		s.Blocks = "sextants"
	}
	return s
}

func drawsSextants(term, program string) bool {
	for _, known := range []string{"kitty", "ghostty", "foot", "alacritty", "wezterm"} {
		if strings.Contains(strings.ToLower(term), known) || strings.EqualFold(program, known) {
			return true
		}
	}
	return false
}
