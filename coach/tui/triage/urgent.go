package triage

import (
	"slices"
	"strings"

	"uncramp/coach/theme"
	check "uncramp/coach/triage"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/widget"
)

// urgentView is the page of an emergency, which looks like none other: the number to
// call is the largest there is, then what to do till help comes.
func (m Model) urgentView(env screen.Env) widget.Frame {
	t := onUrgent(env.Theme)
	c := widget.NewCanvas(env.Width, env.Height, t)
	if widget.SizeOf(env.Width, env.Height) == widget.Slice {
		m.urgentSlice(c, env, t)
	} else {
		m.urgentPage(c, env, t)
	}
	f := c.Frame()
	f.Content = t.Painted(f.Content, env.Width)
	return f
}

// onUrgent is the theme on the ground of an emergency. What is raised there stands
// out by the two colours changing places.
func onUrgent(t theme.Theme) theme.Theme {
	calm, turned := t.Urgent.Bold(false), t.Urgent.Reverse(!t.Urgent.GetReverse())
	return t.With(func(s *theme.Styles) {
		s.Ground, s.Blank, s.Text, s.Quiet = calm, calm, calm, calm
		s.Strong, s.Alert, s.Accent = t.Urgent, t.Urgent, t.Urgent.Bold(true).Underline(true)
		s.Raised, s.RaisedKey, s.RaisedQuiet = turned.Bold(false), turned.Bold(true), turned.Bold(false)
		if t.Urgent.GetReverse() { // what has no style of its own is painted over
			s.Raised, s.RaisedQuiet = s.RaisedKey, s.RaisedKey
		}
	})
}

// urgentSlice has the number beside what to do now, and as much below as there is
// room for.
func (m Model) urgentSlice(c *widget.Canvas, env screen.Env, t theme.Theme) {
	p, z := m.finding.Page(env.Emergency), c.Whole().Inset(widget.Margin(env.Width), 0)
	keys, z := z.Bottom(min(env.Height/4, 1), 0)
	c.Put(keys, m.sliceKeys(keys.W, t))
	now := []string{p.Advice, p.Call}
	if digits := number(env.Emergency, z.W*2/3, max(z.H/4, fewestRows), t); digits != nil && len(digits) < z.H {
		var head, left, right widget.Zone
		head, z = z.Top(len(digits), 0)
		left, right = head.Left(widget.Columns(digits[0]), 2)
		beside := widget.Wrap(strings.Join(now, " "), right.W)
		now = nil
		if len(beside) > len(digits) {
			beside = widget.Wrap(p.Call, right.W)
		}
		c.Lines(left, widget.Paint(digits, t.Strong.Render)...)
		_, right = right.Top((len(digits)-len(beside))/2, 0)
		c.Lines(right, widget.Paint(beside, t.Strong.Render)...)
	}
	said := widget.Block{Lines: widget.Paint(widget.Notice(m.notice, z.W), t.Strong.Render), Rank: 1}
	c.Put(z, widget.Flow(z, widget.Words(z, 0, t.Strong.Render, now...), said, widget.Words(z, 2, t.Strong.Render, p.Until),
		widget.Words(z, 3, t.Text.Render, p.Because), widget.Words(z, 4, t.Text.Render, p.Reasons...)))
}

// sliceKeys are the keys of a small screen. On the smallest a mistake is put right in
// few words.
func (m Model) sliceKeys(w int, t theme.Theme) widget.Block {
	keys := m.Keys()
	if again := notSoKey.Help(); w < 32 && keys[1].Help() == again {
		keys[1].SetHelp(again.Key, notSo)
	}
	return widget.KeyLine(keys, w, t)
}

