package player

import (
	"fmt"
	"strings"
	"time"

	"uncramp/coach/session"
	"uncramp/coach/theme"
	"uncramp/coach/tui/widget"
	"uncramp/routines"
)

// relief reports whether a cramp lasts that the routine is for.
func (m Model) relief() bool { return m.Session().Plan().Onset != nil }

// freshTime is how long something that need not stay in sight is told.
const freshTime = 10 * time.Second

// isFresh reports whether the phase has just begun, or begun anew.
func (m Model) isFresh() bool { return m.Session().Age(m.now) < freshTime }

// clockLine is how long ago the cramp began; else what is left of the routine,
// what can be heard, and where in it the person is. The clock and the cell
// behind it, which the framework redraws too, are in the base style: a second is
// to cost no colour codes.
func (m Model) clockLine(st stage, t theme.Theme) string {
	s, room := m.Session(), st.clock.W
	clock := widget.Clock(wholeSeconds(s.Left(m.now)))
	place, heard := s.Plan().Name, m.visit.Switches().String()
	if st.where.H > 1 { // the name of the move has no room there
		place = s.Phase().Name + m.turnText(timeOf) + between + place
	}
	if n := s.Phase().StepNumber; n > 0 {
		place = fmt.Sprintf(stepOf, n, s.Plan().Steps) + between + place
	}
	if heard != "" {
		heard += between
	}
	tail := widget.FirstFitting(room-len(clock), left+between+heard+place, left+between+place, left)
	if m.relief() {
		clock = m.sinceOnset()
		tail = widget.FirstFitting(room-len(clock), sinceItsStart, soFar)
	}
	return t.Text.Render(clock+" ") + t.Quiet.Render(widget.Fit(tail[1:], room-len(clock)-1))
}

// sinceOnset is how long ago a cramp began, as a clock shows it.
func (m Model) sinceOnset() string {
	return widget.Clock(int(m.Session().SinceOnset(m.now) / time.Second))
}

// wordLines are the word of the phase: in block letters where it is to be read
// from afar. Where the leg has no place of its own it stands behind.
func (m Model) wordLines(s stage, t theme.Theme) []string {
	word, w := strings.ToUpper(m.word()), s.word.W
	if s.word.H > 1 {
		if lines := bigWord(word, w, m.wordHigh(s, t), t); lines != nil {
			return widget.Paint(lines, t.Strong.Render)
		}
	}
	line := m.shape(t) + t.Strong.Render(widget.Fit(word, w-2))
	if rest := w - widget.Columns(word) - 4; s.where.H == 0 && widget.Columns(m.whereText(rest)) <= rest {
		line += t.Text.Render("  " + m.whereText(rest))
	}
	return []string{line}
}

// wordHigh is how high the word may be. The words of a counted move change every few
// seconds: none is larger than another.
func (m Model) wordHigh(s stage, t theme.Theme) int {
	high, now := s.word.H, m.Session().Phase()
	if !m.counts() {
		return high
	}
	known := ""
	for _, ph := range m.Session().Plan().Phases {
		if ph.Step == now.Step && (ph.Kind == session.Hold || ph.Kind == session.Release) && ph.Word != known {
			if lines := bigWord(strings.ToUpper(ph.Word), s.word.W, high, t); lines != nil {
				high = len(lines)
			}
			known = ph.Word
		}
	}
	return high
}

// bigWord draws a word in block letters, on two lines where they are larger so.
func bigWord(word string, w, h int, t theme.Theme) []string {
	lines := widget.Letters(word, w, h, t)
	first, second, two := strings.Cut(word, " ")
	if high := (h - 1) / 2; two && high > len(lines) {
		upper, lower := widget.Letters(first, w, high, t), widget.Letters(second, w, high, t)
		if upper != nil && lower != nil && min(len(upper), len(lower)) > len(lines) {
			return append(append(upper, ""), lower...)
		}
	}
	return lines
}

// sided adds an arrow to the name of a leg, on its own side: it tells left from right by
// shape. Beside the word of a phase it would be a direction, as in BACK.
func (m Model) sided(text string) string {
	switch m.Session().Phase().Side {
	case routines.Left:
		return "◀ " + text
	case routines.Right:
		return text + " ▶"
	}
	return text
}

