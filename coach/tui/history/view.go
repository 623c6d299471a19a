package history

import (
	"fmt"

	"uncramp/coach/theme"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/widget"
)

const (
	rankPage = iota
	rankKeys
	rankTitle
)

// View implements [screen.Screen].
func (m Model) View(env screen.Env) widget.Frame {
	m = m.sized(env)
	w, h, t := env.Width, env.Height, env.Theme
	room := widget.Room(w)
	pages := m.pages()
	shown := m.shown(pages)
	var body widget.Block
	switch {
	case !m.reading.Ready: // nothing is known yet
	case shown == len(pages)-1:
		body = m.list(room, pageHigh(h), t)
	default:
		body = m.charts(pages[shown], t)
	}
	line := widget.KeyLine(m.keyLine(shown, len(pages)), room, t).AtFoot(rankKeys)
	line.Gap = h >= airy
	return widget.Stack(widget.Choose([]widget.Block{m.title(shown, len(pages), room, t), body, line}, h), w, h, t)
}

// keyLine leaves out the keys that do nothing here.
func (m Model) keyLine(shown, pages int) []widget.Binding {
	_, deleted := m.undoable()
	undo, move, list := widget.When(deleted, undoKey), steps.Move, listKey
	if shown < pages-1 {
		move.SetHelp("↑↓", "earlier, later")
		return []widget.Binding{
			leaveKey, undo, nextKey, widget.When(shown > 0, backKey), list, widget.Help(), widget.When(m.history.furthest() > 0, move),
		}
	}
	list.SetHelp("c", "charts")
	_, stands := m.under()
	return []widget.Binding{
		leaveKey, undo, widget.When(stands, editKey), widget.When(stands, deleteKey), widget.When(pages > 1, list), widget.Help(),
		widget.When(len(m.history.cramps) > 1, move),
	}
}

// charts draws a page of panels, in columns.
func (m Model) charts(p page, t theme.Theme) widget.Block {
	_, wide := columnsFor(m.w)
	b := widget.Block{Gap: true}
	for i, column := range p.columns {
		var part widget.Block
		for j, panel := range column {
			if j > 0 {
				part.Lines = append(part.Lines, "")
			}
			part.Lines = append(part.Lines, panel.lines(m.history, wide, m.back, t)...)
		}
		b = widget.SideBySide(b, part, i*(wide+columnGap), t)
	}
	return b
}

// title is where one is, and the windows, each named by its key; or what went
// wrong, or was just deleted.
func (m Model) title(shown, pages, room int, t theme.Theme) widget.Block {
	deleted, undo := m.undoable()
	switch {
	case m.notice != "":
		return widget.Block{Lines: widget.Paint(widget.Notice(m.notice, room), t.Alert.Render), Rank: rankPage}
	case undo && m.just:
		line := widget.Fit(fmt.Sprintf(deletedCramp, deleted.Summary(m.history.Now)), room)
		return widget.Block{Lines: []string{t.Strong.Render(line)}, Rank: rankTitle}
	}
	name := fmt.Sprintf("History %d/%d", shown+1, pages)
	b := widget.Block{Lines: []string{t.Strong.Render(widget.Fit(name, room))}, Rank: rankTitle}
	choices := m.choices(t)
	at := room - widget.Columns(choices.Lines[0])
	if at <= widget.Columns(name) {
		return b
	}
	return widget.SideBySide(b, choices, at, t)
}

// choices draws the windows; the one that is shown stands in brackets.
func (m Model) choices(t theme.Theme) widget.Block {
	line, targets := "", []widget.Target(nil)
	for _, c := range windows {
		if c.days == 0 {
			line += t.Quiet.Render(" weeks ")
		}
		targets = append(targets, widget.Target{X: widget.Columns(line), W: len(c.name) + 2, H: 1, Press: c.key.Keys()[0]})
		if c.days == m.history.Days {
			line += t.Strong.Render("[" + c.name + "]")
		} else {
			line += t.Accent.Render(" "+c.name[:1]) + t.Quiet.Render(c.name[1:]+" ")
		}
	}
	return widget.Block{Lines: []string{line}, Targets: targets}
}
