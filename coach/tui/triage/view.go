package triage

import (
	"fmt"
	"slices"
	"strings"

	check "uncramp/coach/triage"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/widget"
)

// View implements [screen.Screen].
func (m Model) View(env screen.Env) widget.Frame {
	switch {
	case m.sources:
		return m.sourcesView(env)
	case m.found:
		return m.findingView(env)
	case m.pressed > 0:
		return m.readBackView(env)
	}
	return m.askView(env)
}

// layout is where the questions of a group stand on a screen.
type layout struct {
	head, message, questions, none, keys widget.Zone
	look                                 look
}

// look is what the questions look like: so many blank rows on the ground of each above
// and below its words, and so many between two; without any there is no ground. The
// answer that none of them is so has a ground of so many rows below them. Lettered is
// in block letters, for a wide screen.
type look struct {
	pad, apart, none int
	lettered         bool
}

// looks are all there are, the first that has room is taken.
var looks = []look{
	{1, 1, 5, true}, {3, 1, 3, false}, {2, 1, 3, false}, {1, 1, 3, false}, {0, 1, 3, false}, {0, 1, 1, false}, {0, 1, 0, false},
	{0, 0, 3, false}, {0, 0, 1, false},
}

// numberWide are the columns of a number in block letters, with a gap.
const numberWide = 8

// margin is the blank edge at either side of the questions.
func (l look) margin(env screen.Env) int {
	if l.lettered {
		return widget.Edge(env.Width)
	}
	return widget.Margin(env.Width)
}

// placed is where the questions stand on a screen.
func (m Model) placed(env screen.Env) (at layout) {
	g, _ := m.check.Group()
	z := widget.Zone{W: env.Width, H: env.Height}
	at.keys, z = z.Bottom(min(env.Height/2, 1), 0)
	if size := widget.SizeOf(env.Width, env.Height); size == widget.Slice {
		at.head, at.questions = z.Top(len(widget.Wrap(g.Ask, widget.Room(env.Width))), 0)
		at.look = looks[len(looks)-1]
		return at
	} else if size == widget.Wide {
		z = z.Inset(0, z.H/20)
	}
	for _, at.look = range looks {
		at.head, at.questions = z.Top(max(len(bigAsk(g.Ask, at.look, env)), 1), 0)
		at.message, at.questions = at.questions.Top(1, 0)
		at.none, at.questions = at.questions.Bottom(at.look.none, at.look.apart)
		if m.rows(env, at.look, g.Questions) <= at.questions.H {
			break
		}
	}
	return at
}

// bigAsk is the heading in block letters, where a wide screen has room for those of
// all groups.
func bigAsk(ask string, look look, env screen.Env) []string {
	if widget.SizeOf(env.Width, env.Height) != widget.Wide {
		return nil
	}
	w, h := max(env.Width-2*look.margin(env), 1)-len(placeFormat), env.Height/10
	for _, g := range check.Groups() {
		if !widget.LettersFit(g.Ask, w, h, env.Theme) {
			return nil
		}
	}
	return widget.Letters(ask, w, h, env.Theme)
}

// rows is how many rows questions take; those that can't have a look take more than any
// screen has.
func (m Model) rows(env screen.Env, look look, questions []check.Question) int {
	n := -look.apart
	for _, q := range questions {
		words := look.words(q.Text, env)
		if len(words) == 0 {
			return env.Height + 1
		}
		n += len(words) + 2*look.pad + look.apart
	}
	return n
}

// words is a question on as many lines as it takes beside its number; nil: it can't have
// that look.
func (l look) words(text string, env screen.Env) []string {
	switch {
	case !l.lettered:
		return widget.Wrap(text, max(widget.Room(env.Width)-3, 1))
	case widget.SizeOf(env.Width, env.Height) != widget.Wide:
		return nil
	}
	return widget.WrapLetters(text, env.Width-2*l.margin(env)-numberWide, env.Height, env.Theme)
}

// inSight is how many questions fit below the heading, from a first one on.
func (m Model) inSight(env screen.Env, first int) int {
	g, _ := m.check.Group()
	at := m.placed(env)
	n := len(g.Questions) - first
	for n > 1 && m.rows(env, at.look, g.Questions[first:first+n]) > at.questions.H {
		n--
	}
	return n
}

// pageBefore is the first question of the page that leads on to this one.
func (m Model) pageBefore(env screen.Env) int {
	first := 0
	for next := 0; next < m.scroll; next += m.inSight(env, next) {
		first = next
	}
	return first
}

// askView shows one group, or as much of it as fits; then it says that there
// is more.
func (m Model) askView(env screen.Env) widget.Frame {
	t, at := env.Theme, m.placed(env)
	g, _ := m.check.Group()
	last := m.scroll + m.inSight(env, m.scroll)
	none := noneKey
	if rest := len(g.Questions) - last; rest > 0 {
		none.SetHelp("n", widget.FirstFitting(env.Width-8, fmt.Sprintf(moreFormat, rest), fmt.Sprintf(shortMoreFormat, rest)))
	}
	c := widget.NewCanvas(env.Width, env.Height, t)
	m.putHead(c, at, env)
	y := at.questions.Y
	for i, q := range g.Questions[m.scroll:last] {
		b := question(m.scroll+i+1, at.look.words(q.Text, env), at.look, env)
		_, z := at.questions.Top(y-at.questions.Y, 0)
		c.Put(z, b)
		y += len(b.Lines) + at.look.apart
	}
	line := []widget.Binding{
		numbers(m.scroll+1, last), widget.When(at.none.H == 0, none),
		leaveKey, widget.When(m.scroll > 0 || last < len(g.Questions), scrollKey),
		widget.When(m.scroll > 0 || g.Level != check.Emergency, backKey), sourcesKey, widget.Help(),
	}
	margin := at.look.margin(env)
	_, keys := at.keys.Left(margin, 0)
	c.Put(keys, widget.KeyLine(line, keys.W, t))
	ground := at.none.Inset(max(margin-1, 0), 0)
	c.Put(ground, widget.RaisedButtons([]widget.Binding{none}, ground.W, ground.H, t))
	return c.Frame()
}

