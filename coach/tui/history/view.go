package history

import (
	"fmt"

	"uncramp/coach/theme"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/widget"
)

// View implements [screen.Screen].
func (m Model) View(env screen.Env) widget.Frame {
	m = m.sized(env)
	t := env.Theme
	pages := m.pages()
	shown := m.shown(pages)
	listed := shown == len(pages)-1
	c, z := widget.NewCanvas(m.w, m.h, t), m.zonesOf(shown == 0 && !listed)
	c.Put(z.keys, widget.KeyLine(m.keyLine(shown, len(pages)), z.keys.W, t))
	if m.notice != "" {
		z = m.noted(c, z, t)
	} else {
		c.Put(z.title, m.title(shown, len(pages), z.title.W, t))
	}
	switch {
	case !m.reading.Ready: // nothing is known yet
	case listed:
		c.Put(z.answer, m.history.answer(z.answer, t))
		m.list(c, z.body, t)
	default:
		c.Put(z.answer, m.history.answer(z.answer, t))
		m.charts(c, z.body, pages[shown], t)
	}
	return c.Frame()
}

// noted says what went wrong in the place of the title, and on a second line if it
// has to: the blank one below it, or that of the answer, which gives way then.
func (m Model) noted(c *widget.Canvas, z zones, t theme.Theme) zones {
	most := 1
	if m.h >= airy || z.answer.H > 0 {
		most = 2
	}
	place, lines := z.title, widget.WrapAtMost(m.notice, z.title.W, most)
	place.H = len(lines)
	if place.H > 1 && m.h < airy {
		z.answer.H = 0
	}
	c.Lines(place, widget.Paint(lines, t.Alert.Render)...)
	return z
}

// charts draws a page of panels, in columns.
func (m Model) charts(c *widget.Canvas, body widget.Zone, p page, t theme.Theme) {
	back := min(m.back, m.furthest())
	for i, z := range columnsOn(body) {
		for _, a := range p.columns[i] {
			var place widget.Zone
			place, z = z.Top(a.high, 1)
			d := drawing{charts: m.history, w: place.W, back: back, t: t}
			c.Lines(place, a.lines(d, headed(body.H))...)
		}
	}
}

// keyLine leaves out the keys that do nothing here.
func (m Model) keyLine(shown, pages int) []widget.Binding {
	_, deleted := m.undoable()
	undo, move, list := widget.When(deleted, undoKey), steps.Move, listKey
	if shown < pages-1 {
		move.SetHelp("↑↓", "earlier, later")
		return []widget.Binding{
			leaveKey, undo, nextKey, widget.When(shown > 0, backKey), list, widget.Help(), widget.When(m.furthest() > 0, move),
		}
	}
	list.SetHelp("c", "charts")
	_, stands := m.under()
	return []widget.Binding{
		leaveKey, undo, widget.When(pages > 1, list), widget.When(stands, deleteKey), widget.When(stands, editKey), widget.Help(),
		widget.When(len(m.history.cramps) > 1, move),
	}
}

// title is where one is, and the windows, each named by its key; or what was just
// deleted.
func (m Model) title(shown, pages, room int, t theme.Theme) widget.Block {
	deleted, undo := m.undoable()
	if undo && m.just {
		facts := widget.FitFacts(deletedCramp, deleted.Summary(m.history.Now), room)
		return widget.Block{Lines: []string{t.Strong.Render(widget.Fit(facts, room))}}
	}
	name := titleWord
	if pages > 1 {
		name = fmt.Sprintf(titlePage, shown+1, pages)
	}
	b := widget.Block{Lines: []string{t.Strong.Render(widget.Fit(name, room))}}
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
			line += t.Quiet.Render(weeksWord)
		}
		targets = append(targets, widget.Target{X: widget.Columns(line), W: len(c.name) + 2, H: 1, Press: c.key.Keys()[0]})
		if c.days == m.history.Days {
			line += t.Raised.Render("[" + c.name + "]")
		} else {
			line += t.Accent.Render(" "+c.name[:1]) + t.Quiet.Render(c.name[1:]+" ")
		}
	}
	return widget.Block{Lines: []string{line}, Targets: targets}
}