// sideText is the leg and the muscle, and which set and repetition it is, in one of
// two lengths.
func (m Model) sideText(times string) string {
	return m.sided(m.Session().Phase().Where()) + m.turnText(times)
}

// turnText says which set and repetition it is, if there are several.
func (m Model) turnText(times string) (text string) {
	ph := m.Session().Phase()
	if ph.Sets > 1 {
		text += between + fmt.Sprintf(setOf, ph.Set, ph.Sets)
	}
	if ph.Of > 1 && !m.counts() {
		text += between + fmt.Sprintf(times, ph.Repetition, ph.Of)
	}
	return text
}

// whereText is what is worked on, and the name of the move where there is room.
// In a relief all but the leg goes after ten seconds: less is to be read.
func (m Model) whereText(room int) string {
	ph, side, short := m.Session().Phase(), m.sideText(timeOf), m.sideText(timeOfShort)
	switch {
	case m.relief() && !m.isFresh():
		return m.sided(string(ph.Side))
	case m.relief() && len(m.Routine().Positions) > 1:
		return widget.FirstFitting(room, side+", "+string(m.Session().Plan().Position), side)
	case strings.EqualFold(ph.Name, m.word()):
		return widget.FirstFitting(room, side, short)
	}
	return widget.FirstFitting(room, side+between+ph.Name, short+between+ph.Name, side, short, m.leastText())
}

// whereLines are what is worked on: in block letters where it is to be read from afar.
// leastText is what is told where next to nothing has room: of a move in sets the leg and
// which set it is, else what is worked on.
func (m Model) leastText() string {
	ph := m.Session().Phase()
	if ph.Sets > 1 {
		return m.sided(string(ph.Side)) + between + fmt.Sprintf(setOfShort, ph.Set, ph.Sets)
	}
	return m.sided(ph.Where())
}

