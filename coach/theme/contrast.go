package theme

import (
	"fmt"
	"image/color"
	"math"

	"charm.land/lipgloss/v2"
)

// luminance is the relative luminance of WCAG 2.
func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	linear := func(v uint32) float64 {
		f := float64(v) / 0xffff
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

// contrast is the contrast of WCAG 2, from 1 to 21.
func contrast(a, b color.Color) float64 {
	x, y := luminance(a)+0.05, luminance(b)+0.05
	return max(x, y) / min(x, y)
}

// isDark reports whether white reads better than black on a ground.
func isDark(ground color.Color) bool {
	return contrast(ground, color.White) >= contrast(ground, color.Black)
}

// opposite is what reads best on a ground.
func opposite(ground color.Color) color.Color {
	if isDark(ground) {
		return color.White
	}
	return color.Black
}

// mixed is a colour on the way from one to another, k from 0 to 1.
func mixed(from, to color.Color, k float64) color.Color {
	r, g, b, _ := from.RGBA()
	x, y, z, _ := to.RGBA()
	between := func(a, b uint32) uint8 { return uint8(math.Round((float64(a)*(1-k) + float64(b)*k) / 0x101)) }
	return color.RGBA{between(r, x), between(g, y), between(b, z), 0xff}
}

// readable moves a colour away from a ground until their contrast is at least so much,
// or there is none further away.
func readable(colour string, ground color.Color, least float64) string {
	const steps = 50
	c, away := lipgloss.Color(colour), opposite(ground)
	for i := range steps + 1 {
		if m := mixed(c, away, float64(i)/steps); contrast(m, ground) >= least || i == steps {
			return hex(m)
		}
	}
	return colour
}

func hex(c color.Color) string {
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}
