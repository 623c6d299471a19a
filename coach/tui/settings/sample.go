package settings

import (
	"strconv"
	"strings"
	"time"

	"uncramp/coach/figure"
	kept "uncramp/coach/settings"
	"uncramp/coach/tui/gallery"
	"uncramp/coach/tui/widget"
)

// sampleFigure is the figure that moves, or doesn't.
const sampleFigure = "calf-wall"

// sample shows what the setting the cursor is on does.
func (d drawing) sample(z widget.Zone) {
	if z.H < 1 {
		return
	}
	switch d.row().Sample {
	case kept.SampleColours:
		d.colours(z)
	case kept.SampleHours:
		d.hours(z)
	case kept.SampleFigure:
		d.figure(z)
	case kept.SampleLevel:
		share, _ := strconv.Atoi(d.row().Text) // it is a number from 0 to 100
		d.Lines(z, widget.Bar(min(z.W, 40), float64(share)/100, d.Theme))
	case kept.SampleNumber:
		number := d.emergencyNumber()
		digits := widget.BigDigits(number, number, z.W, min(z.H, lettersRows+2), widget.Solid, d.Theme)
		d.Lines(z, widget.Paint(digits, d.Theme.Text.Render)...)
	case kept.NoSample:
	}
}

// colours are words in the colours that they stand for.
func (d drawing) colours(z widget.Zone) {
	t := d.Theme
	lines := []string{
		t.Strong.Render(strongWords), t.Text.Render(textWords), t.Quiet.Render(quietWords),
		t.Muscle.Render(muscleWords), t.Raised.Render(raisedWords), t.Alert.Render(alertWords),
	}
	if z.H >= len(lines) {
		d.Lines(z, lines...)
		return
	}
	d.Lines(z, strings.Join(lines[:3], t.Blank.Render("  ")), strings.Join(lines[3:], t.Blank.Render("  ")))
}

// hours are those of a day, the ones of the night filled.
func (d drawing) hours(z widget.Zone) {
	wide := max(min(z.W/24, 2), 1)
	var line, scale strings.Builder
	for h := range 24 {
		cell, style := strings.Repeat("·", wide), d.Theme.Quiet
		if d.settings.IsNight(time.Date(2000, 1, 1, h, 0, 0, 0, time.UTC)) {
			cell, style = strings.Repeat("█", wide), d.Theme.Accent
		}
		line.WriteString(style.Render(cell))
		if h%6 == 0 {
			scale.WriteString(widget.Pad(strconv.Itoa(h), 6*wide))
		}
	}
	d.Lines(z, line.String(), d.Theme.Quiet.Render(strings.TrimRight(scale.String(), " ")))
}

// figure is a move: it goes twice when it may move, and then stands.
func (d drawing) figure(z widget.Zone) {
	if z.H < leastFigureRows {
		return
	}
	moved := 1.0
	if d.moves() {
		moved = gallery.Moved((d.now - d.since) % gallery.TurnTime)
	}
	look := figure.Options{Muscle: "calf", Progress: moved, Arrows: figure.Forward}
	z.W, z.H = min(z.W, 40), min(z.H, 16)
	d.Lines(z, d.Figures.Lines(sampleFigure, look, z.W, z.H, d.Theme)...)
}

const leastFigureRows = 6

// moves reports whether the figure is on screen, and moves yet.
func (m Model) moves() bool {
	return m.row().Sample == kept.SampleFigure && m.settings.Still != kept.On && !m.still && m.now-m.since < gallery.Turns*gallery.TurnTime
}

// Wake implements [screen.Waker]: while the figure moves.
func (m Model) Wake() (time.Duration, bool) {
	if !m.moves() {
		return 0, false
	}
	return gallery.NextPose(m.now - m.since), true
}
