package player

import (
	"fmt"
	"strings"

	"uncramp/coach/theme"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/widget"
	"uncramp/coach/visit"
)

// View implements [screen.Screen]. It draws the player as it stood at the last
// update.
func (m Model) View(env screen.Env) widget.Frame {
	f := m.page(env)
	if m.untilFlashed() > 0 && !env.Night {
		f.Content = reversed(f.Content, env.Width)
	}
	return f
}

// page is what is shown now.
func (m Model) page(env screen.Env) widget.Frame {
	w, h, t := env.Width, env.Height, env.Theme
	switch {
	case m.why:
		return m.whyView(w, h, t)
	case m.asleep():
		return m.asleepView(w, h, t)
	case m.visit.Stage() == visit.Over:
		return m.endView(w, h, t)
	case m.visit.Stage() == visit.Asking:
		return m.askView(w, h, t)
	case h == 1 || w < 16:
		return m.lineView(w, h, t)
	}
	return m.stageView(w, h, t)
}

// lineView is the least that leads: the word, the seconds, then the rest.
func (m Model) lineView(w, h int, t theme.Theme) widget.Frame {
	clock := m.clock()
	if w < 2+len(clock) {
		clock = fmt.Sprint(m.seconds())
	}
	word, side := strings.ToUpper(m.word()), m.sideText(timeOf)
	line := clock
	counted := word + " " + clock
	for _, more := range []string{counted, counted + " " + side, counted + "  " + side + "  " + m.Session().Phase().Prompt} {
		if widget.Columns(more) <= w {
			line = more
		}
	}
	lines := []string{t.Strong.Render(widget.Fit(line, w))}
	if h > 1 {
		lines = append(lines, widget.Paint(widget.Wrap(side+" "+m.Session().Phase().Prompt, w), t.Text.Render)...)
	}
	return widget.Frame{Content: widget.Fill(lines, w, h)}
}

// stage is that of the phase.
func (m Model) stage(w, h int) stage {
	return newStage(w, h, m.relief(), m.Session().Phase().Figure != "")
}

// stageView draws each zone of the stage.
func (m Model) stageView(w, h int, t theme.Theme) widget.Frame {
	s, c := m.stage(w, h), widget.NewCanvas(w, h, t)
	actions := m.visit.Actions()
	below := m.lower(s, actions, t)
	c.Lines(s.route, m.route(s.route.W, t))
	c.Lines(s.word, m.wordLines(s, t)...)
	c.Lines(s.where, m.whereLines(s, t)...)
	c.Lines(s.count, m.digits(s.count, t)...)
	c.Lines(s.pace, m.paceLines(s, t)...)
	c.Lines(s.figure, m.picture(s, t)...)
	if m.sheet && s.sheet() == s.move {
		c.Put(s.move, sheetBlock(m.sheetKeys(actions), s.move, t))
	} else {
		c.Lines(s.move, widget.Paint(moveLines(m.Session().Phase().Prompt, s.move, t), t.Strong.Render)...)
	}
	if !below.covers(s.clock) {
		c.Lines(s.clock, m.clockLine(s, t))
	}
	if !below.covers(s.keys) {
		c.Put(s.keys, m.keyLine(actions, s.keys.W, t))
	}
	c.Put(below.zone, below.Block)
	m.drawAnswers(c, s, actions, t)
	return c.Frame()
}

// moveLines are the words of the move: in block letters where all of them have room.
func moveLines(prompt string, z widget.Zone, t theme.Theme) []string {
	if z.H >= bigPrompt {
		if lines := widget.WrapLetters(prompt, z.W, z.H, t); lines != nil {
			return lines
		}
	}
	return widget.WrapAtMost(prompt, z.W, max(z.H, 1))
}
