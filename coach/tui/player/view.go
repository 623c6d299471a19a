package player

import (
	"fmt"
	"strings"
	"time"

	"charm.land/bubbles/v2/key"

	"uncramp/coach/session"
	"uncramp/coach/theme"
	"uncramp/coach/triage"
	"uncramp/coach/tui/widget"
	"uncramp/routines"
)

// The ranks of what the player shows. Decoration goes first when room is
// short, then words, and the word of the phase and the seconds last.
const (
	rankPhase = iota
	rankSide
	rankPrompt
	rankDigits
	rankAnswers
	rankFlags
	rankNext
	rankHeader
	rankKeys
	rankLater
	rankBar
	rankMinor
)

// View draws the player as it stood at the last update, on w by h cells.
func (m Model) View(w, h int, t theme.Theme) string {
	switch {
	case m.page == keysPage:
		return m.keysView(w, h, t)
	case m.page == whyPage:
		return m.whyView(w, h, t)
	case m.session.State() == session.Over:
		return m.endView(w, h, t)
	case m.asking:
		return m.askView(w, h, t)
	case h == 1 || w < 16:
		return m.lineView(w, h, t)
	}
	return m.phaseView(w, h, t)
}

// lineView is the least that leads: the word, the seconds, then the rest.
func (m Model) lineView(w, h int, t theme.Theme) string {
	clock := m.clock()
	if w < 2+len(clock) {
		clock = fmt.Sprint(m.seconds())
	}
	word, side := strings.ToUpper(m.word()), m.sideText()
	line := clock
	for _, more := range []string{word + " " + clock, word + " " + clock + " " + side, word + " " + clock + "  " + side + "  " + m.prompt()} {
		if widget.Columns(more) <= w {
			line = more
		}
	}
	lines := []string{t.Strong.Render(widget.Fit(line, w))}
	if h > 1 {
		lines = append(lines, widget.Paint(widget.Wrap(side+" "+m.prompt(), w), t.Text.Render)...)
	}
	return widget.Fill(lines, w, h, t)
}

func (m Model) phaseView(w, h int, t theme.Theme) string {
	room := widget.Room(w)
	blocks := []widget.Block{
		{Lines: m.header(room, t), Rank: rankHeader},
		{Lines: m.heading(room, t), Rank: rankPhase, Gap: true},
		{Lines: []string{t.Strong.Render(widget.Fit(m.sideText(), room))}, Rank: rankSide},
		{}, // the digits
		{Lines: widget.Paint(widget.Wrap(m.prompt(), room), t.Text.Render), Rank: rankPrompt, Gap: true},
		{Lines: m.notice(room, t), Rank: rankAnswers},
		{Lines: m.answers(room, t), Rank: rankAnswers, Gap: true},
		{Lines: m.flags(room, h, t), Rank: rankFlags, Gap: true},
		{Lines: m.bar(min(room, 48), t), Rank: rankBar, Gap: true},
		{Lines: m.next(room, t), Rank: m.nextRank(), Gap: true},
		{Lines: m.cautions(room, t), Rank: rankMinor, Gap: true},
		{Lines: []string{widget.KeyLine(m.keyLine(), room, t)}, Rank: rankKeys, Gap: true, Foot: true},
	}
	const digits = 3
	for size := m.largest(room, h); size > widget.NoDigits; size-- {
		blocks[digits] = widget.Block{Lines: m.digits(size, t), Rank: rankDigits, Gap: true}
		if whole(blocks, h) || size == 1 && holds(blocks, h, m.mustFit()) {
			return widget.Stack(widget.Choose(blocks, h), w, h, t)
		}
	}
	blocks[digits] = widget.Block{}
	blocks[1].Lines = []string{m.mark(t) + t.Digits.Render(m.clock()) + "  " + t.Strong.Render(widget.Fit(m.phaseName(), room-10))}
	return widget.Stack(widget.Choose(blocks, h), w, h, t)
}

// whole reports whether every block fits, with a little air.
func whole(blocks []widget.Block, h int) bool { return widget.Height(blocks)+len(blocks)/2 <= h }

// mustFit is the last rank of words that digits have to leave room for: before
// a hold those of what comes next too, and once it got worse the red flags.
func (m Model) mustFit() int {
	switch {
	case m.gotWorse():
		return rankFlags
	case m.nextRank() == rankNext:
		return rankKeys
	}
	return rankDigits
}

// holds reports whether the words up to a rank fit beside the smallest digits.
func holds(blocks []widget.Block, h, last int) bool {
	words := 0
	for _, b := range blocks {
		if b.Rank <= last {
			words += len(b.Lines)
		}
	}
	return words <= h
}

// largest is the size of digits that leaves two thirds of the screen to words.
func (m Model) largest(room, h int) int {
	size := 2 // the bytes of a second are counted on small screens
	if h >= 30 {
		size = widget.MaxDigits
	}
	for size > 1 && (widget.DigitsHeight(size) > h/3 || widget.DigitsWidth(m.clock(), size) > room*3/5) {
		size--
	}
	if widget.DigitsWidth(m.clock(), size) > room {
		return widget.NoDigits
	}
	return size
}

