package player

import (
	"fmt"
	"strings"
	"time"

	"charm.land/lipgloss/v2"

	"uncramp/coach/session"
	"uncramp/coach/theme"
	"uncramp/coach/tui/widget"
)

// header is the routine, where in it the person is, and the time left in all;
// of a cramp, how long ago it began. Where there is no room, what can be heard goes first, then the place, and the
// name last.
func (m Model) header(room int, t theme.Theme) []string {
	s, name, place, short, heard := m.Session(), m.Session().Plan().Name, "", "", m.visit.Switches().String()
	clock, tail := widget.Clock(wholeSeconds(s.Left(m.now))), " left"
	switch n := s.Phase().StepNumber; {
	case s.Plan().Onset != nil:
		clock, tail = m.sinceOnset(), sinceItsStart
	case n > 0:
		place, short = fmt.Sprintf("step %d of %d · ", n, s.Plan().Steps), fmt.Sprintf("%d/%d · ", n, s.Plan().Steps)
	}
	if heard != "" {
		heard += " · "
	}
	right := fitting(name, room, heard+place+clock+tail, place+clock+tail, short+clock+tail)
	return []string{clocked(name, right, clock, tail, room, t.Quiet, t)}
}

// sideSince is the leg and the muscle, and how long ago a cramp there began; nil
// where there is no cramp or no room.
func (m Model) sideSince(room int, t theme.Theme) []string {
	side, clock := m.sideText(), m.sinceOnset()
	right := widget.FirstFitting(room-widget.Columns(side)-2, clock+sinceItsStart, clock+soFar)
	if m.Session().Plan().Onset == nil || widget.Columns(side+"  "+right) > room {
		return nil
	}
	return []string{clocked(side, right, clock, strings.TrimPrefix(right, clock), room, t.Strong, t)}
}

// sinceOnset is how long ago a cramp began, as a clock shows it.
func (m Model) sinceOnset() string {
	return widget.Clock(int(m.Session().SinceOnset(m.now) / time.Second))
}

// fitting is the first text that has room beside a name, or else the last.
func fitting(name string, room int, texts ...string) string {
	return widget.FirstFitting(room-widget.Columns(name)-2, texts...)
}

// clocked puts a name left, in a style, and a text with a clock in it right. The clock and
// the cell behind it, which the framework redraws too, are in the base style:
// a second is to cost no colour codes.
func clocked(name, right, clock, tail string, room int, named lipgloss.Style, t theme.Theme) string {
	line := widget.Ends(name, right, room)
	before, after, found := strings.Cut(line, clock+tail)
	if !found {
		return named.Render(line)
	}
	return named.Render(before) + t.Text.Render(clock+" ") + t.Quiet.Render(tail[1:]+after)
}

// heading is the phase word and the move.
func (m Model) heading(room int, t theme.Theme) []string {
	word := strings.ToUpper(m.word())
	line := m.shape(t) + t.Strong.Render(word)
	if name := m.Session().Phase().Name; !strings.EqualFold(name, word) {
		line += t.Text.Render("   " + widget.Fit(name, room-widget.Columns(word)-5))
	}
	return []string{line}
}

// shapes tell the kinds of phase apart without colour.
var shapes = map[session.Kind]string{
	session.Prepare: "▷ ", session.Hold: "■ ", session.Release: "○ ", session.Rest: "◌ ", session.Open: "◆ ",
}

func (m Model) shape(t theme.Theme) string {
	if m.Session().State() != session.Running {
		return t.Accent.Render("‖ ")
	}
	return t.Accent.Render(shapes[m.Session().Phase().Kind])
}

func (m Model) word() string {
	if m.Session().State() != session.Running {
		return "paused"
	}
	return m.Session().Phase().Word
}

func (m Model) seconds() int {
	if m.Session().Length() == 0 {
		return int(m.Session().Age(m.now) / time.Second)
	}
	return wholeSeconds(m.Session().Remaining(m.now))
}

func (m Model) clock() string { return widget.Clock(m.seconds()) }

func wholeSeconds(d time.Duration) int { return int((d + time.Second - 1) / time.Second) }

// digits are hollow while the time does not count: getting ready, and pauses.
func (m Model) digits(size int, t theme.Theme) []string {
	ready := m.Session().Phase().Kind == session.Prepare || m.Session().State() != session.Running
	return widget.Paint(widget.Digits(m.clock(), size, !ready), t.Text.Render)
}

func (m Model) bar(room int, t theme.Theme) []string {
	length := m.Session().Length()
	if length == 0 || m.Session().Phase().Kind == session.Prepare {
		return nil
	}
	cells := min(int(length/time.Second), room)
	return []string{widget.Bar(cells, float64(m.Session().Age(m.now).Round(time.Second))/float64(length), t)}
}

// nextRank puts what comes next before the keys while there is time to read it.
func (m Model) nextRank() int {
	if k := m.Session().Phase().Kind; k == session.Prepare || k == session.Rest {
		return rankNext
	}
	return rankLater
}

// next is what comes next. Before a hold it is told with its words, so that
// nobody has to read inside the hold.
func (m Model) next(room int, t theme.Theme) []string {
	ph, ok := m.Session().Upcoming()
	if !ok {
		last := nextIsEnd
		if m.Session().Phase().Kind == session.Open {
			last = nextIsSaid
		}
		return []string{t.Quiet.Render(widget.Fit(last, room))}
	}
	what := ph.Word
	if ph.Kind != session.Release && ph.Kind != session.Rest {
		what += ", " + ph.Where()
	}
	if ph.Length > 0 {
		what += ", " + shortTime(ph.Length)
	}
	lines := []string{t.Quiet.Render("next   ") + t.Quiet.Render(widget.Fit(what, room-7))}
	if m.nextRank() != rankNext {
		return lines
	}
	return append(lines, widget.Paint(widget.Wrap(ph.Prompt, room), t.Text.Render)...)
}

// shortTime is a length as a label has it.
func shortTime(d time.Duration) string {
	if d >= time.Minute && d%time.Minute == 0 {
		return fmt.Sprintf("%d min", d/time.Minute)
	}
	return fmt.Sprintf("%d s", d/time.Second)
}
