package widget

import (
	"fmt"

	"charm.land/bubbles/v2/key"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"uncramp/coach/theme"
)

// PageRows is how far a page key goes in a list.
const PageRows = 10

// Steps are the keys that move a cursor in a list.
type Steps struct {
	Move, Up, Down   key.Binding // Move is what is shown of Up and Down
	PageUp, PageDown key.Binding
}

// NewSteps are the keys where no letter is typed.
func NewSteps() Steps {
	return Steps{
		Move:     Bind("↑↓", "choose", "up", "down", "k", "j"),
		Up:       Bind("↑", "up", "up", "k"),
		Down:     Bind("↓", "down", "down", "j"),
		PageUp:   Bind("pgup", "a page up", "pgup", "home"),
		PageDown: Bind("pgdn", "a page down", "pgdown", "end"),
	}
}

// Stepped is where a key leads from a row, in a list of which a page has so
// many: there may be no such row. False: it is none of these keys.
func (s Steps) Stepped(press fmt.Stringer, at, page int) (to int, ok bool) {
	switch {
	case key.Matches(press, s.Up):
		return at - 1, true
	case key.Matches(press, s.Down):
		return at + 1, true
	case key.Matches(press, s.PageUp):
		return at - page, true
	case key.Matches(press, s.PageDown):
		return at + page, true
	}
	return at, false
}

// List shows as many of n rows as fit on h lines, around the one at, and how
// many more there are. Each row and that can be tapped; row draws one.
func List(n, at, room, h int, t theme.Theme, row func(i int) string) (b Block) {
	first, shown := Part(n, at, h)
	for y := range shown {
		b.Lines = append(b.Lines, row(first+y))
		b.Targets = append(b.Targets, Target{Y: y, W: room, H: 1, Row: first + y})
	}
	if shown == h {
		return b
	}
	return b.More(first, n-first-shown, room, t)
}

// Part returns which of n rows are in sight on h lines, around the one at.
// Where not all of them are, one line is left for [Block.More], if there are two.
func Part(n, at, h int) (first, shown int) {
	if n <= h {
		return 0, n
	}
	shown = max(h-1, 1)
	return min(max(at-shown/2, 0), n-shown), shown
}

// More adds the line that tells how many more rows there are below, or above
// once the last is in sight. A tap on it is a page in that direction.
func (b Block) More(above, below, room int, t theme.Theme) Block {
	text, way := fmt.Sprintf("  ↓ %d more", below), "pgdown"
	switch {
	case above == 0 && below == 0:
		return b
	case below == 0:
		text, way = fmt.Sprintf("  ↑ %d more", above), "pgup"
	}
	b.Targets = append(b.Targets, Target{Y: len(b.Lines), W: room, H: 1, Press: way})
	b.Lines = append(b.Lines, t.Quiet.Render(Fit(text, room)))
	return b
}

// Chosen is how a row begins and how its text looks: the one the cursor is on
// has a bar before it.
func Chosen(here bool, t theme.Theme) (mark string, style lipgloss.Style) {
	if here {
		return t.Accent.Render("▌ "), t.Strong
	}
	return t.Blank.Render("  "), t.Text
}

// Typed is what is being typed, with the cursor, which stands at a rune, in
// sight on w columns.
func Typed(text string, at, w int) string {
	runes := []rune(text)
	before, after := string(runes[:at]), string(runes[at:])
	if hidden := Columns(before) - w + 1; hidden > 0 {
		before = ansi.TruncateLeft(before, hidden, "")
	}
	return before + "▏" + after
}
