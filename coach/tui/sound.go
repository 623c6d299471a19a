package tui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"uncramp/coach/cue"
	"uncramp/coach/session"
	"uncramp/coach/tui/player"
)

// lookahead is for how many phases words are made before they are needed.
const lookahead = 4

// volumeStep is what a key changes.
const volumeStep = 10

// listening begins a routine's sound: as it was chosen before, or as is usual
// for it. It keeps the machine awake meanwhile.
func (m root) listening(p session.Plan) root {
	m.awake(true)
	if !m.chosen && m.config.Hears != nil {
		m.hears = m.config.Hears(p.Onset != nil || slices.ContainsFunc(m.visit.Sessions, func(s session.Session) bool { return s.Plan().Onset != nil }))
	}
	return m.set(m.hears)
}

// set hands on what is to be heard, and says it.
func (m root) set(on cue.On) root {
	m.hears = on
	if m.config.Sounds != nil {
		m.config.Sounds.Set(on)
	}
	var heard []string
	if on.Sound {
		heard = append(heard, "sound")
	}
	if on.Voice {
		heard = append(heard, "voice")
	}
	m.player = m.player.Hearing(strings.Join(heard, ", "))
	return m
}

// heard changes what is heard as the person wishes.
func (m root) heard(w player.Wish) root {
	on := m.hears
	var note string
	switch {
	case w.Sound:
		on.Sound = !on.Sound
		note = "Sound " + onOff(on.Sound)
	case w.Voice:
		on.Voice = !on.Voice
		note = "Voice " + onOff(on.Voice)
	case w.Louder != 0:
		on.Volume = min(max(on.Volume+w.Louder*volumeStep, 0), 100)
		note = fmt.Sprintf("Volume %d", on.Volume)
	default:
		return m
	}
	m.chosen = true
	m = m.set(on)
	if s := m.player.Session(); on.Voice && m.config.Sounds != nil {
		m.config.Sounds.Ahead(cue.Ahead(s.Plan(), s.Index(), lookahead))
	}
	m.player = m.player.Noting(note + ".")
	return m
}

func onOff(on bool) string {
	if on {
		return "on"
	}
	return "off"
}

// sounding plays what fell due. What can't be heard is told in one line.
func (m root) sounding(events []session.Event) root {
	if m.config.Sounds == nil {
		return m
	}
	s := m.player.Session()
	for _, e := range events {
		if e.Kind == session.Began {
			m.config.Sounds.Ahead(cue.Ahead(s.Plan(), e.Phase, lookahead))
		}
		m.config.Sounds.Cue(cue.Of(s, e))
	}
	if f := m.config.Sounds.Fault(); f != "" && (m.hears.Sound || m.hears.Voice) {
		m.player = m.player.Noting(f)
	}
	return m
}

// quiet ends what sounds, and lets the machine sleep.
func (m root) quiet() root {
	if m.config.Sounds != nil {
		m.config.Sounds.Hush()
	}
	m.awake(false)
	return m
}

// awake keeps the machine from sleeping, or lets it.
func (m root) awake(on bool) {
	if m.config.Awake != nil {
		m.config.Awake(on)
	}
}

// notify tells a person who looks at something else that the routine is over:
// through the terminal where it is known to do that, else by a program.
func (m root) notify() tea.Cmd {
	const title, text = "uncramp", "The routine is over."
	sequences := map[string]string{
		"9": ansi.Notify(title + ": " + text), "99": "\x1b]99;;" + title + ": " + text + "\x1b\\", "777": "\x1b]777;notify;" + title + ";" + text + "\x07",
	}
	if s, ok := sequences[m.config.notifies]; ok {
		return tea.Raw(s)
	}
	if m.config.Sounds != nil {
		m.config.Sounds.Notify(title, text)
	}
	return nil
}
