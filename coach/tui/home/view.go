package home

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"

	"uncramp/coach/theme"
	"uncramp/coach/triage"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/widget"
	"uncramp/routines"
)

const (
	rankNow = iota
	rankKeys
	rankOffer
	rankFlags
	rankTitle
	rankMinor
)

// View implements [screen.Screen].
func (m Model) View(env screen.Env) widget.Frame {
	w, h, t := env.Width, env.Height, env.Theme
	room := widget.Room(w)
	if m.help {
		return widget.KeyPage(m.keys.all(m.doors), w, h, t)
	}
	keys := m.keys.line(m.doors)
	if m.typing {
		keys = m.keys.filtering()
	}
	flags := widget.Paint(widget.Wrap(triage.Warning, room), t.Alert.Render)
	line := widget.KeyLine(keys, room, t)
	line.Rank = rankKeys
	frame := []widget.Block{
		{Lines: m.title(room, t), Rank: rankTitle},
		m.offer(room, t),
		{Lines: flags, Rank: rankFlags, Gap: true, Foot: true, Targets: []widget.Target{{W: room, H: len(flags), Press: "!"}}},
		line,
	}
	left := h - widget.Height(widget.Choose(frame, max(h-3, 0)))
	frame = widget.Choose(frame, max(h-3, 0))
	body := m.list(room, max(left-1, 1), t)
	at := slices.IndexFunc(frame, func(b widget.Block) bool { return b.Foot || b.Rank == rankKeys })
	if at < 0 {
		at = len(frame)
	}
	frame = append(frame[:at:at], append([]widget.Block{body}, frame[at:]...)...)
	return widget.Stack(frame, w, h, t)
}

// offer asks whether to go on with what was stopped half-way, or to tell more of
// last night.
func (m Model) offer(room int, t theme.Theme) widget.Block {
	switch {
	case m.unfinished != nil:
		return asking(stoppedHalfWay(m.unfinished.Name), []key.Binding{m.keys.GoOn, m.keys.Decline}, room, t)
	case m.keys.Details.Enabled():
		return asking(lastNight(m.cramp), []key.Binding{m.keys.Details}, room, t)
	}
	return widget.Block{}
}

func asking(what string, keys []key.Binding, room int, t theme.Theme) widget.Block {
	b := widget.KeyLine(keys, room, t)
	for i := range b.Targets {
		b.Targets[i].Y++
	}
	b.Lines = append([]string{t.Strong.Render(widget.Fit(what, room))}, b.Lines...)
	b.Rank, b.Gap = rankOffer, true
	return b
}

func (m Model) title(room int, t theme.Theme) []string {
	switch {
	case m.notice != "":
		return widget.Paint(widget.Notice(m.notice, room), t.Alert.Render)
	case m.typing || m.filter.Value() != "":
		return []string{t.Accent.Render("find ") + t.Text.Render(widget.Fit(m.filter.Value()+"▏", room-5))}
	}
	return []string{t.Strong.Render(title) + t.Quiet.Render(widget.Fit(subtitle, room-len(title)))}
}

// row is one line of the list: an entry, or a heading above entries.
type row struct {
	text  string
	entry int // which of rows(); -1 for a heading
}

// list shows as much of the list as fits, around the cursor, and how much more
// there is. Each entry can be tapped.
func (m Model) list(room, h int, t theme.Theme) widget.Block {
	rows := m.lines(room, h, t)
	first, shown := widget.Part(len(rows), slices.IndexFunc(rows, func(r row) bool { return r.entry == m.cursor }), h)
	if m.cursor == 0 {
		first = 0
	}
	b := block(rows[first:first+shown], room)
	if shown == h {
		return b
	}
	return b.More(entriesIn(rows[:first]), entriesIn(rows[first+shown:]), room, t)
}

func block(rows []row, room int) widget.Block {
	b := widget.Block{Rank: rankNow, Gap: true, Lead: 1}
	for y, r := range rows {
		b.Lines = append(b.Lines, r.text)
		if r.entry >= 0 {
			b.Targets = append(b.Targets, widget.Target{Y: y, W: room, H: 1, Row: r.entry})
		}
	}
	return b
}

func entriesIn(rows []row) (n int) {
	for _, r := range rows {
		if r.entry >= 0 {
			n++
		}
	}
	return n
}

func (m Model) lines(room, h int, t theme.Theme) []row {
	entries := m.rows()
	if len(entries) == 0 {
		return []row{{t.Text.Render(widget.Fit(nothingFound, room)), -1}}
	}
	var out []row
	heading := func(s string) {
		if len(out) > 0 && h > 16 {
			out = append(out, row{"", -1})
		}
		out = append(out, row{t.Quiet.Render(widget.Fit(s, room)), -1})
	}
	found := m.filter.Value() != ""
	quick := 0
	if !found {
		quick = len(m.now())
		heading(nowHeading)
	}
	for i, e := range entries {
		if !found && i >= quick && (i == quick || entries[i-1].Purpose != e.Purpose) {
			heading(e.Purpose.Heading())
		}
		out = append(out, row{m.entryLine(e, i, i < quick, room, t), i})
	}
	return out
}

// entryLine is the name, then how long it takes and in which position, where
// there is room; what to do now shows its key.
func (m Model) entryLine(e routines.Head, i int, quick bool, room int, t theme.Theme) string {
	mark, name := widget.Chosen(i == m.cursor, t)
	label := e.Name
	if quick {
		label = m.shortcut(e.ID) + "  " + label
	}
	about := e.Length()
	if widget.Columns(label)+widget.Columns(about)+3 > room {
		about = ""
	}
	if pos := join(e.Positions); pos != "" && room > 56 {
		about = pos + "   " + about
	}
	gap := max(room-2-widget.Columns(label)-widget.Columns(about), 1)
	return mark + name.Render(widget.Fit(label, room-2)) + t.Quiet.Render(strings.Repeat(" ", gap)+about)
}

func (m Model) shortcut(id string) string {
	return map[string]string{reliefID: m.keys.Now.Help().Key, bedtimeID: m.keys.Bedtime.Help().Key, warmUpID: m.keys.WarmUp.Help().Key}[id]
}
