package player

import (
	"slices"

	"uncramp/coach/theme"
	"uncramp/coach/tui/widget"
	"uncramp/coach/visit"
)

// lower is what stands below the move, above the answers.
type lower struct {
	zone widget.Zone
	widget.Block
}

// lower draws it: the red flags, above them what is to come and what to mind, or
// the sheet of keys in its place, and above that a message.
func (m Model) lower(s stage, actions []visit.Row, t theme.Theme) lower {
	z := s.below
	z.H += s.warning.H
	l := lower{z, widget.Block{Lines: make([]string, z.H)}}
	told, notes, flags := m.message(z.W, t), m.notes(s.size, t), m.flags(t)
	if told.sentences[0] == "" && len(m.changed()) > 0 && notes[0].lines(z.W, s.below.H) == nil {
		told = notes[0]
	}
	rows := l.put(told, 0, s.below.H)
	for i, n := range notes {
		notes[i] = n.page(z.W, s.below.H-max(rows, 1), m.Session().Age(m.now))
	}
	switch worse := m.visit.GotWorse(); {
	case worse && m.listsInFigure(s, t) == nil:
		rows = max(rows, 1)
		l.put(m.fittingEmergencies(z.W, z.H-rows, t), rows, z.H-rows)
	case rows == 0 && l.put(told.before(flags), 0, z.H) > 0: // it was too long: the red flags stand behind it
	default:
		l.put(flags, s.below.H, s.warning.H)
		if !worse {
			l.putNotes(notes, rows, s.below.H)
		}
	}
	if m.sheet && s.sheet() != s.move {
		l.lay(sheetBlock(m.sheetKeys(actions), s.sheet(), t), s.sheet().Y-z.Y)
	}
	return l
}

// listsInFigure are the emergencies in the figure's place, once it got worse,
// where they have no room below.
func (m Model) listsInFigure(s stage, t theme.Theme) []string {
	if !m.visit.GotWorse() || s.figure.H == 0 {
		return nil
	}
	list := m.emergencies(t)
	if list[1].lines(s.below.W, s.below.H+s.warning.H-1) != nil {
		return nil
	}
	for _, n := range list[:2] {
		if lines := n.apart(s.figure.W, s.figure.H); lines != nil {
			return lines
		}
	}
	return nil
}

// put lays a note over some rows, and returns how many it takes; 0: it has no room.
func (l *lower) put(n note, at, rows int) int {
	lines := n.lines(l.zone.W, rows)
	b := widget.Block{Lines: lines}
	if n.press != "" && len(lines) > 0 {
		b.Targets = []widget.Target{{W: l.zone.W, H: len(lines), Press: n.press}}
	}
	l.lay(b, at)
	return len(lines)
}

// lay puts a block over what stood on its rows.
func (l *lower) lay(b widget.Block, at int) {
	copy(l.Lines[min(at, len(l.Lines)):], b.Lines)
	l.Targets = slices.DeleteFunc(l.Targets, func(tap widget.Target) bool { return tap.Y < at+len(b.Lines) && tap.Y+tap.H > at })
	for _, tap := range b.Targets {
		tap.Y += at
		l.Targets = append(l.Targets, tap)
	}
}

// putNotes lays as many notes as have room on some rows, below what is told. The row
// that is kept for messages is taken only where the first one had no room otherwise.
// Of one that is too long the beginning stays.
func (l *lower) putNotes(notes []note, told, rows int) {
	at := max(told, 1)
	notes = slices.DeleteFunc(notes, func(n note) bool { return len(n.sentences) == 0 })
	if len(notes) > 0 && rows > 1 && notes[0].lines(l.zone.W, rows-at) == nil {
		at = told
	}
	for _, n := range notes {
		for used := 0; used == 0 && len(n.sentences) > 0; n.sentences = n.sentences[:len(n.sentences)-1] {
			used = l.put(n, at, rows-at)
			at += used
		}
	}
}

// covers reports whether something is told where a zone is.
func (l lower) covers(z widget.Zone) bool {
	y := z.Y - l.zone.Y
	return y >= 0 && y < len(l.Lines) && l.Lines[y] != ""
}
