package widget

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"uncramp/coach/theme"
)

// Block is a group of lines that stands on a screen whole or not at all.
type Block struct {
	Lines []string
	// Rank says how much the block matters, 0 most. Blocks are taken in this
	// order as long as they fit.
	Rank int
	// Gap asks for a blank line above it, where there is room.
	Gap bool
	// Lead is how many blank lines stand above it, where there is room. With one
	// on any block the rest is not moved to the middle: it stands where it stood.
	Lead int
	// Foot keeps the block, and all after it, at the lower edge.
	Foot bool
	// Targets are the places in it that can be tapped.
	Targets []Target
}

// AtFoot puts a block at the lower edge.
func (b Block) AtFoot(rank int) Block {
	b.Rank, b.Gap, b.Foot = rank, true, true
	return b
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

// Stack lays chosen blocks on a screen of w by h cells: gaps where there is
// room, feet at the lower edge, the rest a little above the middle of what is
// left, and everything indented where the width allows.
func Stack(blocks []Block, w, h int, t theme.Theme) Frame {
	gaps := spread(blocks, h)
	var lines []string
	var targets []Target
	indent := t.Blank.Render(strings.Repeat(" ", Margin(w)))
	for i, b := range blocks {
		lines = append(lines, make([]string, gaps[i])...)
		for _, tap := range b.Targets {
			tap.X, tap.Y = tap.X+Margin(w), tap.Y+len(lines)
			if tap.H = min(tap.H, h-tap.Y); tap.H > 0 { // the rest of it was cut off
				targets = append(targets, tap)
			}
		}
		for _, l := range b.Lines {
			if l != "" && Margin(w) > 0 {
				l = indent + l
			}
			lines = append(lines, l)
		}
	}
	return Frame{Fill(lines, w, h, t), targets}
}

// spread says how many blank lines stand above each block.
func spread(blocks []Block, h int) []int {
	spare := h - Height(blocks)
	gaps := make([]int, len(blocks))
	foot := slices.IndexFunc(blocks, func(b Block) bool { return b.Foot })
	if foot > 0 && spare > 0 && blocks[foot].Gap {
		gaps[foot] = 1
		spare--
	}
	fixed := false
	for i, b := range blocks {
		switch {
		case b.Lead > 0:
			fixed = true
			gaps[i] = max(min(b.Lead, spare), 0)
			spare -= gaps[i]
		case b.Gap && i > 0 && i != foot && spare > 0:
			gaps[i] = 1
			spare--
		}
	}
	if foot >= 0 && spare > 0 {
		gaps[foot] += spare
		if middle := slices.IndexFunc(blocks, func(b Block) bool { return b.Gap }); middle > 0 && middle < foot && !fixed {
			gaps[foot] -= spare * 2 / 5
			gaps[middle] += spare * 2 / 5
		}
	}
	return gaps
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
func Columns(s string) int { return ansi.StringWidth(s) }