// urgentPage has, from the top: what to do now, the number, what to do till help
// comes and why, what went wrong, and the ways out.
func (m Model) urgentPage(c *widget.Canvas, env screen.Env, t theme.Theme) {
	size, p := widget.SizeOf(env.Width, env.Height), m.finding.Page(env.Emergency)
	z := c.Whole().Inset(widget.Margin(env.Width), 1)
	if size == widget.Wide {
		z = c.Whole().Inset(env.Width/20, env.Height/20)
	}
	z = m.putWays(c, z, t)
	said, z := z.Bottom(1+min(env.Height/30, 1), 0)
	c.Lines(said, widget.Paint(widget.WrapAtMost(m.notice, said.W, said.H), t.Strong.Render)...)
	first := []string{p.Advice, p.Call}
	if line := strings.Join(first, " "); widget.Columns(line) <= z.W {
		first = []string{line}
	}
	now := lettered(p.Advice, z.W, z.H/lettersAdvice, t)
	if now.Lines != nil {
		first = nil
	} else {
		now = widget.Words(z, 0, t.Strong.Render, first...)
	}
	top, wide := z.Top(len(now.Lines), len(now.Lines)%2) // the gap, or the second line
	c.Put(top, now)
	big := lettered(p.Until, z.W, z.H/lettersUntil, t)
	z.W = min(z.W, widget.TextColumns)
	because, reasons := widget.Words(z, 1, t.Text.Render, p.Because), widget.Words(z, 2, t.Text.Render, slices.Concat(p.Own, p.Reasons)...)
	until := widget.Words(z, 0, t.Strong.Render, p.Until)
	if big.Lines != nil {
		until = big
	}
	if len(first) == 0 { // whom to call, for who has the screen read out
		because = widget.Words(z, 1, t.Text.Render, p.Call, p.Because)
	}
	told := widget.Height([]widget.Block{until, because, reasons})
	number, z := wide.Top(max(min(wide.H/2, wide.H-told-1), fewestRows), 1)
	putNumber(c, number, env, t)
	full := z
	if z.W = min(z.W, widget.TextColumns); z.H > told+fewestRows && big.Lines == nil { // each sentence on a line of its own
		until = widget.Words(z, 0, t.Strong.Render, strings.SplitAfter(p.Until, ". ")...)
	}
	c.Put(full, widget.Flow(z, until, because, reasons, widget.Words(z, 4, t.Text.Render, m.when(env.Now.Wall)),
		widget.Words(z, 3, t.Text.Render, p.Number...), widget.Words(z, 5, t.Text.Render, check.Disclaimer)))
}

const (
	fewestRows    = 3 // of block letters
	lettersAdvice = 6 // the share of a page that what to do now may take in them
	lettersUntil  = 4 // and what to do till help comes
)

// lettered is what is to be read now in block letters on w by h cells, of a wide screen
// alone; no lines: they have no room.
func lettered(sentence string, w, h int, t theme.Theme) widget.Block {
	if lines := widget.WrapLetters(sentence, w, h, t); lines != nil {
		return widget.Block{Lines: widget.Paint(lines, t.Strong.Render), Gap: true}
	}
	return widget.Block{}
}

// putNumber puts the number to call, as large as there is room for, and the word
// for it before it, or above on an upright phone.
func putNumber(c *widget.Canvas, z widget.Zone, env screen.Env, t theme.Theme) {
	word, rest := z.Left(z.W/3, 4)
	switch upright := widget.SizeOf(env.Width, env.Height) == widget.Upright; {
	case upright && z.H >= 4*fewestRows:
		word, rest = z.Top(fewestRows, 1)
	case upright:
		word, rest = z.Top(0, 0)
	}
	lines := widget.Letters(callWord, word.W, word.H, t)
	digits := number(env.Emergency, rest.W, rest.H, t)
	if digits == nil {
		return // it stands in the line above
	}
	_, word = word.Top((word.H-len(lines))/2, 0)
	c.Lines(word, widget.Paint(lines, t.Strong.Render)...)
	_, rest = rest.Top((rest.H-len(digits))/2, 0)
	c.Lines(rest, widget.Paint(digits, t.Strong.Render)...)
}

// number draws the number to call on w by h cells; nil: there is no room for it.
func number(call check.Call, w, h int, t theme.Theme) []string {
	return widget.BigDigits(call.Number, call.Number, w, h, widget.Solid, t)
}

// putWays puts what to do on a page below it, the ways on and out for a thumb, and
// returns what is left above.
func (m Model) putWays(c *widget.Canvas, z widget.Zone, t theme.Theme) widget.Zone {
	line, z := z.Bottom(1, 0)
	c.Put(line, widget.KeyLine([]widget.Binding{widget.When(len(m.questions()) > 0, sourcesKey), widget.Help()}, line.W, t))
	ways, z := z.Bottom(1+2*min(z.H/16, 2), 0)
	c.Put(ways, widget.RaisedButtons(m.ways(), min(ways.W, widget.TextColumns), ways.H, t))
	return z
}
