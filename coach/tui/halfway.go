package tui

import (
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/session"
	"uncramp/coach/term"
)

// Mark is where a routine stands that is being followed, so that it can be gone
// on with after a crash.
type Mark struct {
	Routine string         `json:"routine"`
	Choice  session.Choice `json:"choice"`
	Phase   int            `json:"phase"`
	Began   time.Time      `json:"began"` // the cramp; zero: there is none
}

// Halfway is a routine that was being followed when the program stopped.
type Halfway struct {
	Play Play
	Name string // what it is, and where in it
}

// HalfwayOf is a mark with the routine it belongs to; false if the routine has
// no such place any more.
func HalfwayOf(m Mark, p Play, now time.Time) (Halfway, bool) {
	if m.Phase < 0 || m.Phase >= len(p.Plan.Phases) {
		return Halfway{}, false
	}
	p.From = m.Phase
	if !m.Began.IsZero() {
		p.Began = max(now.Sub(m.Began), 0)
	}
	name := p.Plan.Name
	if n := p.Plan.Phases[m.Phase].StepNumber; n > 0 {
		name = fmt.Sprintf("%s, step %d of %d", name, n, p.Plan.Steps)
	}
	return Halfway{p, name}, true
}

// markKept is the answer of the disk.
type markKept struct{ err error }

// mark is where the routine stands, or nil when none is being followed.
func (m root) mark(now session.Instant) *Mark {
	s := m.player.Session()
	if m.shown == homeScreen || s.State() == session.Over || len(s.Plan().Phases) == 0 {
		return nil
	}
	mark := Mark{Routine: s.Plan().Routine, Choice: m.player.Choice(), Phase: s.Index()}
	if s.Plan().Onset != nil {
		mark.Began = now.Wall.Add(-s.Onset(now))
	}
	return &mark
}

// marked keeps where the routine stands, when a phase begins or it is over. One
// write follows the other; what changed meanwhile is written after it.
func (m root) marked(now session.Instant) (root, tea.Cmd) {
	if m.config.Mark == nil {
		return m, nil
	}
	m.wanted = m.mark(now)
	if m.marking || m.wanted.sameAs(m.written) {
		return m, nil
	}
	m.marking, m.written = true, m.wanted
	mark, keep := m.wanted, m.config.Mark
	return m, term.Safely(func() tea.Msg { return markKept{keep(mark)} })
}

// markKept goes on with what changed meanwhile. That a place can't be kept
// stops nothing: it only can't be gone on with.
func (m root) markKept(now session.Instant) (tea.Model, tea.Cmd) {
	m.marking = false
	return m.marked(now)
}

// sameAs reports whether two marks lead to the same place.
func (k *Mark) sameAs(other *Mark) bool {
	if k == nil || other == nil {
		return k == other
	}
	return k.Routine == other.Routine && k.Choice == other.Choice && k.Phase == other.Phase
}

// goOn follows a routine from where it stopped.
func (m root) goOn(now session.Instant) (tea.Model, tea.Cmd) {
	half := m.config.Halfway
	m.config.Halfway = nil
	if half == nil {
		return m, nil
	}
	return m.play(half.Play, now).rearmed(nil)
}

// decline forgets it.
func (m root) decline(now session.Instant) (tea.Model, tea.Cmd) {
	m.config.Halfway = nil
	m.home = m.home.WithHalfway("")
	m.written = &Mark{} // whatever is on the disk is to go
	return m.marked(now)
}
