// Package theme turns a choice of looks into styles. A [Theme] is passed to
// whatever draws; there is no theme in a package variable.
package theme

import (
	"image"
	"image/color"
	"strings"

	"charm.land/lipgloss/v2"

	"uncramp/coach/text"
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

// Figures is how figures are drawn.
type Figures string

// The ways. FigureImages are images once the terminal has answered that it shows them,
// and so is FigureAuto where that is likely. FigureCells are the finest cells that it
// has, and FigureLetters are ASCII.
const (
	FigureAuto    Figures = "auto"
	FigureImages  Figures = "image"
	FigureCells   Figures = "cells"
	FigureLetters Figures = "ascii"
)

// FigureChoices lists the ways that can be asked for.
func FigureChoices() []Figures {
	return []Figures{FigureAuto, FigureImages, FigureCells, FigureLetters}
}

// Theme is the set of styles everything on screen is drawn with. Words in any of
// them have a contrast of at least 4.5:1 on the ground they stand on; the five of a
// figure, of at least 3:1.
type Theme struct {
	Name    string
	*Styles // which all share who have the theme; see [Theme.With]

	// ASCII says that the terminal shows nothing else: what has a shape of its own there is
	// drawn so, and the terminal's host writes a sign that is like it for any other. A sign
	// fills a whole cell.
	ASCII bool
	// Ink is what figures are drawn with, by its name in package figure: ascii, halves,
	// quadrants, sextants or braille, and in mono "plain " before it.
	Ink string

	// Pixels is how large a cell is in pixels, where figures are drawn as images; zero:
	// they are drawn with cells.
	Pixels image.Point

	// Foreground and Background are set as the terminal's own for the time being,
	// so that its margins look like the rest; nil leaves it as it is.
	Foreground, Background color.Color
}

// With is the theme with styles that are changed.
func (t Theme) With(change func(*Styles)) Theme {
	styles := *t.Styles
	change(&styles)
	t.Styles = &styles
	return t
}

// Styles are those of a [Theme]. A screen hands them on with every message and every
// frame: they are a dozen kilobytes.
type Styles struct {
	// Strong, Text and Quiet are the three weights: what to read now, what helps,
	// and what is there. What changes every second is drawn in Text: a second is to
	// cost few colour codes.
	Strong, Text, Quiet lipgloss.Style
	Accent              lipgloss.Style // keys, the row the cursor is on
	Alert               lipgloss.Style // danger, and nothing else
	Blank               lipgloss.Style // what lies between
	Ground              lipgloss.Style // what lies under everything: see [Theme.Painted]

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
	Muscle  lipgloss.Style // what works, and nothing else
	Thing   lipgloss.Style // furniture
	Arrow   lipgloss.Style
}

// Surface is what is known of the terminal that is drawn on.
type Surface struct {
	// Background is the terminal's own; nil as long as it isn't known.
	Background color.Color
	// Fixed says that its own colours can't be set.
	Fixed bool
	// Few says that it has sixteen colours or fewer.
	Few bool
	// ASCII says that it shows nothing else.
	ASCII bool
	// Blocks are the finest solid characters it draws: ascii, halves, quadrants or
	// sextants. Empty is quadrants, which nearly every font has.
	Blocks string
}

// DarkBackground stands for that of a terminal of which no more is known than that it
// is dark: what reads on it reads on every usual one.
var DarkBackground = lipgloss.Color("#2e3440")

// LightBackground stands for a light one.
var LightBackground = lipgloss.Color("#eee8d5")

// ink is how figures are drawn on it: solid by day, to be seen from two metres
// away, and in dots at night, which are as sharp and give less light. A
// terminal with no more than halves has no dots either.
func (s Surface) ink(dots bool) string {
	switch {
	case s.ASCII:
		return "ascii"
	case s.Blocks == "ascii", s.Blocks == "halves":
		return s.Blocks
	case dots:
		return "braille"
	case s.Blocks == "":
		return "quadrants"
	}
	return s.Blocks
}

// For returns the theme for a choice, by day or at night.
func For(c Choice, night bool, on Surface) Theme {
	t := chosen(c, night, on)
	t.ASCII = on.ASCII
	return t
}

func chosen(c Choice, night bool, on Surface) Theme {
	switch {
	case c == ChooseMono:
		return mono(on)
	case c == ChooseNight, c == ChooseAuto && night:
		return Night(on)
	}
	return Day(on)
}

// Night is warm and without blue, on a ground of its own that is nearly black.
func Night(on Surface) Theme {
	p, ground := night, lipgloss.Color(nightGround)
	if on.Few {
		p, ground = night16, lipgloss.Black
	}
	letters, t := lipgloss.Color(p.text), p.theme("night", on.ink(true))
	t.Ground = t.Text.Background(ground)
	if !on.Fixed {
		t.Foreground, t.Background = letters, ground
	}
	return t
}

// How every style begins, and how it ends.
const (
	beginStyle = "\x1b["
	resetStyle = "\x1b[m"
)

// Painted is a frame of w columns as the theme wants every cell of it: at night none
// is left in the terminal's own colours, not even a blank one.
func (t Theme) Painted(frame string, w int) string {
	ground, _, painted := strings.Cut(t.Ground.Render(" "), " ")
	if !painted || ground == "" {
		return frame
	}
	lines := strings.Split(frame, "\n")
	for i, l := range lines {
		blank := strings.Repeat(" ", max(w-text.Columns(l), 0))
		if t.Ground.GetReverse() {
			lines[i] = grounded(l+blank, ground)
		} else {
			lines[i] = ground + strings.ReplaceAll(l, resetStyle, resetStyle+ground) + blank + resetStyle
		}
	}
	return strings.Join(lines, "\n")
}

// grounded puts a ground below what has no style in a line: below a style, that of
// two colours that changed places would change it, too.
func grounded(line, ground string) (out string) {
	for part := range strings.SplitSeq(line, resetStyle) {
		bare, style, styled := strings.Cut(part, beginStyle)
		if bare != "" {
			out += ground + bare + resetStyle
		}
		if styled {
			out += beginStyle + style + resetStyle
		}
	}
	return out
}

// IsNights reports whether a background is the one that [Night] sets.
func IsNights(ground color.Color) bool { return hex(ground) == nightGround }

// Day leaves the terminal's own colours alone, and its own foreground is that of
// sentences. Its other colours are moved towards white or black as far as the
// terminal's background wants it; until that is known, words have weights alone
// and figures what reads on black and on white alike.
func Day(on Surface) Theme {
	p := unknown
	switch {
	case on.Few:
		p = unknown16
	case on.Background == nil:
	case isDark(on.Background):
		p = darkDay.on(on.Background)
	default:
		p = lightDay.on(on.Background)
	}
	return p.theme("day", on.ink(false))
}

// Mono has no colour at all: shape and weight say everything. It is that of a
// terminal of which nothing is known; [For] goes by the terminal.
func Mono() Theme { return mono(Surface{}) }

func mono(on Surface) Theme {
	t := palette{}.theme("mono", plain(on.ink(false)))
	t.Cramp[3] = t.Strong
	return t
}

// plain is an ink that does without colours. Letters do anyway.
func plain(ink string) string {
	if ink == "ascii" {
		return ink
	}
	return "plain " + ink
}

// Lettered reports whether figures are made of letters, which tell no move.
func (t Theme) Lettered() bool { return t.Ink == "ascii" }

// Coarse reports whether the terminal may draw nothing finer than half a cell.
func (t Theme) Coarse() bool { return t.Lettered() || strings.HasSuffix(t.Ink, "halves") }
