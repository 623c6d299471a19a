// Package theme turns a choice of looks into styles. A [Theme] is passed to
// whatever draws; there is no theme in a package variable.
package theme

import (
	"image/color"

	"charm.land/lipgloss/v2"
)

// Choice is the theme a person asked for.
type Choice string

// The choices. ChooseAuto goes by the hour.
const (
	ChooseAuto  Choice = "auto"
	ChooseDay   Choice = "day"
	ChooseNight Choice = "night"
	ChooseMono  Choice = "mono"
)

// Choices lists what can be asked for.
func Choices() []Choice { return []Choice{ChooseAuto, ChooseDay, ChooseNight, ChooseMono} }

// Background is what is known of the terminal's own background.
type Background int

// Unknown holds until the terminal has answered, if it ever does.
const (
	Unknown Background = iota
	DarkBackground
	LightBackground
)

// Theme is the set of styles everything on screen is drawn with.
type Theme struct {
	Name string

	Text   lipgloss.Style // sentences, time that counts, bars
	Strong lipgloss.Style // the phase word and the move
	Quiet  lipgloss.Style // what matters least: the header, the key line
	Accent lipgloss.Style // keys, the row the cursor is on
	Alert  lipgloss.Style // red flags
	Blank  lipgloss.Style // what lies between

	// Raised is what lies on a ground of its own, told from the rest: an answer to
	// be tapped, the row the cursor is on. RaisedKey is the key named on it, and
	// RaisedQuiet what matters less there.
	Raised, RaisedKey, RaisedQuiet lipgloss.Style
	// Urgent is the ground and the words of the emergency page, which looks like
	// none other.
	Urgent lipgloss.Style
	// Done marks what was stretched, drunk or done.
	Done lipgloss.Style
	// Cramp marks cramps by how bad they were: mild, moderate, severe, worst.
	Cramp [4]lipgloss.Style

	Limb    lipgloss.Style // of a figure: the body
	Distant lipgloss.Style // its limbs on the far side
	Muscle  lipgloss.Style // what works
	Thing   lipgloss.Style // furniture
	Arrow   lipgloss.Style
	// Ink is what figures are drawn with: ascii, halves, quadrants, sextants or
	// braille.
	Ink string

	// Foreground and Background are set as the terminal's own for the time
	// being, so that most of the screen costs no colour codes; nil leaves the
	// terminal as it is.
	Foreground, Background color.Color
	// Fill says that blank cells are painted too, for a terminal whose own
	// colours can't be set.
	Fill bool
}

// Surface is what is known of the terminal that is drawn on.
type Surface struct {
	Background Background
	// Fixed says that its own colours can't be set.
	Fixed bool
	// Blocks are the finest solid characters it draws: halves, quadrants or
	// sextants. Empty is quadrants, which nearly every font has.
	Blocks string
}

// ink is how figures are drawn on it: solid by day, to be seen from two metres
// away, and in dots at night, which are as sharp and give less light. A
// terminal with no more than halves has no dots either.
func (s Surface) ink(dark bool) string {
	switch {
	case s.Blocks == "halves":
		return s.Blocks
	case dark:
		return "braille"
	case s.Blocks == "":
		return "quadrants"
	}
	return s.Blocks
}

// For returns the theme for a choice, by day or at night.
func For(c Choice, night bool, on Surface) Theme {
	switch {
	case c == ChooseMono:
		return Mono()
	case c == ChooseNight, c == ChooseAuto && night:
		return Night(on)
	}
	return Day(on)
}

// palette is a theme's colours; empty ones are the terminal's own.
type palette struct {
	text, quiet, accent, alert, muscle, thing string
}

// Night is dim ambers and reds on black, nothing brighter than it must be. On
// a terminal whose own colours are fixed every cell is painted.
func Night(on Surface) Theme {
	p := palette{text: "#c8793a", quiet: "#a36934", accent: "#c86a3c", alert: "#d85a4a", muscle: "#e0493a", thing: "#97703e"}
	text, black := lipgloss.Color(p.text), lipgloss.Color("#000000")
	if on.Fixed {
		t := build("night", p, lipgloss.NewStyle().Foreground(text).Background(black), on.ink(true))
		t.Fill = true
		return t
	}
	t := build("night", p, lipgloss.NewStyle(), on.ink(true))
	t.Foreground, t.Background = text, black
	return t
}

// Day leaves the terminal's own colours alone and adds an accent. Until the
// background is known, that reads on black and on white alike.
func Day(on Surface) Theme {
	p := map[Background]palette{
		Unknown:         {quiet: "#70777d", accent: "#1f8278", alert: "#d2442f", muscle: "#d2442f", thing: "#70777d"},
		DarkBackground:  {quiet: "#93a1ad", accent: "#5fc9b8", alert: "#ff9a8a", muscle: "#ff7f66", thing: "#8796a5"},
		LightBackground: {quiet: "#55636e", accent: "#00695c", alert: "#a3261a", muscle: "#b3301f", thing: "#5c6872"},
	}[on.Background]
	return build("day", p, lipgloss.NewStyle(), on.ink(false))
}

// Mono has no colour at all: shape and weight say everything.
func Mono() Theme { return build("mono", palette{}, lipgloss.NewStyle(), "ascii") }

// build makes the styles. Sentences and digits are drawn in the base style:
// what changes every second is to cost no colour codes.
func build(name string, p palette, base lipgloss.Style, ink string) Theme {
	style := func(hex string) lipgloss.Style {
		if hex == "" {
			return base
		}
		return base.Foreground(lipgloss.Color(hex))
	}
	raised := base.Reverse(true)
	cramp := style(p.alert)
	return Theme{
		Raised: raised, RaisedKey: raised.Bold(true), RaisedQuiet: raised, Urgent: raised.Bold(true), Done: style(p.accent),
		Cramp: [4]lipgloss.Style{cramp, cramp, cramp, cramp.Bold(true)},
		Name:  name, Text: base, Blank: base, Strong: base.Bold(true),
		Quiet: style(p.quiet), Accent: style(p.accent).Bold(true), Alert: style(p.alert),
		Limb: base, Distant: style(p.quiet), Muscle: style(p.muscle), Thing: style(p.thing), Arrow: style(p.accent), Ink: ink,
	}
}
