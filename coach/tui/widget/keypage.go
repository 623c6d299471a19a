package widget

import (
	"cmp"
	"fmt"
	"slices"

	"charm.land/bubbles/v2/key"

	"uncramp/coach/theme"
)

// KeyGroup is a heading of the page of keys, with the keys that stand below it.
type KeyGroup struct {
	Title string
	Keys  []Binding
	About string // what is said below them; may be empty
}

// GroupKeys puts keys below headings by what they are: what moves a cursor, the
// ways out and to help, and before them what is done on this screen alone.
func GroupKeys(keys []Binding) []KeyGroup {
	groups := []KeyGroup{{Title: actTitle}, {Title: moveTitle}, {Title: helpTitle}}
	for _, k := range enabled(keys) {
		at := 0
		switch k.Keys()[0] {
		case "up", "down", "pgup", "pgdown", "home", "end":
			at = 1
		case "!", "?", "q", "esc":
			at = 2
		}
		groups[at].Keys = append(groups[at].Keys, k)
	}
	return groups
}

// KeyPage is a whole screen of keys: one of its pages, and how many there are. A
// line is tapped to have its key pressed.
func KeyPage(groups []KeyGroup, page, w, h int, t theme.Theme) (Frame, int) {
	c, air := NewCanvas(w, h, t), min(h/16, 1)
	z := c.Whole().Inset(Margin(w), 0)
	if SizeOf(w, h) == Wide {
		z = c.Whole().Inset(w/20, 2)
	}
	foot, z := z.Bottom(min(h/3, 1), air)
	table, title, columns := laidOut(groups, z, t)
	pages := max((len(columns)+table.across-1)/table.across, 1)
	page = min(max(page, 0), pages-1)
	last := min((page+1)*table.across, len(columns))
	if SizeOf(w, h) == Wide { // in the middle
		_, z = z.Left(max(z.W-min(len(columns), table.across)*(table.wide()+columnGap)+columnGap, 0)/2, 0)
	}
	c.Lines(z, title...)
	_, body := z.Top(len(title), min(len(title), 1))
	for _, column := range columns[page*table.across : last] {
		var z Zone
		z, body = body.Left(table.wide(), columnGap)
		c.Put(z, column)
	}
	more := When(pages > 1, Bind("↑↓", fmt.Sprintf(pageOf, page+1, pages), "up", "down"))
	foot.X, foot.W = z.X, z.W
	c.Put(foot, KeyLine([]Binding{closeKeys, more}, foot.W, t))
	return c.Frame(), pages
}

// laidOut is the table in its columns, and what stands above it: rather shorter lines,
// and then no title, than another page.
func laidOut(groups []KeyGroup, z Zone, t theme.Theme) (table keyTable, title []string, columns []Block) {
	table = newKeyTable(groups, z.W, t)
	title = table.title(z, t)
	high := z.H - len(title) - min(len(title), 1)
	if columns = table.pack(high, t); len(columns) > table.across {
		table = table.narrower(z.W)
		columns = table.pack(high, t)
	}
	if untitled := table.pack(z.H, t); len(columns) > table.across && len(untitled) <= table.across {
		return table, nil, untitled
	}
	return table, title, columns
}

// The keys of the page of keys.
var (
	closeKeys = Bind("?", "back", "?", "esc", "q")
	turnKeys  = Bind("↑↓", "more", "up", "down", "k", "j", "pgup", "pgdown")
)

// OnKeyPage is where a key leads on the page of keys: to another one, if there is one,
// or away from them; false: it is not one of its own.
func OnKeyPage(press fmt.Stringer, page int) (to int, open, ok bool) {
	switch {
	case key.Matches(press, closeKeys):
		return 0, false, true
	case key.Matches(press, turnKeys):
		return max(page+Scrolled(press), 0), true, true
	}
	return page, true, false
}

// columnGap is how many columns lie between those of a table.
const columnGap = 4

// keyTable is how wide keys and words of a page are, and how many columns of them
// stand side by side.
type keyTable struct {
	groups      []KeyGroup
	keys, words int
	across      int
}

// newKeyTable is the table of those keys that do something now, on w columns.
func newKeyTable(groups []KeyGroup, w int, look theme.Theme) keyTable {
	t := keyTable{across: 1}
	for _, g := range groups {
		g.Keys = named(g.Keys, look)
		for _, k := range g.Keys {
			t.keys, t.words = max(t.keys, Columns(k.Help().Key)+2), max(t.words, Columns(phrase(k)))
		}
		t.words = max(t.words, Columns(g.Title)-t.keys-1)
		if len(g.Keys) > 0 || g.About != "" {
			t.groups = append(t.groups, g)
		}
	}
	t.words = max(min(t.words, w-t.keys-1), 1)
	t.across = max((w+columnGap)/(t.wide()+columnGap), 1)
	return t
}

