package home

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/text"
	"uncramp/coach/tui/screen"
)

// sheetMsg says where the sheet of a routine was written, or why it wasn't.
type sheetMsg struct {
	path string
	err  error
}

// writeSheet writes the sheet of the routine the cursor is on.
func (m Model) writeSheet() (Model, screen.Effect) {
	id, write, path := m.selected(), m.services.Sheet, ""
	return m, screen.Ask(screen.Write{
		Do: func() (err error) {
			path, err = write(id)
			return err
		},
		Done: func(err error) tea.Msg { return sheetMsg{path, err} },
	})
}

// sheetWritten says what became of a sheet.
func (m Model) sheetWritten(env screen.Env, msg sheetMsg) Model {
	switch {
	case msg.err == nil:
		m.sheet = fmt.Sprintf(sheetKept, text.Clean(msg.path))
	case env.Blocked:
		m.notice = blocked[env.Unreadable]
	default:
		m.notice = text.Clean(msg.err.Error())
	}
	return m
}
