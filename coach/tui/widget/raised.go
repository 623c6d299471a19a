package widget

import (
	"slices"
	"strings"

	"uncramp/coach/theme"
)

// RaisedButtons draws keys side by side over w columns, each on a ground of its own
// of h rows, for a thumb; what they do in block letters where there is room. Where
// they don't fit beside each other they are a line of keys.
func RaisedButtons(keys []Binding, w, h int, t theme.Theme) Block {
	const apart, least = 2, 2
	keys = named(keys, t)
	room := w + apart
	for _, k := range keys {
		room -= Columns(label(k)) + least + apart
	}
	if room < 0 || h < 1 || len(keys) == 0 {
		return KeyLine(keys, w, t)
	}
	b := Block{Lines: make([]string, h)}
	var wide []int
	for i, k := range keys {
		wide = append(wide, Columns(label(k))+least+room/len(keys))
		if i < room%len(keys) {
			wide[i]++
		}
	}
	faces := faces(keys, wide, h, t)
	x := 0
	for i, k := range keys {
		for y, l := range Raised(faces[i], wide[i], h, t) {
			if i > 0 {
				b.Lines[y] += t.Blank.Render(strings.Repeat(" ", apart))
			}
			b.Lines[y] += l
		}
		b.Targets = append(b.Targets, tap(k, x, wide[i], h)...)
		x += wide[i] + apart
	}
	return b
}

// label is a key with what it does.
func label(k Binding) string { return strings.TrimSpace(k.Help().Key + "  " + k.Help().Desc) }

// faces are what stands on buttons of some widths and a height: block letters for
// all that is to be read, or for the keys alone, where all of them have room for
// that; else plain words.
func faces(keys []Binding, wide []int, h int, t theme.Theme) [][]string {
	plain := make([][]string, len(keys))
	whole, named := make([][]string, len(keys)), make([][]string, len(keys))
	large, high := true, true
	for i, k := range keys {
		name, does := k.Help().Key, strings.TrimPrefix(label(k), k.Help().Key)
		plain[i] = []string{t.RaisedKey.Render(name) + t.Raised.Render(does)}
		whole[i] = Paint(Letters(label(k), wide[i]-4, h-2, t), t.RaisedKey.Render)
		named[i] = append(Paint(Letters(name, wide[i]-4, min(h-4, 5), t), t.RaisedKey.Render), "", t.Raised.Render(strings.TrimSpace(does)))
		large, high = large && len(whole[i]) > 0, high && len(named[i]) > 2
	}
	switch {
	case large:
		return whole
	case high:
		return named
	}
	return plain
}

// Raised draws lines in the middle of a raised ground of w by h cells.
func Raised(words []string, w, h int, t theme.Theme) []string {
	lines := slices.Repeat([]string{t.Raised.Render(strings.Repeat(" ", max(w, 0)))}, h)
	top := max(h-len(words), 0) / 2
	for i, word := range words[:min(len(words), h)] {
		before := max(w-Columns(word), 0) / 2
		after := max(w-before-Columns(word), 0)
		lines[top+i] = t.Raised.Render(strings.Repeat(" ", before)) + word + t.Raised.Render(strings.Repeat(" ", after))
	}
	return lines
}

// Boxed draws a box around lines that are w columns wide.
func Boxed(lines []string, w int, t theme.Theme) []string {
	edge, side := strings.Repeat("─", max(w, 0)), t.Quiet.Render("│")
	box := []string{t.Quiet.Render("╭" + edge + "╮")}
	for _, l := range lines {
		box = append(box, side+l+side)
	}
	return append(box, t.Quiet.Render("╰"+edge+"╯"))
}

// Flow is as many of some blocks as fit into a zone, those of the lowest rank first,
// with blank lines between where there is room for all of them.
func Flow(z Zone, blocks ...Block) (flowed Block) {
	blocks = Choose(blocks, z.H)
	spare := z.H - Height(blocks)
	for i, b := range blocks {
		if b.Gap && i > 0 && spare > 0 {
			b = b.Under("")
			spare--
		}
		flowed = flowed.Above(b)
	}
	return flowed
}

// Words is a block of sentences, each broken into lines of a zone's width.
func Words(z Zone, rank int, render func(...string) string, sentences ...string) Block {
	b := Block{Rank: rank, Gap: true}
	for _, s := range sentences {
		if s != "" {
			b.Lines = append(b.Lines, Paint(Wrap(s, max(z.W, 1)), render)...)
		}
	}
	return b
}
