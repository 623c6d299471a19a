package theme

import (
	"image/color"

	"charm.land/lipgloss/v2"
)

// palette is a theme's colours as #rrggbb; empty ones are those of sentences.
type palette struct {
	strong, text, quiet, accent, alert, done string
	cramp                                    [4]string

	limb, distant, muscle, thing, arrow string

	// The grounds, and what stands on them. Without a ground it is reverse video.
	raised, onRaised, keyOnRaised, quietOnRaised string
	urgent, onUrgent                             string
}

// nightGround is what lies under everything at night.
const nightGround = "#0b0704"

// night: gold for what to read now, amber for what helps, brown for what is there.
// Red is danger alone, the muscle is yellow, what is done is green as far as there is
// green without blue, and cramps go from brown to peach.
var night = palette{
	strong: "#eaa848", text: "#e08a3c", quiet: "#9a734c", accent: "#bf8a3e", alert: "#e85a46", done: "#7f9a3c",
	cramp: [4]string{"#a46c4c", "#bf7854", "#d98a62", "#f0a070"},
	limb:  "#b0713c", distant: "#7e5532", muscle: "#c8b42c", thing: "#86693f", arrow: "#dc9a44",
	raised: "#26180c", onRaised: "#e6964a", keyOnRaised: "#eaa848", quietOnRaised: "#a87e52",
	urgent: "#56100a", onUrgent: "#f2b878",
}

// night16 is the night of a terminal with sixteen colours: yellow, which most of them
// show as brown.
var night16 = palette{
	strong: "11", text: "3", quiet: "3", accent: "3", alert: "9", done: "2", cramp: [4]string{"3", "3", "11", "11"},
	limb: "3", distant: "3", muscle: "11", thing: "3", arrow: "11",
}

// darkDay and lightDay are moved by [palette.on] to where they read on the ground that
// is there.
var (
	darkDay = palette{
		strong: "#ffffff", quiet: "#8d99a6", accent: "#4fc3bd", alert: "#ff6b5e", done: "#74c476",
		cramp: [4]string{"#9f7bdc", "#c583f0", "#f290f0", "#ffb8f2"},
		limb:  "#c3ccd5", distant: "#76828f", muscle: "#f5bd3d", thing: "#6f8fb8", arrow: "#4fc3bd",
		onRaised: "#f2f5f7", keyOnRaised: "#6fdcd5", quietOnRaised: "#a9b4bf",
		urgent: "#8c1410", onUrgent: "#fff4ee",
	}
	lightDay = palette{
		strong: "#000000", quiet: "#606b76", accent: "#006f66", alert: "#c0231a", done: "#1f7a3d",
		cramp: [4]string{"#8160bd", "#8c3db8", "#97169c", "#6e005f"},
		limb:  "#46505a", distant: "#85909b", muscle: "#c47800", thing: "#5a7aa5", arrow: "#006f66",
		onRaised: "#14181c", keyOnRaised: "#005a52", quietOnRaised: "#4d5760",
		urgent: "#8c1410", onUrgent: "#fff4ee",
	}
)

// unknown leaves words to the terminal's own colour. Its others have 3:1 on every
// ground that is usual.
var unknown = palette{
	done: "#2f8f5f", cramp: [4]string{"#9169ca", "#a95ec2", "#bf53b6", "#d4459f"},
	distant: "#7d848b", muscle: "#b87000", thing: "#5f86b5", arrow: "#1c8d86",
}

// unknown16 is that of a terminal with sixteen colours, which are its own.
var unknown16 = palette{
	done: "2", cramp: [4]string{"5", "5", "13", "13"}, distant: "8", muscle: "3", thing: "4", arrow: "6",
}

// The least contrasts, of words and of what is drawn large.
const (
	wordContrast  = 4.5
	largeContrast = 3
)

// on returns the palette with its colours as far from a ground as they must be.
// Beside it, it is told what lies raised.
func (p palette) on(ground color.Color) palette {
	raised := mixed(ground, opposite(ground), raise)
	p.raised = hex(raised)
	for _, word := range []*string{&p.strong, &p.quiet, &p.accent, &p.alert, &p.done, &p.cramp[0], &p.cramp[1], &p.cramp[2], &p.cramp[3]} {
		*word = readable(*word, ground, wordContrast)
	}
	for _, large := range []*string{&p.limb, &p.distant, &p.muscle, &p.thing, &p.arrow} {
		*large = readable(*large, ground, largeContrast)
	}
	for _, word := range []*string{&p.onRaised, &p.keyOnRaised, &p.quietOnRaised} {
		*word = readable(*word, raised, wordContrast)
	}
	return p
}

// raise is how far a raised ground is from the one around it.
const raise = 0.12

// theme makes the styles.
func (p palette) theme(name, ink string) Theme {
	base := lipgloss.NewStyle()
	style := func(hex string) lipgloss.Style {
		if hex == "" {
			return base
		}
		return base.Foreground(lipgloss.Color(hex))
	}
	over := func(ground, words string) lipgloss.Style {
		if ground == "" {
			return base.Reverse(true)
		}
		return base.Foreground(lipgloss.Color(words)).Background(lipgloss.Color(ground))
	}
	styles := Styles{
		Blank: base, Strong: style(p.strong).Bold(true), Text: style(p.text), Quiet: style(p.quiet),
		Accent: style(p.accent).Bold(true), Alert: style(p.alert).Bold(p.alert == ""), Done: style(p.done),
		Raised: over(p.raised, p.onRaised), RaisedKey: over(p.raised, p.keyOnRaised).Bold(true),
		RaisedQuiet: over(p.raised, p.quietOnRaised), Urgent: over(p.urgent, p.onUrgent).Bold(true),
		Limb: style(p.limb), Distant: style(p.distant), Muscle: style(p.muscle), Thing: style(p.thing), Arrow: style(p.arrow),
	}
	for i, c := range p.cramp {
		styles.Cramp[i] = style(c)
	}
	return Theme{Name: name, Ink: ink, Styles: &styles}
}
