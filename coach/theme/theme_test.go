package theme

import (
	"image/color"
	"math"
	"testing"

	"charm.land/lipgloss/v2"
)

// luminance is the relative luminance of WCAG 2.
func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	lin := func(v uint32) float64 {
		f := float64(v) / 0xffff
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*lin(r) + 0.7152*lin(g) + 0.0722*lin(b)
}

func contrast(a, b color.Color) float64 {
	x, y := luminance(a)+0.05, luminance(b)+0.05
	return max(x, y) / min(x, y)
}

// tokens are the styles that carry words, digits or a figure; the track of a bar is
// told from its other part by shape.
func tokens(t Theme) map[string]lipgloss.Style {
	return map[string]lipgloss.Style{"text": t.Text, "strong": t.Strong, "quiet": t.Quiet, "accent": t.Accent,
		"alert": t.Alert, "limb": t.Limb, "distant": t.Distant, "muscle": t.Muscle, "thing": t.Thing, "arrow": t.Arrow}
}

// foreground is the colour a style is seen in.
func foreground(t Theme, s lipgloss.Style) color.Color {
	if _, none := s.GetForeground().(lipgloss.NoColor); none && t.Foreground != nil {
		return t.Foreground
	}
	return s.GetForeground()
}

func TestContrast(t *testing.T) {
	black, white := lipgloss.Color("#000000"), lipgloss.Color("#ffffff")
	tests := []struct {
		name string
		t    Theme
		on   []color.Color
	}{
		{"night", Night(Surface{}), []color.Color{black}},
		{"night on fixed colours", Night(Surface{Fixed: true}), []color.Color{black}},
		{"day on dark", Day(Surface{Background: DarkBackground}), []color.Color{black, lipgloss.Color("#1e1e1e"), lipgloss.Color("#282c34")}},
		{"day on light", Day(Surface{Background: LightBackground}), []color.Color{white, lipgloss.Color("#fafafa"), lipgloss.Color("#eee8d5")}},
		{"day before the terminal has answered", Day(Surface{Background: Unknown}), []color.Color{black, white}},
	}
	for _, tt := range tests {
		for name, style := range tokens(tt.t) {
			fg := foreground(tt.t, style)
			if _, none := fg.(lipgloss.NoColor); none {
				continue // the terminal's own, which it shows its own text in
			}
			for _, bg := range tt.on {
				if got := contrast(fg, bg); got < 4.5 {
					t.Errorf("%s: %s has a contrast of %.2f:1", tt.name, name, got)
				}
			}
		}
	}
}

func TestNightIsDim(t *testing.T) {
	night := Night(Surface{})
	for name, style := range tokens(night) {
		fg := foreground(night, style)
		if l := luminance(fg); l > 0.35 {
			t.Errorf("%s is brighter than it must be at night: %.2f", name, l)
		}
		r, _, b, _ := fg.RGBA()
		if b >= r/2 {
			t.Errorf("%s has more blue than amber has", name)
		}
	}
}

func TestMonoHasNoColour(t *testing.T) {
	for name, style := range tokens(Mono()) {
		if _, none := style.GetForeground().(lipgloss.NoColor); !none {
			t.Errorf("%s is coloured", name)
		}
	}
}

func TestAutoGoesByTheHour(t *testing.T) {
	for night, want := range map[bool]string{true: "night", false: "day"} {
		if got := For(ChooseAuto, night, Surface{}).Name; got != want {
			t.Errorf("night %v: %s", night, got)
		}
		if got := For(ChooseDay, night, Surface{}).Name; got != "day" {
			t.Errorf("day asked for, night %v: %s", night, got)
		}
	}
}
