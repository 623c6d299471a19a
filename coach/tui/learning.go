package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	cards "uncramp/coach/library"
	"uncramp/coach/session"
	"uncramp/coach/tui/library"
	"uncramp/routines"
)

// Taught is what the library shows.
type Taught struct {
	Shelf   cards.Shelf
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
		taught Taught
		err    error
	}
	tickKept struct{ err error }
)

// readTaught reads the library.
func (m root) readTaught() tea.Cmd {
	learning := m.config.Learning
	if learning == nil {
		return nil
	}
	return safely(func() tea.Msg {
		taught, err := learning.Read()
		return taughtRead{taught: taught, err: err}
	})
}

// showTaught opens the library where it was asked for; what can't be read is
// told there.
func (m root) showTaught(msg taughtRead) root {
	notice := ""
	if msg.err != nil {
		notice = routines.Clean(msg.err.Error())
	}
	switch {
	case m.shown == homeScreen && notice != "":
		m.home = m.home.WithNotice(notice)
	case m.shown == homeScreen:
		m = m.atLibrary(msg.taught)
	case m.shown == playerScreen && m.reading && notice == "":
		ph := m.player.Session().Phase()
		m = m.atLibrary(msg.taught)
		m.from, m.library = playerScreen, m.library.FromRoutine()
		if c, ok := msg.taught.Shelf.For(m.player.Routine().ID, ph.Step); ok {
			m.library = m.library.At(c.ID)
		}
	}
	m.reading = false
	return m
}

// atLibrary shows the library.
func (m root) atLibrary(t Taught) root {
	names := map[string]string{}
	for _, e := range m.config.Routines {
		names[e.ID] = e.Name
	}
	m.causes, m.from, m.shown = t.Ticked, homeScreen, libraryScreen
	m.library = library.New(t.Shelf, t.Ticked, m.width, m.height).WithSources(t.Sources).WithRoutines(names).WithNotice(t.Notice)
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
		return m, m.load(wish.Start, session.Choice{})
	case wish.Leave && m.from == libraryScreen:
		return m, m.end(0)
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
	return safely(func() tea.Msg { return tickKept{learning.Tick(tick.Cause, tick.On)} })
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
		m.library = m.library.WithTicked(m.causes).WithNotice(routines.Clean(msg.err.Error()))
		return m, nil
	}
	m.causes = slices.DeleteFunc(slices.Clone(m.causes), func(id string) bool { return id == done.Cause })
	if done.On {
		m.causes = append(m.causes, done.Cause)
	}
	return m, m.tickNext()
}
