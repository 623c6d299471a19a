package home

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"

	"uncramp/coach/theme"
	"uncramp/coach/triage"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/widget"
)

// Columns and rows of the screen's parts.
const (
	mostMargin = 3  // columns at either side
	leastList  = 3  // rows that the list has at least
	listWide   = 29 // columns that the list has at least
	listMost   = 80 // and at most
	paneWide   = 24 // columns that the routine beside it has at least
	gutter     = 3  // columns between both
	leastPane  = 11 // rows of a pane below a list that is whole
	airy       = 16 // rows from which on there is air
	tallPhone  = 30 // rows from which on an upright screen has two rows of keys
)

// drawing is a screen that is being drawn.
type drawing struct {
	Model
	screen.Env
	*widget.Canvas
	theme.Theme
	size   widget.Size
	listed []row
}

// View implements [screen.Screen].
func (m Model) View(env screen.Env) widget.Frame {
	d := drawing{m, env, widget.NewCanvas(env.Width, env.Height, env.Theme), env.Theme, widget.SizeOf(env.Width, env.Height), m.rows()}
	page := d.Whole().Inset(min(widget.Margin(env.Width), mostMargin), 0)
	body, foot := d.border(page)
	switch {
	case d.twoPanes(page):
		list, pane := body.Left(min(max(page.W*3/7, listWide), listMost), gutter)
		d.list(list)
		d.rule(widget.Zone{X: list.X + list.W + gutter/2, Y: body.Y, W: 1, H: body.H})
		if d.size == widget.Wide {
			pane = pane.Inset(gutter, 0)
		}
		d.pane(pane, true)
	case d.size == widget.Upright:
		high := body.H - height(d.parts(d.listed, spacing{}))
		if high < leastPane {
			high = body.H/2 + 1
		}
		pane, list := body.Bottom(high, 0)
		d.list(list)
		d.pane(pane, false)
	default:
		d.list(body)
	}
	if told := d.noticed(page.W); len(told) > 0 {
		high := max(foot.H, len(told))
		foot = widget.Zone{X: foot.X, Y: foot.Y + foot.H - high, W: foot.W, H: high}
		style := d.Alert
		if d.notice == "" {
			style = d.Text
		}
		d.Cover(foot, widget.Block{Lines: widget.Paint(told, style.Render)})
	}
	return d.Frame()
}

// twoPanes reports whether a routine stands beside the list.
func (d drawing) twoPanes(page widget.Zone) bool {
	return page.W >= listWide+gutter+paneWide && page.H >= airy
}

// border draws what stands around the list, what matters most first where there is
// no room for all: the keys, what is offered, the red flags, what is true now. It
// returns the zone that is left, and that of the offer, where a notice is told too.
func (d drawing) border(page widget.Zone) (body, message widget.Zone) {
	spare := page.H - leastList
	take := func(rows int) int {
		if rows > spare {
			return 0
		}
		spare -= rows
		return rows
	}
	flags := widget.Block{Lines: widget.Paint(widget.Wrap(triage.Warning, page.W), d.Alert.Render)}
	flags.Targets = []widget.Target{{W: page.W, H: len(flags.Lines), Press: "!"}}
	offer := d.offer(page.W)
	keys := take(1)
	messages := take(len(offer.Lines))
	flagged := take(len(flags.Lines))
	head := d.top(page.W)
	first := take(1)
	first += take(len(head) - 1)
	if page.H >= airy {
		messages += take(max(1-messages, 0))
		body.Y = take(min(first, 1)) // a blank row
	}
	if page.H < airy || d.size == widget.Upright && page.H >= tallPhone {
		keys += take(1)
	}
	gap := 0
	if page.H > airy && d.size != widget.Upright {
		gap = take(1)
	}
	top, rest := page.Top(first, body.Y)
	foot, rest := rest.Bottom(keys, 0)
	alert, rest := rest.Bottom(flagged, gap)
	message, body = rest.Bottom(messages, 0)
	d.Lines(top, head...)
	d.keyLines(foot, !d.twoPanes(page))
	d.Put(alert, flags)
	d.Put(message, offer)
	return body, message
}

// rule is the line between two panes.
func (d drawing) rule(z widget.Zone) {
	d.Lines(z, slices.Repeat([]string{d.Quiet.Render("│")}, z.H)...)
}

// keyLines are the keys, those that have no room on a line on the next one.
func (d drawing) keyLines(z widget.Zone, starts bool) {
	keys := d.keyLine(starts)
	for range z.H {
		line := widget.KeyLine(keys, z.W, d.Theme)
		row, rest := z.Top(1, 0)
		d.Put(row, line)
		z, keys = rest, slices.DeleteFunc(keys, func(k key.Binding) bool {
			return !k.Enabled() || slices.ContainsFunc(line.Targets, func(t widget.Target) bool { return t.Press == k.Keys()[0] })
		})
	}
}

// top is what is found, or what is true now, as much of it as fits; before it is known
// the name of the program, and where nothing was ever kept what helps. At the first start
// it is the greeting: its second line stays where it is as something is looked for.
func (d drawing) top(room int) []string {
	lines := widget.Paint(d.greeting(room), d.Strong.Render)
	switch {
	case d.typing || d.filter.Value() != "":
		find := d.Accent.Render(findWord) + d.Text.Render(widget.Fit(d.filter.Value()+widget.Cursor, room-len(findWord)))
		return slices.Concat([]string{find}, lines[min(1, len(lines)):])
	case len(lines) > 0:
		return lines
	case !d.reading.Ready:
		return []string{d.Strong.Render(title) + d.Quiet.Render(widget.FirstFitting(room-len(title), subtitles...))}
	}
	now := d.overview.Lines(d.programmeTitle)
	if len(now) == 0 {
		now = whatHelps
	}
	return []string{d.Strong.Render(widget.Fit(widget.FirstFitting(room, now...), room))}
}

// offer asks whether to go on with what was stopped half-way, to tell more of last
// night, or what suits the person.
func (d drawing) offer(room int) (b widget.Block) {
	var about []string
	var keys []key.Binding
	switch {
	case d.unfinished != nil:
		about, keys = stoppedHalfWay(*d.unfinished), []key.Binding{goOnKey, declineKey}
	case d.cramp != nil:
		about, keys = lastNight(*d.cramp), []key.Binding{detailsKey}
	case d.asksAboutYou():
		about, keys = askAbout, []key.Binding{aboutKey, declineKey}
	default:
		return b
	}
	line := widget.KeyLine(keys, room, d.Theme)
	wide := widget.Columns(line.Lines[0])
	text := widget.FirstFitting(room-wide-3, about...)
	if columns := widget.Columns(text) + 3; columns+wide <= room {
		return widget.SideBySide(widget.Block{Lines: []string{d.Strong.Render(text)}}, line, columns, d.Theme)
	}
	return line.Under(d.Strong.Render(widget.Fit(widget.FirstFitting(room, about...), room)))
}

// noticeLines is how much of the screen a notice may take: what to do in place of
// a routine that is left out stands at its end.
const noticeLines = 4

// noticed is the notice. Where several things are told and have no room, what each is about
// has some.
func (m Model) noticed(room int) []string {
	switch {
	case m.notice == "" && m.sheet == "":
		return nil
	case m.notice == "":
		return widget.WrapAtMost(m.sheet, room, noticeLines)
	}
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
