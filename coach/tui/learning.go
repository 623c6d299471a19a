package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	cards "uncramp/coach/library"
	"uncramp/coach/session"
	"uncramp/coach/term"
	"uncramp/coach/tui/library"
	"uncramp/routines"
)

// Taught is what the library shows.
type Taught struct {
	Shelf   cards.Library
	Ticked  []string // causes that apply to the person, by the ids of their cards
	Sources routines.Catalogue
	Notice  string // what could not be read, in one line
}

// Learning is how the library is read, and what is ticked there kept.
type Learning struct {
	Read func() (Taught, error)
	Tick func(cause string, on bool) error
}

// The answers of the library.
type (
	taughtRead struct {
		asked
		taught Taught
		err    error
	}
	tickKept struct{ err error }
)

// readTaught reads the library.
func (m root) readTaught() tea.Cmd {
	learning, by := m.config.Learning, asked{m.shown}
	if learning == nil {
		return nil
	}
	return term.Safely(func() tea.Msg {
		taught, err := learning.Read()
		return taughtRead{by, taught, err}
	})
}

// showTaught opens the library, at the card of the step where its why was read.
func (m root) showTaught(msg taughtRead) root {
	if msg.err != nil {
		return m.wrong(msg.err)
	}
	if m.shown != playerScreen {
		return m.atLibrary(msg.taught)
	}
	step := m.player.Session().Phase().Step
	m = m.atLibrary(msg.taught)
	m.from, m.library = playerScreen, m.library.FromRoutine()
	if c, ok := msg.taught.Shelf.Explaining(m.player.Routine().ID, step); ok {
		m.library = m.library.At(c.ID)
	}
	return m
}

// atLibrary shows the library.
func (m root) atLibrary(t Taught) root {
	names := map[string]string{}
	for _, e := range m.config.Routines {
		names[e.ID] = e.Name
	}
	m.causes, m.from, m.shown = t.Ticked, homeScreen, libraryScreen
	shown := t.Ticked
	for _, tick := range m.ticks {
		shown = ticked(shown, tick)
	}
	m.library = library.New(t.Shelf, shown, m.width, m.height).WithSources(t.Sources).WithRoutines(names).WithNotice(t.Notice)
	if m.finding.Blocks() {
		m.library = m.library.Barred()
	}
	return m
}

func (m root) updateLibrary(now session.Instant, msg tea.Msg) (tea.Model, tea.Cmd) {
	next, wish := m.library.Update(msg)
	m.library = next
	switch {
	case wish.Tick != nil:
		var alone bool
		if m.ticks, alone = m.ticks.joined(*wish.Tick); alone {
			return m, m.tickNext()
		}
	case wish.Start != "":
		m.origin = libraryScreen
		return m, m.load(wish.Start, session.Choice{})
	case wish.Leave && m.from == libraryScreen:
		return m, tea.Quit
	case wish.Leave && m.from == playerScreen:
		m.shown = playerScreen
		return m.updatePlayer(now, nil)
	case wish.Leave:
		m.shown = homeScreen
	}
	return m, nil
}

// tickNext writes the first tick that is not written yet.
func (m root) tickNext() tea.Cmd {
	if len(m.ticks) == 0 || m.config.Learning == nil {
		return nil
	}
	tick, learning := m.ticks[0], m.config.Learning
	return m.writes(func() error { return learning.Tick(tick.Cause, tick.On) }, func(err error) tea.Msg { return tickKept{err} })
}

// tickKept takes the diary's answer; what was not kept is not shown as ticked.
func (m root) tickKept(msg tickKept) (tea.Model, tea.Cmd) {
	if len(m.ticks) == 0 {
		return m, nil
	}
	done := m.ticks[0]
	m.ticks = m.ticks.served()
	if msg.err != nil {
		m.ticks = nil
		m.library = m.library.WithTicked(m.causes)
		return m.wrong(msg.err), nil
	}
	m.causes = ticked(m.causes, done)
	return m, m.tickNext()
}

// ticked are causes after one more tick.
func ticked(causes []string, t library.Tick) []string {
	causes = slices.DeleteFunc(slices.Clone(causes), func(id string) bool { return id == t.Cause })
	if t.On {
		causes = append(causes, t.Cause)
	}
	return causes
}
