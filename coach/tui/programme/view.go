package programme

import (
	"fmt"
	"slices"

	"uncramp/coach/plan"
	"uncramp/coach/tui/daygrid"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/widget"
)

// Columns and rows of the screen.
const (
	listColumns  = 40
	gridColumns  = 68
	leastColumns = 58 // from which on the cramps stand behind what was done
	textColumns  = 80 // those of the text beside the weeks, where there is room for more
	buttonsHigh  = 3
	buttonsWide  = 40
)

// zones are the parts of the screen. They stand where they stand whatever is said.
type zones struct{ title, grid, text, message, rule, keys widget.Zone }

func (m Model) zones() (z zones) {
	size := widget.SizeOf(m.w, m.h)
	body := widget.Zone{W: m.w, H: m.h}.Inset(widget.Edge(m.w), 0)
	gap := 1
	switch size {
	case widget.Slice:
		gap = 0
	case widget.Wide:
		body = body.Inset(0, 1)
	case widget.Usual, widget.Upright:
	}
	z.keys, body = body.Bottom(min(m.h/2, 1), 0)
	z.rule, body = body.Bottom(min(len(widget.Wrap(plan.StopRule, max(body.W, 1))), body.H/3), 0)
	z.message, body = body.Bottom(min(1, body.H/4), 0)
	z.title, body = body.Top(1, gap)
	columns := min(gridColumns, max(body.W*5/8, leastColumns))
	if m.page() == choosing {
		columns = listColumns
	}
	switch {
	case size == widget.Wide:
		z.grid, z.text = body.Left(max(columns, min(body.W-textColumns, columns*2)), 4)
	case m.page() == choosing:
		z.grid, z.text = body.Top(min(len(m.contents.all)+1, body.H/2), gap)
	case size == widget.Slice:
		z.text = body
	default:
		z.grid, z.text = body.Top(min(m.gridRows(), body.H*3/5), 1)
	}
	return z
}

// gridRows are those of the weeks, with the names of the days.
func (m Model) gridRows() int {
	c := m.contents.course
	return 1 + c.Weeks + min(c.Baseline, 1)
}

// View implements [screen.Screen].
func (m Model) View(env screen.Env) widget.Frame {
	m = m.in(env)
	t, z := env.Theme, m.zones()
	c := widget.NewCanvas(m.w, m.h, t)
	c.Put(z.keys, widget.KeyLine(m.keyLine(), z.keys.W, t))
	if !m.reading.Ready { // nothing is known yet
		c.Lines(z.title, widget.Heading(title, "", z.title.W, t))
		return c.Frame()
	}
	c.Lines(z.title, m.heading(z.title.W, env))
	c.Lines(z.rule, widget.Paint(widget.Wrap(plan.StopRule, max(z.rule.W, 1)), t.Quiet.Render)...)
	c.Lines(z.message, widget.Paint(widget.WrapAtMost(m.notice, z.message.W, 1), t.Alert.Render)...)
	if m.page() == choosing {
		c.Put(z.grid, m.list(z.grid, env))
		c.Put(z.text, m.chosen(z.text, env))
		return c.Frame()
	}
	c.Lines(z.grid, daygrid.Weeks(m.contents.course, z.grid.W, z.grid.H, t)...)
	c.Put(z.text, m.review(z.text, env))
	return c.Frame()
}

// heading is where the person is.
func (m Model) heading(room int, env screen.Env) string {
	t := env.Theme
	texts := m.contents.course.Texts()
	if m.page() != choosing {
		return t.Strong.Render(widget.FirstFitting(room, texts...))
	}
	if len(texts) == 0 {
		texts = noneDone
	}
	const line = 5 // columns between both, at least
	return widget.Heading(title, widget.FirstFitting(room-len(title)-line, append(texts, "")...), room, t)
}

// list shows the programmes, around the cursor. Each can be tapped.
func (m Model) list(z widget.Zone, env screen.Env) widget.Block {
	t, names := env.Theme, m.contents.all
	return widget.List(len(names), m.cursor, z.W, max(z.H, 1), t, func(i int) string {
		mark, style := widget.Chosen(i == m.cursor, t)
		return mark + style.Render(widget.Fit(names[i].Name, z.W-widget.Columns(mark)))
	})
}

