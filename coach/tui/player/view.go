package player

import (
	"fmt"
	"slices"
	"strings"

	"uncramp/coach/theme"
	"uncramp/coach/tui/screen"
	"uncramp/coach/tui/widget"
	"uncramp/coach/visit"
)

// The ranks of what the player shows. Decoration goes first when room is
// short, then words, and the word of the phase and the seconds last.
const (
	rankPhase = iota
	rankSide
	rankPrompt
	rankDigits
	rankAnswers
	rankNotice
	rankAdapted
	rankFlags
	rankNext
	rankHeader
	rankKeys
	rankLater
	rankBar
	rankMinor
)

// View implements [screen.Screen]. It draws the player as it stood at the last
// update.
func (m Model) View(env screen.Env) widget.Frame {
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
	return m.phaseView(w, h, t)
}

// lineView is the least that leads: the word, the seconds, then the rest.
func (m Model) lineView(w, h int, t theme.Theme) widget.Frame {
	clock := m.clock()
	if w < 2+len(clock) {
		clock = fmt.Sprint(m.seconds())
	}
	word, side := strings.ToUpper(m.word()), m.sideText()
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
	return widget.Frame{Content: widget.Fill(lines, w, h, t)}
}

// phaseView shows the figure beside all of the words, or beside the first of
// them, or among them on a narrow screen: as long as it leaves room for all.
func (m Model) phaseView(w, h int, t theme.Theme) widget.Frame {
	room, actions := widget.Room(w), m.visit.Actions()
	if wide := m.besideWide(room, h); wide > 0 {
		text := room - wide - gutter
		picture := widget.Picture{X: widget.Margin(w) + text + gutter, Top: besideTop}
		if blocks, ok := m.sized(measure{room, text, text, h, actions}, nil, t, airy, tight); ok {
			picture.Lines = m.figure(wide, min(h-border, besideMost), t)
			return widget.Beside(blocks, picture, w, h, t)
		}
		if blocks, ok := m.sized(measure{room, text, room, h, actions}, nil, t, tight); ok {
			picture.Lines = m.figure(wide, upper(blocks), t)
			return widget.Beside(blocks, picture, w, h, t)
		}
	}
	narrow := measure{room, room, room, h, actions}
	if high := m.amongHigh(h); high > 0 {
		if blocks, ok := m.sized(narrow, m.figure(room, high, t), t, airy, tight); ok {
			return widget.Stack(blocks, w, h, t)
		}
	}
	blocks, ok := m.sized(narrow, nil, t, airy, m.holding)
	if !ok {
		word := t.Strong.Render(widget.Fit(strings.ToUpper(m.word()), room-10))
		blocks[headingAt].Lines = []string{m.shape(t) + t.Text.Render(m.clock()) + "  " + word}
		blocks[digitsAt].Lines = nil
	}
	return widget.Stack(widget.Choose(blocks, h), w, h, t)
}

// measure is how wide the header and the keys may be, the words of the move,
// and those below them, how high the screen is, and what can be done.
type measure struct {
	room, upper, lower, high int
	actions                  []visit.Row
}

// fit reports whether blocks fit on a screen of so many rows.
type fit func(blocks []widget.Block, h int) bool

// sized is what a phase shows with the largest digits that let it fit, by the
// first of some measures that any digits meet.
func (m Model) sized(to measure, figure []string, t theme.Theme, measures ...fit) (blocks []widget.Block, ok bool) {
	blocks = m.blocks(to, figure, t)
	for _, fits := range measures {
		for size := m.largest(to.upper, to.high); size > widget.NoDigits; size-- {
			blocks[digitsAt].Lines = m.digits(size, t)
			if fits(blocks, to.high) {
				return blocks, true
			}
		}
	}
	return blocks, false
}

// Where these stand among the blocks.
const headingAt, digitsAt, noticeAt = 1, 3, 5

