package player

import (
	"cmp"
	"fmt"

	"uncramp/coach/session"
	"uncramp/coach/theme"
	"uncramp/coach/triage"
	"uncramp/coach/tui/widget"
	"uncramp/routines"
)

// sideText is the leg and the muscle, and which repetition it is; an arrow on
// the leg's own side tells left from right by shape.
func (m Model) sideText() string {
	ph := m.session.Phase()
	text := ph.Where()
	if m.session.Plan().Onset != nil && len(m.routine.Positions) > 1 {
		text += ", " + string(cmp.Or(m.choice.Position, m.routine.Positions[0]))
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

// prompt is what to do now.
func (m Model) prompt() string { return m.session.Phase().Prompt }

// notice says how to go on while time stands still, what an answer led to, and
// when the time to get advice is near.
func (m Model) notice(room int, t theme.Theme) []string {
	switch {
	case m.session.State() == session.Halted:
		return widget.Paint(widget.Wrap("Take your time. Press space to go on.", room), t.Strong.Render)
	case m.session.State() == session.Waiting:
		return widget.Paint(widget.Wrap("Time went by unseen. Press space to go on from here.", room), t.Strong.Render)
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
func (m Model) cautions(room int, t theme.Theme) (blocks [][]string) {
	ph := m.session.Phase()
	var list []string
	if m.session.Index() == 0 {
		list = append(list, m.session.Plan().Cautions...)
	}
	if ph.Kind == session.Prepare {
		list = append(list, ph.Cautions...)
	}
	for _, c := range list {
		blocks = append(blocks, widget.Paint(widget.Wrap(c, room), t.Quiet.Render))
	}
	return blocks
}