// putHead puts the heading, how far the check has come, and what comes of a yes. What
// went wrong stands in the place of that or, on a small screen, of the heading.
func (m Model) putHead(c *widget.Canvas, at layout, env screen.Env) {
	t, z := env.Theme, at.head.Inset(at.look.margin(env), 0)
	g, _ := m.check.Group()
	number := slices.IndexFunc(check.Groups(), func(other check.Group) bool { return other.Level == g.Level }) + 1
	lines := widget.Wrap(g.Ask, z.W)
	style := t.Strong
	if big := bigAsk(g.Ask, at.look, env); big != nil {
		lines = big
	}
	if m.notice != "" && at.message.H == 0 {
		lines, style = widget.WrapAtMost(m.notice, z.W, z.H), t.Alert
	}
	if place := fmt.Sprintf(placeFormat, number, len(check.Groups())); widget.Columns(lines[0])+widget.Columns(place) < z.W {
		var right widget.Zone
		right, z = z.Right(widget.Columns(place), 1)
		c.Lines(right, t.Quiet.Render(place))
	}
	c.Lines(z, widget.Paint(lines, style.Render)...)
	z = at.message.Inset(at.look.margin(env), 0)
	if m.notice != "" {
		c.Lines(z, t.Alert.Render(widget.Fit(m.notice, z.W)))
		return
	}
	c.Lines(z, t.Quiet.Render(strings.ReplaceAll(comesOf[g.Level], "%s", env.Emergency.Number)))
}

// question is a question behind its number, to be tapped: on a ground of its own, or
// where there is no room for that the number alone.
func question(number int, words []string, look look, env screen.Env) widget.Block {
	t, margin := env.Theme, look.margin(env)
	key, text, wide, named := t.RaisedKey, t.Raised, 2, []string{fmt.Sprint(number)}
	switch {
	case look.apart == 0:
		text = t.Text
	case look.lettered:
		text, wide, named = t.RaisedKey, numberWide-1, widget.WrapLetters(named[0], numberWide, len(words), t)
	}
	lines := make([]string, len(words)+2*look.pad)
	for i := range lines {
		lead, word := "", ""
		if at := i - look.pad; at >= 0 && at < len(words) {
			word = words[at]
			lead = strings.Join(named[min(at, len(named)):min(at+1, len(named))], "")
		}
		lead = strings.Repeat(" ", min(margin, 1)) + widget.Pad(lead, wide)
		word = widget.Pad(word, max(env.Width-2*margin-wide-1, 0)+min(margin, 1))
		lines[i] = t.Blank.Render(strings.Repeat(" ", max(margin-1, 0))) + key.Render(lead) + text.Render(" "+word)
	}
	tap := widget.Target{X: margin, W: env.Width - 2*margin, H: len(lines), Press: fmt.Sprint(number)}
	return widget.Block{Lines: lines, Targets: []widget.Target{tap}}
}

// numbers are the keys of the questions in sight.
func numbers(first, last int) widget.Binding {
	if first == last {
		return widget.Bind(fmt.Sprint(first), "yes", fmt.Sprint(first))
	}
	return widget.Bind(fmt.Sprintf("%d–%d", first, last), "yes", fmt.Sprint(first))
}

// readBackView asks whether the number was pressed on purpose: the question, and the
// two answers, each for a thumb.
func (m Model) readBackView(env screen.Env) widget.Frame {
	t := env.Theme
	g, _ := m.check.Group()
	c := widget.NewCanvas(env.Width, env.Height, t)
	z := c.Whole().Inset(widget.Margin(env.Width), env.Height/16)
	keys, z := z.Bottom(min(env.Height/2, 1), 0)
	c.Put(keys, widget.KeyLine([]widget.Binding{quitKey, sourcesKey, widget.Help()}, keys.W, t))
	words := widget.Wrap(check.ReadBack(m.pressed, g.Questions[m.pressed-1])+" "+check.YesOrBack, min(z.W, widget.TextColumns))
	if widget.SizeOf(env.Width, env.Height) == widget.Wide { // together, in the middle
		high := len(words) + 4 + mostRows
		_, z = z.Top((z.H-high)/2, 0)
		z, _ = z.Top(high, 0)
	}
	said := widget.Notice(m.notice, z.W)
	answers, z := z.Bottom(max(min(z.H-len(words), max(z.H/3, 3), mostRows), min(z.H/2, 1)), 0)
	c.Put(answers, widget.RaisedButtons([]widget.Binding{confirmKey, denyKey}, answers.W, answers.H, t))
	message, z := z.Bottom(max(2*min(env.Height/16, 1), len(said)), 0)
	c.Lines(message, widget.Paint(said, t.Alert.Render)...)
	_, z = z.Top(max(z.H-len(words), 0)/3, 0)
	c.Lines(z, widget.Paint(words, t.Strong.Render)...)
	return c.Frame()
}

// mostRows is how high an answer is at most.
const mostRows = 9
