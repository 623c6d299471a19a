package home

import (
	"maps"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/session"
	"uncramp/coach/text"
	"uncramp/coach/tui/gallery"
	"uncramp/coach/tui/screen"
)

// preview is what is shown of the routine the cursor is on.
type preview struct {
	moves []move
	fault string // why it can't be played, or not by this person; empty: it can
}

// move is one step of a routine: its first phase of work, and how often that comes.
type move struct {
	session.Phase
	times int
}

// previewMsg is a routine laid flat, or why it can't be.
type previewMsg struct {
	id   string
	plan session.Plan
	err  error
}

// preview lists the moves of a plan that are led through unasked, each once.
func (msg previewMsg) preview() (p preview) {
	if msg.err != nil {
		return preview{fault: text.Clean(msg.err.Error())}
	}
	for _, ph := range msg.plan.Phases {
		if ph.StepNumber == 0 || ph.Kind != session.Hold && ph.Kind != session.Open {
			continue
		}
		if i := slices.IndexFunc(p.moves, func(m move) bool { return m.StepNumber == ph.StepNumber }); i >= 0 {
			p.moves[i].times++
		} else {
			p.moves = append(p.moves, move{ph, 1})
		}
	}
	return p
}

// figures are the names of the figures that the moves are shown by.
func (p preview) figures() (names []string) {
	for _, m := range p.moves {
		names = append(names, m.Figure)
	}
	return names
}

// longest is how long the figure of a routine moves at most: it goes through the moves,
// twice, and then stands still, so that a screen that is left open does nothing.
const longest = time.Minute

// motion is how long the figure is in motion.
func (p preview) motion() time.Duration {
	whole := longest - longest%gallery.TurnTime
	return min(gallery.TurnTime*time.Duration(gallery.Turns*len(p.moves)), whole)
}

// at is the move that is shown so long after the cursor came, and how far it has
// come; the first one, at its end, once all have been.
func (p preview) at(age time.Duration) (i int, moved float64) {
	if len(p.moves) == 0 || age >= p.motion() {
		return 0, 1
	}
	return int(age/gallery.TurnTime) % len(p.moves), gallery.Moved(age % gallery.TurnTime)
}

// next is how long it takes from then until another pose is shown; 0: none is.
func (p preview) next(age time.Duration) time.Duration {
	if age >= p.motion() {
		return 0
	}
	return gallery.NextPose(age)
}

// Wake implements [screen.Waker]: while the figure moves.
func (m Model) Wake() (time.Duration, bool) {
	if !m.moves {
		return 0, false
	}
	wait := m.previews[m.looksAt].next(m.now - m.since)
	return wait, wait > 0
}

// look shows the routine the cursor is on, and reads it if it was not read yet.
func (m Model) look(env screen.Env) (Model, screen.Effect) {
	m.now, m.moves = env.Now.Mono, !env.Still && !env.Night
	id := m.selected()
	if id == m.looksAt {
		return m, screen.Effect{}
	}
	m.looksAt, m.since = id, m.now
	if _, known := m.previews[id]; known || id == "" {
		return m, screen.Effect{}
	}
	plan := m.services.Plan
	return m, screen.Do(func() tea.Msg {
		p, err := plan(id)
		return previewMsg{id, p, err}
	})
}

// previewed keeps what was read of a routine, and has its figures read.
func (m Model) previewed(env screen.Env, msg previewMsg) (Model, screen.Effect) {
	m.previews = maps.Clone(m.previews)
	if m.previews == nil {
		m.previews = map[string]preview{}
	}
	p := msg.preview()
	m.previews[msg.id], m.since = p, m.now
	return m, screen.Effect{Cmd: env.Figures.Load(p.figures()...)}
}

// forgotten reads routines again: another person's rules may hold.
func (m Model) forgotten() Model {
	m.previews, m.looksAt = nil, ""
	return m
}

// selected is the id of the routine the cursor is on; empty: there is none.
func (m Model) selected() string {
	if rows := m.rows(); m.cursor < len(rows) {
		return rows[m.cursor].ID
	}
	return ""
}
