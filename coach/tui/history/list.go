package history

import (
	"fmt"
	"strings"

	"uncramp/coach/diary"
	"uncramp/coach/theme"
	"uncramp/coach/tui/widget"
)

const (
	placeColumns    = 17
	severityColumns = 9 // wide enough for its name
	severityLeast   = 6
	listNarrow      = 50 // a list this wide has room for all
	aboutLines      = 4
	listLeast       = 4 // rows of the list that are in sight before there are details
)

// list shows the cramps around the cursor, and below them what was told of the
// one it is on. Each row can be tapped.
func (m Model) list(room, h int, t theme.Theme) widget.Block {
	cramps := m.history.Cramps
	e, ok := m.under()
	if !ok {
		return widget.Block{Lines: widget.Paint(widget.Wrap(m.history.nothing(), room), t.Text.Render), Gap: true}
	}
	about := m.about(e, room, h-listLeast, t)
	var b widget.Block
	if h >= airy {
		b.Lines = []string{t.Quiet.Render(m.columns("  ", "began", "where", "severity", "lasted", room))}
	}
	head := len(b.Lines)
	high := max(h-len(about)-head, 1)
	first, shown := 0, len(cramps)
	if shown > high {
		shown = max(high-1, 1)
		first = min(max(m.cursor-shown/2, 0), len(cramps)-shown)
	}
	b.Gap = true
	for y, e := range cramps[first : first+shown] {
		b.Lines = append(b.Lines, m.row(e, first+y == m.cursor, room, t))
		b.Targets = append(b.Targets, widget.Target{Y: head + y, W: room, H: 1, Row: first + y})
	}
	if shown < len(cramps) && high > 1 {
		more, way := fmt.Sprintf("  ↓ %d more", len(cramps)-first-shown), "pgdown"
		if first+shown == len(cramps) {
			more, way = fmt.Sprintf("  ↑ %d more", first), "pgup"
		}
		b.Targets = append(b.Targets, widget.Target{Y: head + shown, W: room, H: 1, Press: way})
		b.Lines = append(b.Lines, t.Quiet.Render(widget.Fit(more, room)))
	}
	b.Lines = append(b.Lines, about...)
	return b
}

// row is when and where a cramp was, how bad and, where there is room, how long.
func (m Model) row(e diary.Episode, here bool, room int, t theme.Theme) string {
	mark, style := "  ", t.Text
	if here {
		mark, style = "▌ ", t.Strong
	}
	text := m.columns("", m.history.when(e), where(e), scale(e.Severity), length(e.Length), room-widget.Columns(mark))
	return t.Accent.Render(mark) + style.Render(text)
}

// columns lays out a row of the list; how long it lasted stands there where
// there is room.
func (m Model) columns(mark, when, where, severity, lasted string, room int) string {
	text := mark + widget.Pad(when, widget.Columns(m.history.when(diary.Episode{}))) + "  "
	wide := severityColumns
	if room < listNarrow {
		wide = severityLeast
	}
	place := min(placeColumns, max(room-widget.Columns(text)-wide, 0))
	text += widget.Pad(widget.Fit(where, place), place) + fmt.Sprintf("%*s", wide, severity)
	if long := fmt.Sprintf("%8s", lasted); widget.Columns(text+long) <= room {
		text += long
	}
	return widget.Fit(text, room)
}

// about is what else was told of a cramp, always on as many lines, so that
// nothing jumps.
func (m Model) about(e diary.Episode, room, h int, t theme.Theme) []string {
	high := min(aboutLines, h)
	if high < 2 {
		return nil
	}
	told := strings.Join(details(e), " · ")
	if told == "" {
		told = "Nothing else was told. Press e to add it."
	}
	lines := widget.Wrap(told, room)
	if len(lines) >= high {
		lines = lines[:high-1]
		if rest := len(widget.Wrap(told, room)); rest > len(lines) {
			last := len(lines) - 1
			lines[last] = widget.Fit(lines[last], max(room-1, 1)) + "…"
		}
	}
	out := append([]string{""}, widget.Paint(lines, t.Quiet.Render)...)
	return append(out, make([]string, high-len(out))...)
}
