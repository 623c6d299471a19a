package tui

import (
	tea "charm.land/bubbletea/v2"

	"uncramp/coach/session"
)

// pointed takes a click, or a tap on a phone, for the key that stands there.
func (m root) pointed(now session.Instant, msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.MouseWheelMsg:
		switch msg.Button {
		case tea.MouseWheelUp:
			return m.route(now, keyNamed("up"))
		case tea.MouseWheelDown:
			return m.route(now, keyNamed("down"))
		}
	case tea.MouseReleaseMsg: // and not the press: what the terminal tells of a release must not reach a shell
		at, ok := m.screen().At(msg.X, msg.Y)
		switch {
		case msg.Button != tea.MouseLeft || !ok:
		case at.Press != "":
			return m.route(now, keyNamed(at.Press))
		default:
			return m.rowTapped(now, at.Row)
		}
	}
	return m, nil
}

// rowTapped chooses a row of the list that is shown, and what it stands for.
func (m root) rowTapped(now session.Instant, row int) (tea.Model, tea.Cmd) {
	switch m.shown {
	case homeScreen:
		m.home = m.home.Chosen(row)
	case historyScreen:
		m.history = m.history.Chosen(row)
	case formScreen:
		m.form = m.form.Chosen(row)
	case libraryScreen:
		m.library = m.library.Chosen(row)
	case settingsScreen:
		m.settings = m.settings.Chosen(row)
	case weekScreen:
		m.week = m.week.Chosen(row) // what it says below starts it
		return m, nil
	case playerScreen, triageScreen:
		return m, nil
	}
	return m.route(now, keyNamed("enter"))
}

// keyNamed is the press of a key by the name that key maps know it by.
func keyNamed(name string) tea.KeyPressMsg {
	codes := map[string]rune{
		"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
		"enter": tea.KeyEnter, "esc": tea.KeyEscape, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "tab": tea.KeyTab,
	}
	if code, ok := codes[name]; ok {
		return tea.KeyPressMsg{Code: code}
	}
	if name == "space" {
		return tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}
	}
	return tea.KeyPressMsg{Code: []rune(name)[0], Text: name}
}
