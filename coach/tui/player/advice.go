package player

import (
	"fmt"
	"slices"

	"uncramp/coach/session"
	"uncramp/coach/theme"
	"uncramp/coach/triage"
	"uncramp/coach/tui/widget"
	"uncramp/routines"
)

// sideText is the leg and the muscle, and which repetition it is; an arrow on
// the leg's own side tells left from right by shape.
func (m Model) sideText() string {
	ph := m.Session().Phase()
	text := ph.Where()
	if m.Session().Plan().Onset != nil && len(m.Routine().Positions) > 1 {
		text += ", " + string(m.Session().Plan().Position)
	}
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

// notice says how to go on while time stands still, what an answer led to and
// how to take it back, and when the time to get advice is near.
func (m Model) notice(room, h int, t theme.Theme) []string {
	switch {
	case m.Session().State() == session.Halted:
		return widget.Paint(widget.Wrap(takeYourTime, room), t.Strong.Render)
	case m.Session().State() == session.Waiting && m.Session().Plan().Onset != nil:
		return widget.Paint(widget.Wrap(timeWentOn, room), t.Strong.Render)
	case m.Session().State() == session.Waiting:
		return widget.Paint(widget.Wrap(timeWentBy, room), t.Strong.Render)
	case m.Session().Warned():
		lines := widget.Paint(widget.Wrap(itLasts, room), t.Alert.Render)
		return append(lines, widget.Paint(widget.Wrap(m.answered(room, h), room), t.Quiet.Render)...)
	case m.answered(room, h) != "":
		return widget.Paint(widget.Wrap(m.answered(room, h), room), t.Quiet.Render)
	case m.visit.Note() != "":
		return widget.Paint(widget.Wrap(m.visit.Note(), room), t.Quiet.Render)
	}
	return nil
}

// adapted says what was changed for this person, and why: of the whole routine as
// it begins, and of a step as that does.
func (m Model) adapted(room int, t theme.Theme) (blocks []widget.Block) {
	list := m.Session().Phase().Adapted
	if len(m.Session().Done()) == 0 {
		list = slices.Concat(m.Session().Plan().Adapted, list)
	}
	for i, c := range list {
		lines := widget.Paint(widget.Wrap(c.Text, room), t.Quiet.Render)
		blocks = append(blocks, widget.Block{Lines: lines, Rank: rankAdapted, Gap: i == 0})
	}
	return blocks
}

// answered is what was answered last, and how to take it back, while it is new: on
// low screens in one line, if need be without what the answer led to.
func (m Model) answered(room, h int) string {
	if !m.visit.JustAnswered(m.now) {
		return ""
	}
	whole, answer := m.visit.AnswerNote()
	if h >= cramped {
		return whole + " " + pressToUndo
	}
	return widget.FirstFitting(room, whole+" "+pressToUndo, answer+" "+pressToUndo, answer+" "+shortUndo)
}

// flags names the worst three before every stretch, all while a cramp lasts,
// and every emergency once it got worse. It can be tapped where it stands.
func (m Model) flags(room, h int, t theme.Theme) widget.Block {
	s, lines := m.Session(), []string(nil)
	switch {
	case m.visit.GotWorse():
		lines = m.emergencies(room, h, t)
	case s.Phase().Kind == session.Prepare || s.Index() == 0 || s.Plan().Onset != nil:
		lines = widget.Paint(widget.Wrap(triage.Worst+pressFlags, room), t.Quiet.Render)
	}
	return widget.Block{Lines: lines, Rank: rankFlags, Gap: true, Targets: []widget.Target{{W: room, H: len(lines), Press: "!"}}}
}

// roomy is the height from which every emergency is listed.
const roomy = 20

// emergencies lists what needs help at once, or names the worst where there is
// no room for all. The number to call stands first.
func (m Model) emergencies(room, h int, t theme.Theme) []string {
	if h < roomy {
		return widget.Paint(widget.Wrap(fmt.Sprintf(callForTheWorst, triage.Worst, m.call.Number), room), t.Alert.Render)
	}
	lines := widget.Paint(widget.Wrap(fmt.Sprintf(callForHelp, m.call.Number), room), t.Alert.Render)
	for _, q := range triage.Groups()[0].Questions {
		lines = append(lines, widget.Paint(widget.Wrap("· "+q.Text, room), t.Alert.Render)...)
	}
	return lines
}

// cautions are told while there is time to read them.
func (m Model) cautions(room int, t theme.Theme) (blocks [][]string) {
	ph := m.Session().Phase()
	var list []string
	if m.Session().Index() == 0 {
		list = append(list, m.Session().Plan().Cautions...)
	}
	if ph.Kind == session.Prepare {
		list = append(list, ph.Cautions...)
	}
	for _, c := range list {
		blocks = append(blocks, widget.Paint(widget.Wrap(c, room), t.Quiet.Render))
	}
	return blocks
}
