package triage

import (
	"fmt"
	"time"

	check "uncramp/coach/triage"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/widget"
)

// findingView says what to do, and why, and never what it might be.
func (m Model) findingView(env screen.Env) widget.Frame {
	if m.finding.Level == check.Emergency {
		return m.urgentView(env)
	}
	t, p := env.Theme, m.finding.Page(env.Emergency)
	first, own := t.Strong, t.Text
	if m.finding.Blocks() {
		first, own = t.Alert.Bold(true), t.Strong
	}
	c := widget.NewCanvas(env.Width, env.Height, t)
	z := c.Whole().Inset(widget.Margin(env.Width), 0)
	said := widget.Block{Lines: widget.Paint(widget.Notice(m.notice, z.W), t.Alert.Render), Rank: 1}
	if widget.SizeOf(env.Width, env.Height) == widget.Slice {
		keys, rest := z.Bottom(min(env.Height/4, 1), 0)
		c.Put(keys, m.sliceKeys(keys.W, t))
		z = rest
	} else {
		z = m.putWays(c, z.Inset(0, 1), t)
		place, rest := z.Bottom(2, 1)
		c.Put(place, said)
		z, said = rest, widget.Block{}
		word := widget.Letters(words[m.finding.Level], min(z.W, widget.TextColumns), z.H/4, t)
		head, rest := z.Top(len(word), 1)
		c.Lines(head, widget.Paint(word, first.Render)...)
		z = rest
	}
	z.W = min(z.W, widget.TextColumns)
	c.Put(z, widget.Flow(z,
		widget.Words(z, 0, first.Render, p.Advice), said, widget.Words(z, 2, t.Text.Render, p.Because),
		widget.Words(z, 2, own.Render, p.Own...), widget.Words(z, 3, t.Text.Render, p.Reasons...),
		widget.Words(z, 4, t.Quiet.Render, m.when(env.Now.Wall)), widget.Words(z, 5, t.Quiet.Render, check.Disclaimer)))
	return c.Frame()
}

// when is when the answers were given, with the year where that isn't this one.
func (m Model) when(now time.Time) string {
	if m.finding.At.IsZero() || len(m.finding.Reasons()) == 0 {
		return ""
	}
	form := dayAndTime
	if m.finding.At.Year() != now.Year() {
		form = yearAndTime
	}
	return fmt.Sprintf(whenFormat, m.finding.At.Format(form))
}
