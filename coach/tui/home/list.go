package home

import (
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"uncramp/coach/tui/widget"
)

// list draws as much of the list as fits, around the cursor, with the most air there
// is room for.
func (d drawing) list(z widget.Zone) {
	rows := d.listed
	shown := d.parts(rows, spacing{})
	for _, air := range d.spacings() {
		if airy := d.parts(rows, air); height(airy) <= z.H {
			shown = airy
			break
		}
	}
	lines := make([]widget.Row, len(shown))
	unseen := make([]string, 8) // lines of what is out of sight
	here := max(slices.IndexFunc(shown, func(p part) bool { return p.row == d.cursor }), 0)
	for i, p := range shown {
		if i < here-z.H || i > here+z.H { // out of sight, whatever is above or below
			lines[i] = widget.Row{Lines: unseen[:p.high], Heading: p.row < 0}
			continue
		}
		lines[i] = d.drawn(p, rows, z.W)
	}
	d.Put(z, widget.Rows(lines, d.cursor, z.W, z.H, d.Theme))
}

// spacing is how much air a list has.
type spacing struct {
	door   int  // rows of a door, less one
	groups bool // a blank row above each heading
	rows   bool // a blank row between two routines
}

// spacings are what is tried, the airiest first.
func (d drawing) spacings() []spacing {
	list := []spacing{{0, true, false}, {0, false, false}}
	if d.size == widget.Wide {
		list = append([]spacing{{4, true, true}, {4, true, false}, {2, true, false}, {2, false, false}}, list...)
	}
	return list
}

// part is a routine of a list, or a heading, which may be blank.
type part struct {
	heading string
	row     int // of the rows; -1: it is a heading
	high    int
}

func height(list []part) (n int) {
	for _, p := range list {
		n += p.high
	}
	return n
}

// parts are the rows and their headings.
func (d drawing) parts(rows []row, air spacing) (list []part) {
	list = make([]part, 0, 2*len(rows)+1)
	heading := func(words string) { list = append(list, part{words, -1, 1}) }
	if len(rows) == 0 {
		heading(nothingFound)
	}
	for i, r := range rows {
		begins := i > 0 && rows[i-1].group != r.group && d.filter.Value() == ""
		if begins {
			if air.groups || air.door > 0 && rows[i-1].door {
				heading("")
			}
			heading("  " + r.group)
		}
		if air.rows && i > 0 && !begins {
			heading("")
		}
		high := 1
		if r.door {
			high += air.door
		}
		list = append(list, part{row: i, high: high})
	}
	return list
}

// drawn is a part as it stands on so many columns.
func (d drawing) drawn(p part, rows []row, room int) widget.Row {
	if p.row >= 0 {
		return widget.Row{Lines: d.row(rows[p.row], p.row == d.cursor, room, p.high)}
	}
	style := d.Quiet
	if len(rows) == 0 {
		style = d.Text
	}
	return widget.Row{Lines: []string{styled(style, widget.Fit(p.heading, room))}, Heading: true}
}

// row is one line, or a door of more.
func (d drawing) row(r row, here bool, room, high int) []string {
	if high == 1 {
		return []string{d.mark(here) + d.line(r, r.Name, true, here, room-1)}
	}
	lines := d.doorLines(r, here, room-2, high-2)
	if here {
		blank := d.mark(here) + d.Raised.Render(strings.Repeat(" ", room-1))
		for i := range lines {
			lines[i] = d.mark(here) + lines[i] + d.Raised.Render(" ")
		}
		return slices.Concat([]string{blank}, lines, []string{blank})
	}
	return widget.Boxed(lines, room-2, d.Theme)
}

// doorLines are what stands within a door of so many lines: its name in block
// letters, where those of all doors have room.
func (d drawing) doorLines(r row, here bool, room, high int) []string {
	const beside = 18 // columns for the key and the minutes
	names := slices.Repeat([]string{""}, high)
	names[high/2] = r.Name
	fits := func(other row) bool {
		return !other.door || widget.LettersFit(other.Name, room-beside, high, d.Theme)
	}
	if high > 1 && !slices.ContainsFunc(d.listed, func(other row) bool { return !fits(other) }) {
		names = widget.Letters(r.Name, room-beside, high, d.Theme)
	}
	lines := make([]string, high)
	for i := range lines {
		name := ""
		if i < len(names) {
			name = names[i]
		}
		lines[i] = d.line(r, name, i == high/2, here, room)
	}
	return lines
}

// mark stands before a row: a bar where the cursor is.
func (d drawing) mark(here bool) string {
	switch {
	case here && d.ASCII:
		return d.Accent.Render(">")
	case here:
		return d.Accent.Render("▐")
	}
	return d.Blank.Render(" ")
}

// line is the key, the name, and how long it takes, or that nothing of it is left
// for this person. Without its ends it is the name alone.
func (d drawing) line(r row, name string, ends, here bool, room int) string {
	blank, keyed, named, quiet := d.Blank, d.Accent, d.Text, d.Quiet
	if here {
		blank, keyed, named, quiet = d.Raised, d.RaisedKey, d.RaisedKey, d.RaisedQuiet
	} else if r.door {
		named = d.Strong
	}
	key, about := " ", []string{""}
	if ends {
		key, about = widget.Pad(keyOf(r.ID), 1), append(d.abouts(r), "")
	}
	name = widget.Fit(name, room-len(" n ")-1)
	left := room - len(" n ") - widget.Columns(name) - 1
	length := about[slices.IndexFunc(about, func(s string) bool { return widget.Columns(s) < left || s == "" })]
	fill := strings.Repeat(" ", max(left-widget.Columns(length), 0))
	return styled(blank, " ") + styled(keyed, key) + styled(blank, " ") + styled(named, name) + styled(blank, fill) +
		styled(quiet, length) + styled(blank, " ")
}

// abouts are what is said of a routine beside its name, at length and in brief.
func (d drawing) abouts(r row) []string {
	if d.profile.HasAny(r.NotFor) {
		return []string{leftOut, leftOutShort}
	}
	return []string{r.Length(), minutes(r.Minutes)}
}

// styled renders a text, unless it is empty.
func styled(style lipgloss.Style, s string) string {
	if s == "" {
		return ""
	}
	return style.Render(s)
}
