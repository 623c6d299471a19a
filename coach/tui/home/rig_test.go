package home

import (
	"uncramp/coach/theme"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/tuitest"
	"uncramp/coach/tui/widget"
)

// doors are those of the program.
var doors = []Door{
	{"library", widget.Bind("l", "learn", "l")}, {"week", widget.Bind("p", "plan", "p")},
	{"history", widget.Bind("h", "history", "h")}, {"settings", widget.Bind("s", "settings", "s")},
	{screen.Me, widget.Bind("a", "about you", "a")},
}

// wish is what an effect asks for.
type wish struct {
	Start string
	Leave bool
}

func press(m Model, keys ...string) (Model, wish) {
	m, e := tuitest.Press(m, tuitest.Env(), keys...)
	play, _ := tuitest.Asked[screen.Play](e)
	_, leaves := tuitest.Asked[screen.Back](e)
	return m, wish{play.Routine, leaves}
}

// draw is a view at a size in a theme.
func (m Model) draw(w, h int, t theme.Theme) widget.Frame {
	env := tuitest.Sized(w, h)
	env.Theme = t
	return m.View(env)
}