// blocks is what a phase shows, from the top, without its digits.
func (m Model) blocks(to measure, figure []string, t theme.Theme) []widget.Block {
	lead := 0
	if to.high >= roomy {
		lead = 1 + (to.high-24)/4
	}
	header, side := m.header(to.room, t), []string{t.Strong.Render(widget.Fit(m.sideText(), to.upper))}
	if with := m.sideSince(to.upper, t); with != nil && to.high < cramped { // the routine's name goes first
		header, side = nil, with
	}
	list := []widget.Block{
		{Lines: header, Rank: rankHeader},
		{Lines: m.heading(to.upper, t), Rank: rankPhase, Gap: true, Lead: lead},
		{Lines: side, Rank: rankSide},
		{Rank: rankDigits, Gap: true},
		{Lines: widget.Paint(widget.Wrap(m.Session().Phase().Prompt, to.upper), t.Text.Render), Rank: rankPrompt, Gap: true},
		{Lines: m.notice(to.upper, to.high, t), Rank: rankNotice},
		{Lines: figure, Rank: rankMinor, Gap: true},
		m.flags(to.lower, to.high, t),
		{Lines: m.bar(min(to.lower, 48), t), Rank: rankBar, Gap: true},
		{Lines: m.next(to.lower, t), Rank: m.nextRank(), Gap: true},
		{Lines: slices.Concat(m.cautions(to.lower, t)...), Rank: rankMinor, Gap: true},
		m.muscleKeys(to, t),
		m.answerKeys(to, t),
		m.keyLine(to, t),
	}
	list = slices.Insert(list, noticeAt+1, m.adapted(to.upper, t)...)
	return slices.DeleteFunc(list, func(b widget.Block) bool {
		return len(b.Lines) == 0 && b.Rank != rankDigits && b.Rank != rankHeader
	})
}

// cramped is the height below which the time since a cramp began has no line of
// its own.
const cramped = 14

// upper is how many rows the words of the move take, less one for the gap that
// may be missing above them.
func upper(blocks []widget.Block) int {
	n := 0
	for _, b := range blocks {
		if b.Rank > rankHeader || b.Rank == rankFlags || b.Foot {
			break
		}
		if b.Rank < rankHeader {
			n += len(b.Lines)
		}
	}
	return n - 1
}

// airy reports whether every block fits, with air between most of them; tight,
// between some.
func airy(blocks []widget.Block, h int) bool  { return widget.Height(blocks)+gaps(blocks)*3/4 <= h }
func tight(blocks []widget.Block, h int) bool { return widget.Height(blocks)+gaps(blocks)/2 <= h }

func gaps(blocks []widget.Block) (n int) {
	for _, b := range blocks {
		if b.Gap {
			n++
		}
	}
	return n
}

// holding reports whether the words that digits have to leave room for fit
// beside the smallest: before a hold those of what comes next too, and while a
// cramp lasts, or where something was changed for the person, the red flags.
func (m Model) holding(blocks []widget.Block, h int) bool {
	last := rankDigits
	switch {
	case m.Session().Plan().Onset != nil, slices.ContainsFunc(blocks, func(b widget.Block) bool { return b.Rank == rankAdapted }):
		last = rankFlags
	case m.nextRank() == rankNext:
		last = rankKeys
	}
	return widget.Height(slices.DeleteFunc(slices.Clone(blocks), func(b widget.Block) bool { return b.Rank > last })) <= h
}

// largest is the size of digits that leaves two thirds of the screen to words.
func (m Model) largest(room, h int) int {
	size := 2 // the bytes of a second are counted on small screens
	switch {
	case h >= 30:
		size = widget.MaxDigits
	case m.Session().Plan().Onset != nil && h >= roomy:
		size = 1 // what to do and the answers come first
	}
	for size > 1 && (widget.DigitsHeight(size) > h/3 || widget.DigitsWidth(m.clock(), size) > room*4/5) {
		size--
	}
	if widget.DigitsWidth(m.clock(), size) > room {
		return widget.NoDigits
	}
	return size
}