// header is the routine, where in it the person is, and the time left in all.
// Where there is no room, the place goes first and the name last.
func (m Model) header(room int, t theme.Theme) []string {
	s := m.session
	if s.Plan().Onset != nil {
		return m.onsetHeader(room, t)
	}
	clock := widget.Clock(wholeSeconds(s.Left(m.now)))
	place := ""
	if n := s.Phase().StepNumber; n > 0 {
		place = fmt.Sprintf("step %d of %d · ", n, s.Plan().Steps)
	}
	name := s.Plan().Name
	right := place + clock + " left"
	if widget.Columns(name)+widget.Columns(right)+2 > room {
		right = fmt.Sprintf("%d/%d · %s left", s.Phase().StepNumber, s.Plan().Steps, clock)
	}
	return []string{clocked(name, right, clock, " left", room, t)}
}

// onsetHeader tells how long ago the cramp began instead.
func (m Model) onsetHeader(room int, t theme.Theme) []string {
	clock := widget.Clock(int(m.session.Onset(m.now) / time.Second))
	return []string{clocked(m.session.Plan().Name, clock+" since it began", clock, " since it began", room, t)}
}

// clocked puts a name left and a text with a clock in it right. The clock and
// the cell behind it, which the framework redraws too, are in the base style:
// a second is to cost no colour codes.
func clocked(name, right, clock, tail string, room int, t theme.Theme) string {
	line := widget.Ends(name, right, room)
	before, after, found := strings.Cut(line, clock+tail)
	if !found {
		return t.Quiet.Render(line)
	}
	return t.Quiet.Render(before) + t.Text.Render(clock+" ") + t.Quiet.Render(tail[1:]+after)
}

// heading is the phase word and the move.
func (m Model) heading(room int, t theme.Theme) []string {
	word := strings.ToUpper(m.word())
	line := m.mark(t) + t.Strong.Render(word)
	if name := m.session.Phase().Name; !strings.EqualFold(name, word) {
		line += t.Text.Render("   " + widget.Fit(name, room-widget.Columns(word)-5))
	}
	return []string{line}
}

func (m Model) phaseName() string {
	return strings.ToUpper(m.word())
}

// mark tells the kinds of phase by shape.
func (m Model) mark(t theme.Theme) string {
	shape := "■"
	switch {
	case m.session.State() != session.Running:
		shape = "‖"
	case m.session.Phase().Kind == session.Prepare:
		shape = "▷"
	case m.session.Phase().Kind == session.Release:
		shape = "○"
	case m.session.Phase().Kind == session.Rest:
		shape = "◌"
	case m.session.Phase().Kind == session.Open:
		shape = "◆"
	}
	return t.Accent.Render(shape + " ")
}

func (m Model) word() string {
	if m.session.State() != session.Running {
		return "paused"
	}
	return m.session.Phase().Word
}

// sideText is the leg and the muscle, and which repetition it is; an arrow on
// the leg's own side tells left from right by shape.
func (m Model) sideText() string {
	ph := m.session.Phase()
	text := sideAndMuscle(ph)
	switch ph.Side {
	case routines.Left:
		text = "◀ " + text
	case routines.Right:
		text += " ▶"
	}
	if ph.Of > 1 {
		text += fmt.Sprintf(" · %d of %d", ph.Repetition, ph.Of)
	}
	return text
}

func sideAndMuscle(ph session.Phase) string {
	switch {
	case ph.Side == routines.Both && ph.Muscle == routines.Leg:
		return "both legs"
	case ph.Side == routines.Both && ph.Muscle == routines.Foot:
		return "both feet"
	case ph.Side == routines.Both:
		return fmt.Sprintf("both %s", plural(ph.Muscle))
	case ph.Side == "":
		return string(ph.Muscle)
	}
	return fmt.Sprintf("%s %s", ph.Side, ph.Muscle)
}

func plural(m routines.Muscle) string {
	if m == routines.Calf {
		return "calves"
	}
	return string(m) + "s"
}

// prompt is what to do now. While time stands still it says how to go on.
func (m Model) prompt() string {
	switch m.session.State() {
	case session.Halted:
		return "Take your time. Press space to go on."
	case session.Waiting:
		return "Time went by unseen. Press space to go on from here."
	}
	return m.session.Phase().Prompt
}

func (m Model) seconds() int {
	if m.session.Length() == 0 {
		return int(m.session.Age(m.now) / time.Second)
	}
	return wholeSeconds(m.session.Remaining(m.now))
}

func (m Model) clock() string { return widget.Clock(m.seconds()) }

func wholeSeconds(d time.Duration) int { return int((d + time.Second - 1) / time.Second) }

