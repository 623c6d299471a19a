package player

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"charm.land/lipgloss/v2"

	"uncramp/coach/session"
	"uncramp/coach/theme"
	"uncramp/coach/triage"
	"uncramp/coach/tui/widget"
)

// note is something that is told for a while: sentences, each on a line of its own
// where there is room, and what they look like.
type note struct {
	sentences []string
	style     lipgloss.Style
	press     string // the key it stands for; empty: none
	inTurn    bool   // its sentences may be told in turn
}

// page is the part of a note that is told now: where it has no room as a whole, and
// may be told in turn, the first ten seconds are shared among its parts.
func (n note) page(w, rows int, age time.Duration) note {
	if !n.inTurn || len(n.sentences) == 0 || n.lines(w, rows) != nil {
		return n
	}
	var pages []note
	for _, s := range n.sentences {
		if last := len(pages) - 1; last >= 0 {
			longer := note{append(slices.Clip(pages[last].sentences), s), n.style, n.press, false}
			if longer.lines(w, rows) != nil {
				pages[last] = longer
				continue
			}
		}
		pages = append(pages, note{[]string{s}, n.style, n.press, false})
	}
	return pages[min(int(age*time.Duration(len(pages))/freshTime), len(pages)-1)]
}

// lines lays a note on at most so many rows; nil: it has no room.
func (n note) lines(w, rows int) []string {
	if apart := n.apart(w, rows); apart != nil {
		return apart
	}
	n.sentences = []string{strings.Join(n.sentences, " ")}
	return n.apart(w, rows)
}

// before is a note with what another one says behind it; an empty one stays so.
func (n note) before(other note) note {
	if n.sentences[0] != "" {
		n.sentences, n.press = append(slices.Clip(n.sentences), other.sentences...), other.press
	}
	return n
}

// apart does, with each sentence on a line of its own.
func (n note) apart(w, rows int) (list []string) {
	for _, s := range n.sentences {
		list = append(list, widget.Wrap(s, w)...)
	}
	if len(list) > rows || len(n.sentences) == 0 || n.sentences[0] == "" {
		return nil
	}
	return widget.Paint(list, n.style.Render)
}

// message is what there is to be told now, in one line: how to go on while time
// stands still, what was answered and how to take it back, when the time to get
// advice is near, or what a key led to.
func (m Model) message(room int, t theme.Theme) note {
	text, style := m.visit.Note(), t.Text
	switch s := m.Session(); {
	case s.State() == session.Halted:
		text, style = takeYourTime, t.Strong
	case s.State() == session.Waiting && m.relief():
		text, style = timeWentOn, t.Strong
	case s.State() == session.Waiting:
		text, style = timeWentBy, t.Strong
	case m.visit.JustAnswered(m.now):
		text = m.answered(room)
	case s.Warned():
		text, style = itLasts, t.Alert
	}
	return note{[]string{text}, style, "", false}
}

// answered is what was answered last, and how to take it back, while it is new.
func (m Model) answered(room int) string {
	if !m.visit.JustAnswered(m.now) {
		return ""
	}
	answer := m.visit.LastAnswer()
	return widget.FirstFitting(room, fmt.Sprintf(youSaid, answer), fmt.Sprintf(youSaidShort, answer))
}

// notes are what is to come and what to mind, what matters most first. While a
// cramp lasts they go after ten seconds.
func (m Model) notes(size widget.Size, t theme.Theme) (list []note) {
	s, ph := m.Session(), m.Session().Phase()
	begins, reads := s.Elapsed(m.now) < freshTime, ph.Kind == session.Prepare
	for _, c := range m.changed() {
		list = append(list, note{[]string{c.Text}, t.Text, "", false})
	}
	cautions := note{m.cautions(), t.Quiet, "", !m.relief()}
	switch {
	case m.relief() && begins:
		return append(list, cautions)
	case m.relief():
		return list
	case size != widget.Slice && (begins && s.Index() == 0 || reads && m.isFresh()):
		return append(list, cautions, m.next(t))
	}
	return append(list, m.next(t), cautions)
}

// changed is what is done otherwise for this person, and why: of the whole routine as
// it begins, and of a step as that does.
func (m Model) changed() (list []session.Change) {
	s := m.Session()
	if len(s.Done()) == 0 && (!m.relief() || s.Elapsed(m.now) < freshTime) {
		list = s.Plan().Adapted
	}
	if !m.relief() || m.isFresh() {
		list = slices.Concat(list, s.Phase().Adapted)
	}
	return list
}

// flags names the worst red flags before every stretch, and all while a cramp lasts.
func (m Model) flags(t theme.Theme) note {
	if m.relief() || m.Session().Phase().Kind == session.Prepare || m.Session().Index() == 0 {
		return note{[]string{triage.Worst + pressFlags}, t.Quiet, "!", false}
	}
	return note{[]string{""}, t.Quiet, "", false}
}

// cautions are told while there is time to read them.
func (m Model) cautions() (list []string) {
	s := m.Session()
	if s.Index() == 0 || m.relief() {
		list = append(list, s.Plan().Cautions...)
	}
	if s.Phase().Kind == session.Prepare {
		list = append(list, s.Phase().Cautions...)
	}
	return list
}

// next is what comes next. Before a hold it is told with its words, so that
// nobody has to read inside the hold.
func (m Model) next(t theme.Theme) note {
	ph, ok := m.Session().Upcoming()
	switch {
	case !ok && m.Session().Phase().Kind == session.Open:
		return note{[]string{nextIsSaid}, t.Quiet, "", false}
	case !ok:
		return note{[]string{nextIsEnd}, t.Quiet, "", false}
	}
	what := ph.Word
	if ph.Kind != session.Release && ph.Kind != session.Rest {
		what += ", " + ph.Where()
	}
	if ph.Length > 0 {
		what += ", " + widget.Length(ph.Length)
	}
	if k := m.Session().Phase().Kind; k == session.Prepare || k == session.Rest {
		return note{[]string{fmt.Sprintf(nextIs, what), ph.Prompt}, t.Text, "", false}
	}
	return note{[]string{fmt.Sprintf(nextIs, what)}, t.Quiet, "", false}
}

// emergencies lists what needs help at once, in one of several lengths: the first
// that fits on so many rows is taken. The number to call stands first.
func (m Model) emergencies(t theme.Theme) (lengths []note) {
	var list, short []string
	for _, q := range triage.Groups()[0].Questions {
		list = append(list, q.Text)
	}
	list = dotted(list)
	short = append([]string{fmt.Sprintf(callShort, m.call.Number)}, list...)
	list = append([]string{fmt.Sprintf(callForHelp, m.call.Number)}, list...)
	worst := []string{fmt.Sprintf(callForTheWorst, triage.Worst, m.call.Number)}
	return []note{{list, t.Alert, "!", false}, {short, t.Alert, "!", false}, {worst, t.Alert, "!", false}}
}

// fittingEmergencies are the longest of them that have room, or else the shortest.
func (m Model) fittingEmergencies(w, rows int, t theme.Theme) (n note) {
	for _, n = range m.emergencies(t) {
		if n.lines(w, rows) != nil {
			return n
		}
	}
	return n
}
