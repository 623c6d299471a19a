package widget

import (
	"slices"

	"uncramp/coach/text"
)

// Block is a group of lines that stands on a screen whole or not at all.
type Block struct {
	Lines []string
	// Rank says how much the block matters, 0 most. Blocks are taken in this
	// order as long as they fit.
	Rank int
	// Gap asks for a blank line above it, where there is room.
	Gap bool
	// Targets are the places in it that can be tapped.
	Targets []Target
}

// Under puts lines above those of a block.
func (b Block) Under(lines ...string) Block {
	b.Lines = append(slices.Clip(lines), b.Lines...)
	b.Targets = slices.Clone(b.Targets)
	for i := range b.Targets {
		b.Targets[i].Y += len(lines)
	}
	return b
}

// Above puts a block below this one.
func (b Block) Above(below Block) Block {
	below = below.Under(b.Lines...)
	b.Lines, b.Targets = below.Lines, append(slices.Clip(b.Targets), below.Targets...)
	return b
}

// Cut parts a block into its first rows and the rest.
func (b Block) Cut(rows int) (first, rest Block) {
	first, rest = b, b
	first.Lines, rest.Lines = b.Lines[:rows:rows], b.Lines[rows:]
	first.Targets, rest.Targets = nil, nil
	for _, tap := range b.Targets {
		if tap.Y < rows {
			tap.H = min(tap.H, rows-tap.Y)
			first.Targets = append(first.Targets, tap)
			continue
		}
		tap.Y -= rows
		rest.Targets = append(rest.Targets, tap)
	}
	return first, rest
}

// Height is how many rows blocks take without their gaps.
func Height(blocks []Block) int {
	n := 0
	for _, b := range blocks {
		n += len(b.Lines)
	}
	return n
}

// Choose keeps the blocks that fit into h rows, those of the lowest rank
// first, in the order they stand in.
func Choose(blocks []Block, h int) (out []Block) {
	var order, kept []int
	for i, b := range blocks {
		if slices.ContainsFunc(b.Lines, func(l string) bool { return l != "" }) {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return blocks[a].Rank - blocks[b].Rank })
	left := h
	for _, i := range order {
		if n := len(blocks[i].Lines); n <= left {
			kept = append(kept, i)
			left -= n
		}
	}
	if len(kept) == 0 && len(order) > 0 {
		b := blocks[order[0]]
		b.Lines = b.Lines[:min(max(h, 1), len(b.Lines))]
		return []Block{b} // better a part of it than nothing
	}
	slices.Sort(kept)
	for _, i := range kept {
		out = append(out, blocks[i])
	}
	return out
}

// Margin is the blank left edge of a screen of that width.
func Margin(w int) int {
	switch {
	case w < 32:
		return 0
	case w < 60:
		return 1
	case w <= 100:
		return 2
	}
	return (w - 96) / 2
}

// Edge is the blank edge at either side of a screen whose whole width is used.
func Edge(w int) int {
	if w > 100 {
		return 4
	}
	return Margin(w)
}

// Room is the width between the margins.
func Room(w int) int { return max(w-2*Margin(w), 1) }

// Paint renders every line of a text in one style.
func Paint(lines []string, render func(...string) string) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = render(l)
	}
	return out
}

// Columns is how wide a line is on screen.
func Columns(s string) int { return text.Columns(s) }
