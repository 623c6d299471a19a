package tui

import (
	"image/color"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/term"
	"uncramp/coach/theme"
	"uncramp/coach/tui/screen"
)

// look is what all screens look like, and on what.
type look struct {
	asked    screen.SetLook
	surface  theme.Surface
	answered bool   // the terminal has told its background
	minutes  int    // by day at whose end it was asked again
	notifies string // the sequence by which the terminal notifies: 9, 99 or 777
	progress bool   // the taskbar shows how far one has come
}

// backgrounds are those of a terminal that its environment tells something of.
var backgrounds = map[term.Ground]color.Color{term.Dark: theme.DarkBackground, term.Light: theme.LightBackground}

// lookOn is how a terminal of some abilities is drawn on.
func lookOn(a term.Abilities) look {
	return look{
		surface:  theme.Surface{Background: backgrounds[a.Ground], Fixed: a.FixedColours, Blocks: a.Blocks},
		notifies: a.Notifies, progress: a.Progress,
	}
}

// restyled makes the theme anew.
func (m root) restyled() root {
	on := m.look.surface
	if m.look.asked.Figures == theme.FigureLetters {
		on.Blocks = "ascii"
	}
	m.env.Theme = theme.For(m.look.asked.Theme, m.env.Night, on)
	m.env.Still = m.look.asked.Still || m.env.Theme.Ink == "ascii" // made of letters
	return m
}

// askBackground asks the terminal for its background, without waiting, by day, when
// it is its own.
func (m root) askBackground() tea.Cmd {
	if m.env.Theme.Name != string(theme.ChooseDay) || m.look.answered {
		return nil
	}
	return tea.RequestBackgroundColor
}

// onMinute asks again when it has turned day, for a minute or two: the night may not
// have been off the screen yet when it was asked at first.
func (m root) onMinute() (root, tea.Cmd) {
	ask := m.askBackground()
	if ask != nil && m.look.minutes < 2 {
		m.look.minutes++
		return m, tea.Batch(ask, m.awaitMinute())
	}
	return m, m.awaitMinute()
}

// onBackground takes the terminal's answer.
func (m root) onBackground(msg tea.BackgroundColorMsg) root {
	if msg.Color == nil || theme.IsNights(msg.Color) {
		return m
	}
	m.look.surface.Background, m.look.answered = msg.Color, true
	return m.restyled()
}
