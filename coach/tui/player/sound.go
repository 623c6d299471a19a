package player

import (
	"uncramp/coach/cue"
	"uncramp/coach/session"
)

// changeSwitches changes what is heard as the person wishes, and says so.
func (m Model) changeSwitches(on cue.Switches, words string) Model {
	m.switches, m.chosen = on, true
	m.services.Audio.Set(on)
	return m.withNote(words)
}

// play plays what fell due. What can't be heard is told in one line.
func (m Model) play(events []session.Event) Model {
	cue.PlayEvents(m.services.Audio, m.Session(), events)
	if f := m.services.Audio.Fault(); f != "" && m.switches.On() {
		m.note = f
	}
	return m
}
