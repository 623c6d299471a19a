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

// list shows as much of the list as fits, around the cursor.
func (m Model) list(room, h int, t theme.Theme) widget.Block {
	b := widget.Rows(m.lines(room, h, t), m.cursor, room, h, t)
	b.Rank, b.Gap, b.Lead = rankNow, true, 1
	return b
}

func (m Model) lines(room, h int, t theme.Theme) (out []widget.Row) {
	heading := func(line string) { out = append(out, widget.Row{Lines: []string{line}, Heading: true}) }
	entries, quick := m.rows(), 0
	if len(entries) == 0 {
		heading(t.Text.Render(widget.Fit(nothingFound, room)))
	}
	all := m.filter.Value() == ""
	if all {
		quick = len(m.now())
		heading(t.Quiet.Render(widget.Fit(nowHeading, room)))
	}
	for i, e := range entries {
		if all && i >= quick && (i == quick || entries[i-1].Purpose != e.Purpose) {
			if h > 16 {
				heading("")
			}
			heading(t.Quiet.Render(widget.Fit(e.Purpose.Heading(), room)))
		}
		out = append(out, widget.Row{Lines: []string{m.entryLine(e, i, i < quick, room, t)}})
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
