package checkin

import (
	"slices"
	"strings"

	"uncramp/coach/record"
	"uncramp/coach/stats"
	"uncramp/coach/theme"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/widget"
)

// drawScale is a tile for each number: side by side under a slope that rises to the
// worst, or in rows where they would be too small for a thumb.
func (m Model) drawScale(s stage) {
	options := m.options()
	tiles := make([]tile, len(options))
	for i, o := range options {
		tiles[i] = tile{words: o, row: i, chosen: i == m.option, big: s.size == widget.Wide}
	}
	const thumb = 5 // columns
	z := s.answers
	if z.W >= len(tiles)*(thumb+1)-1 && z.H > 3 {
		m.drawSlope(s, z, tiles)
		return
	}
	columns := 6
	if s.size == widget.Upright {
		columns = 3
	}
	rows := (len(tiles) + columns - 1) / columns
	gap := 0
	if z.H >= 3*rows-1 {
		gap = 1
	}
	high := (z.H - gap*(rows-1)) / rows
	for row := range rows {
		var part widget.Zone
		part, z = z.Top(high, gap)
		for column := range columns {
			var cell widget.Zone
			cell, part = firstOf(part, columns-column)
			if i := row*columns + column; i < len(tiles) {
				s.put(cell, tiles[i])
			}
		}
	}
}

// drawSlope draws the tiles of a scale, and above each a column as high as it is
// bad.
func (m Model) drawSlope(s stage, z widget.Zone, tiles []tile) {
	least := 3
	if s.size == widget.Wide { // of block letters and their edges
		least = 5
	}
	high := min(max(2*z.H/5, least), 9)
	below, above := z.Bottom(high, 0)
	_, above = above.Top(max(above.H-2*high, 0), 0)
	for i, tl := range tiles {
		var cell, column widget.Zone
		cell, below = firstOf(below, len(tiles)-i)
		column, above = above.Left(cell.W, 1)
		s.put(cell, tl)
		s.Put(column, slope(i, len(tiles)-1, column, s.theme))
	}
}

// slope is a column of a scale, as a target, too.
func slope(n, most int, z widget.Zone, t theme.Theme) widget.Block {
	style := t.Cramp[stats.LevelOf(n)]
	halves := (2*z.H*n + most - 1) / most
	lines := make([]string, z.H)
	for y := range lines {
		switch up := 2 * (z.H - 1 - y); {
		case up+1 < halves:
			lines[y] = style.Render(strings.Repeat("█", z.W))
		case up < halves:
			lines[y] = style.Render(strings.Repeat("▄", z.W))
		}
	}
	return widget.Block{Lines: lines, Targets: []widget.Target{{W: z.W, H: z.H, Row: n}}}
}

// drawYesNo is two tiles, one above the other on a phone held upright.
func (m Model) drawYesNo(s stage) {
	z := s.answers
	yes := tile{key: "1", words: string(record.Yes), row: 0, chosen: m.option == 0, big: s.size == widget.Wide}
	no := tile{key: "2", words: string(record.No), row: 1, chosen: m.option == 1, big: s.size == widget.Wide}
	if s.size != widget.Upright {
		z, _ = z.Top(min(z.H, 9), 0)
		s.across(z, yes, no)
		return
	}
	first, rest := z.Top(min((z.H-1)/2, 5), 1)
	second, _ := rest.Top(first.H, 0)
	s.put(first, yes)
	s.put(second, no)
}

// clock is how a moment is shown.
const clock = "15:04"

// drawWhen is the moment in large digits, and what makes it earlier or later.
func (m Model) drawWhen(s stage, env screen.Env) {
	words := m.episode.At.Format(clock)
	day := m.inWords(m.question(), env, "")
	m.drawDial(s, words, "88:88", day,
		tile{words: hourEarlierTile, press: "pgdown"}, tile{words: earlierTile, press: "down"}, tile{words: laterTile, press: "up"})
}

// drawLength is the number of minutes in large digits, and what is at hand.
func (m Model) drawLength(s stage) {
	words := m.question().Said(m.episode)
	if words == "" {
		words = notKnown
	}
	var tiles []tile
	for i, o := range m.options() {
		tiles = append(tiles, tile{words: o, row: i, chosen: i == m.option})
	}
	m.drawDial(s, words, "888", minutesWord, tiles...)
}

// drawDial is a value in large digits, or what is being typed instead, with a word
// below it and tiles that change it.
func (m Model) drawDial(s stage, value, pattern, below string, tiles ...tile) {
	t := s.theme
	buttons, z := s.answers.Bottom(min(max(s.answers.H/3, 1), 3), min(s.answers.H/5, 1))
	s.across(buttons, tiles...)
	word, z := z.Bottom(1, 0)
	if m.typing {
		value = m.entry.Value()
		below = widget.Typed(value, m.entry.Position(), word.W-1)
	}
	digits := widget.BigDigits(value, pattern, z.W, min(z.H, tallestDial), widget.Solid, t)
	if digits == nil || value == notKnown || m.typing {
		digits = widget.Letters(value, z.W, min(z.H, tallestDial), t)
	}
	if digits == nil && !m.typing {
		digits = []string{value}
	}
	s.Middle(z, widget.Paint(digits, t.Strong.Render)...)
	s.Middle(word, t.Text.Render(widget.Fit(below, word.W)))
}

// tallestDial is how high a value is drawn at most, in rows.
const tallestDial = 20

// drawWords is what is being written, on a ground of its own, with the cursor in
// sight.
func (m Model) drawWords(s stage) {
	z, _ := s.answers.Top(min(s.answers.H, highestField), 0)
	inner := z.Inset(1, min(z.H/4, 1))
	written := widget.Typed(m.entry.Value(), m.entry.Position(), len(m.entry.Value())+2)
	lines := widget.Wrap(written, inner.W)
	here := max(slices.IndexFunc(lines, func(l string) bool { return strings.Contains(l, widget.Cursor) }), 0)
	from := min(max(here-inner.H+1, 0), max(len(lines)-inner.H, 0))
	for y := range z.H {
		line := ""
		if at := from + y - (inner.Y - z.Y); at >= from && at < min(from+inner.H, len(lines)) {
			line = " " + lines[at]
		}
		s.Lines(widget.Zone{X: z.X, Y: z.Y + y, W: z.W, H: 1}, s.theme.Raised.Render(widget.Pad(widget.Fit(line, z.W), z.W)))
	}
}

// highestField is how many rows what is written has at most.
const highestField = 6
