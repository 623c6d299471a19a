// Package tui is the full-screen program: the root model, and the routing
// between screens.
package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"uncramp/coach/cue"
	"uncramp/coach/record"
	"uncramp/coach/session"
	"uncramp/coach/settings"
	"uncramp/coach/term"
	"uncramp/coach/theme"
	check "uncramp/coach/triage"
	"uncramp/coach/visit"
	"uncramp/routines"
)

// Clock is the one source of time.
type Clock interface {
	Now() session.Instant
	// Real is how long the machine's clock takes until that much has passed on
	// this one, which may run faster.
	Real(time.Duration) time.Duration
}

// Play is what to play at once.
type Play = visit.Play

// Config is what the program is started with.
type Config struct {
	Clock     Clock
	Tolerance time.Duration   // how late a wake-up may be, on this clock
	Play      *Play           // nil: the home screen
	Routines  []routines.Head // what home lists
	Notice    string          // one line that home shows, about what went wrong
	Audio     cue.Sink        // what plays cues
	// Switches are what is to be heard, for the relief or for another routine.
	Switches func(relief bool) cue.Switches
	// Awake keeps the machine from sleeping, or lets it.
	Awake    func(bool)
	Settings settings.Settings
	// Apply makes settings hold, and says how it is to look with them.
	Apply   func(settings.Settings) (look theme.Choice, still bool)
	Halfway *Halfway // a routine to go on with; nil: there is none
	// Mark keeps where a routine stands; nil that none is being followed.
	Mark func(*Mark) error
	// Record keeps what was followed in the diary; nil keeps nothing.
	Record func(record.Entry) error
	// Remark is the next line to be told about what was found amiss and put right,
	// or empty; it returns at once. Nil: there is none.
	Remark func() string
	Pages  *Pages // nil: there is no diary
	// Learning is what the articles teach; nil: there is no library.
	Learning *Learning
	// Taught is a library to be read, and nothing else; nil: none. It opens at
	// Card, or at its list.
	Taught *Taught
	Card   string
	// Log is a cramp to be told of in the form, and nothing else; nil: none.
	Log *record.Episode
	// Save writes a change of a setting into the file.
	Save func(settings.Change) error
	// Night reports whether a time counts as night; nil never does.
	Night   func(time.Time) bool
	Check   bool          // begin with the red-flag questions
	Finding check.Finding // of the latest check
	// Keep stores a finding.
	Keep func(check.Finding) error
	// Load finds a routine and lays it flat for a choice, as far as the routine
	// offers it.
	Load func(id string, c session.Choice) (Play, error)

	pen      pen // of all that is written
	theme    theme.Choice
	still    bool          // figures don't move
	surface  theme.Surface // what is known of the terminal
	notifies string        // the sequence by which it notifies: 9, 99 or 777
}

// look is the theme at a time.
func (c Config) look(at time.Time) theme.Theme {
	return theme.For(c.theme, c.Night != nil && c.Night(at), c.surface)
}

// dressed is the configuration with what the settings say of its looks.
func (c Config) dressed(s settings.Settings) Config {
	c.Settings, c.theme, c.still = s, s.Theme, s.Still
	if c.Apply != nil {
		c.theme, c.still = c.Apply(s)
	}
	return c
}

// Result is how the program ended.
type Result struct {
	Code      int               // exit code
	Sessions  []session.Session // what was followed since home was left, in order
	Unwritten []Write           // in order
	Finding   check.Finding     // of the latest check
}

// Run shows the program until the person leaves. The error is a [*term.Fault],
// or says why the terminal can't be used.
func Run(c Config, t term.Terminal) (Result, error) {
	final, code, err := term.Run(func(width, height int, a term.Abilities) (tea.Model, string) {
		c.surface, c.notifies = theme.Surface{Fixed: a.FixedColours, Blocks: a.Blocks}, a.Notifies
		m := newRoot(c, width, height)
		return m, m.theme.Blank.Render(" ")
	}, t)
	m, _ := final.(root)
	return m.result(code), err
}

func (m root) result(code int) Result {
	return Result{Code: code, Sessions: m.visit.Sessions, Unwritten: m.unwritten(), Finding: m.finding}
}