// chosen is what the programme under the cursor is, and how it is begun.
func (m Model) chosen(z widget.Zone, env screen.Env) widget.Block {
	if m.cursor >= len(m.contents.all) {
		return widget.Block{}
	}
	p, t := m.contents.all[m.cursor], env.Theme
	z.W = min(z.W, widget.TextColumns)
	first := noDiary
	if m.diary {
		first = diaryFirst
	}
	diary := widget.Words(z, 0, t.Strong.Render, widget.FirstFitting(z.W, first...))
	diary.Targets = []widget.Target{{W: z.W, H: len(diary.Lines), Press: "space"}}
	var buttons widget.Block // on a small screen the line of keys is enough
	if widget.SizeOf(m.w, m.h) != widget.Slice {
		buttons = widget.RaisedButtons([]widget.Binding{beginKey, diaryKey}, min(buttonsWide, z.W), buttonsHigh, t)
	}
	buttons.Rank, buttons.Gap = 1, true
	blocks := []widget.Block{
		widget.Words(z, 3, t.Text.Render, p.About),
		widget.Words(z, 2, t.Quiet.Render, p.Basis()),
		diary, buttons,
		widget.Words(z, 4, t.Quiet.Render, doses(p)...),
	}
	if m.contents.course.Stage == stopped {
		blocks = append(blocks, widget.Words(z, 5, t.Text.Render, stoppedNote))
	}
	return widget.Flow(z, blocks...)
}

// review is what there is to do, what was done, and how the cramps were before and since.
// More than there is room for is gone through by the keys of a list.
func (m Model) review(z widget.Zone, env screen.Env) widget.Block {
	t := env.Theme
	z.W = min(z.W, widget.TextColumns)
	if m.page() == asking {
		ask := widget.Words(z, 0, t.Strong.Render, m.question())
		high := min(buttonsHigh, max(z.H-len(ask.Lines), 1))
		buttons := widget.RaisedButtons(m.answers(), min(buttonsWide, z.W), high, t)
		return widget.Flow(z, ask, buttons)
	}
	do := widget.Words(z, 0, t.Strong.Render, m.toDo())
	if m.startable() {
		do.Targets = []widget.Target{{W: z.W, H: len(do.Lines), Press: "enter"}}
	}
	lines := m.lines(z.W)
	room := max(z.H-len(do.Lines), 0)
	from := min(m.cursor, max(len(lines)-room, 0))
	shown := lines[from:min(from+room, len(lines))]
	b := widget.Block{Lines: widget.Paint(shown, t.Text.Render)}
	if more := len(lines) - from - room; more > 0 && room > 0 { // one line makes way for this one
		b.Lines[room-1] = t.Quiet.Render(fmt.Sprintf(moreBelow, more+1))
		b.Targets = []widget.Target{{Y: room - 1, W: z.W, H: 1, Press: "down"}}
	}
	return do.Above(b)
}

// toDo says what there is to do now, and how it begins.
func (m Model) toDo() string {
	c := m.contents.course
	switch n := c.Programme.Minutes(c.Week); {
	case m.blocked:
		return barred
	case c.Programme.Gone:
		return c.Programme.Basis()
	case c.Stage != plan.Running:
		return c.ToDo()
	case n > 0:
		return c.ToDo() + " " + fmt.Sprintf(startsFor, n)
	}
	return c.ToDo() + " " + starts
}

// lines are the review, on lines of a width.
func (m Model) lines(w int) (lines []string) {
	c := m.contents.course
	said := c.Review()
	if before, replaced := c.Replaced(); replaced {
		said = append([]string{fmt.Sprintf(backTo, before.Title)}, said...)
	}
	if widget.SizeOf(m.w, m.h) == widget.Slice {
		said = append(said, c.ByWeek()...)
	}
	said = append(append(said, c.Programme.Basis()), c.EarlierLines()...)
	said = slices.DeleteFunc(said, func(s string) bool { return s == m.toDo() })
	for _, s := range said {
		lines = append(lines, widget.Wrap(s, max(w, 1))...)
	}
	return lines
}

// hidden is how many lines of the review have no room.
func (m Model) hidden() int {
	z := m.zones().text
	w := min(z.W, widget.TextColumns)
	return max(len(m.lines(w))+len(widget.Wrap(m.toDo(), max(w, 1)))-z.H, 0)
}
