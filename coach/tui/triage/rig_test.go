package triage

import (
	"uncramp/coach/session"
	"uncramp/coach/theme"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/tuitest"
	"uncramp/coach/tui/widget"
)

func press(m Model, keys ...rune) (Model, screen.Effect) { return pressAt(m, [2]int{80, 24}, keys...) }

// pressAt presses keys on a screen of a size.
func pressAt(m Model, size [2]int, keys ...rune) (_ Model, effect screen.Effect) {
	env := tuitest.Sized(size[0], size[1])
	env.Now = session.Instant{} // the goldens tell no time
	for _, k := range keys {
		m, effect = tuitest.Press(m, env, string(k))
	}
	return m, effect
}

// draw is a view at a size in a theme.
func (m Model) draw(w, h int, t theme.Theme) widget.Frame {
	env := tuitest.Sized(w, h)
	env.Theme = t
	return m.View(env)
}