// narrower breaks words, so that there is room for another column.
func (t keyTable) narrower(w int) keyTable {
	t.across = max((w+columnGap)/(t.keys+1+min(t.words, leastWords)+columnGap), 1)
	t.words = max(min(t.words, (w+columnGap)/t.across-columnGap-t.keys-1), 1)
	return t
}

// leastWords is the width of words for the sake of which there is another column.
const leastWords = 18

func (t keyTable) wide() int { return t.keys + 1 + t.words }

// title stands above the table, in block letters on a wide screen, where there is
// room for a title.
func (t keyTable) title(z Zone, look theme.Theme) []string {
	lines := []string{keysTitle}
	switch {
	case z.H < 14:
		return nil
	case SizeOf(z.W, z.H) == Wide:
		if letters := Letters(keysTitle, z.W/3, z.H/8, look); letters != nil {
			lines = slices.Concat(letters, []string{""})
		}
	}
	return Paint(lines, look.Strong.Render)
}

// pack lays the groups into columns of at most h rows: the lowest that stand side
// by side or, where that can't be, as many as it takes.
func (t keyTable) pack(h int, look theme.Theme) []Block {
	blocks := t.blocks(look, 1)
	if columns := pack(blocks, h/3, false); len(columns) <= t.across {
		blocks = t.blocks(look, 2)
	}
	highest := slices.MaxFunc(append(blocks, Block{}), func(a, b Block) int { return len(a.Lines) - len(b.Lines) })
	for high := len(highest.Lines); high < h; high++ {
		if columns := pack(blocks, high, false); len(columns) <= t.across {
			return columns
		}
	}
	whole, parted := pack(blocks, h, false), pack(blocks, h, true)
	if len(parted) < len(whole) {
		return parted
	}
	return whole
}

// pack puts blocks below each other, with a blank line between, in columns of at
// most h rows. A block that is higher than a column is parted; others only where that
// is allowed, and some of it has room.
func pack(blocks []Block, h int, parting bool) (columns []Block) {
	const some = 4 // rows, with the blank one and the heading
	h = max(h, 1)
	var column Block
	for _, b := range blocks {
		if n := len(column.Lines); n > 0 && n+1+len(b.Lines) > h && !(parting && h-n >= some) {
			columns, column = append(columns, column), Block{}
		}
		if len(column.Lines) > 0 {
			b = b.Under("")
		}
		for column = column.Above(b); len(column.Lines) > h; {
			var first Block
			first, column = column.Cut(unparted(column, h))
			columns = append(columns, first)
		}
	}
	return append(columns, column)
}

// unparted is how many rows of a block, at most h, end between two keys: what one key
// does stays together.
func unparted(b Block, h int) int {
	for _, t := range b.Targets {
		if t.Y > 0 && t.Y < h && t.Y+t.H > h {
			return t.Y
		}
	}
	return h
}

// blocks are the groups, each with its heading, every line so many rows below the
// one before.
func (t keyTable) blocks(look theme.Theme, apart int) (list []Block) {
	for _, g := range t.groups {
		b := Block{Lines: []string{look.Strong.Render(Fit(g.Title, t.wide()))}}
		for _, k := range g.Keys {
			b = b.Above(t.entry(k, look).Under(make([]string, apart-1)...))
		}
		b.Lines = append(b.Lines, Paint(Wrap(g.About, t.wide()), look.Text.Render)...)
		list = append(list, b)
	}
	return list
}

// entry is a key as it stands on a keyboard, and what it does.
func (t keyTable) entry(k Binding, look theme.Theme) (b Block) {
	named := " " + k.Help().Key + " "
	lead := look.RaisedKey.Render(named) + look.Blank.Render(Pad("", t.keys-Columns(named)))
	for _, l := range Wrap(phrase(k), t.words) {
		b.Lines = append(b.Lines, lead+look.Text.Render(" "+l))
		lead = look.Blank.Render(Pad("", t.keys))
	}
	b.Targets = tap(k, 0, t.wide(), len(b.Lines))
	return b
}

// phrase is what a key does, in words that can stand alone.
func phrase(k Binding) string { return cmp.Or(phrases[k.Help().Desc], k.Help().Desc) }
