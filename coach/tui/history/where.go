package history

import (
	"fmt"
	"strings"

	"uncramp/coach/tui/bodymap"
	"uncramp/coach/tui/widget"
)

// The rows of the map of the legs: those it wants, and the most that do it good.
const (
	mapRows = 10
	mapMost = 24
)

// heat is how many cramps there were in each place of which something was told.
func (h charts) heat() map[bodymap.Spot]int {
	heat := map[bodymap.Spot]int{}
	for _, p := range h.Places {
		if p.Muscle != "" || p.Side != "" {
			heat[bodymap.Spot{Muscle: p.Muscle, Side: p.Side}] += p.Cramps
		}
	}
	return heat
}

// whereRows are the map, and the same in words.
func whereRows(d drawing) int { return mapRows + len(d.placesText()) }

// where is the map of the legs with how often each part cramped.
func where(d drawing) []string {
	words := widget.Paint(d.placesText(), d.t.Text.Render)
	words = words[:min(len(words), max(d.high-1, 0))]
	legs := bodymap.Heat(d.heat()).Block(d.w, min(d.high-len(words), mapMost), d.t)
	return append(legs.Lines, words...)
}

// placesText is the map in words, the most frequent first, as many as have room on
// two lines.
func (d drawing) placesText() []string {
	const most = 2
	var parts []string
	others := len(d.Cramps)
	lines := widget.Wrap(otherPlaces(others), d.w)
	for _, p := range d.Places {
		others -= p.Cramps
		parts = append(parts, fmt.Sprintf(placeCount, p.Name(), p.Cramps))
		next := strings.Join(parts, between)
		if others > 0 {
			next += between + otherPlaces(others)
		}
		wrapped := widget.Wrap(next, d.w)
		if len(wrapped) > most {
			break
		}
		lines = wrapped
	}
	return lines
}
