package checkin

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"

	"uncramp/coach/text"
	"uncramp/coach/theme"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/widget"
)

// View implements [screen.Screen].
func (m Model) View(env screen.Env) widget.Frame {
	if m.night {
		return m.nightView(env)
	}
	return m.dayView(env)
}

const (
	rankMost = iota
	rankKeys
	rankAnswers
	rankTitle
	rankAsk
)

// nightView is the question and its eleven answers; once one is kept, that it
// is enough.
func (m Model) nightView(env screen.Env) widget.Frame {
	w, h, t := env.Width, env.Height, env.Theme
	room := widget.Room(w)
	title := m.title(room, env)
	ask := widget.Block{Lines: widget.Paint(widget.Wrap(m.field().ask, room), t.Strong.Render), Rank: rankAnswers, Gap: true}
	about := widget.Block{Lines: widget.Paint(widget.Wrap(m.field().about, room), t.Quiet.Render), Rank: rankAsk}
	if m.state() == saved {
		ask.Lines = widget.Paint(widget.Wrap(enough, room), t.Strong.Render)
		ask.Targets = []widget.Target{{W: room, H: len(ask.Lines), Press: "enter"}}
	}
	answers := m.answers(room, max(h-3, 0), t) // beside the question, the title and the keys
	answers.Rank, answers.Gap = rankMost, true
	line := widget.KeyLine(m.nightKeys(), room, t).AtFoot(rankKeys)
	return widget.Stack(widget.Choose([]widget.Block{title, ask, about, answers, line}, h), w, h, t)
}

// dayView is the list, and under it the question the cursor is on.
func (m Model) dayView(env screen.Env) widget.Frame {
	w, h, t := env.Width, env.Height, env.Theme
	room := widget.Room(w)
	title := m.title(room, env)
	answers := m.answers(room, h/2, t)
	answers.Rank, answers.Foot = rankAnswers, true
	f := m.field()
	asked := widget.Paint(widget.Wrap(strings.TrimSpace(f.ask+" "+f.about), room), t.Quiet.Render)
	ask := widget.Block{Lines: asked, Rank: rankAsk, Gap: true, Foot: true}
	if h >= roomyRows && len(answers.Lines) == 0 {
		ask.Lines = append(ask.Lines, make([]string, boxRows)...) // the list is not to jump
	}
	line := widget.KeyLine(m.dayKeys(), room, t)
	line.Rank, line.Foot = rankKeys, true
	frame := widget.Height(widget.Choose([]widget.Block{title, ask, answers, line}, max(h-rowsAtLeast, 0)))
	row := func(i int) string { return m.line(m.fields[i], i == m.cursor, room, t) }
	list := widget.List(len(m.fields), m.cursor, room, max(h-frame-min(h/12, 1), 1), t, row)
	list.Rank, list.Gap = rankMost, true
	return widget.Stack(widget.Choose([]widget.Block{title, list, ask, answers, line}, h), w, h, t)
}

const (
	rowsAtLeast = 3  // of the list, whatever else there is
	shortRows   = 12 // a screen of fewer has none to spare
	roomyRows   = 20 // a screen of so many has some
	boxRows     = 3  // of a box that can be tapped
)

// title says what cramp it is and what became of the answers, or what went
// wrong; cut to one line where room is short.
func (m Model) title(room int, env screen.Env) widget.Block {
	h, t := env.Height, env.Theme
	said, style := fmt.Sprintf(titleFormats[m.state()], m.episode.Summary(env.Now.Wall)), t.Strong
	if m.night && m.episode.Severity.Given {
		said = fmt.Sprintf(ratedTitle, said, m.episode.Severity)
	}
	if m.notice != "" {
		said, style = m.notice, t.Alert
	}
	if h < shortRows || h < roomyRows && !m.night && m.notice == "" {
		said = widget.Fit(said, room)
	}
	b := widget.Block{Lines: widget.Paint(widget.Wrap(said, room), style.Render), Rank: rankMost}
	if m.state() == untouched && m.notice == "" {
		b.Rank = rankTitle
	}
	return b
}

// answers are what is at hand, in rows of boxes of one size, big enough for a
// thumb, or of plain words where boxes would take more than so many lines.
func (m Model) answers(room, most int, t theme.Theme) (b widget.Block) {
	keys := m.field().bindings()
	if len(keys) == 0 {
		return b
	}
	const frame, thumb, widest = 3, 6, 16 // columns: around a word, of the least box, of the widest
	size := thumb
	for _, k := range keys {
		size = max(size, widget.Columns(k.Help().Key+" "+k.Help().Desc)+frame)
	}
	columns := min(max((room+1)/size, 1), len(keys))
	rows := (len(keys) + columns - 1) / columns
	columns = (len(keys) + rows - 1) / rows
	size = min((room+1)/columns, max(size, widest))
	for row := range slices.Chunk(keys, columns) {
		part := widget.KeyLine(row, room, t)
		if rows*boxRows <= most {
			part = widget.Buttons(row, size*len(row)-1, t)
		}
		part = part.Under(b.Lines...)
		b.Lines, b.Targets = part.Lines, append(b.Targets, part.Targets...)
	}
	return b
}

// bindings are the answers as keys: a number stands for itself.
func (f field) bindings() []key.Binding {
	var list []key.Binding
	for _, o := range f.options {
		b := widget.Bind(o.key, o.text, o.key)
		if o.text == o.key || o.key == tenKey {
			b.SetHelp(o.text, "")
		}
		list = append(list, b)
	}
	return list
}

// nameColumns are those of the longest name and a gap.
const nameColumns = 12

// line is a question in a word, and its answer.
func (m Model) line(f field, here bool, room int, t theme.Theme) string {
	mark, style := widget.Chosen(here, t)
	answer := text.Clean(f.get(m.episode))
	left := max(room-2-nameColumns, 0)
	switch {
	case here && m.typing:
		answer = widget.Typed(m.entry.Value(), m.entry.Position(), left)
	case answer == "":
		if !here {
			style = t.Quiet
		}
		answer = noAnswer
	}
	return mark + style.Render(widget.Fit(widget.Pad(f.name, nameColumns)+widget.Fit(answer, left), room-2))
}
