package home

import "uncramp/coach/tui/screen"

// writeSheet writes the sheet of the routine the cursor is on.
func (m Model) writeSheet() (Model, screen.Effect) {
	return m, screen.WriteSheet(m.selected(), m.services.Sheet)
}

// sheetWritten says what became of a sheet.
func (m Model) sheetWritten(env screen.Env, msg screen.SheetMsg) Model {
	switch {
	case msg.Err == nil:
		m.sheet = msg.Told()
	case env.Blocked:
		m.notice = blocked[env.Unreadable]
	default:
		m.notice = msg.Told()
	}
	return m
}
