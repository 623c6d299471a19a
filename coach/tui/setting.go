package tui

import (
	tea "charm.land/bubbletea/v2"

	"uncramp/coach/session"
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
	var alone bool
	if m.unsaved, alone = m.unsaved.joined(*wish.Save); alone {
		return m, m.saveNext()
	}
	return m, nil
}

// saveNext writes the first change that is not written yet.
func (m root) saveNext() tea.Cmd {
	if len(m.unsaved) == 0 || m.config.Save == nil {
		return nil
	}
	change := m.unsaved[0]
	return m.writes(func() error { return m.config.Save(change) }, func(err error) tea.Msg { return settingKept{err} })
}

func (m root) settingKept(msg settingKept) (tea.Model, tea.Cmd) {
	m.unsaved = m.unsaved.served()
	return m.wrong(msg.err), m.saveNext()
}