func (m Model) whereLines(s stage, t theme.Theme) []string {
	text, ph := m.whereText(s.where.W), m.Session().Phase()
	if s.where.H > 1 {
		for _, big := range []string{text, m.sideText(timeOf), m.sideText(timeOfShort), m.sided(ph.Where()), m.sided(string(ph.Side))} {
			if lines := widget.Letters(big, s.where.W, s.where.H, t); lines != nil {
				return widget.Paint(lines, t.Text.Render)
			}
		}
	}
	return []string{t.Text.Render(widget.Fit(text, s.where.W))}
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
		return pausedWord
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

// counts reports whether how often is what is told of a phase, not for how long.
func (m Model) counts() bool {
	ph := m.Session().Phase()
	return ph.Counted && (ph.Kind == session.Hold || ph.Kind == session.Release)
}

// ends reports whether the last three seconds run.
func (m Model) ends() bool {
	return m.Session().Length() >= 5*time.Second && m.seconds() <= 3 && !m.counts()
}

// hero is what stands in the largest digits, and the pattern that gives them
// their size: the count, or the seconds, which stand alone under a minute.
func (m Model) hero() (text, pattern string) {
	ph, left := m.Session().Phase(), m.seconds()
	switch {
	case m.counts() && ph.Of > 9:
		return fmt.Sprintf("%d/%d", ph.Repetition, ph.Of), "88/88"
	case m.counts():
		return fmt.Sprintf("%d/%d", ph.Repetition, ph.Of), "8/8"
	case left < 60, left == 60 && m.Session().Length() == time.Minute: // one size for all of a phase
		return fmt.Sprint(left), secondsPattern
	case left < 600:
		return widget.Clock(left), "8:88"
	}
	return widget.Clock(left), "88:88"
}

// heroHigh is how many rows of a zone the hero takes at most. A clock takes half of what
// the seconds do that stand alone, if there are digits so small.
func (m Model) heroHigh(z widget.Zone, t theme.Theme) int {
	_, pattern := m.hero()
	half := (widget.DigitsTall(secondsPattern, z.W, z.H, t)/2 + 1) / 2
	if strings.Contains(pattern, ":") && widget.DigitsTall(pattern, z.W, half, t) > 0 {
		return half
	}
	return z.H
}

const (
	secondsPattern = "88"
	leastDigits    = 3 // rows of big digits
	leastHollow    = 5 // rows of such as can be hollow
)

// digits are hollow while the time does not count, getting ready and in pauses, or
// where they are small at least quiet.
func (m Model) digits(z widget.Zone, t theme.Theme) []string {
	text, pattern := m.hero()
	look, style, high := widget.Solid, t.Text, m.heroHigh(z, t)
	switch {
	case m.Session().Phase().Kind == session.Prepare, m.Session().State() != session.Running:
		if look = widget.Hollow; high < leastHollow {
			style = t.Quiet
		}
	case m.ends():
		look = widget.Ending
	}
	if lines := widget.BigDigits(text, pattern, z.W, high, look, t); lines != nil {
		above := make([]string, max(z.H-len(lines), 0)/2, z.H)
		return append(above, widget.Paint(lines, style.Render)...)
	}
	return []string{style.Render(widget.Fit(text, z.W))}
}

// paceLines are a bar, or marks for what is counted; of a phase without an end, how
// long it may last.
func (m Model) paceLines(st stage, t theme.Theme) []string {
	s, ph, z, wide := m.Session(), m.Session().Phase(), st.pace, st.pace.H > 1
	upTo, look := t.Quiet.Render(upTo(ph.Most, z.W)), bars[wide]
	if t.Coarse() {
		look = coarseBar
	}
	line := ""
	switch {
	case m.counts():
		line = pips(ph.Repetition, ph.Of, z.W, wide, t.Coarse())
	case s.Length() == 0 && z.H < 3:
		return []string{upTo}
	case s.Length() == 0 && ph.Most > 0:
		return []string{"", t.Text.Render(bar(s.Age(m.now), ph.Most, z.W, look, false)), upTo}
	case s.Length() > 0 && ph.Kind != session.Prepare:
		line = bar(s.Age(m.now), s.Length(), z.W, look, m.ends())
	}
	return append(make([]string, z.H/2, 2), t.Text.Render(line))
}

// barLook is what a bar is drawn with.
type barLook struct{ full, track, ending string }

// bars are thick where they are to be seen from afar.
var (
	bars      = map[bool]barLook{false: {"▄", "▁", "▂"}, true: {"█", "▁", "▃"}}
	coarseBar = barLook{"▄", "─", "░"}
)

// bar is how much of a time is over. What is left of it in the last seconds is
// dashes, which cost fewer bytes than a line.
func bar(age, whole time.Duration, cells int, look barLook, ends bool) string {
	full := min(int(float64(cells)*float64(age.Round(time.Second))/float64(whole)), cells)
	if !ends {
		return strings.Repeat(look.full, full) + strings.Repeat(look.track, cells-full)
	}
	line := strings.Repeat(look.full, full)
	for at := full; at < cells; at++ {
		line += []string{look.ending, " "}[at%2]
	}
	return line
}

// upTo says that a phase counts up, and how long it may last.
func upTo(most time.Duration, room int) string {
	if most == 0 {
		return widget.FirstFitting(room, countsUp, upOnly)
	}
	return widget.FirstFitting(room, fmt.Sprintf(countsUpTo, widget.Length(most)), fmt.Sprintf(upToOnly, widget.Length(most)))
}

// pips are a mark for each time: done, now, to come. Wide ones take all of the
// room.
func pips(now, of, room int, wide, coarse bool) string {
	marks, size, apart := []string{"●", "◉", "○"}, 1, " "
	if wide || coarse {
		marks = []string{"█", "▓", "░"}
	}
	switch {
	case wide && 2*of < room:
		size = (room+1)/of - 1
	case 2*of > room:
		apart = ""
	}
	list := make([]string, of)
	for i := range list {
		list[i] = strings.Repeat(marks[min(max(i+2-now, 0), 2)], size)
	}
	return widget.Fit(strings.Join(list, apart), room)
}
