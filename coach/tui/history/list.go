package history

import (
	"cmp"
	"fmt"
	"strings"

	"uncramp/coach/record"
	"uncramp/coach/stats"
	"uncramp/coach/theme"
	"uncramp/coach/tui/bodymap"
	"uncramp/coach/tui/widget"
)

const (
	placeColumns    = 17
	severityColumns = 9 // wide enough for its name
	severityLeast   = 6
	listNarrow      = 50 // a list this wide has room for all
	listWide        = 56
	detailRows      = 3 // below the list
	detailsLeast    = 9 // beside it, above the map of the legs
	listLeast       = 4 // rows of the list that are in sight before there are details
)

// list shows the cramps around the cursor. What was told of the one it is on stands
// beside them, or below where there is no room for that.
func (m Model) list(c *widget.Canvas, z widget.Zone, t theme.Theme) {
	e, ok := m.under()
	if !ok {
		c.Middle(z, widget.Paint(widget.Wrap(m.history.nothing(), min(z.W, listWide)), t.Text.Render)...)
		return
	}
	rows, details := z.Left(listWide, 4)
	if details.W < listWide/2 {
		details, rows = z.Bottom(min(detailRows, max(z.H-listLeast-1, 0)), 1)
		if details.H == 0 {
			rows = z
		}
	}
	if rows.H >= airy-4 {
		var head widget.Zone
		head, rows = rows.Top(1, 0)
		severity := widget.FirstFitting(severityWide(rows.W), severityWords...)
		c.Lines(head, t.Quiet.Render(m.columns("  ", beganWord, whereWord, severity, lastedWord, rows.W)))
	}
	c.Put(rows, widget.List(len(m.history.cramps), m.cursor, rows.W, rows.H, t, func(i int) string {
		return m.row(m.history.cramps[i], i == m.cursor, rows.W, t)
	}))
	m.details(c, details, e, t)
}

// details are what else was told of a cramp: one a line where they stand beside the
// list.
func (m Model) details(c *widget.Canvas, z widget.Zone, e record.Episode, t theme.Theme) {
	facts := stats.Details(e)
	if e.At.After(m.history.Now) {
		facts = append([]string{inFuture}, facts...)
	}
	if z.H <= detailRows {
		about := cmp.Or(strings.Join(facts, " · "), m.history.nothingElse())
		c.Lines(z, widget.Paint(widget.WrapAtMost(about, z.W, max(z.H, 1)), t.Quiet.Render)...)
		return
	}
	lines := []string{t.Strong.Render(widget.Fit(cmp.Or(e.Where(), record.Unanswered), z.W)), t.Quiet.Render(m.history.when(e)), ""}
	if len(facts) == 0 {
		facts = []string{m.history.nothingElse()}
	}
	for _, f := range facts {
		lines = append(lines, widget.Paint(widget.Wrap(f, z.W), t.Text.Render)...)
	}
	told, legs := z, widget.Zone{}
	if most := z.H - detailsLeast; most >= mapRows {
		legs, told = z.Bottom(min(most, mapMost/2), 1)
	}
	c.Lines(told, lines...)
	if spot := (bodymap.Spot{Muscle: e.Muscle, Side: e.Side}); spot != (bodymap.Spot{}) && legs.H > 0 {
		c.Lines(legs, bodymap.New(spot).Block(legs.W, legs.H, t).Lines...)
	}
}

// row is when and where a cramp was, how bad and, where there is room, how long.
func (m Model) row(e record.Episode, here bool, room int, t theme.Theme) string {
	mark, style := widget.Chosen(here, t)
	text := m.columns("", m.history.when(e), whereOf(e), stats.OfTen(e.Severity), stats.Clock(e.Length), room-widget.Columns(mark))
	return mark + style.Render(text)
}

// severityWide is how wide the column of the severity is in a row of so many columns.
func severityWide(room int) int {
	if room < listNarrow {
		return severityLeast
	}
	return severityColumns
}

// columns lays out a row of the list; how long it lasted stands there where
// there is room.
func (m Model) columns(mark, when, where, severity, lasted string, room int) string {
	text := mark + widget.Pad(when, widget.Columns(m.history.when(record.Episode{}))) + "  "
	wide := severityWide(room)
	place := min(placeColumns, max(room-widget.Columns(text)-wide, 0))
	text += widget.Pad(widget.Fit(where, place), place) + fmt.Sprintf("%*s", wide, severity)
	if long := fmt.Sprintf("%8s", lasted); widget.Columns(text+long) <= room {
		text += long
	}
	return widget.Fit(text, room)
}
