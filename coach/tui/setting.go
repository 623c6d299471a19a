package tui

import (
	tea "charm.land/bubbletea/v2"

	"uncramp/coach/session"
	"uncramp/routines"
)

// updateSettings makes a change hold at once and writes it.
func (m root) updateSettings(now session.Instant, msg tea.Msg) (tea.Model, tea.Cmd) {
	next, wish := m.settings.Update(msg)
	m.settings = next
	switch {
	case wish.Leave:
		m.shown = homeScreen
		return m, nil
	case wish.Save == nil:
		return m, nil
	}
	m.config = m.config.dressed(m.settings.Settings())
	m.theme = m.config.look(now.Wall)
	m.unsaved = append(m.unsaved, *wish.Save)
	if len(m.unsaved) > 1 {
		return m, nil // the one before is being written
	}
	return m, m.saveNext()
}

// saveNext writes the first change that is not written yet. One after the
// other: a later one must not be overtaken by an earlier one.
func (m root) saveNext() tea.Cmd {
	if len(m.unsaved) == 0 || m.config.Save == nil {
		return nil
	}
	change := m.unsaved[0]
	return safely(func() tea.Msg { return settingKept{m.config.Save(change)} })
}

func (m root) settingKept(msg settingKept) (tea.Model, tea.Cmd) {
	if msg.err != nil {
		m.settings = m.settings.WithNotice(routines.Clean(msg.err.Error()))
	}
	if len(m.unsaved) > 0 {
		m.unsaved = m.unsaved[1:]
	}
	return m, m.saveNext()
}
