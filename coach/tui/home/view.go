package home

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"

	"uncramp/coach/text"
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
	title := widget.Block{Lines: m.title(room, t), Rank: rankTitle}
	offer := m.offer(room, t)
	flags := widget.Block{Lines: widget.Paint(widget.Wrap(triage.Warning, room), t.Alert.Render), Rank: rankFlags, Gap: true, Foot: true}
	flags.Targets = []widget.Target{{W: room, H: len(flags.Lines), Press: "!"}}
	line := widget.KeyLine(m.keyLine(), room, t)
	line.Rank = rankKeys
	frame := widget.Height(widget.Choose([]widget.Block{title, offer, flags, line}, max(h-3, 0)))
	list := m.list(room, max(h-frame-1, 1), t)
	return widget.Stack(widget.Choose([]widget.Block{title, offer, list, flags, line}, h), w, h, t)
}

// offer asks whether to go on with what was stopped half-way, or to tell more of
// last night.
func (m Model) offer(room int, t theme.Theme) widget.Block {
	var about string
	var keys []key.Binding
	switch {
	case m.unfinished != nil:
		about, keys = stoppedHalfWay(m.unfinished.Place()), []key.Binding{goOnKey, declineKey}
	case m.cramp != nil:
		about, keys = lastNight(*m.cramp), []key.Binding{detailsKey}
	case m.asksAboutYou():
		about, keys = askAbout, []key.Binding{aboutKey, declineKey}
	default:
		return widget.Block{}
	}
	b := widget.KeyLine(keys, room, t).Under(t.Strong.Render(widget.Fit(about, room)))
	b.Rank, b.Gap = rankOffer, true
	return b
}

// noticeLines is how much of the screen a notice may take: what to do in place of
// a routine that is left out stands at its end.
const noticeLines = 4

// told is the notice. Where several things are told and have no room, what each is about
// has some.
func (m Model) told(room int) []string {
	lines := widget.WrapAtMost(m.notice, room, noticeLines)
	if things := strings.Split(m.notice, "\n"); len(things) > 1 && len(widget.Wrap(m.notice, room)) > noticeLines {
		var about []string
		for _, thing := range things {
			name, _, _ := strings.Cut(thing, ":")
			about = append(about, name)
		}
		lines = widget.WrapAtMost(fmt.Sprintf(seeList, strings.Join(about, ", ")), room, noticeLines)
	}
	return lines
}

func (m Model) title(room int, t theme.Theme) []string {
	switch {
	case m.notice != "":
		return widget.Paint(m.told(room), t.Alert.Render)
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
	rows, all := m.rows(), m.filter.Value() == ""
	if len(rows) == 0 {
		heading(t.Text.Render(widget.Fit(nothingFound, room)))
	}
	for i, r := range rows {
		if all && (i == 0 || rows[i-1].group != r.group) {
			if i > 0 && h > 16 {
				heading("")
			}
			heading(t.Quiet.Render(widget.Fit(r.group, room)))
		}
		out = append(out, widget.Row{Lines: []string{r.line(i == m.cursor, m.profile, room, t)}})
	}
	return out
}

// line is the name, then that nothing of it is left for this person, or how long it takes and in which position, where there
// is room; what to do now shows its key.
func (r row) line(here bool, p routines.Profile, room int, t theme.Theme) string {
	mark, name := widget.Chosen(here, t)
	label, about := r.Name, r.Length()
	if p.HasAny(r.NotFor) {
		about = leftOut
	}
	if r.key != "" {
		label = r.key + "  " + label
	}
	if widget.Columns(label)+widget.Columns(about)+3 > room {
		about = ""
	}
	if pos := text.Join(r.Positions); pos != "" && room > 56 {
		about = pos + "   " + about
	}
	gap := max(room-2-widget.Columns(label)-widget.Columns(about), 1)
	return mark + name.Render(widget.Fit(label, room-2)) + t.Quiet.Render(strings.Repeat(" ", gap)+about)
}
