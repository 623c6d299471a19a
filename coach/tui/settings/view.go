package settings

import (
	"fmt"

	kept "uncramp/coach/settings"
	"uncramp/coach/theme"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/widget"
)

const (
	rankList = iota
	rankKeys
	rankAbout
	rankTitle
)

// View implements [screen.Screen].
func (m Model) View(env screen.Env) widget.Frame {
	w, h, t := env.Width, env.Height, env.Theme
	room := widget.Room(w)
	title := widget.Block{Lines: []string{t.Strong.Render(widget.Fit(title, room))}, Rank: rankTitle}
	if m.notice != "" {
		title = widget.Block{Lines: widget.Paint(widget.Notice(m.notice, room), t.Alert.Render), Rank: rankList}
	}
	about := widget.Block{Lines: m.about(room, h, t), Rank: rankAbout, Gap: true, Foot: true}
	line := widget.KeyLine(m.keyLine(), room, t)
	line.Rank, line.Foot = rankKeys, true
	frame := widget.Height(widget.Choose([]widget.Block{title, about, line}, max(h-rowsAtLeast, 0)))
	list := m.list(room, max(h-frame-min(h/12, 1), 1), t)
	return widget.Stack(widget.Choose([]widget.Block{title, list, about, line}, h), w, h, t)
}

// rowsAtLeast is how much of the list is in sight whatever else there is.
const rowsAtLeast = 3

// keyLine leaves out the keys that do nothing here.
func (m Model) keyLine() []widget.Binding {
	if m.typing {
		return m.Keys()
	}
	v := m.row()
	lasts, more, less := v.Origin.Persists(), moreKey, lessKey
	if v.Choices != nil {
		more.SetHelp("→", "next")
		less.SetHelp("←", "back")
	}
	_, can := m.settings.Step(v.Name, 1)
	return []widget.Binding{
		leaveKey, widget.When(lasts && can, more), widget.When(lasts && can, less),
		widget.When(v.Origin == kept.File, defaultKey), widget.When(lasts && v.Choices == nil, typeKey), steps.Move, widget.Help(),
	}
}

// about says what the setting under the cursor is for, or why it can't be
// changed. Where there is room it takes as many lines for each, so that nothing
// jumps.
func (m Model) about(room, h int, t theme.Theme) []string {
	lines := widget.Paint(widget.Wrap(meaning(m.row()), room), t.Quiet.Render)
	values := m.settings.Values()
	if h < 2*len(values) {
		return lines
	}
	high := 0
	for _, v := range values {
		high = max(high, len(widget.Wrap(meaning(v), room)))
	}
	return append(lines, make([]string, high-len(lines))...)
}

func meaning(v kept.Value) string {
	switch v.Origin {
	case kept.Environment:
		return fmt.Sprintf(environmentFormat, kept.Variable(v.Name))
	case kept.Flag:
		return setByAFlag
	}
	return fmt.Sprintf(aboutFormat, v.About, v.Allowed)
}

// list shows as many rows as fit, around the cursor, and how many more there
// are. Each can be tapped.
func (m Model) list(room, h int, t theme.Theme) widget.Block {
	values := m.settings.Values()
	b := widget.List(len(values), m.cursor, room, h, t, func(i int) string { return m.line(values[i], i == m.cursor, room, t) })
	b.Rank, b.Gap = rankList, true
	return b
}

// Columns of the longest name and a gap, and of the values where there is room.
const (
	nameColumns  = 13
	valueColumns = 32
	leastColumns = 8
)

// line is a setting's name, its value and, where there is room, its origin.
func (m Model) line(v kept.Value, here bool, room int, t theme.Theme) string {
	mark, style := widget.Chosen(here, t)
	value, origin := v.Shown(), "  "+string(v.Origin)
	left := min(room-2-nameColumns-widget.Columns("  environment"), valueColumns)
	if here && m.typing || left < leastColumns {
		left, origin = max(room-2-nameColumns, 0), ""
	}
	if here && m.typing {
		value = widget.Typed(m.entry.Value(), m.entry.Position(), left)
	}
	text := widget.Pad(v.Name, nameColumns) + widget.Fit(value, left)
	if origin != "" {
		text = widget.Pad(text, nameColumns+left)
	}
	return mark + style.Render(widget.Fit(text, room-2)) + t.Quiet.Render(origin)
}
