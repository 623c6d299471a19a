package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"uncramp/coach/cue"
	"uncramp/coach/session"
	"uncramp/coach/tui/player"
)

// listening begins a routine's sound: as it was chosen before, or as is usual
// for it. It keeps the machine awake meanwhile.
func (m root) listening(p session.Plan) root {
	m.config.Awake(true)
	if !m.chosen {
		relief := slices.ContainsFunc(m.visit.Sessions, func(s session.Session) bool { return s.Plan().Onset != nil })
		m.switches = m.config.Switches(relief || p.Onset != nil)
	}
	return m.set(m.switches)
}

// set hands on what is to be heard, and shows it.
func (m root) set(on cue.Switches) root {
	m.switches = on
	m.config.Audio.Set(on)
	m.player = m.player.Hearing(on.String())
	return m
}

// heard changes what is heard as the person wishes.
func (m root) heard(w player.Wish) root {
	var on cue.Switches
	var note string
	switch {
	case w.Sound:
		on, note = m.switches.ToggleSound()
	case w.Voice:
		on, note = m.switches.ToggleVoice()
	case w.Louder != 0:
		on, note = m.switches.Louder(w.Louder)
	default:
		return m
	}
	m.chosen = true
	m = m.set(on)
	if s := m.player.Session(); on.Voice {
		m.config.Audio.Prepare(cue.Ahead(s.Plan(), s.Index()))
	}
	m.player = m.player.Noting(note)
	return m
}

// sounding plays what fell due. What can't be heard is told in one line.
func (m root) sounding(events []session.Event) root {
	cue.PlayEvents(m.config.Audio, m.player.Session(), events)
	if f := m.config.Audio.Fault(); f != "" && m.switches.On() {
		m.player = m.player.Noting(f)
	}
	return m
}

// quiet ends what sounds, and lets the machine sleep.
func (m root) quiet() root {
	m.config.Audio.Hush()
	m.config.Awake(false)
	return m
}

// notify tells a person who looks at something else that the routine is over:
// through the terminal where it is known to do that, else by a program.
func (m root) notify() tea.Cmd {
	const title, text = "uncramp", "The routine is over."
	sequences := map[string]string{
		"9":   ansi.Notify(title + ": " + text),
		"99":  "\x1b]99;;" + title + ": " + text + "\x1b\\",
		"777": "\x1b]777;notify;" + title + ";" + text + "\x07",
	}
	if s, ok := sequences[m.config.notifies]; ok {
		return tea.Raw(s)
	}
	m.config.Audio.Notify(title, text)
	return nil
}
