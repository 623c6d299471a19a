package history

import (
	"cmp"
	"fmt"
	"strings"

	"uncramp/coach/record"
	"uncramp/coach/stats"
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
	cramps := m.history.cramps
	e, ok := m.under()
	if !ok {
		return widget.Block{Lines: widget.Paint(widget.Wrap(m.history.nothing(), room), t.Text.Render), Gap: true}
	}
	about := m.about(e, room, h-listLeast, t)
	var head []string
	if h >= airy {
		head = []string{t.Quiet.Render(m.columns("  ", "began", "where", "severity", "lasted", room))}
	}
	b := widget.List(len(cramps), m.cursor, room, max(h-len(about)-len(head), 1), t, func(i int) string {
		return m.row(cramps[i], i == m.cursor, room, t)
	}).Under(head...)
	b.Lines, b.Gap = append(b.Lines, about...), true
	return b
}

// row is when and where a cramp was, how bad and, where there is room, how long.
func (m Model) row(e record.Episode, here bool, room int, t theme.Theme) string {
	mark, style := widget.Chosen(here, t)
	text := m.columns("", m.history.when(e), where(e), stats.OfTen(e.Severity), stats.Clock(e.Length), room-widget.Columns(mark))
	return mark + style.Render(text)
}

// columns lays out a row of the list; how long it lasted stands there where
// there is room.
func (m Model) columns(mark, when, where, severity, lasted string, room int) string {
	text := mark + widget.Pad(when, widget.Columns(m.history.when(record.Episode{}))) + "  "
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
func (m Model) about(e record.Episode, room, h int, t theme.Theme) []string {
	high := min(aboutLines, h)
	if high < 2 {
		return nil
	}
	facts := stats.Details(e)
	if e.At.After(m.history.Now) {
		facts = append([]string{inFuture}, facts...)
	}
	about := cmp.Or(strings.Join(facts, " · "), m.history.nothingElse())
	lines := widget.WrapAtMost(about, room, high-1)
	out := append([]string{""}, widget.Paint(lines, t.Quiet.Render)...)
	return append(out, make([]string, high-len(out))...)
}