// digits are hollow while the time does not count: getting ready, and pauses.
func (m Model) digits(size int, t theme.Theme) []string {
	ready := m.session.Phase().Kind == session.Prepare || m.session.State() != session.Running
	style := t.Digits
	if ready {
		style = t.Hollow
	}
	return widget.Paint(widget.Digits(m.clock(), size, !ready), style.Render)
}

func (m Model) answers(room int, t theme.Theme) []string {
	if m.session.Phase().Answers == nil {
		return nil
	}
	keys := m.keys
	keys.Stretch.SetEnabled(keys.Stretch.Enabled() && !m.gotWorse())
	return []string{widget.KeyLine(keys.answers(), room, t)}
}

func (m Model) bar(room int, t theme.Theme) []string {
	length := m.session.Length()
	if length == 0 {
		return nil
	}
	cells := min(int(length/time.Second), room)
	return []string{widget.Bar(cells, float64(m.session.Age(m.now).Round(time.Second))/float64(length), t)}
}

// nextRank puts what comes next before the keys while there is time to read it.
func (m Model) nextRank() int {
	if k := m.session.Phase().Kind; k == session.Prepare || k == session.Rest {
		return rankNext
	}
	return rankLater
}

// next is what comes next. Before a hold it is told with its words, so that
// nobody has to read inside the hold.
func (m Model) next(room int, t theme.Theme) []string {
	ph, ok := m.session.Upcoming()
	if !ok {
		return []string{t.Quiet.Render(widget.Fit("next   the end", room))}
	}
	what := ph.Word
	if ph.Kind != session.Release && ph.Kind != session.Rest {
		what += ", " + sideAndMuscle(ph)
	}
	if ph.Length > 0 {
		what += ", " + spoken(ph.Length)
	}
	lines := []string{t.Quiet.Render("next   ") + t.Quiet.Render(widget.Fit(what, room-7))}
	if k := m.session.Phase().Kind; k != session.Prepare && k != session.Rest {
		return lines
	}
	return append(lines, widget.Paint(widget.Wrap(ph.Prompt, room), t.Strong.Render)...)
}

// notice says what an answer led to, and when the time to get advice is near.
func (m Model) notice(room int, t theme.Theme) []string {
	switch {
	case m.session.Nearly():
		return widget.Paint(widget.Wrap(nearly, room), t.Alert.Render)
	case m.note != "":
		return widget.Paint(widget.Wrap(m.note, room), t.Quiet.Render)
	}
	return nil
}

const nearly = "It has lasted a while. If it isn't over soon, get medical advice."

// flags names the worst three before every stretch, all while a cramp lasts,
// and every emergency once it got worse.
func (m Model) flags(room, h int, t theme.Theme) []string {
	if m.gotWorse() {
		return m.emergencies(room, h, t)
	}
	ph := m.session.Phase()
	if ph.Kind != session.Prepare && m.session.Index() > 0 && m.session.Plan().Onset == nil {
		return nil
	}
	return widget.Paint(widget.Wrap(triage.Worst+" Press !", room), t.Quiet.Render)
}

// roomy is the height from which every emergency is listed.
const roomy = 20

func (m Model) gotWorse() bool {
	done := m.session.Done()
	return m.session.Phase().Aside && len(done) > 0 && done[len(done)-1].Answer == session.Worse
}

// emergencies lists what needs help at once, or names the worst where there is
// no room for all.
func (m Model) emergencies(room, h int, t theme.Theme) []string {
	if h < roomy {
		return widget.Paint(widget.Wrap(triage.Worst+" Call the emergency services. Press !", room), t.Alert.Render)
	}
	lines := widget.Paint(widget.Wrap("Call the emergency services with one of these. Press ! to go through them all.", room), t.Alert.Render)
	for _, q := range triage.Groups()[0].Questions {
		lines = append(lines, widget.Paint(widget.Wrap("· "+q.Text, room), t.Alert.Render)...)
	}
	return lines
}

// cautions are told while there is time to read them.
func (m Model) cautions(room int, t theme.Theme) []string {
	ph := m.session.Phase()
	var list []string
	if m.session.Index() == 0 {
		list = append(list, m.session.Plan().Cautions...)
	}
	if ph.Kind == session.Prepare {
		list = append(list, ph.Cautions...)
	}
	var lines []string
	for _, c := range list {
		lines = append(lines, widget.Paint(widget.Wrap(c, room), t.Quiet.Render)...)
	}
	return lines
}

// chosen is the muscle, the leg and the position in words.
func chosen(ph session.Phase, c session.Choice) string {
	text := sideAndMuscle(ph)
	if c.Position != "" {
		text += ", " + string(c.Position)
	}
	return text
}

const defaultSource = routines.Default

func spoken(d time.Duration) string {
	if d >= time.Minute && d%time.Minute == 0 {
		return fmt.Sprintf("%d min", d/time.Minute)
	}
	return fmt.Sprintf("%d s", d/time.Second)
}

func (m Model) keyLine() []key.Binding {
	keys := m.keys
	if m.session.State() != session.Running {
		keys.Pause.SetHelp("space", "go on")
	}
	return keys.line()
}
