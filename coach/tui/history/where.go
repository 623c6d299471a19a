package history

import (
	"fmt"
	"slices"

	"uncramp/coach/stats"
	"uncramp/coach/tui/bodymap"
	"uncramp/coach/tui/widget"
)

// The rows of the map of the legs: those it wants, and the most that do it good.
const (
	mapRows = 10
	mapMost = 44
)

// whereRows are the map, of half the room there is, and the same in words.
func whereRows(d drawing) int { return min(max(mapRows, d.high/2), mapMost) + len(d.placesText()) }

// where is the map of the legs with how often each part cramped, and above it the
// same in words.
func where(d drawing) []string {
	words := d.placesText()
	words = words[:min(len(words), max(d.high-1, 0))]
	legs := bodymap.Heat(stats.HeatOf(d.Places)).Block(d.w, min(d.high-len(words), mapMost), d.t)
	return append(widget.Paint(words, d.t.Text.Render), legs.Lines...)
}

// placesText is the map in words, the most frequent first, as many as have room on
// two lines.
func (d drawing) placesText() (lines []string) {
	const most = 2
	var parts []string
	others := len(d.Cramps)
	for _, p := range d.Places {
		others -= p.Cramps
		parts = append(parts, fmt.Sprintf(placeCount, p.Name(), p.Cramps))
		all := parts
		if others > 0 {
			all = append(slices.Clip(parts), otherPlaces(others))
		}
		if next := flow(all, between, d.w); len(next) <= most {
			lines = next
		}
	}
	return lines
}
